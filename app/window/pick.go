package window

import (
	"cmp"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"muster/app/say"
)

// pick is a field for a name, with a menu of the names there are. Another one
// may be typed.
type pick struct {
	label string // what it is for, to a screen reader; its placeholder if empty
	widget.SelectEntry
	names   []string
	changed func()
}

// picksMost is how many names the menu offers at once.
const picksMost = 12

func newPick(placeHolder string) *pick {
	p := &pick{changed: func() {}}
	p.ExtendBaseWidget(p)
	p.SetPlaceHolder(placeHolder)
	p.OnChanged = func(typed string) {
		p.SetOptions(like(typed, p.names))
		p.changed()
	}
	p.SetOptions(nil)
	if down, ok := p.ActionItem.(*widget.Button); ok { // Fyne's keeps Escape and F1 to itself
		p.ActionItem = newIconButton(down.Icon, say.Text("Show the names there are"), down.OnTapped)
	}
	return p
}

// offer puts other names into the menu.
func (p *pick) offer(names []string) {
	p.names = names
	p.SetOptions(like(p.Text, names))
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
	p.SelectEntry.TypedShortcut(s)
}

// TypedKey implements fyne.Focusable as entry does; down opens the menu.
func (p *pick) TypedKey(k *fyne.KeyEvent) {
	switch {
	case forWindow(k):
		passOn(p, k)
	case k.Name == fyne.KeyDown:
		if open, ok := p.ActionItem.(fyne.Tappable); ok && len(p.names) > 0 {
			open.Tapped(&fyne.PointEvent{})
		}
	default:
		p.SelectEntry.TypedKey(k)
	}
}

func (p *pick) labelAs(what string) { p.label = what }

// AccessibilityLabel returns what the field is for.
func (p *pick) AccessibilityLabel() string { return cmp.Or(p.label, p.PlaceHolder) }

// AccessibilityRole says that this is text.
func (p *pick) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }
