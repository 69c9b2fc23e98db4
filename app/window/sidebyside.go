package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// sideBySide is a table whose first two columns stay where they are while the
// others are scrolled sideways. Its height follows from its width.
type sideBySide struct {
	widget.BaseWidget
	rows   [][]fyne.CanvasObject // as many cells each
	lines  []fyne.CanvasObject   // above every row but the first
	inside *fyne.Container       // the columns that scroll
	scroll *sideways
	height float32
}

func newSideBySide(pass func(*fyne.ScrollEvent)) *sideBySide {
	s := &sideBySide{inside: container.New(&asLaid{})}
	s.scroll = newSideways(s.inside, pass)
	s.ExtendBaseWidget(s)
	return s
}

const (
	labelNarrow float32 = 148 // width of the first column
	labelWide   float32 = 190
	besideLeast float32 = 164 // of the others
	besideMost  float32 = 340
	besideGap   float32 = 14
	besideRow   float32 = 11
	pinned              = 2 // columns that do not scroll
)

// set shows other rows. There is no line above those that belong to the one before.
func (s *sideBySide) set(rows [][]fyne.CanvasObject, within []bool) {
	s.rows, s.lines, s.inside.Objects = rows, nil, nil
	for i, row := range rows {
		if i > 0 {
			line := widget.NewSeparator()
			line.Hidden = within[i]
			s.lines = append(s.lines, line)
		}
		s.inside.Objects = append(s.inside.Objects, row[min(pinned, len(row)):]...)
	}
	s.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (s *sideBySide) CreateRenderer() fyne.WidgetRenderer { return &sideBySideRenderer{s} }

type sideBySideRenderer struct{ table *sideBySide }

func (r *sideBySideRenderer) Destroy() {}

func (r *sideBySideRenderer) Objects() []fyne.CanvasObject {
	s := r.table
	objects := append([]fyne.CanvasObject{}, s.lines...)
	for _, row := range s.rows {
		objects = append(objects, row[:min(pinned, len(row))]...)
	}
	return append(objects, s.scroll)
}

func (r *sideBySideRenderer) MinSize() fyne.Size {
	return fyne.NewSize(labelNarrow+besideLeast, r.table.height)
}

func (r *sideBySideRenderer) Layout(size fyne.Size) {
	s := r.table
	s.height = 0
	if len(s.rows) == 0 || size.Width <= 0 {
		return
	}
	label := labelNarrow
	if size.Width >= twoColumns {
		label = labelWide
	}
	columns := len(s.rows[0]) - 1
	width := min(max(besideLeast, (size.Width-label)/float32(columns)), besideMost)
	left := label + width // where the scrolled part begins
	total := width * float32(columns-1)
	var y float32
	for i, row := range s.rows {
		if i > 0 {
			gap := besideRow
			if !s.lines[i-1].Visible() {
				gap = spaceXS
			}
			place(s.lines[i-1], 0, y+gap/2, size.Width, 1)
			y += gap
		}
		var height float32
		for j, o := range row {
			w := width - besideGap
			if j == 0 {
				w = label - besideGap
			}
			height = max(height, heightAt(o, w))
			x := float32(0)
			switch {
			case j == 1:
				x = label
			case j >= pinned:
				x = width * float32(j-pinned)
			}
			place(o, x, y, w, o.MinSize().Height)
		}
		y += height
	}
	if total > size.Width-left {
		y += 2 * spaceS // for the scroll bar
	}
	s.inside.Layout.(*asLaid).size = fyne.NewSize(total, y)
	s.inside.Resize(fyne.NewSize(total, y))
	place(s.scroll, left, 0, max(0, size.Width-left), y)
	s.scroll.Refresh()
	s.height = y
}

func (r *sideBySideRenderer) Refresh() {
	r.Layout(r.table.Size())
	for _, row := range r.table.rows {
		for _, o := range row {
			o.Refresh()
		}
	}
}

// asLaid leaves objects where somebody else put them.
type asLaid struct{ size fyne.Size }

// MinSize implements fyne.Layout.
func (l *asLaid) MinSize([]fyne.CanvasObject) fyne.Size { return l.size }

// Layout implements fyne.Layout.
func (l *asLaid) Layout([]fyne.CanvasObject, fyne.Size) {}

// sideways scrolls from side to side alone, and passes on what the wheel turns
// up and down, which Fyne's would take for its own.
type sideways struct {
	container.Scroll
	pass func(*fyne.ScrollEvent)
}

func newSideways(content fyne.CanvasObject, pass func(*fyne.ScrollEvent)) *sideways {
	s := &sideways{Scroll: container.Scroll{Content: content, Direction: container.ScrollHorizontalOnly}, pass: pass}
	s.ExtendBaseWidget(s)
	return s
}

// Scrolled implements fyne.Scrollable.
func (s *sideways) Scrolled(e *fyne.ScrollEvent) {
	if e.Scrolled.DX == 0 {
		s.pass(e)
		return
	}
	s.Scroll.Scrolled(e)
}
