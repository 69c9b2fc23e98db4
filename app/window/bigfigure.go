package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// bigFigure is the one figure that can be read across a table, with what it is
// out of beside it. It grows smaller where a long one would not fit.
type bigFigure struct {
	widget.BaseWidget
	figure, of string
}

func newBigFigure() *bigFigure {
	b := &bigFigure{}
	b.ExtendBaseWidget(b)
	return b
}

// set shows a figure and what it is out of, such as "of 100,000"; may be empty.
func (b *bigFigure) set(figure, of string) {
	b.figure, b.of = figure, of
	b.Refresh()
}

// AccessibilityLabel returns the figure in words.
func (b *bigFigure) AccessibilityLabel() string { return b.figure + " " + b.of }

// AccessibilityRole says that this is text.
func (b *bigFigure) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer implements fyne.Widget.
func (b *bigFigure) CreateRenderer() fyne.WidgetRenderer {
	r := &bigFigureRenderer{big: b, figure: canvas.NewText("", nil), of: canvas.NewText("", nil)}
	r.figure.TextStyle.Bold = true
	r.Refresh()
	return r
}

type bigFigureRenderer struct {
	big        *bigFigure
	figure, of *canvas.Text
}

func (r *bigFigureRenderer) Destroy()                     {}
func (r *bigFigureRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.figure, r.of} }

func (r *bigFigureRenderer) MinSize() fyne.Size {
	return fyne.NewSize(120, r.big.Theme().Size(sizeFigure)*1.1)
}

// Layout sets both on one baseline, as large as fits.
func (r *bigFigureRenderer) Layout(size fyne.Size) {
	full, small := r.big.Theme().Size(sizeFigure), r.big.Theme().Size(sizeOf)
	for shrink := float32(1); shrink > 0.3; shrink -= 0.05 {
		r.figure.TextSize = full * shrink
		r.of.TextSize = max(13, small*shrink)
		if r.figure.MinSize().Width+10+r.of.MinSize().Width <= size.Width {
			break
		}
	}
	base := size.Height * 0.82
	r.figure.Move(fyne.NewPos(0, base-baseline(r.figure)))
	r.figure.Resize(r.figure.MinSize())
	r.of.Move(fyne.NewPos(r.figure.MinSize().Width+10, base-baseline(r.of)))
	r.of.Resize(r.of.MinSize())
}

func (r *bigFigureRenderer) Refresh() {
	r.figure.Text, r.of.Text = r.big.figure, r.big.of
	r.figure.Color, r.of.Color = themed(r.big, colorText), themed(r.big, colorMuted)
	r.Layout(r.big.Size())
	canvas.Refresh(r.big)
}

// baseline returns how far below its top a text's letters stand.
func baseline(t *canvas.Text) float32 {
	_, base := fyne.CurrentApp().Driver().RenderedTextSize(t.Text, t.TextSize, t.TextStyle, nil)
	return base
}
