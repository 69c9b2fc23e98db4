package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"muster/app"
	"muster/app/phrase"
	"muster/app/say"
)

// asOfChip says in the header as of when everything is shown, as exactly as
// there is room for, and leads to another day.
type asOfChip struct {
	pressable
	words *text
	ways  []string // to say it, the longest first; the last says nothing
	past  bool
}

func newAsOfChip(pressed func()) *asOfChip {
	c := &asOfChip{words: newText("", sizeLabel, colorMuted)}
	c.pressed = pressed
	c.ExtendBaseWidget(c)
	return c
}

func (c *asOfChip) show(now app.Snapshot) {
	at, day := now.Standing.AsOf, phrase.Day(dayOf(now))
	c.past = now.Past
	c.ways = []string{say.Text("As of %s", phrase.AsOf(at, now.Zone)), phrase.Moment(at, now.Zone), day, ""}
	if c.past {
		c.ways = []string{say.Text("As of %s", day), day, ""}
	}
	c.fit(c.Size().Width)
}

// fit takes the longest words that a width has room for, and returns the width
// that they need.
func (c *asOfChip) fit(width float32) float32 {
	for _, words := range c.ways {
		c.words.words = words
		if c.MinSize().Width <= width {
			break
		}
	}
	c.Refresh()
	return c.MinSize().Width
}

// brief returns the width with the shortest words.
func (c *asOfChip) brief() float32 {
	if len(c.ways) < 2 {
		return c.least()
	}
	words := c.ways[len(c.ways)-2]
	return c.least() + fyne.MeasureText(words, c.Theme().Size(sizeLabel), c.words.style).Width
}

// least returns the width without words.
func (c *asOfChip) least() float32 { return chipLeft + chipRight }

// AccessibilityLabel returns the longest words.
func (c *asOfChip) AccessibilityLabel() string {
	if len(c.ways) == 0 {
		return ""
	}
	return c.ways[0]
}

// The room for the calendar before the words and for the arrow after them.
const chipLeft, chipRight float32 = 30, 24

// CreateRenderer implements fyne.Widget.
func (c *asOfChip) CreateRenderer() fyne.WidgetRenderer {
	r := &asOfChipRenderer{chip: c, ground: canvas.NewRectangle(nil),
		icon: newDrawing(glyphCalendar, colorMuted, 16), down: newDrawing(glyphDown, colorMuted, 12)}
	r.ground.CornerRadius, r.ground.StrokeWidth = 8, 1
	r.Refresh()
	return r
}

type asOfChipRenderer struct {
	chip       *asOfChip
	ground     *canvas.Rectangle
	icon, down *drawing
}

func (r *asOfChipRenderer) Destroy() {}

func (r *asOfChipRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.icon, r.chip.words, r.down}
}

func (r *asOfChipRenderer) MinSize() fyne.Size {
	words := r.chip.words.MinSize()
	if r.chip.words.words == "" {
		words.Width = 0
	}
	return fyne.NewSize(chipLeft+words.Width+chipRight, words.Height+10)
}

func (r *asOfChipRenderer) Layout(size fyne.Size) {
	place(r.ground, 0, 0, size.Width, size.Height)
	place(r.icon, 8, (size.Height-16)/2, 16, 16)
	height := r.chip.words.MinSize().Height
	place(r.chip.words, chipLeft, (size.Height-height)/2, max(0, size.Width-chipLeft-chipRight), height)
	place(r.down, size.Width-18, (size.Height-12)/2, 12, 12)
}

func (r *asOfChipRenderer) Refresh() {
	c := r.chip
	r.ground.FillColor, r.ground.StrokeColor = themed(c, theme.ColorNameBackground), themed(c, colorLine)
	r.icon.colour, c.words.colour = colorMuted, colorMuted
	if c.past {
		r.icon.colour, c.words.colour = colorAccent, colorText
		r.ground.StrokeColor = themed(c, colorAccent)
	}
	if c.hovered {
		r.ground.FillColor = themed(c, theme.ColorNameHover)
	}
	if c.focused {
		r.ground.StrokeColor = themed(c, colorAccent)
	}
	r.icon.Refresh()
	r.down.Refresh()
	c.words.Refresh()
	r.Layout(c.Size())
	canvas.Refresh(c)
}
