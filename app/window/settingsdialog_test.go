package window

import (
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"muster/app/say"
)

// pickOption presses an option of what lies on top.
func pickOption(t *testing.T, w *Window, setting, word string) {
	t.Helper()
	var found *option
	walk(w.Canvas().Overlays().Top(), fyne.NewPos(0, 0), func(o fyne.CanvasObject, _ fyne.Position) {
		if f, ok := o.(*field); ok && f.title.words == setting {
			walk(f.input, fyne.NewPos(0, 0), func(o fyne.CanvasObject, _ fyne.Position) {
				if o, ok := o.(*option); ok && o.word.words == word {
					found = o
				}
			})
		}
	})
	if found == nil {
		t.Fatalf("there is no %s in %s", word, setting)
	}
	test.Tap(found)
}

func TestSettingsTakeEffectAndAreRemembered(t *testing.T) {
	t.Setenv(scaleVariable, scaleGiven)
	w := exploring(t)
	act(t, w, "Settings…")

	pickOption(t, w, "Theme", "Dark")
	background := fyne.CurrentApp().Settings().Theme().Color(theme.ColorNameBackground, theme.VariantLight)
	if w.settings.theme() != themeDark || background != dark[theme.ColorNameBackground] {
		t.Error("the dark theme is not in use")
	}
	pickOption(t, w, "Size of everything", "150%")
	if w.settings.scale() != 150 || os.Getenv(scaleVariable) != "1.50" {
		t.Errorf("Fyne is told to draw everything %q large", os.Getenv(scaleVariable))
	}
	pickOption(t, w, "Size of everything", "100%")
	if os.Getenv(scaleVariable) != scaleGiven {
		t.Errorf("the usual size is %q, want what was given", os.Getenv(scaleVariable))
	}
	pickOption(t, w, "Notifications", "Off")
	pickOption(t, w, "System tray", "On")
	if w.settings.notifications() || !w.settings.tray() {
		t.Error("notifications and the tray are not remembered")
	}
	name := w.Canvas().Overlays().Top()
	var field *entry
	walk(name, fyne.NewPos(0, 0), func(o fyne.CanvasObject, _ fyne.Position) {
		if e, ok := o.(*entry); ok {
			field = e
		}
	})
	test.Type(field, "Anna")
	if w.settings.by() != "Anna" {
		t.Errorf("the name is %q", w.settings.by())
	}
	press(w, fyne.KeyEscape)
	w.addPledges()
	if got := w.shell.front().(*pledges).form.by.Text; got != "Anna" {
		t.Errorf("the form has the name %q", got)
	}
	w.setBy("Ben")
	if got := w.shell.front().(*pledges).form.by.Text; got != "Ben" {
		t.Errorf("the open form has the name %q", got)
	}
}

func TestLanguageIsChangedAtOnce(t *testing.T) {
	w := exploring(t)
	t.Cleanup(func() { w.chooseLanguage("en") })
	w.shell.navigate("Forecast")
	act(t, w, "Settings…")
	pickOption(t, w, "Language", "Deutsch")
	if got := w.settings.language(); got != "de" || say.Spoken().String() != "de" {
		t.Errorf("the language is %q, and %v is spoken", got, say.Spoken())
	}
	if w.Canvas().Overlays().Top() == nil {
		t.Error("the settings do not stay open")
	}
	press(w, fyne.KeyEscape)
	if w.Canvas().Overlays().Top() != nil {
		t.Error("Escape leaves something open")
	}
	if got := w.shell.seats[w.shell.now].name; got != "Forecast" || !w.shell.front().Visible() {
		t.Errorf("%s is in front", got)
	}
	if !strings.Contains(shown(w.shell), "March on Washington") {
		t.Error("the campaign is not shown any more")
	}
	pressCommand(w, fyne.Key1)
	if w.shell.now != 0 {
		t.Error("the shortcuts are lost")
	}
}

// TestCorruptSettingsAreSurvived gives the settings values of other kinds and
// out of range, as a damaged file may have them.
func TestCorruptSettingsAreSurvived(t *testing.T) {
	a := test.NewTempApp(t)
	p := a.Preferences()
	for _, key := range []string{keyTray, keyNotifications, keyScale, keyWidth, keyHeight, keyToured} {
		p.SetString(key, "nonsense")
	}
	for _, key := range []string{keyScreen, keyBy, keyFolder, keyTheme, keyLanguage} {
		p.SetInt(key, -1)
	}
	s := settings{p}
	if s.tray() || !s.notifications() || s.scale() != 100 || s.theme() != themeSystem || s.toured() || s.size() != usual {
		t.Errorf("tray %v, notifications %v, scale %d, theme %q, toured %v, size %v",
			s.tray(), s.notifications(), s.scale(), s.theme(), s.toured(), s.size())
	}
	for _, size := range []float64{math.NaN(), math.Inf(1), -5, 1e12} {
		p.SetFloat(keyWidth, size)
		if got := s.size(); !(got.Width >= smallest.Width && got.Width <= largest.Width) {
			t.Errorf("a width of %v leads to %v", size, got.Width)
		}
	}
	p.SetInt(keyScale, 7000)
	p.SetString(keyTheme, "pink")
	p.SetString(keyFolder, filepath.Join(t.TempDir(), "gone"))
	w := built(t, a, openMuster(t), inline)
	w.start()
	press(w, fyne.KeyEscape)
	if s.scale() != 100 || s.theme() != themeSystem {
		t.Errorf("scale %d, theme %q", s.scale(), s.theme())
	}
	if !strings.Contains(shown(w.shell), "1,000 of 100,000") {
		t.Error("the window does not show the example")
	}
}
