package window

import (
	"errors"
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"muster/app"
	"muster/assets/licences"
	"muster/campaign"
)

// TestScreenshots draws every screen in both themes at two sizes, with the
// examples and with what is rarer. With MUSTER_SCREENSHOTS naming a folder the
// pictures are written there.
func TestScreenshots(t *testing.T) {
	skipDrawing(t)
	m := openMuster(t)
	samples := map[string]view{"march": exampleView(t, m, "march")}
	if os.Getenv("MUSTER_SCREENSHOTS") != "" { // the rest is for people to look at
		samples["petition"] = exampleView(t, m, "petition")
		samples["climbing"] = sampleView(t, climbing(), grown()...)
		samples["empty"] = sampleView(t, march())
		samples["bare"] = sampleView(t, campaign.Campaign{Name: "New campaign"})
		samples["beyond"] = sampleView(t, long(), beyond()...)
	}
	for name, v := range samples {
		eachLook(t, func(variant string, size fyne.Size) {
			w := built(t, test.NewTempApp(t), m, inline)
			fyne.CurrentApp().Settings().SetTheme(themes[variant])
			w.Resize(size)
			w.show(v)
			for i, p := range w.shell.seats {
				w.shell.bring(i)
				shoot(t, w, fmt.Sprintf("%s-%s-%s-%.0f.png", p.name, name, variant, size.Width))
			}
		})
	}
}

// TestScreenshotsOfWhatLiesOnTop draws the welcome, the short form, toasts and
// the error state.
func TestScreenshotsOfWhatLiesOnTop(t *testing.T) {
	skipDrawing(t)
	tops := map[string]func(w *Window){
		"welcome": (*Window).welcome,
		"new":     (*Window).newCampaign,
		"toast":   func(w *Window) { w.toast("23 pledges recorded: stall, Ohio.", "Undo", func() {}) },
		"fail":    func(w *Window) { w.fail(errors.New("the data folder is full: free some space and try again")) },
		"trouble": func(w *Window) {
			w.shell.instead.fail("Muster cannot open its data", errors.New("the file is damaged: restore a backup with muster restore"), func() {})
		},
		"palette": func(w *Window) { w.find() },
		"found": func(w *Window) {
			w.find()
			test.Type(w.Canvas().Focused(), "re")
			press(w, fyne.KeyDown)
		},
		"help":     (*Window).explain,
		"settings": (*Window).showSettings,
		"about":    (*Window).about,
		"tour1":    tourAt(1), "tour2": tourAt(2), "tour3": tourAt(3), "tour4": tourAt(4),
		"licence": func(w *Window) { all, _ := licences.All(); w.readLicence(all[3]) },
		"check":   func(w *Window) { w.layCheck(app.CheckResult{Campaigns: 2, Updates: 1000}) },
		"damage":  func(w *Window) { w.layCheck(app.CheckResult{Damage: []string{"the sum of 2026-11-01 is wrong"}}) },
		"backup":  (*Window).backUp,
		"restore": func(w *Window) { w.offerRestore("muster-2026-11-22.db") },
		"name": func(w *Window) {
			w.askName("What shall March on Washington be called?", "", "March on Washington", "Rename", func(string, func(error)) {})
		},
		"switcher": func(w *Window) { w.shell.header.switcher.showMenu() },
		"mark":     func(w *Window) { w.shell.front().(*overview).headline.mark.explain() },
	}
	m := openMuster(t)
	v := exampleView(t, m, "march")
	for name, lay := range tops {
		eachLook(t, func(variant string, size fyne.Size) {
			if os.Getenv("MUSTER_SCREENSHOTS") == "" && (variant != "light" || size != smallest) {
				return
			}
			w := built(t, test.NewTempApp(t), m, inline)
			fyne.CurrentApp().Settings().SetTheme(themes[variant])
			w.Resize(size)
			w.show(v)
			lay(w)
			shoot(t, w, fmt.Sprintf("top-%s-%s-%.0f.png", name, variant, size.Width))
		})
	}
}

// tourAt goes to a step of the tour.
func tourAt(step int) func(*Window) {
	return func(w *Window) {
		w.tour()
		for range step - 1 {
			press(w, fyne.KeyReturn)
		}
	}
}

func eachLook(t *testing.T, f func(variant string, size fyne.Size)) {
	t.Helper()
	for variant := range themes {
		for _, size := range []fyne.Size{usual, smallest} {
			f(variant, size)
		}
	}
}

// skipDrawing leaves the pictures to the run without the race detector.
func skipDrawing(t *testing.T) {
	t.Helper()
	if underRace {
		t.Skip("drawn by a run without the race detector")
	}
}

// shoot checks that a window draws at its full size, and writes what it shows
// into the folder for screenshots, if one is named.
func shoot(t *testing.T, w *Window, name string) {
	t.Helper()
	img := w.Canvas().Capture()
	if got, want := img.Bounds().Size(), w.Canvas().Size(); float32(got.X) != want.Width || float32(got.Y) != want.Height {
		t.Errorf("%s is drawn %v large in a window of %v", name, got, want)
	}
	dir := os.Getenv("MUSTER_SCREENSHOTS")
	if dir == "" {
		return
	}
	f, err := os.Create(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, img); err != nil {
		t.Fatal(err)
	}
}
