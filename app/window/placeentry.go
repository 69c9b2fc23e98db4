package window

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"muster/assets"
)

// placeEntry is a field for the name of a population. Its menu offers the
// built-in ones that go with what is typed.
type placeEntry struct{ widget.SelectEntry }

// placesMost is how many populations the menu offers at once.
const placesMost = 12

func newPlaceEntry() *placeEntry {
	p := &placeEntry{}
	p.ExtendBaseWidget(p)
	p.OnChanged = func(typed string) { p.SetOptions(placesLike(typed)) }
	p.SetOptions(placesLike(""))
	return p
}

// placesLike returns the names of populations with the words typed in them,
// those that begin so first.
func placesLike(typed string) []string {
	typed = strings.ToLower(strings.TrimSpace(typed))
	var first, then []string
	for _, p := range assets.Populations() {
		switch at := strings.Index(strings.ToLower(p.Name), typed); {
		case at == 0:
			first = append(first, p.Name)
		case at > 0:
			then = append(then, p.Name)
		}
	}
	like := append(first, then...)
	return like[:min(len(like), placesMost)]
}

// TypedShortcut implements fyne.Shortcutable as entry does.
func (p *placeEntry) TypedShortcut(s fyne.Shortcut) {
	if _, own := s.(*desktop.CustomShortcut); own {
		passShortcutOn(p, s)
		return
	}
	p.SelectEntry.TypedShortcut(s)
}

// TypedKey implements fyne.Focusable as entry does.
func (p *placeEntry) TypedKey(k *fyne.KeyEvent) {
	if k.Name == fyne.KeyEscape {
		passOn(p, k)
		return
	}
	p.SelectEntry.TypedKey(k)
}
