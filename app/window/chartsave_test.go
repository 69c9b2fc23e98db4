package window

import (
	"bytes"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

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
	v.keeper.save(v, report.FormatPNG, path+".png")
	data, err := os.ReadFile(path + ".png")
	if err != nil {
		t.Fatal(err)
	}
	if c, err := png.DecodeConfig(bytes.NewReader(data)); err != nil || c.Width != 1600 {
		t.Errorf("the picture is %d wide: %v", c.Width, err)
	}
	v.keeper.save(v, report.FormatSVG, path+".svg")
	if data, _ := os.ReadFile(path + ".svg"); !bytes.Contains(data, []byte("</svg>")) {
		t.Error("the SVG is not whole")
	}
	v.keeper.save(v, report.FormatPNG, filepath.Join(dir, "none", "chart.png"))
	if got := shown(w.shell.toasts); !strings.Contains(got, "does not exist") {
		t.Errorf("a folder that is not there is answered with %q", got)
	}
}
