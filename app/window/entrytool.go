package window

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// entryTool is the arrow or the calendar at the end of a field. It is for the
// pointer: the keyboard has the field's own down key, so Tab passes it by.
type entryTool struct {
	widget.BaseWidget
	icon    fyne.ThemeIconName
	label   string
	pressed func()
	hovered bool
}

func newEntryTool(icon fyne.ThemeIconName, label string, pressed func()) *entryTool {
	t := &entryTool{icon: icon, label: label, pressed: pressed}
	t.ExtendBaseWidget(t)
	return t
}

// Tapped implements fyne.Tappable.
func (t *entryTool) Tapped(*fyne.PointEvent) { t.pressed() }

// Cursor implements desktop.Cursorable.
func (t *entryTool) Cursor() desktop.Cursor { return desktop.PointerCursor }

// MouseIn implements desktop.Hoverable.
func (t *entryTool) MouseIn(*desktop.MouseEvent) { t.hovered = true; t.Refresh() }

// MouseMoved implements desktop.Hoverable.
func (t *entryTool) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (t *entryTool) MouseOut() { t.hovered = false; t.Refresh() }

// AccessibilityLabel says what it opens.
func (t *entryTool) AccessibilityLabel() string { return t.label }

// AccessibilityRole says that this can be pressed.
func (t *entryTool) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (t *entryTool) CreateRenderer() fyne.WidgetRenderer {
	r := &entryToolRenderer{tool: t, ground: canvas.NewRectangle(nil), picture: canvas.NewImageFromResource(nil)}
	r.ground.CornerRadius = 6
	r.picture.FillMode = canvas.ImageFillContain
	r.paint()
	return r
}

type entryToolRenderer struct {
	tool    *entryTool
	ground  *canvas.Rectangle
	picture *canvas.Image
	ink     color.Color // that the picture was drawn in
}

func (r *entryToolRenderer) Destroy() {}

func (r *entryToolRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.picture}
}

func (r *entryToolRenderer) MinSize() fyne.Size {
	return fyne.NewSquareSize(r.tool.Theme().Size(theme.SizeNameInlineIcon) + 2*spaceXS)
}

func (r *entryToolRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	side := r.tool.Theme().Size(theme.SizeNameInlineIcon)
	place(r.picture, (size.Width-side)/2, (size.Height-side)/2, side, side)
}

func (r *entryToolRenderer) Refresh() {
	r.paint()
	canvas.Refresh(r.tool)
}

func (r *entryToolRenderer) paint() {
	r.ground.Hidden = !r.tool.hovered
	r.ground.FillColor = themed(r.tool, theme.ColorNameHover)
	if ink := themed(r.tool, theme.ColorNameForeground); ink != r.ink { // drawing it takes as long as all else in a form
		r.ink = ink
		r.picture.Resource = r.tool.Theme().Icon(r.tool.icon)
		r.picture.Refresh()
	}
}
