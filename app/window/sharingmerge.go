package window

import (
	"context"
	"errors"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"muster/app"
	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
)

// choosePack asks for a pack to merge.
func (w *Window) choosePack() {
	w.chooseFile(say.Text("Merge a pack"), []string{packEnding}, func(path string) {
		w.lookAtPack(path, "", func(err error) {
			if err != nil {
				w.refuseFile(path, err)
			}
		})
	})
}

// lookAtPack says what merging a pack would do, and does it when told to. It
// asks for the passphrase of one that is locked. Looked is called once that is
// said or asked, or with the reason why it cannot be.
func (w *Window) lookAtPack(path, passphrase string, looked func(error)) {
	busy := w.layBusy(say.Text("Reading %s", filepath.Base(path)))
	var found app.MergeResult
	var refused error
	busy.cancels(w.work(func(ctx context.Context) error {
		found, refused = w.muster.Merge(ctx, path, app.MergeOptions{Passphrase: passphrase, DryRun: true})
		return nil // said by whoever asked
	}, func(error) {
		busy.done()
		switch {
		case errors.Is(refused, context.Canceled):
			refused = nil
		case errors.Is(refused, campaign.ErrPassphrase):
			w.askPassphrase(path, passphrase, refused)
			refused = nil
		case errors.Is(refused, campaign.ErrNameTaken) && found.Name != "":
			w.makeWay(path, passphrase, found)
			refused = nil
		case refused == nil:
			w.offerMerge(path, passphrase, found)
		}
		looked(refused)
	}))
}

// askPassphrase asks for the passphrase of a pack; after one that was tried it
// says why that is not it.
func (w *Window) askPassphrase(path, tried string, why error) {
	secret := newSecret()
	f := newField(say.Text("Passphrase"), secret)
	if tried != "" {
		f.say(phrase.Sentence(why), "")
	}
	var popup *widget.PopUp
	open := func() {
		if secret.Text == "" {
			f.say(say.Text("Type the passphrase."), "")
			fit(popup)
			return
		}
		popup.Hide()
		w.lookAtPack(path, secret.Text, func(err error) {
			if err != nil {
				w.refuseFile(path, err)
			}
		})
	}
	secret.OnSubmitted = func(string) { open() }
	popup = w.lay(container.New(column{gap: spaceM},
		newProse(sizeGap, colorText, run{words: say.Text("%s is locked", filepath.Base(path)), bold: true}),
		newProse(sizeText, colorMuted, plain(say.Text("Whoever made it knows the passphrase."))), f,
		container.New(beside{gap: spaceS}, newMainButton(say.Text("Open"), open), newButton(say.Text("Cancel"), func() { popup.Hide() }))), 440)
	w.Canvas().Focus(secret)
}

// offerMerge lays what merging a pack would do over the window.
func (w *Window) offerMerge(path, passphrase string, found app.MergeResult) {
	var l *leaf
	text := container.New(column{gap: spaceS}, newProse(sizeText, colorMuted, plain(packFrom(found))))
	for _, words := range w.mergeWords(found) {
		text.Add(newProse(sizeText, colorText, plain(words)))
	}
	closing, buttons := say.Text("Close"), []fyne.CanvasObject{}
	if brings(found) {
		closing = say.Text("Cancel")
		buttons = append(buttons, newMainButton(w.mergeWord(found), func() {
			l.popup.Hide()
			w.merge(path, passphrase)
		}))
	}
	buttons = append(buttons, newButton(closing, func() { l.popup.Hide() }))
	l = w.layLeaf(filepath.Base(path), 520, text, buttons...)
}

// brings reports whether a pack holds anything that is not here.
func brings(found app.MergeResult) bool {
	return found.Created || found.Added > 0 || found.Revisions > 0 || found.Quarantined > 0
}

// packFrom says of which campaign a pack is, and which device made it.
func packFrom(found app.MergeResult) string {
	return say.Text("A pack of the campaign “%[1]s”, made on %[2]s (%[3]s).", found.Name,
		deviceName(found.Maker.Name, found.Maker.Key), found.Maker.Key.Fingerprint())
}

// mergeWords says what merging a pack would do.
func (w *Window) mergeWords(found app.MergeResult) []string {
	var said []string
	switch {
	case found.Created:
		said = append(said, say.Text("That campaign is not on this computer yet. It is brought along with its plan, and opened."))
	case w.desk != nil && found.Campaign != w.present.Campaign.ID:
		said = append(said, say.Text("That is another campaign than the one that is open, “%s”. It is merged where it belongs, and opened.", w.present.Campaign.Name))
	}
	if n := int64(found.Added); n > 0 {
		said = append(said, say.Count("%s updates are new.", n, phrase.Count(n)))
	}
	if n := int64(found.Duplicates); n > 0 {
		said = append(said, say.Count("%s updates are here already, and are not counted twice.", n, phrase.Count(n)))
	}
	if n := int64(found.Quarantined); n > 0 {
		said = append(said, say.Count("%s updates cannot be believed: they go into quarantine, are shown there and do not count.", n, phrase.Count(n)))
	}
	if found.Revisions > 0 && !found.Created {
		said = append(said, say.Text("It brings changes of the plan. What two people changed differently is shown on the Plan screen."))
	}
	if !brings(found) {
		said = append(said, say.Text("There is nothing in it that is not here."))
	}
	return said
}

// mergeWord names the button that merges.
func (w *Window) mergeWord(found app.MergeResult) string {
	switch {
	case found.Created:
		return say.Text("Bring the campaign along")
	case w.desk != nil && found.Campaign != w.present.Campaign.ID:
		return say.Text("Merge into “%s”", shorten(found.Name, 30, letters))
	}
	return say.Text("Merge")
}

// merge merges a pack, which can be cancelled, and shows the campaign that it
// is of.
func (w *Window) merge(path, passphrase string) {
	busy := w.layBusy(say.Text("Merging %s", filepath.Base(path)))
	var done app.MergeResult
	busy.cancels(w.work(func(ctx context.Context) (err error) {
		done, err = w.muster.Merge(ctx, path, app.MergeOptions{Passphrase: passphrase, By: w.settings.by(),
			Progress: func(of, n int) {
				busy.say(say.Text("%[1]s of %[2]s updates", phrase.Count(int64(n)), phrase.Count(int64(of))))
			}})
		return err
	}, func(err error) {
		busy.done()
		switch {
		case errors.Is(err, context.Canceled):
			w.toast(say.Text("Cancelled. Nothing was changed."), "", nil)
		case err == nil:
			w.merged(path, done)
		}
	}))
}

// merged shows what came by a pack.
func (w *Window) merged(path string, done app.MergeResult) {
	if w.desk != nil && done.Campaign == w.desk.Campaign().ID {
		w.changed()
	} else {
		w.open(done.Campaign)
	}
	said := say.Count("%s updates merged from %s.", int64(done.Added), phrase.Count(int64(done.Added)), filepath.Base(path))
	switch {
	case done.Conflicts > 0:
		w.toast(said+" "+say.Text("Several people changed the plan."), say.Text("Look at the plan"), func() { w.shell.navigate("Plan") })
	case done.Quarantined > 0:
		w.toast(said+" "+say.Text("Some of it is in quarantine."), say.Text("Show"), func() { w.shell.navigate("Sharing") })
	case len(done.Met) > 0:
		w.toast(said+" "+say.Text("The device %s is new here.", deviceName(done.Met[0].Name, done.Met[0].Key)), say.Text("Show"), func() { w.shell.navigate("Sharing") })
	default:
		w.toast(said, "", nil)
	}
}
