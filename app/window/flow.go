package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// room is what an object in a flow asks for: a least width, and how big a part
// it takes of what is left of its row.
type room struct{ least, weight float32 }

// flow lays objects out in rows, as many in a row as have their least width.
// Its height follows from its width.
type flow struct {
	gap    float32
	rooms  []room // one an object
	even   bool   // all of a row are as high as the highest
	height float32
}

// MinSize implements fyne.Layout.
func (f *flow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for i, o := range objects {
		if o.Visible() {
			size = size.Max(fyne.NewSize(f.least(objects, i), o.MinSize().Height))
		}
	}
	return fyne.NewSize(size.Width, max(size.Height, f.height))
}

// Layout implements fyne.Layout.
func (f *flow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	var row []int
	var used, y float32
	end := func() {
		y += f.lay(objects, row, y, size.Width, size.Width-used) + f.gap
		row, used = nil, 0
	}
	for i, o := range objects {
		if !o.Visible() {
			continue
		}
		if len(row) > 0 && used+f.gap+f.least(objects, i) > size.Width {
			end()
		}
		if len(row) > 0 {
			used += f.gap
		}
		row, used = append(row, i), used+f.least(objects, i)
	}
	if len(row) > 0 {
		end()
	}
	f.height = max(0, y-f.gap)
}

// least returns the least width of an object: what it asks for, or more where
// the words of a language are longer.
func (f *flow) least(objects []fyne.CanvasObject, i int) float32 {
	return max(f.rooms[i].least, objects[i].MinSize().Width)
}

// lay places one row, sharing out what is left over, and returns its height.
func (f *flow) lay(objects []fyne.CanvasObject, row []int, y, width, left float32) (height float32) {
	var weights float32
	for _, i := range row {
		weights += f.rooms[i].weight
	}
	var x float32
	for _, i := range row {
		share := f.least(objects, i)
		if weights > 0 {
			share += left * f.rooms[i].weight / weights
		}
		share = min(share, width)
		place(objects[i], x, y, share, heightAt(objects[i], share))
		height = max(height, objects[i].Size().Height)
		x += share + f.gap
	}
	if f.even {
		for _, i := range row {
			objects[i].Resize(fyne.NewSize(objects[i].Size().Width, height))
		}
	}
	return height
}

// inRows lays objects out in rows at their least width.
func inRows(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	line := &flow{gap: gap}
	for _, o := range objects {
		line.rooms = append(line.rooms, room{o.MinSize().Width, 0})
	}
	return container.New(line, objects...)
}

// inFlow lays objects out in rows that ask for the same room each.
func inFlow(gap float32, each room, objects ...fyne.CanvasObject) *fyne.Container {
	line := &flow{gap: gap}
	for range objects {
		line.rooms = append(line.rooms, each)
	}
	return container.New(line, objects...)
}
