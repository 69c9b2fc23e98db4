package window

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// text is one line of text in a size and colour of the theme, without the
// padding of Fyne's labels. Shrinks lets it be cut with an ellipsis where room
// is short: at its end, or in its middle where names begin alike.
type text struct {
	widget.BaseWidget
	words   string
	size    fyne.ThemeSizeName
	colour  fyne.ThemeColorName
	style   fyne.TextStyle
	align   fyne.TextAlign
	shrinks bool
	middle  bool
}

func newText(words string, size fyne.ThemeSizeName, colour fyne.ThemeColorName) *text {
	t := &text{words: words, size: size, colour: colour}
	t.ExtendBaseWidget(t)
	return t
}

// newHeading returns the small bold label on top of a card.
func newHeading(words string) *text {
	t := newText(words, sizeLabel, colorMuted)
	t.style.Bold = true
	t.shrinks = true
	return t
}

// set changes the words, if they differ.
func (t *text) set(words string) {
	if t.words != words {
		t.words = words
		t.Refresh()
	}
}

// AccessibilityLabel returns the whole text, even where it is cut.
func (t *text) AccessibilityLabel() string { return t.words }

// AccessibilityRole says that this is text.
func (t *text) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer implements fyne.Widget.
func (t *text) CreateRenderer() fyne.WidgetRenderer {
	r := &textRenderer{text: t, line: canvas.NewText("", nil)}
	r.Refresh()
	return r
}

type textRenderer struct {
	text *text
	line *canvas.Text
}

func (r *textRenderer) Destroy()                     {}
func (r *textRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.line} }

func (r *textRenderer) MinSize() fyne.Size {
	size := r.measure(r.text.words)
	if r.text.shrinks {
		size.Width = min(size.Width, r.measure("W…").Width)
	}
	return size
}

func (r *textRenderer) Layout(size fyne.Size) {
	r.line.Text = r.text.words
	if r.text.shrinks {
		cut := shorten
		if r.text.middle {
			cut = shortenMiddle
		}
		r.line.Text = cut(r.text.words, size.Width, func(s string) float32 { return r.measure(s).Width })
	}
	r.line.Resize(size)
}

func (r *textRenderer) Refresh() {
	th := r.text.Theme()
	r.line.TextSize = th.Size(r.text.size)
	r.line.TextStyle = r.text.style
	r.line.Alignment = r.text.align
	r.line.Color = th.Color(r.text.colour, fyne.CurrentApp().Settings().ThemeVariant())
	r.Layout(r.text.Size())
	r.line.Refresh()
}

func (r *textRenderer) measure(s string) fyne.Size {
	return fyne.MeasureText(s, r.text.Theme().Size(r.text.size), r.text.style)
}

// shorten cuts s and ends it with an ellipsis so that it is at most as wide.
func shorten(s string, width float32, measure func(string) float32) string {
	return shortenTo(s, width, measure, func(runes []rune, n int) string { return string(runes[:n]) + "…" })
}

// shortenMiddle does so with an ellipsis after two thirds of what is left.
func shortenMiddle(s string, width float32, measure func(string) float32) string {
	return shortenTo(s, width, measure, func(runes []rune, n int) string {
		end := n / 3
		return string(runes[:n-end]) + "…" + string(runes[len(runes)-end:])
	})
}

// shortenTo leaves as many letters of s as are at most so wide once it is cut.
func shortenTo(s string, width float32, measure func(string) float32, cut func(runes []rune, n int) string) string {
	if width <= 0 || measure(s) <= width+0.5 {
		return s
	}
	runes := []rune(s)
	least, most := 0, len(runes)
	for least < most {
		half := (least + most + 1) / 2
		if measure(cut(runes, half)) <= width {
			least = half
		} else {
			most = half - 1
		}
	}
	return cut(runes, least)
}

// themed returns a colour of the theme that an object is drawn in.
func themed(w fyne.Widget, name fyne.ThemeColorName) color.Color {
	th := theme.CurrentForWidget(w)
	return th.Color(name, fyne.CurrentApp().Settings().ThemeVariant())
}
