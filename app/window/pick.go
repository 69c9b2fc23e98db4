package window

import (
	"cmp"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"muster/app/say"
)

// pick is a field for a name, with a menu of the names there are. Another one
// may be typed.
type pick struct {
	label string // what it is for, to a screen reader; its placeholder if empty
	widget.Entry
	names   []string
	changed func()
}

// picksMost is how many names the menu offers at once.
const picksMost = 8

func newPick(placeHolder string) *pick {
	p := &pick{changed: func() {}}
	p.ExtendBaseWidget(p)
	p.SetPlaceHolder(placeHolder)
	p.OnChanged = func(string) { p.changed() }
	p.ActionItem = newEntryTool(theme.IconNameArrowDropDown, say.Text("Show the names there are"), p.unfold)
	return p
}

// offer puts other names into the menu.
func (p *pick) offer(names []string) { p.names = names }

// unfold shows the menu of names beside the field, as many as there is room for.
func (p *pick) unfold() {
	c := fyne.CurrentApp().Driver().CanvasForObject(p)
	if c == nil || len(p.names) == 0 {
		return
	}
	var items []*fyne.MenuItem
	for _, name := range like(p.Text, p.names) {
		items = append(items, fyne.NewMenuItem(name, func() {
			p.SetText(name)
			c.Focus(p)
		}))
	}
	menu := widget.NewPopUpMenu(fyne.NewMenu("", items...), c)
	if room := roomBeside(p); menu.MinSize().Height > room {
		n := int(float32(len(items)) * room / menu.MinSize().Height)
		menu = widget.NewPopUpMenu(fyne.NewMenu("", items[:max(1, n)]...), c)
	}
	menu.Resize(fyne.NewSize(max(p.Size().Width, menu.MinSize().Width), menu.MinSize().Height))
	menu.ShowAtPosition(beneath(p, menu.Size()))
}

// like returns the names with the words typed in them, those that begin so
// first. A name that is typed in full does not hide the others.
func like(typed string, names []string) []string {
	typed = strings.ToLower(strings.TrimSpace(typed))
	var first, then []string
	for _, name := range names {
		switch at := strings.Index(strings.ToLower(name), typed); {
		case len(typed) == len(name) && at == 0:
			return names[:min(len(names), picksMost)]
		case at == 0:
			first = append(first, name)
		case at > 0:
			then = append(then, name)
		}
	}
	found := append(first, then...)
	return found[:min(len(found), picksMost)]
}

// TypedShortcut implements fyne.Shortcutable as entry does.
func (p *pick) TypedShortcut(s fyne.Shortcut) {
	if _, own := s.(*desktop.CustomShortcut); own {
		passShortcutOn(p, s)
		return
	}
	p.Entry.TypedShortcut(s)
}

// FocusGained implements fyne.Focusable.
func (p *pick) FocusGained() {
	p.Entry.FocusGained()
	reveal(p)
}

// TypedKey implements fyne.Focusable as entry does; down opens the menu.
func (p *pick) TypedKey(k *fyne.KeyEvent) {
	switch {
	case forWindow(k):
		passOn(p, k)
	case k.Name == fyne.KeyDown:
		p.unfold()
	default:
		p.Entry.TypedKey(k)
	}
}

func (p *pick) labelAs(what string) { p.label = what }

// AccessibilityLabel returns what the field is for.
func (p *pick) AccessibilityLabel() string { return cmp.Or(p.label, p.PlaceHolder) }

// AccessibilityRole says that this is text.
func (p *pick) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }
