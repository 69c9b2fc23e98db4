package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
)

// mark says in one small word whether a figure is stated, derived or assumed.
// Pressed, it says on what ground.
type mark struct {
	pressable
	mark campaign.Mark
	of   string // what is marked, where that is not plain to see
	word *text
}

func newMark(of string) *mark {
	m := &mark{of: of, word: newText("", sizeMark, colorMuted)}
	m.pressed = m.explain
	m.Hidden = true
	m.ExtendBaseWidget(m)
	return m
}

// set shows the mark of the first path that the plan marks, or none.
func (m *mark) set(marks map[string]campaign.Mark, paths ...string) {
	m.mark, m.Hidden = campaign.Mark{}, true
	for _, path := range paths {
		if found, ok := marks[path]; ok {
			m.mark, m.Hidden = found, false
			break
		}
	}
	m.word.words = phrase.Mark(m.mark.Kind)
	if m.of != "" {
		m.word.words = say.Text("%[1]s %[2]s", m.of, m.word.words)
	}
	m.Refresh()
}

// markWidth is how wide a ground is written.
const markWidth float32 = 280

// explain lays the ground of the mark over the window.
func (m *mark) explain() {
	driver := fyne.CurrentApp().Driver()
	ground := newProse(sizeText, colorText, m.ground()...)
	box := container.New(wide{markWidth}, ground)
	inside := container.New(padded{left: spaceS, top: spaceXS, right: spaceS, bottom: spaceXS}, box)
	popup := widget.NewPopUp(inside, driver.CanvasForObject(m))
	heightAt(box, markWidth)
	popup.ShowAtPosition(beneath(m, popup.MinSize()))
}

func (m *mark) ground() []run {
	kind := run{words: phrase.Capital(m.word.words), bold: true}
	if m.mark.Ground == "" {
		return []run{kind}
	}
	return []run{kind, plain(": " + phrase.FullStop(m.mark.Ground))}
}

// AccessibilityLabel returns the mark and its ground.
func (m *mark) AccessibilityLabel() string { return m.word.words + ": " + m.mark.Ground }

// CreateRenderer implements fyne.Widget.
func (m *mark) CreateRenderer() fyne.WidgetRenderer {
	r := &markRenderer{mark: m, outline: canvas.NewRectangle(nil)}
	r.outline.CornerRadius = 7
	r.outline.StrokeWidth = 1
	r.paint()
	return r
}

type markRenderer struct {
	mark    *mark
	outline *canvas.Rectangle
}

func (r *markRenderer) Destroy() {}

func (r *markRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.outline, r.mark.word}
}

func (r *markRenderer) MinSize() fyne.Size { return r.mark.word.MinSize().AddWidthHeight(12, 0) }

func (r *markRenderer) Layout(size fyne.Size) {
	r.outline.Resize(size)
	r.mark.word.Resize(r.mark.word.MinSize())
	r.mark.word.Move(fyne.NewPos(6, (size.Height-r.mark.word.MinSize().Height)/2))
}

func (r *markRenderer) Refresh() {
	r.paint()
	r.mark.word.Refresh()
	r.Layout(r.mark.Size())
	canvas.Refresh(r.mark)
}

func (r *markRenderer) paint() {
	r.outline.FillColor = themed(r.mark, colorCard)
	r.outline.StrokeColor = themed(r.mark, colorLine)
	if r.mark.hovered || r.mark.focused {
		r.outline.StrokeColor = themed(r.mark, colorAccent)
	}
}
