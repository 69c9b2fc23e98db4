package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"muster/app"
	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
)

// asOfBand says above the screens that they show an earlier day, and leads to
// its neighbours and back. It is hidden while they show the present.
type asOfBand struct {
	widget.BaseWidget
	words *text
	ways  *fyne.Container
	day   campaign.Day
}

func newAsOfBand(look func(campaign.Day)) *asOfBand {
	b := &asOfBand{words: newText("", sizeText, colorText)}
	b.words.style.Bold = true
	b.words.shrinks = true
	way := func(label string, to func() campaign.Day) fyne.CanvasObject {
		return makeButton(label, widget.LowImportance, func() { look(to()) })
	}
	b.ways = container.New(beside{gap: spaceXS},
		way("‹ "+say.Text("Day before"), func() campaign.Day { return b.day - 1 }),
		way(say.Text("Day after")+" ›", func() campaign.Day { return b.day + 1 }),
		container.NewStack(newSurface(8), container.New(broad{12}, way(say.Text("Back to today"), func() campaign.Day { return 0 }))))
	b.Hidden = true
	b.ExtendBaseWidget(b)
	return b
}

func (b *asOfBand) show(now app.Snapshot) {
	b.Hidden, b.day = !now.Past, dayOf(now)
	b.words.set(say.Text("You are looking at %s.", phrase.Day(b.day)))
	b.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (b *asOfBand) CreateRenderer() fyne.WidgetRenderer {
	r := &asOfBandRenderer{band: b, ground: canvas.NewRectangle(nil)}
	r.ground.CornerRadius, r.ground.StrokeWidth = 8, 1
	icon := newDrawing(glyphCalendar, colorAccent, 18)
	r.content = container.New(padded{left: 14, right: 6, top: 4, bottom: 4},
		container.NewBorder(nil, nil, icon, nil, container.New(padded{left: 10}, container.New(ends{gap: spaceS}, b.words, b.ways))))
	r.paint()
	return r
}

type asOfBandRenderer struct {
	band    *asOfBand
	ground  *canvas.Rectangle
	content fyne.CanvasObject
}

func (r *asOfBandRenderer) Destroy()           {}
func (r *asOfBandRenderer) MinSize() fyne.Size { return r.content.MinSize() }

func (r *asOfBandRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.content}
}

func (r *asOfBandRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	r.content.Resize(size)
}

func (r *asOfBandRenderer) Refresh() {
	r.paint()
	r.Layout(r.band.Size())
	canvas.Refresh(r.band)
}

func (r *asOfBandRenderer) paint() {
	r.ground.FillColor = themed(r.band, colorCard)
	r.ground.StrokeColor = themed(r.band, colorAccent)
}
