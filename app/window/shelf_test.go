package window

import (
	"image"
	"testing"
)

// TestShelf looks at more sheets than there is room for: those looked at last
// stay, and one that was put away is drawn anew.
func TestShelf(t *testing.T) {
	now := func(f func()) { f() }
	const width, height = 20, 30
	shelf := &shelf{room: 3 * 4 * width * height}
	drawn := make([]int, 5)
	var sheets []*sheet
	for i := range drawn {
		sheets = append(sheets, newSheet(threads{away: now, ui: now}, 1.5, shelf, func(int) image.Image {
			drawn[i]++
			return image.NewRGBA(image.Rect(0, 0, width, height))
		}))
	}
	look := func(i, times int) {
		t.Helper()
		if got := sheets[i].paint(width, height); got.Bounds().Dx() != width || drawn[i] != times {
			t.Errorf("sheet %d was drawn %d times and is %v, want %d times", i, drawn[i], got.Bounds(), times)
		}
	}
	for i := range sheets {
		look(i, 1)
	}
	for i, s := range sheets {
		if is := s.drawn != nil; is != (i >= 2) {
			t.Errorf("sheet %d is there: %v", i, is)
		}
	}
	look(2, 1) // and is the last now
	look(0, 2) // in place of 3
	look(2, 1)
	look(4, 1)
	look(3, 2)
	shelf.room = 1
	look(1, 2) // one is always kept
	if len(shelf.sheets) != 1 || sheets[1].drawn == nil {
		t.Errorf("%d sheets are kept", len(shelf.sheets))
	}
}
