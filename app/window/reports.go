package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"muster/app"
	"muster/app/report"
	"muster/app/say"
	"muster/campaign"
)

// reports is the screen where a report is chosen, looked at and saved.
type reports struct {
	widget.BaseWidget
	w       *Window
	now     app.Snapshot
	format  report.Format
	options *reportOptions
	charts  *chartChoice
	kinds   []*reportKind
	preview *preview
	file    *entry
	folder  *text
	named   bool // the file name is not the one proposed
	save    *button
	busy    *text // what the saving is at
	stop    *fyne.Container
	cancel  func()
	left    fyne.CanvasObject
	right   fyne.CanvasObject
}

func newReports(w *Window) *reports {
	r := &reports{
		w: w, format: report.FormatPDF, preview: newPreview(w),
		file: newEntry(), folder: newText("", sizeLabel, colorMuted),
		busy: newText("", sizeLabel, colorMuted), cancel: func() {},
	}
	r.file.OnChanged = func(string) { r.named = true }
	r.file.OnSubmitted = func(string) { r.keep() }
	r.folder.shrinks = true
	r.save = makeButton(say.Text("Save"), widget.HighImportance, r.keep)
	r.stop = container.New(ends{gap: spaceS}, r.busy, newButton(say.Text("Cancel"), func() { r.cancel() }))
	r.stop.Hide()
	r.options = newReportOptions(w, func(report.Options) { r.look() })
	r.charts = newChartChoice(r.look)
	r.left, r.right = r.choices(), newTitledCard(newHeading(say.Text("Preview")), r.preview)
	r.folder.set(shortFolder(w.settings.folder()))
	r.choose(report.FormatPDF)
	r.ExtendBaseWidget(r)
	return r
}

func (r *reports) show(now app.Snapshot) {
	if now.Campaign.ID != r.now.Campaign.ID {
		r.named = false
	}
	r.options.show(now)
	r.now = now
	r.propose()
	r.look()
	r.Refresh()
}

// look shows what the report will be. What is not seen need not be drawn.
func (r *reports) look() {
	if r.Visible() {
		r.preview.show(r.format, r.chosen(), r.now)
	}
}

// chosen returns all that is chosen about the report.
func (r *reports) chosen() report.Options {
	o := r.options.options()
	o.Chart = r.charts.chart()
	return o
}

// Show implements fyne.CanvasObject.
func (r *reports) Show() {
	r.BaseWidget.Show()
	r.look()
}

// choose turns to another kind of report.
func (r *reports) choose(f report.Format) {
	r.format = f
	r.options.content.Hidden = f != report.FormatPDF
	r.charts.content.Hidden = f != report.FormatPNG && f != report.FormatSVG
	for _, k := range r.kinds {
		k.choose(k.format == f)
	}
	r.propose()
	r.look()
	r.Refresh()
}

// propose puts a file name into the field, or another ending behind the one
// that was typed.
func (r *reports) propose() {
	name := withEnding(r.file.Text, r.format)
	if !r.named || r.file.Text == "" {
		name = fileName(r.now.Campaign.Name, campaign.DayOf(r.now.Standing.AsOf, zoneOf(r.now)), r.format)
	}
	if r.file.Text != name {
		r.file.Text = name
		r.file.CursorColumn = 0
		r.file.Refresh()
	}
}

// choices returns the card on the left: which report, and where to.
func (r *reports) choices() fyne.CanvasObject {
	list := container.New(column{gap: 2})
	for _, f := range report.Formats() {
		k := newReportKind(f, r.choose)
		r.kinds = append(r.kinds, k)
		list.Add(k)
	}
	where := container.New(ends{gap: spaceXS}, r.folder, newButton(say.Text("Change…"), r.chooseFolder))
	return newCard(container.New(column{gap: 10}, newHeading(say.Text("Report")), list, r.options.content, r.charts.content,
		newField(say.Text("File name"), r.file), newField(say.Text("Folder"), where), r.save, r.stop))
}

// CreateRenderer implements fyne.Widget.
func (r *reports) CreateRenderer() fyne.WidgetRenderer { return &reportsRenderer{r} }

type reportsRenderer struct{ reports *reports }

func (r *reportsRenderer) Destroy()           {}
func (r *reportsRenderer) MinSize() fyne.Size { return fyne.NewSize(420, 200) }

func (r *reportsRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.reports.left, r.reports.right}
}

// Layout puts the choices beside the preview, which takes the most room.
func (r *reportsRenderer) Layout(size fyne.Size) {
	side := max(250, min(330, size.Width*0.32))
	place(r.reports.left, 0, 0, side, heightAt(r.reports.left, side))
	place(r.reports.right, side+spaceM, 0, size.Width-side-spaceM, size.Height)
}

func (r *reportsRenderer) Refresh() {
	r.reports.left.Refresh()
	r.Layout(r.reports.Size())
	r.reports.right.Refresh()
}
