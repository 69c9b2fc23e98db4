package window

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"muster/app/say"
)

// toastTime is how long a toast stays: long enough to read it and press Undo.
const toastTime = 8 * time.Second

// toast is a message that lies over the foot of a screen.
type toast struct {
	text  string
	label string // of a button that does something about it; none if empty
	do    func()
	bad   bool // says that something went wrong, and stays until it is closed
}

// toasts shows one toast at a time, the newest.
type toasts struct {
	widget.BaseWidget
	now   *toast
	after func(time.Duration, func()) (stop func())
	stop  func()
}

func newToasts(after func(time.Duration, func()) func()) *toasts {
	t := &toasts{after: after, stop: func() {}}
	t.Hidden = true
	t.ExtendBaseWidget(t)
	return t
}

func (t *toasts) show(next toast) {
	t.stop()
	t.stop = func() {}
	shown := &next
	t.now = shown
	t.Hidden = false
	t.Refresh()
	if !next.bad {
		t.stop = t.after(toastTime, func() {
			if t.now == shown {
				t.dismiss()
			}
		})
	}
}

// dismiss takes the toast away, and reports whether there was one.
func (t *toasts) dismiss() bool {
	if t.now == nil {
		return false
	}
	t.stop()
	t.now = nil
	t.Hide()
	return true
}

// says reports whether a text is shown.
func (t *toasts) says(text string) bool { return t.now != nil && t.now.text == text }

func (t *toasts) act() {
	do := t.now.do
	t.dismiss()
	do()
}

// CreateRenderer implements fyne.Widget.
func (t *toasts) CreateRenderer() fyne.WidgetRenderer {
	r := &toastRenderer{toasts: t, ground: canvas.NewRectangle(nil)}
	r.ground.CornerRadius = 10
	r.ground.StrokeWidth = 1
	r.fill()
	return r
}

type toastRenderer struct {
	toasts *toasts
	ground *canvas.Rectangle
	words  *prose
	tail   *fyne.Container // buttons
	icon   *drawing
}

// fill makes the objects of the present toast.
func (r *toastRenderer) fill() {
	now := toast{}
	if r.toasts.now != nil {
		now = *r.toasts.now
	}
	r.words = newProse(sizeText, colorText, plain(now.text))
	r.icon = newDrawing(glyphCheck, colorReached, 18)
	r.ground.FillColor = themed(r.toasts, colorCard)
	r.ground.StrokeColor = themed(r.toasts, colorLine)
	if now.bad {
		r.icon = newDrawing(glyphWarning, theme.ColorNameError, 18)
		r.ground.StrokeColor = themed(r.toasts, theme.ColorNameError)
	}
	r.ground.Shadow = canvas.Shadow{Color: themed(r.toasts, theme.ColorNameShadow), BlurRadius: 14, Offset: fyne.NewPos(0, 4)}
	r.tail = container.New(beside{gap: spaceXS})
	if now.label != "" {
		r.tail.Add(makeButton(now.label, widget.LowImportance, r.toasts.act))
	}
	r.tail.Add(newIconButton(theme.CancelIcon(), say.Text("Close"), func() { r.toasts.dismiss() }))
}

func (r *toastRenderer) Destroy() {}

func (r *toastRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.icon, r.words, r.tail}
}

// MinSize is as wide as the words need, up to 560.
func (r *toastRenderer) MinSize() fyne.Size {
	around := 44 + r.tail.MinSize().Width + spaceS
	natural := fyne.MeasureText(r.words.AccessibilityLabel(), r.toasts.Theme().Size(sizeText), fyne.TextStyle{}).Width + 1
	width := min(natural, 560-around)
	height := heightAt(r.words, width)
	return fyne.NewSize(around+width, max(r.tail.MinSize().Height, height)+12)
}

func (r *toastRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	r.icon.Resize(fyne.NewSquareSize(18))
	r.icon.Move(fyne.NewPos(14, (size.Height-18)/2))
	tail := r.tail.MinSize()
	r.tail.Resize(tail)
	r.tail.Move(fyne.NewPos(size.Width-tail.Width-6, (size.Height-tail.Height)/2))
	width := size.Width - 44 - tail.Width - spaceS
	height := heightAt(r.words, width)
	r.words.Resize(fyne.NewSize(width, height))
	r.words.Move(fyne.NewPos(42, (size.Height-height)/2))
}

func (r *toastRenderer) Refresh() {
	r.fill()
	size := r.MinSize()
	foot := r.toasts.Position().AddXY(r.toasts.Size().Width/2, r.toasts.Size().Height)
	r.toasts.Resize(size)
	r.toasts.Move(foot.SubtractXY(size.Width/2, size.Height))
	r.Layout(size)
	canvas.Refresh(r.toasts)
}
