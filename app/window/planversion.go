package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"muster/app/say"
)

// planVersion is one of the versions of something in the plan, to be kept or not.
type planVersion struct {
	pressable
	kept    bool
	keep    *text
	value   *prose
	from    *prose // who saved it and when
	content *fyne.Container
}

func newPlanVersion(value, from string, keep func()) *planVersion {
	v := &planVersion{keep: newText(say.Text("Keep this"), sizeLabel, colorMuted),
		value: newProse(sizeText, colorText, run{words: value, bold: true}), from: newProse(sizeLabel, colorMuted, plain(from))}
	v.content = container.New(padded{left: 36, top: 10, right: 12, bottom: 10}, container.New(column{gap: 3}, v.keep, v.value, v.from))
	v.pressed = keep
	v.ExtendBaseWidget(v)
	return v
}

// choose shows it as the one to be kept, or as another.
func (v *planVersion) choose(yes bool) {
	v.kept = yes
	v.Refresh()
}

// AccessibilityLabel says what would be kept, and of whom.
func (v *planVersion) AccessibilityLabel() string {
	return say.Text("%s: %s", v.keep.words, v.value.AccessibilityLabel()+", "+v.from.AccessibilityLabel())
}

// CreateRenderer implements fyne.Widget.
func (v *planVersion) CreateRenderer() fyne.WidgetRenderer {
	r := &planVersionRenderer{version: v, ground: canvas.NewRectangle(nil), ring: canvas.NewCircle(nil), dot: canvas.NewCircle(nil)}
	r.ground.CornerRadius, r.ring.StrokeWidth = 8, 1.5
	r.Refresh()
	return r
}

type planVersionRenderer struct {
	version   *planVersion
	ground    *canvas.Rectangle
	ring, dot *canvas.Circle // the dot marks the one that is kept
}

func (r *planVersionRenderer) Destroy()           {}
func (r *planVersionRenderer) MinSize() fyne.Size { return r.version.content.MinSize() }

func (r *planVersionRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.ring, r.dot, r.version.content}
}

func (r *planVersionRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	place(r.ring, 13, 12, 14, 14)
	place(r.dot, 16.5, 15.5, 7, 7)
	r.version.content.Resize(size)
}

func (r *planVersionRenderer) Refresh() {
	v := r.version
	v.keep.style.Bold, v.keep.colour = v.kept, colorMuted
	line := themed(v, colorLine)
	if v.kept {
		v.keep.colour, line = colorText, themed(v, colorAccent)
	}
	r.ground.FillColor, r.ground.StrokeColor, r.ground.StrokeWidth = themed(v, colorCard), line, 1
	r.ring.FillColor, r.ring.StrokeColor = themed(v, colorCard), themed(v, colorMuted)
	if v.kept || v.hovered {
		r.ring.StrokeColor = themed(v, colorAccent)
	}
	if v.focused {
		r.ground.StrokeColor, r.ground.StrokeWidth = themed(v, colorAccent), 2
	}
	r.dot.FillColor, r.dot.Hidden = themed(v, colorAccent), !v.kept
	v.content.Refresh()
	canvas.Refresh(v)
}
