package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// finderLineHeight is that of one line of the command palette.
const finderLineHeight float32 = 34

// finderLine is one line of what the command palette has found. It never has
// the focus: that stays in the field.
type finderLine struct {
	widget.BaseWidget
	name, kind, key *text
	about           string
	chosen          bool
	take, choose    func()
}

func newFinderLine(take, choose func()) *finderLine {
	l := &finderLine{
		name: newText("", sizeText, colorText), kind: newText("", sizeLabel, colorMuted), key: newText("", sizeLabel, colorMuted),
		take: take, choose: choose,
	}
	l.name.shrinks, l.name.middle = true, true
	l.key.align = fyne.TextAlignTrailing
	l.ExtendBaseWidget(l)
	return l
}

// set shows a goal.
func (l *finderLine) set(g goal, chosen bool) {
	l.name.words, l.kind.words, l.key.words, l.about = g.name, g.kind, g.key, g.about
	l.name.style.Bold = chosen
	l.chosen = chosen
	l.Refresh()
}

// Tapped implements fyne.Tappable.
func (l *finderLine) Tapped(*fyne.PointEvent) { l.take() }

// Cursor implements desktop.Cursorable.
func (l *finderLine) Cursor() desktop.Cursor { return desktop.PointerCursor }

// MouseIn implements desktop.Hoverable. A palette that opens under the pointer
// chooses nothing: the pointer has to move.
func (l *finderLine) MouseIn(*desktop.MouseEvent) {}

// MouseMoved implements desktop.Hoverable.
func (l *finderLine) MouseMoved(*desktop.MouseEvent) {
	if !l.chosen {
		l.choose()
	}
}

// MouseOut implements desktop.Hoverable.
func (l *finderLine) MouseOut() {}

// AccessibilityLabel returns what the line stands for.
func (l *finderLine) AccessibilityLabel() string {
	said := l.name.words + ", " + l.kind.words
	if l.key.words != "" {
		said += ", " + l.key.words
	}
	return said
}

// AccessibilityRole says that this can be pressed.
func (l *finderLine) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (l *finderLine) CreateRenderer() fyne.WidgetRenderer {
	r := &finderLineRenderer{line: l, ground: canvas.NewRectangle(nil), bar: canvas.NewRectangle(nil)}
	r.ground.CornerRadius, r.bar.CornerRadius = 6, 2
	r.paint()
	return r
}

type finderLineRenderer struct {
	line        *finderLine
	ground, bar *canvas.Rectangle
}

func (r *finderLineRenderer) Destroy()           {}
func (r *finderLineRenderer) MinSize() fyne.Size { return fyne.NewSize(200, finderLineHeight) }

func (r *finderLineRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.bar, r.line.name, r.line.kind, r.line.key}
}

// Layout gives the shortcuts a column, the kinds another, and the name the
// rest.
func (r *finderLineRenderer) Layout(size fyne.Size) {
	place(r.ground, 0, 1, size.Width, size.Height-2)
	place(r.bar, 0, 8, 3, size.Height-16)
	const keys = 150
	line := func(t *text, x, width float32) {
		height := t.MinSize().Height
		place(t, x, (size.Height-height)/2, width, height)
	}
	kind := r.line.kind.MinSize().Width
	line(r.line.key, size.Width-keys-12, keys)
	line(r.line.kind, size.Width-keys-12-kind, kind)
	line(r.line.name, 14, size.Width-keys-12-kind-spaceM-14)
}

func (r *finderLineRenderer) Refresh() {
	r.paint()
	for _, t := range []*text{r.line.name, r.line.kind, r.line.key} {
		t.Refresh()
	}
	r.Layout(r.line.Size())
	canvas.Refresh(r.line)
}

func (r *finderLineRenderer) paint() {
	l := r.line
	r.ground.Hidden, r.bar.Hidden = !l.chosen, !l.chosen
	r.ground.FillColor, r.bar.FillColor = themed(l, theme.ColorNameHover), themed(l, colorAccent)
}
