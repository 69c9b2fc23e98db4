package window

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// scrolled is a screen of which a part scrolls.
type scrolled interface{ scrolls() *container.Scroll }

func (o *overview) scrolls() *container.Scroll       { return o.page.scroll }
func (p *plan) scrolls() *container.Scroll           { return p.page.scroll }
func (t *turnout) scrolls() *container.Scroll        { return t.page.scroll }
func (s *forecastScreen) scrolls() *container.Scroll { return s.page.scroll }
func (t *timeline) scrolls() *container.Scroll       { return t.page.scroll }
func (r *reports) scrolls() *container.Scroll        { return r.scroll }
func (s *sharing) scrolls() *container.Scroll        { return s.page.scroll }

func (s *scenarios) scrolls() *container.Scroll {
	if s.form != nil {
		return s.form.page.scroll
	}
	return s.page.scroll
}

// read is a screen of which another part is scrolled by the keys: what is to be
// read.
type read interface{ reads() *container.Scroll }

func (r *reports) reads() *container.Scroll { return r.preview.scroll }

// scrolling returns what scrolls on top of the window; nil if nothing does.
func (w *Window) scrolling() *container.Scroll {
	if top := w.Canvas().Overlays().Top(); top != nil {
		i := slices.IndexFunc(w.leaves, func(l *leaf) bool { return l.over == top })
		if i < 0 {
			return nil
		}
		return w.leaves[i].scroll
	}
	if w.snapshot.Zone == nil {
		return nil // no screen is there yet
	}
	if s, ok := w.shell.front().(scrolled); ok {
		return s.scrolls()
	}
	return nil
}

// reveal scrolls what has gained the focus into sight, with its name above it:
// Fyne leaves it where it is.
func reveal(o fyne.CanvasObject) {
	c := fyne.CurrentApp().Driver().CanvasForObject(o)
	if c == nil {
		return
	}
	if s, ok := c.Content().(*shell); ok {
		if scroll := s.w.scrolling(); scroll != nil && liesIn(scroll, o) {
			bringIntoSight(scroll, o)
		}
	}
}

// liesIn reports whether an object is part of what scrolls: it moves with that.
func liesIn(scroll *container.Scroll, o fyne.CanvasObject) bool {
	driver, content := fyne.CurrentApp().Driver(), scroll.Content
	at, was := driver.AbsolutePositionForObject(o), content.Position()
	content.Move(was.AddXY(0, 1))
	moved := driver.AbsolutePositionForObject(o) != at
	content.Move(was)
	return moved
}

// The room that is left above and below what is brought into sight.
const revealAbove, revealBelow float32 = 40, 28

func bringIntoSight(scroll *container.Scroll, o fyne.CanvasObject) {
	driver := fyne.CurrentApp().Driver()
	top := driver.AbsolutePositionForObject(o).Y - driver.AbsolutePositionForObject(scroll).Y
	foot := top + o.Size().Height
	to := scroll.Offset.Y
	switch height := scroll.Size().Height; {
	case top < revealAbove:
		to += top - revealAbove
	case foot > height-revealBelow:
		to += min(foot-height+revealBelow, top-revealAbove)
	default:
		return
	}
	most := max(0, scroll.Content.Size().Height-scroll.Size().Height)
	scroll.ScrollToOffset(fyne.NewPos(0, max(0, min(most, to))))
}
