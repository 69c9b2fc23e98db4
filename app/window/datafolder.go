package window

import (
	"context"
	"net/url"
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"muster/app"
	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
)

// backUp asks where a copy of all campaigns is to go.
func (w *Window) backUp() {
	var l *leaf
	then := func(do func()) func() {
		return func() {
			l.popup.Hide()
			do()
		}
	}
	about := newProse(sizeText, colorMuted, plain(say.Text("A backup is one file with all campaigns and all their updates. "+
		"Muster makes one every day in its data folder, and keeps the last seven. One on another disk outlives this computer.")))
	l = w.layLeaf(say.Text("Back up"), 520, about,
		newMainButton(say.Text("Into another folder…"), then(w.chooseBackupFolder)),
		newButton(say.Text("Into the data folder"), then(func() { w.backUpTo("") })),
		newButton(say.Text("Cancel"), then(func() {})))
}

// chooseBackupFolder asks for the folder that a backup is to go to.
func (w *Window) chooseBackupFolder() {
	w.chooseFolder(say.Text("Back up into"), say.Text("Back up here"), func(folder string) {
		day := campaign.DayOf(w.muster.Now(), zoneOf(w.snapshot))
		w.backUpTo(filepath.Join(folder, "muster-backup-"+day.String()+".db"))
	})
}

// backUpTo writes a backup; an empty path is a dated one in the data folder.
func (w *Window) backUpTo(path string) {
	var written string
	w.work(func(context.Context) (err error) {
		written, err = w.muster.Backup(path)
		return err
	}, func(err error) {
		if err == nil {
			w.changed() // the sidebar says when the last backup was made
			w.toast(say.Text("Backed up as %s.", filepath.Base(written)), say.Text("Open the folder"), func() { w.openFolder(filepath.Dir(written)) })
		}
	})
}

// chooseBackup asks for the backup to restore.
func (w *Window) chooseBackup() {
	w.chooseFileIn(filepath.Join(w.muster.Dir(), "backups"), say.Text("Restore a backup"), []string{backupEnding}, w.offerRestore)
}

// offerRestore asks whether a backup is to take the place of everything.
func (w *Window) offerRestore(path string) {
	w.ask(question{
		asks: say.Text("Replace all campaigns by %s?", filepath.Base(path)),
		more: say.Text("All campaigns go back to how they were in that backup. What is there now is kept as a backup too."),
		does: say.Text("Restore"), risky: true,
		do: func() { w.restore(path) },
	})
}

// restore replaces everything by a backup, and opens what is there then.
func (w *Window) restore(path string) {
	var kept string
	w.work(func(context.Context) (err error) {
		kept, err = w.muster.Restore(path)
		return err
	}, func(err error) {
		if err == nil {
			w.leave()
			w.start()
			w.toast(say.Text("Restored. What was there before is kept as %s.", filepath.Base(kept)), "", nil)
		}
	})
}

// check reads all data back, and says what it found.
func (w *Window) check() {
	var found app.CheckResult
	w.toast(say.Text("Checking all data…"), "", nil)
	w.work(func(context.Context) (err error) {
		found, err = w.muster.Check()
		return err
	}, func(err error) {
		if err == nil {
			w.shell.toasts.dismiss()
			w.layCheck(found)
		}
	})
}

// layCheck lays what a check found over the window.
func (w *Window) layCheck(found app.CheckResult) {
	var l *leaf
	close := newButton(say.Text("Close"), func() { l.popup.Hide() })
	if len(found.Damage) == 0 {
		campaigns, updates := int64(found.Campaigns), int64(found.Updates)
		l = w.layLeaf(say.Text("All is well"), 460, newProse(sizeText, colorText, plain(say.Text("Every checksum and every sum agrees, in %s with %s.",
			say.Count("%s campaigns", campaigns, phrase.Count(campaigns)), say.Count("%s updates", updates, phrase.Count(updates))))), close)
		return
	}
	lines := container.New(column{gap: spaceXS}, newProse(sizeText, colorText,
		plain(say.Text("Some of the data cannot be trusted. Restore a backup that was made before it was damaged."))))
	for _, damage := range slices.Compact(found.Damage) {
		lines.Add(newProse(sizeLabel, colorMuted, plain(damage)))
	}
	restore := newMainButton(say.Text("Restore a backup…"), func() {
		l.popup.Hide()
		w.chooseBackup()
	})
	l = w.layLeaf(say.Text("The data is damaged"), 560, lines, restore, close)
}

// openDataFolder shows where the data lies, in the system's own window.
func (w *Window) openDataFolder() { w.openFolder(w.muster.Dir()) }

func (w *Window) openFolder(path string) {
	if err := fyne.CurrentApp().OpenURL(&url.URL{Scheme: "file", Path: filepath.ToSlash(path)}); err != nil {
		w.fail(err)
	}
}
