package window

import (
	"runtime"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

// exploring returns a window on the example, with the welcome closed.
func exploring(t testing.TB) *Window {
	t.Helper()
	w := startWindow(t, openMuster(t))
	press(w, fyne.KeyEscape)
	return w
}

// act performs the action of a name.
func act(t *testing.T, w *Window, name string) {
	t.Helper()
	for _, a := range w.actions() {
		if a.name == name {
			w.perform(a)
			return
		}
	}
	t.Fatalf("there is no action %q", name)
}

func TestEveryActionIsInTheListOnce(t *testing.T) {
	w := exploring(t)
	names, keys := map[string]bool{}, map[string]string{}
	for _, a := range w.actions() {
		if a.do == nil || a.name == "" {
			t.Errorf("%q does nothing", a.name)
		}
		if names[a.name] {
			t.Errorf("%q is there twice", a.name)
		}
		names[a.name] = true
		if a.key == nil {
			t.Errorf("%q has no shortcut", a.name)
			continue
		}
		if other := keys[keyName(a.key)]; other != "" {
			t.Errorf("%s does %q and %q", keyName(a.key), other, a.name)
		}
		keys[keyName(a.key)] = a.name
	}
}

func TestEveryActionCanBePerformed(t *testing.T) {
	w := exploring(t)
	w.settings.setFolder(t.TempDir())
	for _, a := range w.actions() {
		if a.key != nil && *a.key == *command(fyne.KeyQ) {
			continue // the last of all
		}
		w.perform(a)
		for w.Canvas().Overlays().Top() != nil {
			w.escape()
		}
	}
	if got := w.settings.theme(); got != themeDark {
		t.Errorf("the theme is %q after all that, want that of the last action for it", got)
	}
}

func TestActionsWaitForACampaignAndForWhatLiesOnTop(t *testing.T) {
	w := sampleWindow(t, march(), one())
	for _, name := range []string{"Add pledges", "Undo my last update", "Rename…", "Delete…"} {
		for _, a := range w.actions() {
			if a.name == name && a.possible() {
				t.Errorf("%q is possible without a campaign", name)
			}
		}
	}
	w.newCampaign()
	before := w.shell.now
	pressCommand(w, fyne.Key3)
	if w.shell.now != before {
		t.Error("a shortcut reaches below what lies on top")
	}
}

func TestMenusHaveEveryAction(t *testing.T) {
	w := exploring(t)
	items := map[string]*fyne.MenuItem{}
	for _, m := range w.MainMenu().Items {
		for _, item := range m.Items {
			name, _, _ := strings.Cut(item.Label, "  ") // the shortcut stands behind it
			items[name] = item
		}
	}
	for _, a := range w.actions() {
		item := items[a.name]
		if item == nil {
			t.Errorf("%q is in no menu", a.name)
			continue
		}
		if item.Disabled == a.possible() {
			t.Errorf("%q: possible is %v, in the menu it is the other way round", a.name, a.possible())
		}
		if runtime.GOOS != "darwin" && !strings.HasSuffix(item.Label, keyName(a.key)) {
			t.Errorf("%q: the menu says %q", a.name, item.Label)
		}
	}
	items["Plan"].Action()
	if got := w.shell.seats[w.shell.now].name; got != "Plan" {
		t.Errorf("the menu brings %s", got)
	}
	first := w.MainMenu().Items[0].Items
	if !first[len(first)-1].IsQuit {
		t.Error("the last of the first menu is not to quit: Fyne adds another")
	}
}

func TestMenuChecksTheTheme(t *testing.T) {
	w := exploring(t)
	act(t, w, "Dark theme")
	for _, m := range w.MainMenu().Items {
		for _, item := range m.Items {
			if want := strings.HasPrefix(item.Label, "Dark theme"); item.Checked != want {
				t.Errorf("%q is checked: %v", item.Label, item.Checked)
			}
		}
	}
}

func TestUndoIsTheFieldsWhileItHasText(t *testing.T) {
	w := exploring(t)
	w.setBy("Anna")
	w.addPledges()
	count := w.Canvas().Focused().(*entry)
	count.TypedRune('7')
	press(w, fyne.KeyReturn)
	if got := w.snapshot.Standing.Pledges; got != 1007 {
		t.Fatalf("there are %d pledges", got)
	}
	count.TypedRune('5')
	count.TypedShortcut(&fyne.ShortcutUndo{})
	if got := w.snapshot.Standing.Pledges; got != 1007 || count.Text != "" {
		t.Errorf("Ctrl+Z in a field with text leaves %q there and %d pledges", count.Text, got)
	}
	w.keys.TypedShortcut(&fyne.ShortcutUndo{}) // that the empty field passes on
	if got := w.snapshot.Standing.Pledges; got != 1000 {
		t.Errorf("Ctrl+Z in the empty field leaves %d pledges, want 1000", got)
	}
}
