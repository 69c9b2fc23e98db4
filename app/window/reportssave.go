package window

import (
	"context"
	"errors"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"muster/app"
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

// fileName proposes a name for a report: that of the campaign and the day.
func fileName(name string, day campaign.Day, f report.Format) string {
	const most = 160 // bytes, which leaves room for what stands behind
	clean := cleanName(name)
	for len(clean) > most {
		_, last := utf8.DecodeLastRuneInString(clean)
		clean = clean[:len(clean)-last]
	}
	if clean = strings.Trim(clean, " ."); clean == "" {
		clean = say.Text("Report")
	}
	return clean + " " + day.String() + "." + string(f)
}

// cleanName returns a name without what file systems refuse.
func cleanName(name string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(`/\:*?"<>|`, r) || unicode.IsControl(r) {
			return '-'
		}
		return r
	}, strings.ToValidUTF8(name, "-"))
}

// proposedName is the name that is proposed for a report of a snapshot.
func proposedName(now app.Snapshot, f report.Format) string {
	return fileName(now.Campaign.Name, campaign.DayOf(now.Standing.AsOf, zoneOf(now)), f)
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

// keep saves the report, asking first where a file is in its place.
func (r *reports) keep() {
	name := withEnding(cleanName(r.file.Text), r.format)
	switch {
	case r.save.Disabled() || r.w.desk == nil:
	case strings.TrimSuffix(name, "."+string(r.format)) == "":
		r.w.fail(errors.New(say.Text("give the report a file name")))
	case r.format == report.FormatPDF && r.options.trouble() != "":
		r.w.fail(errors.New(r.options.trouble()))
	default:
		r.saveTo(filepath.Join(r.w.settings.folder(), name), func(string, os.FileInfo) bool { return false })
	}
}

// saveSame saves what was saved last anew. Its own file needs no question.
func (r *reports) saveSame() {
	last := r.w.settings.lastReport(r.now.Campaign.ID)
	if r.save.Disabled() || r.w.desk == nil || !last.again() {
		return
	}
	r.options.use(last)
	r.charts.use(last.Chart)
	path := last.file(r.now)
	r.w.settings.setFolder(filepath.Dir(path))
	r.folder.set(shortFolder(filepath.Dir(path)))
	r.named, r.file.Text = !last.Proposed, filepath.Base(path)
	r.file.Refresh()
	r.choose(last.Format)
	r.saveTo(path, last.isOwn)
}

// saveTo saves the report, asking first where a file is in its place that may
// not be replaced unasked.
func (r *reports) saveTo(path string, may func(string, os.FileInfo) bool) {
	r.w.unlessTaken(path, may, func() { r.write(path) })
}

// write writes the report that is shown, away from the window's goroutine.
func (r *reports) write(path string) {
	w, desk, now, options := r.w, r.w.desk, r.now, r.chosen()
	saved := lastReport{Format: r.format, Brief: options.Brief, Paper: options.Paper, Chart: options.Chart, Changes: r.options.changes,
		Path: path, Proposed: filepath.Base(path) == proposedName(now, r.format)}
	r.working(true)
	r.writing.cancel = w.workOnFile(func(ctx context.Context) error {
		dossier, err := desk.Dossier(ctx, now.Standing.AsOf, options.Since)
		if err != nil {
			return err
		}
		lines := r.writing.lines(now.Standing.Updates, func(each func(app.Line) error) error { return desk.Each(now.Lines(), each) })
		if err := report.Save(ctx, path, dossier, options, lines); err != nil {
			return err
		}
		if file, err := os.Stat(path); err == nil {
			saved.Written = file.ModTime()
		}
		return nil
	}, func(err error) {
		r.working(false)
		switch {
		case errors.Is(err, context.Canceled):
			w.toast(say.Text("Cancelled. Nothing was written."), "", nil)
		case err == nil:
			r.remember(saved, now)
			w.toast(say.Text("Saved as %s.", shortFolder(path)), say.Text("Open"), func() { r.open(path) })
		}
	})
}

// remember notes what was saved of a snapshot.
func (r *reports) remember(saved lastReport, now app.Snapshot) {
	before := r.w.settings.lastReport(now.Campaign.ID)
	if saved.Told, saved.Before = before.Told, before.Before; saved.Format == report.FormatPDF {
		saved = saved.told(now)
	}
	r.w.settings.setLastReport(now.Campaign.ID, saved)
	if r.now.Campaign.ID == now.Campaign.ID { // still shown
		r.same.show(saved, r.now)
		r.Refresh()
	}
}

// working shows that a report is being written.
func (r *reports) working(yes bool) {
	enable(r.save, !yes)
	enable(r.same.button, !yes)
	r.same.file.Hidden = yes // makes room
	r.writing.show(yes)
	r.Refresh()
}

// open opens a file with the program that the system has for it.
func (r *reports) open(path string) {
	if err := fyne.CurrentApp().OpenURL(&url.URL{Scheme: "file", Path: filepath.ToSlash(path)}); err != nil {
		r.w.fail(err)
	}
}
