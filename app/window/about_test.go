package window

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestAboutNamesVersionFolderAndLicences(t *testing.T) {
	w := exploring(t)
	act(t, w, "About Muster")
	got := shown(w.Canvas().Overlays().Top())
	for _, want := range []string{"Version", "MIT licence", "fyne.io/fyne/v2", "BSD 3-Clause", "go.etcd.io/bbolt", "Only counts are kept"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not there", want)
		}
	}
	if !strings.Contains(strings.ReplaceAll(got, " ", ""), strings.ReplaceAll(w.muster.Dir(), " ", "")) {
		t.Errorf("the data folder %s is not named: %s", w.muster.Dir(), got)
	}
	var line *openingLine
	walk(w.Canvas().Overlays().Top(), fyne.NewPos(0, 0), func(o fyne.CanvasObject, _ fyne.Position) {
		if l, ok := o.(*openingLine); ok && l.words.words == "fyne.io/fyne/v2" {
			line = l
		}
	})
	if line == nil {
		t.Fatal("Fyne's licence cannot be read")
	}
	test.Tap(line)
	if got := shown(w.Canvas().Overlays().Top()); !strings.Contains(got, "Redistribution and use in source and binary forms") {
		t.Errorf("it says %.200s", got)
	}
	press(w, fyne.KeyEscape)
	if got := shown(w.Canvas().Overlays().Top()); !strings.Contains(got, "Version") {
		t.Error("Escape does not lead back to About")
	}
}
