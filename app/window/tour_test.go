package window

import (
	"testing"

	"fyne.io/fyne/v2"
)

func TestTourIsShownOnce(t *testing.T) {
	w := startWindow(t, openMuster(t))
	click(t, w, "Explore the example")
	s, ok := w.Canvas().Overlays().Top().(*spot)
	if !ok {
		t.Fatal("the welcome does not lead to the tour")
	}
	if n := len(w.stops()); n > 4 {
		t.Errorf("the tour has %d steps", n)
	}
	for i := range w.stops() {
		if s.target == nil || s.target.Size().IsZero() {
			t.Errorf("step %d points at nothing", i+1)
		}
		press(w, fyne.KeyReturn) // on Next, which has the focus
	}
	if w.Canvas().Overlays().Top() != nil {
		t.Error("the tour does not end")
	}
	w.firstTour()
	if w.Canvas().Overlays().Top() != nil {
		t.Error("the tour comes twice by itself")
	}
	act(t, w, "Show the tour")
	if w.Canvas().Overlays().Top() == nil {
		t.Error("the tour cannot be seen again")
	}
}

func TestTourCanBeSkipped(t *testing.T) {
	for name, skip := range map[string]func(*testing.T, *Window){
		"by its button": func(t *testing.T, w *Window) { click(t, w, "Skip the tour") },
		"by Escape":     func(_ *testing.T, w *Window) { press(w, fyne.KeyEscape) },
	} {
		t.Run(name, func(t *testing.T) {
			w := exploring(t)
			w.firstTour()
			skip(t, w)
			if w.Canvas().Overlays().Top() != nil || !w.settings.toured() {
				t.Error("it stays, or is not remembered")
			}
		})
	}
}

// TestTourStaysInTheWindow looks whether every bubble is seen whole, at the
// smallest size and the usual one.
func TestTourStaysInTheWindow(t *testing.T) {
	for _, size := range []fyne.Size{smallest, usual} {
		w := exploring(t)
		w.Resize(size)
		w.tour()
		s := w.Canvas().Overlays().Top().(*spot)
		for i := range w.stops() {
			at, bubble := s.bubble.Position(), s.bubble.Size()
			if at.X < 0 || at.Y < 0 || at.X+bubble.Width > size.Width || at.Y+bubble.Height > size.Height {
				t.Errorf("%v, step %d: the bubble is %v large at %v", size, i+1, bubble, at)
			}
			press(w, fyne.KeyReturn)
		}
	}
}
