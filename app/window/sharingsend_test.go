package window

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// TestPacksForSomebodyFollowEachOther sends everything first, then what is new,
// and all of it again on request.
func TestPacksForSomebodyFollowEachOther(t *testing.T) {
	w, folder := onSharing(t, 20, 3)
	w.keys.TypedShortcut(commandShift(fyne.KeyP))
	press(w, fyne.KeyReturn)
	if got := shown(w.Canvas().Overlays().Top()); !strings.Contains(got, "Say whom it is for.") {
		t.Errorf("for nobody it says %s", got)
	}
	test.Type(w.Canvas().Focused(), "Ben")
	press(w, fyne.KeyReturn)
	pack := filepath.Join(folder, "Library for Ben 2026-11-23.muster")
	takes := func(to *Window, want string) {
		t.Helper()
		if got := drop(t, to, pack); !strings.Contains(got, want) {
			t.Errorf("the pack: %s; want %q", got, want)
		}
		press(to, fyne.KeyReturn)
	}
	to := elsewhere(t)
	takes(to, "2 updates are new.")
	if got := shown(w.shell.front()); !strings.Contains(got, "Ben") || !strings.Contains(got, "Nothing is new since.") {
		t.Errorf("the screen shows %s", got)
	}

	enterCount(t, w, 7)
	if got := shown(w.shell.front()); !strings.Contains(got, "1 update waits.") {
		t.Errorf("the screen shows %s", got)
	}
	next := func() {
		t.Helper()
		click(t, w, "Next pack…")
		press(w, fyne.KeyReturn) // on the name
		if top := w.Canvas().Overlays().Top(); top != nil {
			click(t, w, "Replace")
		}
	}
	next()
	takes(to, "1 update is new.")
	if got := to.snapshot.Standing.Pledges; got != 30 {
		t.Errorf("the other window shows %d pledges", got)
	}

	if err := os.Remove(pack); err != nil {
		t.Fatal(err)
	}
	next()
	if got := shown(w.shell.toasts); !strings.Contains(got, "Nothing is new since the last pack") {
		t.Errorf("with nothing new the toast says %q", got)
	}
	if _, err := os.Stat(pack); err == nil {
		t.Error("with nothing new there is a file")
	}
	click(t, w, "Next pack…")
	choose(t, w, "Everything, from the start again")
	click(t, w, "Save")
	takes(elsewhere(t), "3 updates are new.")
}

func TestSendingIsEnded(t *testing.T) {
	w, _ := onSharing(t, 20)
	click(t, w, "Send my updates to…")
	test.Type(w.Canvas().Focused(), "Ben")
	press(w, fyne.KeyReturn)
	var end *button
	walk(w.shell, fyne.NewPos(0, 0), func(o fyne.CanvasObject, _ fyne.Position) {
		if b, ok := o.(*button); ok && b.label == "Stop sending to Ben" {
			end = b
		}
	})
	if end == nil {
		t.Fatalf("nothing ends the sending: %s", shown(w.shell.front()))
	}
	test.Tap(end)
	click(t, w, "Stop sending")
	if got := shown(w.shell.front()); strings.Contains(got, "Ben") {
		t.Errorf("then the screen shows %s", got)
	}
}
