package report

import (
	"image/png"
	"io"

	"muster/app"
	"muster/app/figure"
	"muster/app/say"
	"muster/campaign"
)

// The size of a chart as a picture of its own, in points, and how many pixels a
// point has in a PNG.
const (
	pictureWidth  = 800
	pictureHeight = 420
	pictureScale  = 2
)

// pictureStyle is how charts look in a picture.
var pictureStyle = figure.Style{Palette: paper, Text: 12}

// PNG writes a chart as an image of 1600 by 840 pixels, the card as one of 1200
// by 630. Errors: those of Picture.
func PNG(w io.Writer, d app.Dossier, o Options) error {
	p, err := Picture(d, o)
	if err != nil {
		return err
	}
	return png.Encode(w, p.Image(Pixels(p)))
}

// Pixels returns how many pixels wide a picture is as PNG.
func Pixels(p *Page) int {
	if p.width == cardWidth {
		return cardWidth // that size, and no other, is what networks show whole
	}
	return int(p.width) * pictureScale
}

// SVG writes a chart as vectors. Errors: those of Picture.
func SVG(w io.Writer, d app.Dossier, o Options) error {
	p, err := Picture(d, o)
	if err != nil {
		return err
	}
	return figure.SVG(w, p.width, p.height, p.Draw)
}

// Picture lays out the chart that is asked for, under its title and with the
// campaign and the moment below, since a picture goes where nothing else tells.
// Errors: ErrChart, campaign.ErrNoScenario.
func Picture(d app.Dossier, o Options) (*Page, error) {
	chart := chartOf(d, o)
	if chart == Card {
		return card(d), nil
	}
	l := newPicture(d, pictureWidth, pictureHeight)
	l.page.text(pictureSide, 32, single(chart.Title(), chapterInk, l.column), chapterInk, 0)
	words, err := l.drawn(chart, o, 44, l.height-56)
	if err != nil {
		return nil, err
	}
	l.page.text(pictureSide, l.height-34, single(words, mutedInk, l.column), mutedInk, 0)
	asOf := l.asOf()
	l.page.text(l.width-pictureSide, l.height-14, asOf, smallInk, 1)
	l.page.text(pictureSide, l.height-14, single(d.Campaign.Name, smallInk, l.column-smallInk.width(asOf)-20), smallInk, 0)
	return l.page, nil
}

const pictureSide = 24.0

// newPicture begins a page that is a picture by itself.
func newPicture(d app.Dossier, width, height float64) *layout {
	l := &layout{Dossier: d, width: width, height: height, column: width - 2*pictureSide, page: &Page{width: width, height: height}}
	l.page.box(0, 0, width, height, paper.Card)
	return l
}

// drawn draws a chart between two heights and returns what is to be said of it.
// Errors: ErrChart, campaign.ErrNoScenario.
func (l *layout) drawn(chart Chart, o Options, top, bottom float64) (string, error) {
	if chart == ChartPeople {
		return l.people(top, bottom)
	}
	scene, words, err := sceneOf(l.Dossier, o)
	if err != nil {
		return "", err
	}
	l.page.chart(pictureSide-4, top, l.column+8, bottom-top-8, scene)
	return words, nil
}

// people draws the share of the population as a crowd, with its words below.
// Error: ErrChart.
func (l *layout) people(top, bottom float64) (string, error) {
	share, of := l.shown()
	oneIn, _ := share.OneIn()
	room := bottom - top - 60
	crowd := figure.OneIn(oneIn, l.column, room)
	if of.Count == 0 || crowd.Height == 0 {
		return "", campaign.Explain(ErrChart, "there is no share to draw: it takes a population, and a need or pledges that are not too small a part of it")
	}
	l.page.crowd((l.width-crowd.Width)/2, top+10+(room-crowd.Height)/2, crowd)
	i := ink{22, true, paper.Text}
	l.page.text(l.width/2, bottom-18, single(say.Text("%s of %s", inWords(share), of.Name), i, l.column), i, 0.5)
	return l.shares(), nil
}

// shown returns the share that is drawn as people: that of the need, or of the
// pledges without one.
func (l *layout) shown() (campaign.Share, campaign.Population) {
	if l.Standing.NeedShare.Count > 0 {
		return l.Standing.NeedShare, l.Standing.Population
	}
	return l.Standing.Share, l.Standing.Population
}
