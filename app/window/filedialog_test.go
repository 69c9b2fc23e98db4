package window

import (
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

// TestFileDialogsAreMadeInOnePlace, which knows how large they are, where they
// begin and that nothing is written by them.
func TestFileDialogsAreMadeInOnePlace(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
		if err != nil {
			t.Fatal(err)
		}
		for _, spec := range parsed.Imports {
			if spec.Path.Value == `"fyne.io/fyne/v2/dialog"` && file != "filedialog.go" && !strings.HasSuffix(file, "_test.go") {
				t.Errorf("%s makes dialogs of its own", file)
			}
		}
	}
}

func TestFileDialogIsLargeAndBeginsInTheLastFolder(t *testing.T) {
	w := startWindow(t, openMuster(t))
	press(w, fyne.KeyEscape)
	dir := t.TempDir()
	for _, name := range []string{"counts.csv", "photo.png"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("added\n1\n"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	w.settings.setFolder(dir)
	w.Resize(usual)
	w.chooseImport()
	top := w.Canvas().Overlays().Top()
	got := shown(top)
	if !strings.Contains(got, "counts") || strings.Contains(got, "photo") || !strings.Contains(got, "Import counts") {
		t.Errorf("the dialog shows %s", got)
	}
	var size fyne.Size
	walk(top, fyne.NewPos(0, 0), func(o fyne.CanvasObject, _ fyne.Position) {
		if s := o.Size(); s.Width < usual.Width {
			size = size.Max(s)
		}
	})
	if size.Width < 0.79*usual.Width || size.Height < 0.79*usual.Height {
		t.Errorf("it is %v large", size)
	}
}
