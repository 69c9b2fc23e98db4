package window

import (
	"bytes"
	"context"
	"image"
	"image/png"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"muster/app"
	"muster/app/phrase"
	"muster/app/report"
)

// preview shows what a report will be: its pages as they will print, the
// picture itself, or what is in it. It is made from the same snapshot.
type preview struct {
	widget.BaseWidget
	w      *Window
	box    *fyne.Container
	scroll *container.Scroll
	asked  int
}

func newPreview(w *Window) *preview {
	p := &preview{w: w, box: container.New(column{gap: spaceM})}
	p.scroll = container.NewVScroll(container.New(padded{right: 10, bottom: spaceS}, p.box))
	p.ExtendBaseWidget(p)
	return p
}

// show previews a report of a snapshot. What was shown stays until it is ready.
func (p *preview) show(f report.Format, now app.Snapshot) {
	if now.Zone == nil { // nothing is open yet
		return
	}
	p.asked++
	asked := p.asked
	var parts []fyne.CanvasObject
	p.w.work(func(context.Context) (err error) {
		parts, err = p.make(f, now)
		return err
	}, func(err error) {
		if err == nil && asked == p.asked {
			p.box.Objects = parts
			p.box.Refresh()
			p.Refresh()
		}
	})
}

// make lays the preview out, away from the window's goroutine.
func (p *preview) make(f report.Format, now app.Snapshot) ([]fyne.CanvasObject, error) {
	switch f {
	case report.FormatPDF:
		return p.pages(now), nil
	case report.FormatWorkbook:
		return sheetList(now), nil
	case report.FormatCSV:
		return csvLines(now)
	}
	return p.picture(now)
}

// pages returns the pages, each as wide as there is room.
func (p *preview) pages(now app.Snapshot) []fyne.CanvasObject {
	var all []fyne.CanvasObject
	for _, page := range report.Pages(now) {
		all = append(all, newSheet(p.w.threads, 297.0/210, func(width int) image.Image { return page.Image(width) }))
	}
	return all
}

// picture returns the chart as it will be saved.
func (p *preview) picture(now app.Snapshot) ([]fyne.CanvasObject, error) {
	var file bytes.Buffer
	if err := report.PNG(&file, now); err != nil {
		return nil, err
	}
	img, err := png.Decode(&file)
	if err != nil {
		return nil, err
	}
	size := img.Bounds().Size()
	return []fyne.CanvasObject{
		newSheet(p.w.threads, float32(size.Y)/float32(size.X), func(int) image.Image { return img }),
		newProse(sizeLabel, colorMuted, plain("Pledges at the end of each day, with the thresholds. A PNG is "+
			phrase.Count(int64(size.X))+" by "+phrase.Count(int64(size.Y))+" pixels.")),
	}, nil
}

// sheetList says what is on the sheets of the workbook.
func sheetList(now app.Snapshot) []fyne.CanvasObject {
	var all []fyne.CanvasObject
	for _, part := range report.Parts(now) {
		name := newText(part.Name, sizeGap, colorText)
		name.style.Bold = true
		all = append(all, container.New(column{gap: 2}, name, newProse(sizeText, colorMuted, plain(part.Holds))))
	}
	return all
}

// csvShown is how many of the newest lines the preview of a CSV file shows.
const csvShown = 12

// csvLines returns the head of the file and its last lines.
func csvLines(now app.Snapshot) ([]fyne.CanvasObject, error) {
	var file bytes.Buffer
	newest := slices.Clone(now.Latest[:min(csvShown, len(now.Latest))])
	slices.Reverse(newest)
	err := report.CSV(&file, now, func(each func(app.Line) error) error {
		for _, line := range newest {
			if err := each(line); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	head := phrase.Plural(int64(now.Standing.Updates), "line", "lines") + " below the names of the columns, oldest first."
	if now.Standing.Updates > len(newest) {
		head += " These are the last:"
	}
	rows := container.New(column{gap: 6})
	for line := range strings.Lines(file.String()) {
		row := newText(strings.TrimSpace(line), sizeLabel, colorText)
		row.style.Monospace = true
		rows.Add(row)
	}
	lines := container.NewHScroll(container.New(padded{bottom: 14}, rows))
	return []fyne.CanvasObject{newProse(sizeText, colorMuted, plain(head)), lines}, nil
}

// CreateRenderer implements fyne.Widget.
func (p *preview) CreateRenderer() fyne.WidgetRenderer { return &previewRenderer{p} }

type previewRenderer struct{ preview *preview }

func (r *previewRenderer) Destroy()                     {}
func (r *previewRenderer) MinSize() fyne.Size           { return fyne.NewSize(200, 120) }
func (r *previewRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.preview.scroll} }

func (r *previewRenderer) Layout(size fyne.Size) {
	heightAt(r.preview.scroll.Content, size.Width)
	r.preview.scroll.Resize(size)
}

func (r *previewRenderer) Refresh() {
	r.Layout(r.preview.Size())
	r.preview.scroll.Refresh()
}
