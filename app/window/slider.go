package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// slider is Fyne's in the colours of the window. It passes Escape on while it
// has the focus, and tells a screen reader what it is for.
type slider struct {
	widget.Slider
	label string
}

func newSlider(label string, least, most, step float64, changed func(float64)) *slider {
	s := &slider{Slider: widget.Slider{Min: least, Max: most, Step: step, Value: least, OnChanged: changed}, label: label}
	s.ExtendBaseWidget(s)
	return s
}

// put moves the thumb without telling anybody.
func (s *slider) put(v float64) {
	v = min(max(v, s.Min), s.Max)
	if s.Value != v {
		s.Value = v
		s.Refresh()
	}
}

// AccessibilityLabel says what is set.
func (s *slider) AccessibilityLabel() string { return s.label }

// FocusGained implements fyne.Focusable.
func (s *slider) FocusGained() {
	s.Slider.FocusGained()
	reveal(s)
}

// TypedKey implements fyne.Focusable.
func (s *slider) TypedKey(k *fyne.KeyEvent) {
	if forWindow(k) {
		passOn(s, k)
		return
	}
	s.Slider.TypedKey(k)
}

// CreateRenderer implements fyne.Widget.
func (s *slider) CreateRenderer() fyne.WidgetRenderer {
	r := &sliderRenderer{s.Slider.CreateRenderer(), s}
	r.paint()
	return r
}

type sliderRenderer struct {
	fyne.WidgetRenderer
	slider *slider
}

// MinSize is lower than Fyne's, whose slider stands alone in a form.
func (r *sliderRenderer) MinSize() fyne.Size { return fyne.NewSize(80, 24) }

func (r *sliderRenderer) Refresh() {
	r.WidgetRenderer.Refresh()
	r.paint()
}

// paint colours the track, the part of it that is set, and the thumb: on a card
// Fyne's track would not be seen.
func (r *sliderRenderer) paint() {
	if r.slider.Disabled() {
		return
	}
	colours := []fyne.ThemeColorName{colorLine, colorAccent, colorAccent}
	for i, o := range r.Objects()[:len(colours)] {
		switch o := o.(type) {
		case *canvas.Rectangle:
			o.FillColor = themed(r.slider, colours[i])
		case *canvas.Circle:
			o.FillColor = themed(r.slider, colours[i])
		}
	}
}
