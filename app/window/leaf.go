package window

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// leaf is what lies over the window and may be higher than it: a title that
// stays, text that scrolls, and buttons at the foot.
type leaf struct {
	popup  *widget.PopUp
	over   fyne.CanvasObject // what Fyne lays over the window for it
	scroll *container.Scroll
}

// leafMargin is how much of the window is seen above and below a leaf.
const leafMargin = 44

// layLeaf lays a leaf over the window, not wider than that, with the focus on
// its first button.
func (w *Window) layLeaf(title string, width float32, text fyne.CanvasObject, buttons ...fyne.CanvasObject) *leaf {
	width = min(width, w.Canvas().Size().Width-2*spaceXL-2*spaceL)
	heading := newProse(sizeTitle, colorText, run{words: title, bold: true})
	l := &leaf{scroll: container.NewVScroll(container.New(padded{top: spaceS, right: spaceM, bottom: spaceXS}, text))}
	foot := container.New(beside{gap: spaceS}, buttons...)
	inside := container.New(headAndFoot{gap: spaceM}, heading, container.New(low{width, func() float32 {
		return w.Canvas().Size().Height - 2*leafMargin - 2*spaceL - heightAt(heading, width) - foot.MinSize().Height - spaceM
	}}, l.scroll), foot)
	l.popup = w.lay(inside, width)
	overlays := w.Canvas().Overlays()
	l.over = overlays.Top()
	w.leaves = append(slices.DeleteFunc(w.leaves, func(l *leaf) bool { return !slices.Contains(overlays.List(), l.over) }), l)
	if first := focusIn(foot); first != nil {
		w.Canvas().Focus(first)
	}
	return l
}

// focusIn returns the first in a container that can have the focus.
func focusIn(o fyne.CanvasObject) fyne.Focusable {
	switch o := o.(type) {
	case fyne.Focusable:
		return o
	case *fyne.Container:
		for _, part := range o.Objects {
			if found := focusIn(part); found != nil {
				return found
			}
		}
	}
	return nil
}

// scroll scrolls what lies on top by a key, or the screen if nothing does, and
// reports whether it is a key for that.
func (w *Window) scroll(key fyne.KeyName) bool {
	scroll := w.scrolling()
	if scroll == nil {
		return false
	}
	if front, ok := w.shell.front().(read); ok && w.Canvas().Overlays().Top() == nil {
		scroll = front.reads()
	}
	height, whole := scroll.Size().Height, scroll.Content.Size().Height
	step := map[fyne.KeyName]float32{
		fyne.KeyDown: 40, fyne.KeyUp: -40, fyne.KeyPageDown: height * 0.9, fyne.KeyPageUp: -height * 0.9, fyne.KeyEnd: whole, fyne.KeyHome: -whole,
	}[key]
	if step == 0 {
		return false
	}
	scroll.ScrollToOffset(fyne.NewPos(0, max(0, min(max(0, whole-height), scroll.Offset.Y+step))))
	return true
}

// low gives what scrolls a width, and the height that its content needs up to
// a limit.
type low struct {
	width float32
	most  func() float32
}

// MinSize implements fyne.Layout.
func (l low) MinSize(objects []fyne.CanvasObject) fyne.Size {
	inside := objects[0].(*container.Scroll).Content
	return fyne.NewSize(l.width, min(heightAt(inside, l.width), l.most()))
}

// Layout implements fyne.Layout.
func (l low) Layout(objects []fyne.CanvasObject, size fyne.Size) { objects[0].Resize(size) }
