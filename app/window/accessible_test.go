package window

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// TestWhatCanBeUsedHasALabel walks every screen and what lies over them, and
// fails on whatever can have the focus or be pressed and says nothing to a
// screen reader.
func TestWhatCanBeUsedHasALabel(t *testing.T) {
	skipDrawing(t)
	w := exploring(t)
	w.settings.setFolder(t.TempDir())
	withLines(t, w, 3)
	for i, seat := range w.shell.seats {
		w.shell.bring(i)
		for _, fault := range unlabelled(w.shell) {
			t.Errorf("%s: %s", seat.name, fault)
		}
	}
	for _, a := range w.actions() {
		if a.key != nil && *a.key == *command(fyne.KeyQ) {
			continue
		}
		w.perform(a)
		for w.Canvas().Overlays().Top() != nil {
			for _, fault := range unlabelled(w.Canvas().Overlays().Top()) {
				if !strings.Contains(fault, "*widget.") { // of Fyne's file dialogs
					t.Errorf("%s: %s", a.name, fault)
				}
			}
			w.escape()
		}
	}
}

// unlabelled names what has no label in an object. Fyne's own dialogs and menus
// and the insides of its fields are Fyne's affair.
func unlabelled(o fyne.CanvasObject) []string {
	var faults []string
	var look func(fyne.CanvasObject)
	look = func(o fyne.CanvasObject) {
		if !o.Visible() {
			return
		}
		if usable(o) && ours(o) {
			if a, ok := o.(fyne.Accessible); !ok {
				faults = append(faults, fmt.Sprintf("%T has no label", o))
			} else if a.AccessibilityLabel() == "" {
				faults = append(faults, fmt.Sprintf("the label of a %T is empty", o))
			}
		}
		for _, part := range partsOf(o) {
			look(part)
		}
	}
	look(o)
	return faults
}

// ours reports whether a widget is one of ours, or one of Fyne's that we would
// have to name.
func ours(o fyne.CanvasObject) bool {
	switch o.(type) {
	case *widget.Button, *widget.Entry, *widget.Select, *widget.Check, *widget.RadioGroup, *widget.Slider:
		return true
	}
	return strings.HasPrefix(fmt.Sprintf("%T", o), "*window.")
}

// usable reports whether something can have the focus or be pressed now.
func usable(o fyne.CanvasObject) bool {
	if d, ok := o.(fyne.Disableable); ok && d.Disabled() {
		return false
	}
	_, focusable := o.(fyne.Focusable)
	_, tappable := o.(fyne.Tappable)
	return focusable || tappable
}

func partsOf(o fyne.CanvasObject) []fyne.CanvasObject {
	switch o := o.(type) {
	case *fyne.Container:
		return o.Objects
	case *container.Scroll:
		return []fyne.CanvasObject{o.Content}
	case *entry, *pick, *dayEntry, *finderEntry, *ledgerList, *widget.PopUpMenu, *widget.Menu:
		return nil
	case *widget.PopUp:
		return []fyne.CanvasObject{o.Content}
	case fyne.Widget:
		return test.WidgetRenderer(o).Objects()
	}
	return nil
}
