package window

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

func TestHelpExplainsEveryScreen(t *testing.T) {
	w := exploring(t)
	for i, seat := range w.shell.seats {
		w.shell.bring(i)
		press(w, fyne.KeyF1)
		top := w.Canvas().Overlays().Top()
		if top == nil {
			t.Fatalf("%s has no help", seat.name)
		}
		e := explanationOf(seat.name)
		got := shown(top)
		if len(e.shows) < 40 || len(e.steps) == 0 || len(e.words) == 0 || !strings.Contains(got, e.shows[:20]) {
			t.Errorf("%s is not explained: %s", seat.name, got)
		}
		for _, word := range e.words {
			if name, means := meaning(word); name == "" || means == "" {
				t.Errorf("%s: %q has no meaning", seat.name, word)
			}
		}
		for _, s := range w.shortcuts() {
			if !strings.Contains(got, s[0]) {
				t.Errorf("%s: the help leaves %s out", seat.name, s[0])
			}
		}
		press(w, fyne.KeyEscape)
		if w.Canvas().Overlays().Top() != nil {
			t.Fatalf("%s: Escape leaves the help open", seat.name)
		}
	}
}

func TestHelpComesFromWhereverTheFocusIs(t *testing.T) {
	w := exploring(t)
	w.addPledges()
	count := w.Canvas().Focused()
	press(w, fyne.KeyF1)
	if w.Canvas().Overlays().Top() == nil {
		t.Fatal("F1 in a field brings no help")
	}
	press(w, fyne.KeyEscape)
	if w.Canvas().Focused() != count {
		t.Error("the focus does not come back to the field")
	}
	w.Canvas().Unfocus()
	for range 60 {
		w.Canvas().FocusNext()
		press(w, fyne.KeyF1)
		if w.Canvas().Overlays().Top() == nil {
			t.Fatalf("F1 on a %T brings no help", w.Canvas().Focused())
		}
		press(w, fyne.KeyEscape)
	}
}

func TestHelpScrollsWithKeys(t *testing.T) {
	w := exploring(t)
	w.Resize(smallest)
	press(w, fyne.KeyF1)
	scroll := w.leaves[len(w.leaves)-1].scroll
	press(w, fyne.KeyPageDown)
	first := scroll.Offset.Y
	press(w, fyne.KeyEnd)
	last := scroll.Offset.Y
	press(w, fyne.KeyHome)
	if first <= 0 || last <= first || scroll.Offset.Y != 0 {
		t.Errorf("page down goes to %v, end to %v, home to %v", first, last, scroll.Offset.Y)
	}
}

func TestKeyNames(t *testing.T) {
	for name, want := range map[string]string{
		keyName(command(fyne.KeyN)):           "Ctrl+N",
		keyName(commandShift(fyne.KeyN)):      "Ctrl+Shift+N",
		keyName(command(fyne.KeyComma)):       "Ctrl+,",
		keyName(plainKey(fyne.KeyF1)):         "F1",
		keyName(commandShift(fyne.KeyDelete)): "Ctrl+Shift+Delete",
	} {
		if mac := strings.NewReplacer("Ctrl+", "⌘", "Shift+", "⇧").Replace(want); name != want && name != mac {
			t.Errorf("%s is written %s", want, name)
		}
	}
}
