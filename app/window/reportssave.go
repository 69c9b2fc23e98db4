package window

import (
	"context"
	"errors"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"muster/app"
	"muster/app/phrase"
	"muster/app/report"
	"muster/app/say"
	"muster/campaign"
)

// zoneOf returns the time zone of what is shown, before anything is too.
func zoneOf(now app.Snapshot) *time.Location {
	if now.Zone == nil {
		return time.UTC
	}
	return now.Zone
}

// fileName proposes a name for a report: that of the campaign and the day,
// without what file systems refuse.
func fileName(name string, day campaign.Day, f report.Format) string {
	clean := strings.Map(func(r rune) rune {
		if strings.ContainsRune(`/\:*?"<>|`, r) || unicode.IsControl(r) {
			return '-'
		}
		return r
	}, name)
	const most = 80 // runes
	if runes := []rune(clean); len(runes) > most {
		clean = string(runes[:most])
	}
	if clean = strings.Trim(clean, " ."); clean == "" {
		clean = say.Text("Report")
	}
	return clean + " " + day.String() + "." + string(f)
}

// withEnding returns a file name with the ending of a kind of report, in place
// of that of another kind.
func withEnding(name string, f report.Format) string {
	name = strings.TrimSpace(name)
	if _, err := report.FormatOf(name); err == nil {
		name = strings.TrimSuffix(name, filepath.Ext(name))
	}
	return name + "." + string(f)
}

// shortFolder writes the home folder as people do.
func shortFolder(folder string) string {
	home, err := os.UserHomeDir()
	if err != nil {
		return folder
	}
	rest, ok := strings.CutPrefix(folder, home)
	switch {
	case ok && rest == "":
		return say.Text("your home folder")
	case ok && rest[0] == filepath.Separator:
		return "~" + rest
	}
	return folder
}

// chooseFolder asks for the folder that reports are saved in.
func (r *reports) chooseFolder() {
	r.w.chooseFolder(say.Text("Save reports in"), say.Text("Choose"), func(path string) {
		r.folder.set(shortFolder(path))
		r.Refresh()
	})
}

// keep saves the report, asking first where another file is in its place.
func (r *reports) keep() {
	if r.save.Disabled() || r.w.desk == nil {
		return
	}
	name := withEnding(r.file.Text, r.format)
	if strings.TrimSuffix(name, "."+string(r.format)) == "" {
		r.w.fail(errors.New(say.Text("give the report a file name")))
		return
	}
	path := filepath.Join(r.w.settings.folder(), name)
	taken := false
	r.w.work(func(context.Context) error {
		_, err := os.Stat(path)
		taken = err == nil
		if errors.Is(err, fs.ErrNotExist) {
			err = nil
		}
		return err
	}, func(err error) {
		switch {
		case err != nil:
		case taken:
			r.askReplace(path)
		default:
			r.write(path)
		}
	})
}

// askReplace asks whether a file may be replaced.
func (r *reports) askReplace(path string) {
	var popup *widget.PopUp
	question := newProse(sizeGap, colorText, run{words: say.Text("Replace %s?", filepath.Base(path)), bold: true})
	more := newProse(sizeText, colorMuted, plain(say.Text("There is a file of that name in %s. It stays whole until the new one is complete.", shortFolder(filepath.Dir(path)))))
	replace := newMainButton(say.Text("Replace"), func() {
		popup.Hide()
		r.write(path)
	})
	popup = r.w.lay(container.New(column{gap: spaceM}, question, more,
		container.New(beside{gap: spaceS}, replace, newButton(say.Text("Cancel"), func() { popup.Hide() }))), 420)
	r.w.Canvas().FocusNext()
}

// linesBetweenNews is how many lines of the ledger go by between two words on
// how far it is.
const linesBetweenNews = 10_000

// write writes the report that is shown, away from the window's goroutine.
func (r *reports) write(path string) {
	w, desk, now, options := r.w, r.w.desk, r.now, r.chosen()
	r.working(true)
	r.cancel = w.work(func(ctx context.Context) error {
		dossier, err := desk.Dossier(ctx, now.Standing.AsOf, options.Since)
		if err != nil {
			return err
		}
		n := 0
		return report.Save(path, dossier, options, func(each func(app.Line) error) error {
			return desk.Each(now.Lines(), func(line app.Line) error {
				if n++; n%linesBetweenNews == 0 {
					said := say.Text("%s of %s lines", phrase.Count(int64(n)), phrase.Count(int64(now.Standing.Updates)))
					w.threads.ui(func() { r.busy.set(said) })
				}
				if err := ctx.Err(); err != nil {
					return err
				}
				return each(line)
			})
		})
	}, func(err error) {
		r.working(false)
		switch {
		case errors.Is(err, context.Canceled):
			w.toast(say.Text("Cancelled. Nothing was written."), "", nil)
		case err == nil:
			w.settings.setLastReport(now.Campaign.ID, now.Standing.AsOf)
			w.toast(say.Text("Saved as %s.", shortFolder(path)), say.Text("Open"), func() { r.open(path) })
		}
	})
}

// working shows that a report is being written.
func (r *reports) working(yes bool) {
	enable(r.save, !yes)
	r.busy.set(say.Text("Writing…"))
	r.stop.Hidden = !yes
	r.Refresh()
}

// open opens a file with the program that the system has for it.
func (r *reports) open(path string) {
	if err := fyne.CurrentApp().OpenURL(&url.URL{Scheme: "file", Path: filepath.ToSlash(path)}); err != nil {
		r.w.fail(err)
	}
}
