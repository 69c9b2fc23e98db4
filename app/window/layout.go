package window

import "fyne.io/fyne/v2"

// column lays objects out one below the other at full width. Each is given its
// width before it is asked for its height, so that prose may wrap. The last
// one takes what is left if grow is set.
type column struct {
	gap  float32
	grow bool
}

// MinSize implements fyne.Layout.
func (c column) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		least := o.MinSize()
		size.Width = max(size.Width, least.Width)
		if size.Height > 0 {
			size.Height += c.gap
		}
		size.Height += least.Height
	}
	return size
}

// Layout implements fyne.Layout.
func (c column) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	var y float32
	for i, o := range objects {
		if !o.Visible() {
			if p, ok := o.(*prose); ok { // so that it has its height as soon as it is shown
				p.Resize(fyne.NewSize(size.Width, p.Size().Height))
			}
			continue
		}
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, heightAt(o, size.Width)))
		if c.grow && i == len(objects)-1 {
			o.Resize(fyne.NewSize(size.Width, max(o.MinSize().Height, size.Height-y)))
		}
		y += o.Size().Height + c.gap
	}
}

// heightAt returns the least height of an object at a width.
func heightAt(o fyne.CanvasObject, width float32) float32 {
	if o.Size().Width != width {
		o.Resize(fyne.NewSize(width, o.MinSize().Height))
	}
	return o.MinSize().Height
}

// ends lays two objects out on a line: the first takes what the second leaves.
type ends struct{ gap float32 }

// MinSize implements fyne.Layout.
func (e ends) MinSize(objects []fyne.CanvasObject) fyne.Size {
	a, b := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(a.Width+e.gap+b.Width, max(a.Height, b.Height))
}

// Layout implements fyne.Layout.
func (e ends) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	last := objects[1].MinSize()
	objects[1].Resize(last)
	objects[1].Move(fyne.NewPos(size.Width-last.Width, (size.Height-last.Height)/2))
	first := objects[0].MinSize()
	objects[0].Resize(fyne.NewSize(size.Width-last.Width-e.gap, first.Height))
	objects[0].Move(fyne.NewPos(0, (size.Height-first.Height)/2))
}

// beside lays objects out from left to right at their least width, centred on
// a line.
type beside struct{ gap float32 }

// MinSize implements fyne.Layout.
func (b beside) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range objects {
		if o.Visible() {
			least := o.MinSize()
			size = fyne.NewSize(size.Width+least.Width+b.gap, max(size.Height, least.Height))
		}
	}
	return fyne.NewSize(max(0, size.Width-b.gap), size.Height)
}

// Layout implements fyne.Layout.
func (b beside) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	var x float32
	for _, o := range objects {
		if o.Visible() {
			least := o.MinSize()
			o.Resize(least)
			o.Move(fyne.NewPos(x, (size.Height-least.Height)/2))
			x += least.Width + b.gap
		}
	}
}

// padded keeps its objects away from the edges.
type padded struct{ left, top, right, bottom float32 }

// around returns the same distance from all edges.
func around(d float32) padded { return padded{left: d, top: d, right: d, bottom: d} }

// MinSize implements fyne.Layout.
func (p padded) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range objects {
		size = size.Max(o.MinSize())
	}
	return size.AddWidthHeight(p.left+p.right, p.top+p.bottom)
}

// Layout implements fyne.Layout.
func (p padded) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.NewPos(p.left, p.top))
		o.Resize(size.SubtractWidthHeight(p.left+p.right, p.top+p.bottom))
	}
}

// wide gives one object a width, and the height it needs at it.
type wide struct{ width float32 }

// MinSize implements fyne.Layout.
func (l wide) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(l.width, heightAt(objects[0], l.width))
}

// Layout implements fyne.Layout.
func (l wide) Layout(objects []fyne.CanvasObject, size fyne.Size) { objects[0].Resize(size) }

// lead lays two texts out on a line: the first as wide as it needs, the second
// in what is left.
type lead struct{ gap float32 }

// MinSize implements fyne.Layout.
func (l lead) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return ends(l).MinSize(objects)
}

// Layout implements fyne.Layout.
func (l lead) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	first := objects[0].MinSize()
	objects[0].Resize(first)
	objects[0].Move(fyne.NewPos(0, 0))
	objects[1].Resize(fyne.NewSize(size.Width-first.Width-l.gap, objects[1].MinSize().Height))
	objects[1].Move(fyne.NewPos(first.Width+l.gap, 0))
}

// broad makes an object wider than it must be.
type broad struct{ by float32 }

// MinSize implements fyne.Layout.
func (l broad) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[0].MinSize().AddWidthHeight(l.by, 0)
}

// Layout implements fyne.Layout.
func (l broad) Layout(objects []fyne.CanvasObject, size fyne.Size) { objects[0].Resize(size) }
