package window

import (
	"bytes"
	"errors"
	"image"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"muster/app"
	"muster/app/phrase"
	"muster/app/report"
	"muster/app/say"
)

// chartChoice is where it is chosen what a picture shows.
type chartChoice struct {
	which   *selection
	content *fyne.Container
}

func newChartChoice(chosen func()) *chartChoice {
	c := &chartChoice{which: newSelect(say.Text("Picture"), func(string) { chosen() })}
	for _, chart := range report.Charts() {
		c.which.Options = append(c.which.Options, chart.Title())
	}
	c.which.Selected = report.ChartPledges.Title()
	c.content = container.New(column{}, newField(say.Text("Picture"), c.which))
	return c
}

// chart returns what is chosen.
func (c *chartChoice) chart() report.Chart {
	if i := c.which.SelectedIndex(); i >= 0 {
		return report.Charts()[i]
	}
	return ""
}

// use chooses what was chosen for another picture.
func (c *chartChoice) use(chart report.Chart) {
	if slices.Contains(report.Charts(), chart) {
		c.which.Selected = chart.Title()
		c.which.Refresh()
	}
}

// picture returns the picture as it will be saved, or why there is none.
func (p *preview) picture(d app.Dossier, o report.Options) (func() []fyne.CanvasObject, error) {
	picture, err := report.Picture(d, o)
	if errors.Is(err, report.ErrChart) {
		return func() []fyne.CanvasObject {
			return []fyne.CanvasObject{newProse(sizeText, colorMuted, plain(phrase.Sentence(err)))}
		}, nil
	}
	if err != nil {
		return nil, err
	}
	width, height := picture.Size()
	wide := report.Pixels(picture)
	words := say.Text("A PNG is %s by %s pixels.", phrase.Count(int64(wide)), phrase.Count(int64(float64(wide)*height/width)))
	return func() []fyne.CanvasObject {
		sheet := newSheet(p.w.threads, float32(height/width), &shelf{room: mostShelved}, func(width int) image.Image { return picture.Image(width) })
		return []fyne.CanvasObject{sheet, newProse(sizeLabel, colorMuted, plain(words))}
	}, nil
}

// message returns the text for a chat, to be copied.
func (p *preview) message(d app.Dossier) (func() []fyne.CanvasObject, error) {
	var file bytes.Buffer
	if err := report.Message(&file, d); err != nil {
		return nil, err
	}
	return func() []fyne.CanvasObject {
		copied := newButton(say.Text("Copy"), func() {
			fyne.CurrentApp().Clipboard().SetContent(file.String())
			p.w.toast(say.Text("Copied: paste it into a chat."), "", nil)
		})
		all := []fyne.CanvasObject{newProse(sizeText, colorMuted, plain(say.Text("Markdown, which most chats show with bold names and a list."))),
			container.New(beside{gap: spaceS}, copied)}
		for line := range strings.Lines(file.String()) {
			if line = strings.TrimSpace(line); line != "" {
				all = append(all, newProse(sizeText, colorText, plain(line)))
			}
		}
		return all
	}, nil
}
