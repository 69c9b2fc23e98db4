package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"muster/app"
	"muster/app/report"
	"muster/app/say"
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
	detail  *text // what the chosen kind is for
	preview *preview
	file    *entry
	folder  *text
	named   bool // the file name is not the one proposed
	save    *button
	same    *sameAgain
	writing *writing
	scroll  *container.Scroll // of the choices
	left    fyne.CanvasObject
	right   fyne.CanvasObject
}

func newReports(w *Window) *reports {
	r := &reports{
		w: w, format: report.FormatPDF, preview: newPreview(w),
		file: newEntry(), folder: newText("", sizeLabel, colorMuted), writing: newWriting(w.threads),
	}
	r.file.OnChanged = func(string) { r.named = true }
	r.file.OnSubmitted = func(string) { r.keep() }
	r.folder.shrinks = true
	r.save = makeButton(say.Text("Save"), widget.HighImportance, r.keep)
	r.same = newSameAgain(r.saveSame)
	r.options = newReportOptions(w, r.look, r.Refresh)
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
	r.same.show(r.w.settings.lastReport(now.Campaign.ID), now)
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
	r.detail.set(kindWords[f][1].Text())
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
		name = proposedName(r.now, r.format)
	}
	if r.file.Text != name {
		r.file.Text = name
		r.file.CursorColumn = 0
		r.file.Refresh()
	}
}

// choices returns the card on the left: which report, and where to.
func (r *reports) choices() fyne.CanvasObject {
	list := container.NewGridWithColumns(2)
	r.detail = newText("", sizeLabel, colorMuted)
	r.detail.shrinks = true
	for _, f := range report.Formats() {
		k := newReportKind(f, r.choose)
		r.kinds = append(r.kinds, k)
		list.Add(k)
	}
	where := container.New(ends{gap: spaceXS}, r.folder, newButton(say.Text("Change…"), r.chooseFolder))
	const reach = 8 // beyond the others, for the scroll bar and the edges of fields
	r.scroll = container.NewVScroll(container.New(padded{left: reach, top: 2, right: reach, bottom: 2}, container.New(column{gap: 10}, container.New(column{gap: spaceXS}, list, r.detail), r.options.content, r.charts.content,
		newField(say.Text("File name"), r.file), newField(say.Text("Folder"), where))))
	head := container.New(padded{bottom: 8}, newHeading(say.Text("Report")))
	foot := container.New(column{gap: 10}, r.save, r.same.content, r.writing.content)
	return newCard(container.New(headAndFoot{gap: 10}, head, container.New(padded{left: -reach, right: -reach}, r.scroll), foot))
}

// CreateRenderer implements fyne.Widget.
func (r *reports) CreateRenderer() fyne.WidgetRenderer { return &reportsRenderer{r} }

type reportsRenderer struct{ reports *reports }

func (r *reportsRenderer) Destroy()           {}
func (r *reportsRenderer) MinSize() fyne.Size { return fyne.NewSize(420, 200) }

func (r *reportsRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.reports.left, r.reports.right}
}

// Layout puts the choices beside the preview, which takes the most room. They
// scroll where they are higher than the window.
func (r *reportsRenderer) Layout(size fyne.Size) {
	side := max(272, min(330, size.Width*0.32), min(r.reports.scroll.Content.MinSize().Width+24, size.Width/2)) // words are longer in some languages
	place(r.reports.left, 0, 0, side, size.Height)
	scroll := r.reports.scroll
	if spare := scroll.Size().Height - heightAt(scroll.Content, scroll.Size().Width); spare > 0 {
		place(r.reports.left, 0, 0, side, size.Height-spare)
	}
	place(r.reports.right, side+spaceM, 0, size.Width-side-spaceM, size.Height)
}

func (r *reportsRenderer) Refresh() {
	r.reports.left.Refresh()
	r.Layout(r.reports.Size())
	r.reports.right.Refresh()
}
