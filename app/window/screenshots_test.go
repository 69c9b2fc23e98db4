package window

import (
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"muster/campaign"
)

// TestScreenshots draws every screen in both themes at two sizes. With
// MUSTER_SCREENSHOTS naming a folder the pictures are written there.
func TestScreenshots(t *testing.T) {
	samples := map[string]view{
		"march":    sampleView(t, march(), one()),
		"climbing": sampleView(t, climbing(), grown()...),
		"empty":    sampleView(t, march()),
		"bare":     sampleView(t, campaign.Campaign{Name: "New campaign"}),
		"beyond":   sampleView(t, march(), update(1, 40, campaign.Reading, 30_000, campaign.Cell{}), update(2, 3, campaign.Reading, 6_078_985, campaign.Cell{})),
	}
	for name, v := range samples {
		for variant, th := range themes {
			for _, size := range []fyne.Size{usual, smallest} {
				w := build(test.NewTempApp(t), nil, inline)
				fyne.CurrentApp().Settings().SetTheme(th)
				w.Resize(size)
				w.show(v)
				for i, s := range w.shell.screens {
					w.shell.bring(i)
					img := w.Canvas().Capture()
					if got := img.Bounds().Size(); float32(got.X) != size.Width || float32(got.Y) != size.Height {
						t.Errorf("%s of %s is drawn %v large in a window of %v", s.name(), name, got, size)
					}
					save(t, w, fmt.Sprintf("%s-%s-%s-%.0f.png", s.name(), name, variant, size.Width))
				}
			}
		}
	}
}

// save writes what a window shows into the folder for screenshots, if one is
// named.
func save(t *testing.T, w *Window, name string) {
	t.Helper()
	dir := os.Getenv("MUSTER_SCREENSHOTS")
	if dir == "" {
		return
	}
	f, err := os.Create(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, w.Canvas().Capture()); err != nil {
		t.Fatal(err)
	}
}
