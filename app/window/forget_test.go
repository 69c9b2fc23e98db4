package window

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"muster/app"
)

// built puts a window together that is let go when the test ends. Fyne's cache
// of renderers would keep it, with all that is drawn in it: on the test driver
// nothing ever leaves that cache.
func built(t testing.TB, a fyne.App, m *app.Muster, th threads) *Window {
	t.Helper()
	w := build(a, m, th)
	if tt, ok := t.(*testing.T); ok {
		tt.Cleanup(func() {
			for _, screen := range w.shell.made() {
				if r, ok := screen.(*reports); ok {
					r.preview.box.Objects = nil // large, and known to what once stood in their place
				}
			}
			forget(tt, w.shell)
			for _, o := range w.Canvas().Overlays().List() {
				forget(tt, o)
			}
			w.snapshot, w.present = app.Snapshot{}, app.Snapshot{}
			w.shell, w.leaves = nil, nil // what has lain on top knows the window
		})
	}
	return w
}

// forget lets go of how an object and all in it are drawn.
func forget(t *testing.T, o fyne.CanvasObject) {
	switch o := o.(type) {
	case *fyne.Container:
		for _, part := range o.Objects {
			forget(t, part)
		}
	case fyne.Widget:
		for _, part := range test.TempWidgetRenderer(t, o).Objects() {
			forget(t, part)
		}
	}
}
