package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"muster/app/say"
)

// The widths of the sidebar. The wide one leaves the content 696 of the smallest
// window's 900; in less room than foldBelow the icons have to do.
const (
	sidebarWidth  float32 = 204
	sidebarFolded float32 = 66
	foldBelow             = 780
)

// sidebar names the screens, and says below them that the data is safe.
type sidebar struct {
	widget.BaseWidget
	items []*sidebarItem
	saved *text
	back  *text // backed up when
}

func newSidebar(seats []seat, choose func(i int)) *sidebar {
	s := &sidebar{
		saved: newText(say.Text("Saved on this computer"), sizeLabel, colorMuted),
		back:  newText("", sizeLabel, colorMuted),
	}
	for i, p := range seats {
		s.items = append(s.items, newSidebarItem(p.glyph, p.title, func() { choose(i) }))
	}
	s.ExtendBaseWidget(s)
	return s
}

// sidebarIn returns how wide the sidebar is in a window of a width.
func sidebarIn(window float32) float32 {
	if window < foldBelow {
		return sidebarFolded
	}
	return sidebarWidth
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
	brand := newBrand()
	r := &sidebarRenderer{sidebar: s, words: []fyne.CanvasObject{brand.Objects[1], foot}, ground: canvas.NewRectangle(nil), edge: canvas.NewRectangle(nil)}
	r.content = container.NewBorder(
		container.New(padded{left: 10, top: 20, bottom: 18}, brand), container.New(padded{bottom: 28}, foot), nil, nil, list)
	r.paint()
	return r
}

type sidebarRenderer struct {
	sidebar      *sidebar
	words        []fyne.CanvasObject // there is no room for in a folded one
	ground, edge *canvas.Rectangle
	content      fyne.CanvasObject
}

func (r *sidebarRenderer) Destroy() {}

func (r *sidebarRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.edge, r.content}
}

func (r *sidebarRenderer) MinSize() fyne.Size {
	return fyne.NewSize(sidebarFolded, r.content.MinSize().Height)
}

func (r *sidebarRenderer) Layout(size fyne.Size) {
	for _, o := range r.words {
		showOrHide(o, size.Width > sidebarFolded)
	}
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
