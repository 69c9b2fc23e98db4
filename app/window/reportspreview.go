package window

import (
	"context"
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"muster/app"
	"muster/app/report"
	"muster/app/say"
)

// preview shows what a report will be: its pages as they will print, the
// picture itself, or what is in it. It is made from the same snapshot.
type preview struct {
	widget.BaseWidget
	w       *Window
	box     *fyne.Container
	scroll  *container.Scroll
	instead *standIn // of the first one
	asked   int
}

func newPreview(w *Window) *preview {
	p := &preview{w: w, box: container.New(column{gap: spaceM})}
	p.scroll = container.NewVScroll(container.New(padded{right: 10, bottom: spaceS}, p.box))
	p.instead = newStandIn(w.threads, p.Refresh)
	p.ExtendBaseWidget(p)
	return p
}

// show previews a report of a snapshot. What was shown stays until it is ready.
func (p *preview) show(f report.Format, o report.Options, now app.Snapshot) {
	if now.Zone == nil { // nothing is open yet
		return
	}
	p.asked++
	asked := p.asked
	var parts func() []fyne.CanvasObject
	if len(p.box.Objects) == 0 {
		p.instead.wait(say.Text("Drawing the preview…"))
	}
	p.w.work(func(ctx context.Context) (err error) {
		parts, err = p.prepare(ctx, f, o, now)
		return err
	}, func(err error) {
		if asked != p.asked {
			return
		}
		p.instead.done()
		if err != nil {
			p.box.Objects = nil // it would be of something else
			p.instead.fail(say.Text("The preview cannot be made"), err, func() { p.show(f, o, now) })
		} else {
			p.box.Objects = parts()
			p.box.Refresh()
			p.Refresh()
		}
	})
}

// prepare works the preview out, away from the window's goroutine, and returns
// what makes its widgets on it.
func (p *preview) prepare(ctx context.Context, f report.Format, o report.Options, now app.Snapshot) (func() []fyne.CanvasObject, error) {
	switch f {
	case report.FormatWorkbook:
		return func() []fyne.CanvasObject { return partList(report.Parts(now)) }, nil
	case report.FormatCSV:
		return csvLines(now)
	case formatCalendar:
		return calendarDays(now)
	}
	dossier, err := now.Dossier(), error(nil)
	if p.w.desk != nil {
		dossier, err = p.w.desk.Dossier(ctx, now.Standing.AsOf, o.Since)
	}
	if err != nil {
		return nil, err
	}
	switch f {
	case report.FormatPNG, report.FormatSVG:
		return p.picture(dossier, o)
	case report.FormatMessage:
		return p.message(dossier)
	}
	pages := report.Pages(dossier, o)
	return func() []fyne.CanvasObject { return p.pages(pages) }, nil
}

// pages returns the pages, each as wide as there is room.
func (p *preview) pages(pages []*report.Page) []fyne.CanvasObject {
	var all []fyne.CanvasObject
	shelf := &shelf{room: mostShelved}
	for _, page := range pages {
		width, height := page.Size()
		all = append(all, newSheet(p.w.threads, float32(height/width), shelf, func(width int) image.Image { return page.Image(width) }))
	}
	return all
}

// partList says what is on the sheets of the workbook.
func partList(parts []report.Part) []fyne.CanvasObject {
	var all []fyne.CanvasObject
	for _, part := range parts {
		name := newText(part.Name, sizeGap, colorText)
		name.style.Bold = true
		all = append(all, container.New(column{gap: 2}, name, newProse(sizeText, colorMuted, plain(part.Holds))))
	}
	return all
}

// CreateRenderer implements fyne.Widget.
func (p *preview) CreateRenderer() fyne.WidgetRenderer { return &previewRenderer{p} }

type previewRenderer struct{ preview *preview }

func (r *previewRenderer) Destroy()           {}
func (r *previewRenderer) MinSize() fyne.Size { return fyne.NewSize(200, 120) }

func (r *previewRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.preview.scroll, r.preview.instead}
}

func (r *previewRenderer) Layout(size fyne.Size) {
	heightAt(r.preview.scroll.Content, size.Width)
	r.preview.scroll.Resize(size)
	r.preview.instead.Resize(size)
}

func (r *previewRenderer) Refresh() {
	r.Layout(r.preview.Size())
	r.preview.scroll.Refresh()
	canvas.Refresh(r.preview)
}
