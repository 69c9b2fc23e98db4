package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// sidebarWidth leaves the content 696 of the smallest window's 900.
const sidebarWidth float32 = 204

// sidebar names the screens, and says below them that the data is safe.
type sidebar struct {
	widget.BaseWidget
	items []*sidebarItem
	saved *text
	back  *text // backed up when
}

func newSidebar(screens []screen, choose func(i int)) *sidebar {
	s := &sidebar{
		saved: newText("Saved on this computer", sizeLabel, colorMuted),
		back:  newText("", sizeLabel, colorMuted),
	}
	for i, screen := range screens {
		s.items = append(s.items, newSidebarItem(screen.icon(), screen.name(), func() { choose(i) }))
	}
	s.ExtendBaseWidget(s)
	return s
}

// choose marks the i-th item as the selected one.
func (s *sidebar) choose(i int) {
	for j, item := range s.items {
		if item.selected != (i == j) {
			item.selected = i == j
			item.Refresh()
		}
	}
}

// CreateRenderer implements fyne.Widget.
func (s *sidebar) CreateRenderer() fyne.WidgetRenderer {
	list := container.New(column{})
	for _, item := range s.items {
		list.Add(item)
	}
	foot := container.New(column{gap: 2},
		container.New(padded{left: 10}, container.New(beside{gap: 6}, newDrawing(glyphSaved, colorReached, 14), s.saved)),
		container.New(padded{left: 10}, s.back))
	r := &sidebarRenderer{sidebar: s, ground: canvas.NewRectangle(nil), edge: canvas.NewRectangle(nil)}
	r.content = container.NewBorder(
		container.New(padded{left: 10, top: 20, bottom: 18}, newBrand()), container.New(padded{bottom: 28}, foot), nil, nil, list)
	r.paint()
	return r
}

type sidebarRenderer struct {
	sidebar      *sidebar
	ground, edge *canvas.Rectangle
	content      fyne.CanvasObject
}

func (r *sidebarRenderer) Destroy() {}

func (r *sidebarRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.edge, r.content}
}

func (r *sidebarRenderer) MinSize() fyne.Size {
	return fyne.NewSize(sidebarWidth, r.content.MinSize().Height)
}

func (r *sidebarRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	r.edge.Resize(fyne.NewSize(1, size.Height))
	r.edge.Move(fyne.NewPos(size.Width-1, 0))
	r.content.Move(fyne.NewPos(12, 0))
	r.content.Resize(size.SubtractWidthHeight(24, 0))
}

func (r *sidebarRenderer) Refresh() {
	r.paint()
	canvas.Refresh(r.sidebar)
}

func (r *sidebarRenderer) paint() {
	r.ground.FillColor = themed(r.sidebar, colorSidebar)
	r.edge.FillColor = themed(r.sidebar, colorLine)
}
