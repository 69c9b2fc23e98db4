package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// sidebarItem is one screen's entry in the sidebar.
type sidebarItem struct {
	pressable
	glyph    glyph
	label    string
	selected bool
}

func newSidebarItem(g glyph, label string, chosen func()) *sidebarItem {
	s := &sidebarItem{pressable: pressable{pressed: chosen}, glyph: g, label: label}
	s.ExtendBaseWidget(s)
	return s
}

// AccessibilityLabel returns the name of the screen.
func (s *sidebarItem) AccessibilityLabel() string { return s.label }

// CreateRenderer implements fyne.Widget.
func (s *sidebarItem) CreateRenderer() fyne.WidgetRenderer {
	r := &sidebarItemRenderer{
		item:   s,
		ground: canvas.NewRectangle(nil),
		bar:    canvas.NewRectangle(nil),
		icon:   newDrawing(s.glyph, colorMuted, 18),
		label:  newText(s.label, sizeText, colorMuted),
	}
	r.ground.CornerRadius = 8
	r.ground.StrokeWidth = 2
	r.bar.CornerRadius = 2
	r.Refresh()
	return r
}

type sidebarItemRenderer struct {
	item        *sidebarItem
	ground, bar *canvas.Rectangle
	icon        *drawing
	label       *text
}

func (r *sidebarItemRenderer) Destroy()           {}
func (r *sidebarItemRenderer) MinSize() fyne.Size { return fyne.NewSize(40, 38) }

func (r *sidebarItemRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.bar, r.icon, r.label}
}

func (r *sidebarItemRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	r.bar.Resize(fyne.NewSize(3, size.Height-16))
	r.bar.Move(fyne.NewPos(0, 8))
	r.icon.Resize(fyne.NewSquareSize(18))
	r.icon.Move(fyne.NewPos(11, (size.Height-18)/2))
	least := r.label.MinSize()
	r.label.Hidden = size.Width < 40+least.Width/2 // in a folded sidebar
	r.label.Resize(fyne.NewSize(size.Width-40, least.Height))
	r.label.Move(fyne.NewPos(39, (size.Height-least.Height)/2))
}

func (r *sidebarItemRenderer) Refresh() {
	s := r.item
	r.bar.Hidden = !s.selected
	r.bar.FillColor = themed(s, colorAccent)
	r.ground.FillColor, r.ground.StrokeColor = themed(s, colorSidebar), themed(s, colorSidebar)
	colour := colorMuted
	if s.hovered {
		r.ground.FillColor, colour = themed(s, theme.ColorNameHover), colorText
	}
	if s.selected {
		r.ground.FillColor, colour = themed(s, colorCard), colorText
	}
	r.ground.StrokeColor = r.ground.FillColor
	if s.focused {
		r.ground.StrokeColor = themed(s, colorAccent)
	}
	r.icon.colour, r.label.colour = colour, colour
	r.label.style.Bold = s.selected
	r.icon.Refresh()
	r.label.Refresh()
	canvas.Refresh(s)
}
