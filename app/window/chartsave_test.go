package window

import (
	"bytes"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"muster/app/report"
)

func TestChartMenuSavesAWholeFile(t *testing.T) {
	w := startWindow(t, openMuster(t))
	press(w, fyne.KeyEscape)
	w.Canvas().Capture()
	v := w.shell.front().(*overview).trend.view
	var labels []string
	for _, item := range v.menu().Items {
		labels = append(labels, item.Label)
	}
	if got := strings.Join(labels, ", "); got != "Zoom in, Zoom out, Show all, , Copy as words, Save as PNG…, Save as SVG…" {
		t.Errorf("the menu has %s", got)
	}
	dir := t.TempDir()
	path := filepath.Join(dir, "chart")
	v.keeper.save(v, report.FormatPNG, path)
	data, err := os.ReadFile(path + ".png")
	if err != nil {
		t.Fatal(err)
	}
	if c, err := png.DecodeConfig(bytes.NewReader(data)); err != nil || c.Width != 1600 {
		t.Errorf("the picture is %d wide: %v", c.Width, err)
	}
	v.keeper.save(v, report.FormatSVG, path)
	if data, _ := os.ReadFile(path + ".svg"); !bytes.Contains(data, []byte("</svg>")) {
		t.Error("the SVG is not whole")
	}
	v.keeper.save(v, report.FormatPNG, path)
	if got := shown(w.shell.toasts); !strings.Contains(got, "already") {
		t.Errorf("an ending that leads to another file is answered with %q", got)
	}
	v.keeper.save(v, report.FormatPNG, filepath.Join(dir, "none", "chart.png"))
	if got := shown(w.shell.toasts); !strings.Contains(got, "does not exist") {
		t.Errorf("a folder that is not there is answered with %q", got)
	}
}

// TestFileDialogsKeepFilesWhole opens a file as a dialog to save does, once it
// is closed.
func TestFileDialogsKeepFilesWhole(t *testing.T) {
	startWindow(t, openMuster(t))
	path := filepath.Join(t.TempDir(), "kept")
	if err := os.WriteFile(path, []byte("before"), 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := storage.Writer(storage.NewFileURI(path))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := out.Write([]byte("after")); err != nil {
		t.Fatal(err)
	}
	if got, _ := os.ReadFile(path); string(got) != "before" {
		t.Errorf("before it is complete the file holds %q", got)
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	if got, _ := os.ReadFile(path); string(got) != "after" {
		t.Errorf("closed it holds %q", got)
	}
}
