package main_test

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

// screens are those of the window, in the order of their shortcuts.
var screens = []string{"overview", "pledges", "plan", "turnout", "forecast", "scenarios", "timeline", "reports", "sharing"}

// TestPictures makes pictures of every screen in both themes at two sizes, in
// the folder that MUSTER_PICTURES names.
func TestPictures(t *testing.T) {
	folder := os.Getenv("MUSTER_PICTURES")
	if folder == "" {
		t.Skip("makes pictures only where MUSTER_PICTURES says")
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	muster := program(t)
	for _, example := range []string{"march", "petition"} {
		for _, theme := range []string{"light", "dark"} {
			look := strings.Join([]string{example, theme}, "-")
			takePictures(newScreenOf(t, 1280, 800), folder, muster, example, theme, look)
			takePictures(newScreenOf(t, 900, 600), folder, muster, example, theme, look+"-900")
		}
	}
}

// takePictures makes pictures of every screen with an example, in one theme.
func takePictures(s *screen, folder, muster, example, theme, look string) {
	s.env = append(s.env, "FYNE_THEME="+theme)
	s.pictures = folder
	data := s.t.TempDir()
	run(s.t, muster, "--data", data, "new", "--example", example)
	window := s.open(muster, "--data", data)
	for i, name := range screens {
		window.press(fmt.Sprintf("ctrl+%d", i+1))
		s.save(name+"-"+look, s.settle())
	}
	window.quit()
}
