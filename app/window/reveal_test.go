package window

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// TestFocusIsNeverOutOfSight goes through every screen by Tab, in the smallest
// window, and back.
func TestFocusIsNeverOutOfSight(t *testing.T) {
	w := exploring(t)
	w.Resize(smallest)
	driver := fyne.CurrentApp().Driver()
	for i, seat := range w.shell.seats {
		w.shell.bring(i)
		w.Canvas().Capture() // lays out
		scroll := w.scrolling()
		if _, lists := w.shell.front().(*pledges); scroll == nil && !lists {
			t.Errorf("%s does not say what of it scrolls", seat.name)
		}
		for step := range 300 {
			next := w.Canvas().FocusNext
			if step >= 150 {
				next = w.Canvas().FocusPrevious
			}
			next()
			o, ok := w.Canvas().Focused().(fyne.CanvasObject)
			if !ok || scroll == nil || !liesIn(scroll, o) {
				continue
			}
			top, from := driver.AbsolutePositionForObject(o).Y, driver.AbsolutePositionForObject(scroll).Y
			if foot, to := top+min(o.Size().Height, 100), from+scroll.Size().Height; top < from || foot > to {
				t.Errorf("%s: %T has the focus from %v to %v, what is seen lies from %v to %v", seat.name, o, top, foot, from, to)
			}
		}
		w.Canvas().Unfocus()
	}
}

func TestToolsInFieldsAreNoStopsOfTab(t *testing.T) {
	w := exploring(t)
	w.newCampaign()
	for _, want := range []string{"Name", "Pledges needed", "Deadline", "Population"} {
		label := ""
		if f, ok := w.Canvas().Focused().(fyne.Accessible); ok {
			label = f.AccessibilityLabel()
		}
		if label != want {
			t.Errorf("the focus is on %q, want %q", label, want)
		}
		w.Canvas().FocusNext()
	}
	w.Canvas().FocusPrevious()
	press(w, fyne.KeyDown)
	if _, ok := w.Canvas().Overlays().Top().(fyne.Widget); !ok {
		t.Fatal("down does not open the names")
	}
	test.Type(w.Canvas().Focused(), "")
	press(w, fyne.KeyDown)
	press(w, fyne.KeyReturn)
	if p, ok := w.Canvas().Focused().(*pick); !ok || p.Text == "" {
		t.Errorf("after choosing a name %T has the focus", w.Canvas().Focused())
	}
}
