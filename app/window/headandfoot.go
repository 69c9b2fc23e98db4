package window

import "fyne.io/fyne/v2"

// headAndFoot lays three objects out one below the other: the first and the
// last as high as they must be, the second in what is left.
type headAndFoot struct{ gap float32 }

// MinSize implements fyne.Layout.
func (l headAndFoot) MinSize(o []fyne.CanvasObject) fyne.Size {
	var least fyne.Size
	for i, part := range o {
		if !part.Visible() {
			continue
		}
		is := part.MinSize()
		least = fyne.NewSize(max(least.Width, is.Width), least.Height+is.Height)
		if i == 2 {
			least.Height += l.gap
		}
	}
	return least
}

// Layout implements fyne.Layout.
func (l headAndFoot) Layout(o []fyne.CanvasObject, size fyne.Size) {
	if len(o) != 3 {
		return // not filled yet
	}
	head, foot := heightAt(o[0], size.Width), float32(0)
	if o[2].Visible() {
		foot = heightAt(o[2], size.Width)
		place(o[2], 0, size.Height-foot, size.Width, foot)
		foot += l.gap
	}
	place(o[0], 0, 0, size.Width, head)
	place(o[1], 0, head, size.Width, size.Height-head-foot)
}
