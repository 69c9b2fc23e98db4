package window

import "fyne.io/fyne/v2"

// lane is where a card of a page lies.
type lane uint8

const (
	laneFull lane = iota // across the page
	laneMain             // the left two thirds
	laneSide             // the right third
)

// lanes lays cards out in two columns, some across both; in a narrow window
// one below the other. Columns end on one line. Its height follows from its
// width.
type lanes struct {
	of     []lane // one a card
	height float32
}

// MinSize implements fyne.Layout.
func (l *lanes) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(420, l.height) }

// Layout implements fyne.Layout.
func (l *lanes) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	side := min(sideMost, (size.Width-spaceM)/3)
	wide := size.Width >= twoColumns
	main := size.Width - spaceM - side
	var foot [2]float32 // where the next card of either column goes
	var last [2]fyne.CanvasObject
	level := func() float32 {
		y := max(foot[0], foot[1])
		for _, o := range last {
			if o != nil {
				o.Resize(fyne.NewSize(o.Size().Width, y-spaceM-o.Position().Y))
			}
		}
		foot, last = [2]float32{y, y}, [2]fyne.CanvasObject{}
		return y
	}
	for i, o := range objects {
		if !o.Visible() {
			continue
		}
		if !wide || l.of[i] == laneFull {
			y := level()
			height := heightAt(o, size.Width)
			place(o, 0, y, size.Width, height)
			foot = [2]float32{y + height + spaceM, y + height + spaceM}
			continue
		}
		column, x, width := 0, float32(0), main
		if l.of[i] == laneSide {
			column, x, width = 1, main+spaceM, side
		}
		height := heightAt(o, width)
		place(o, x, foot[column], width, height)
		foot[column], last[column] = foot[column]+height+spaceM, o
	}
	l.height = max(0, level()-spaceM)
}

// tabular lays out one row of a table: the first cell takes a part of the
// width, the others share the rest. Its height follows from its width.
type tabular struct {
	first  float32 // part of the width
	gap    float32
	height float32
}

// MinSize implements fyne.Layout.
func (l *tabular) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var least fyne.Size
	for _, o := range objects {
		least = least.Max(o.MinSize())
	}
	return fyne.NewSize(min(least.Width, 60)*float32(len(objects)), max(l.height, least.Height))
}

// Layout implements fyne.Layout.
func (l *tabular) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width, x := size.Width*l.first, float32(0)
	rest := (size.Width - width - l.gap*float32(len(objects)-1)) / float32(max(1, len(objects)-1))
	l.height = 0
	for _, o := range objects {
		height := heightAt(o, width)
		place(o, x, 0, width, height)
		l.height = max(l.height, height)
		x += width + l.gap
		width = rest
	}
}
