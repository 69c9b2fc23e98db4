package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"muster/app/say"
)

// sidebarItem is one screen's entry in the sidebar.
type sidebarItem struct {
	pressable
	glyph    glyph
	label    string
	selected bool
	waiting  bool // there is something to decide
}

func newSidebarItem(g glyph, label string, chosen func()) *sidebarItem {
	s := &sidebarItem{pressable: pressable{pressed: chosen}, glyph: g, label: label}
	s.ExtendBaseWidget(s)
	return s
}

// await says whether there is something to decide on the screen.
func (s *sidebarItem) await(yes bool) {
	if s.waiting != yes {
		s.waiting = yes
		s.Refresh()
	}
}

// AccessibilityLabel returns the name of the screen.
func (s *sidebarItem) AccessibilityLabel() string {
	if s.waiting {
		return say.Text("%s: something waits for a choice", s.label)
	}
	return s.label
}

// CreateRenderer implements fyne.Widget.
func (s *sidebarItem) CreateRenderer() fyne.WidgetRenderer {
	r := &sidebarItemRenderer{
		item:   s,
		ground: canvas.NewRectangle(nil),
		bar:    canvas.NewRectangle(nil),
		icon:   newDrawing(s.glyph, colorMuted, 18),
		label:  newText(s.label, sizeText, colorMuted),
		dot:    canvas.NewCircle(nil),
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
	dot         *canvas.Circle // there is something to decide
}

func (r *sidebarItemRenderer) Destroy()           {}
func (r *sidebarItemRenderer) MinSize() fyne.Size { return fyne.NewSize(40, 38) }

func (r *sidebarItemRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.bar, r.icon, r.label, r.dot}
}

func (r *sidebarItemRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	r.bar.Resize(fyne.NewSize(3, size.Height-16))
	r.bar.Move(fyne.NewPos(0, 8))
	r.icon.Resize(fyne.NewSquareSize(18))
	r.icon.Move(fyne.NewPos(11, (size.Height-18)/2))
	place(r.dot, size.Width-18, size.Height/2-4, 8, 8)
	least := r.label.MinSize()
	r.label.Hidden = size.Width < 40+least.Width/2 // in a folded sidebar
	if r.label.Hidden {
		place(r.dot, 26, 5, 8, 8)
	}
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
	r.dot.FillColor, r.dot.Hidden = themed(s, colorAccent), !s.waiting
	r.label.style.Bold = s.selected
	r.icon.Refresh()
	r.label.Refresh()
	canvas.Refresh(s)
}
