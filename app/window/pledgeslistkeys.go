package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// FocusGained implements fyne.Focusable. Something must be seen to have it.
func (l *ledgerList) FocusGained() {
	l.focused = true
	if l.choice.current < 0 && l.lines.len() > 0 {
		l.choice.current = int(l.seen)
	}
	l.place()
}

// FocusLost implements fyne.Focusable.
func (l *ledgerList) FocusLost() {
	l.focused, l.shift = false, false
	l.place()
}

// KeyDown implements desktop.Keyable.
func (l *ledgerList) KeyDown(k *fyne.KeyEvent) { l.hold(k, true) }

// KeyUp implements desktop.Keyable.
func (l *ledgerList) KeyUp(k *fyne.KeyEvent) { l.hold(k, false) }

func (l *ledgerList) hold(k *fyne.KeyEvent, down bool) {
	if k.Name == desktop.KeyShiftLeft || k.Name == desktop.KeyShiftRight {
		l.shift = down
	}
}

// TypedRune implements fyne.Focusable.
func (l *ledgerList) TypedRune(rune) {}

// TypedKey implements fyne.Focusable: the arrows choose a line, with Shift all
// on the way; space takes one in or out; Enter and Delete ask to void what is
// chosen; the window's own keys are passed on.
func (l *ledgerList) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyEscape, fyne.KeyF1, fyne.KeyF2:
		passOn(l, k)
	case fyne.KeySpace:
		if l.choice.current >= 0 {
			l.choice.toggle(l.choice.current)
			l.place()
		}
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyDelete:
		if l.choice.len() == 0 && l.choice.current >= 0 {
			l.choice.only(l.choice.current)
		}
		l.act()
	default:
		if by, ok := l.steps(k.Name); ok {
			l.step(by, l.shift, false)
		}
	}
}

// steps returns by how many lines a key goes.
func (l *ledgerList) steps(key fyne.KeyName) (int, bool) {
	page := max(1, int(l.page())-1)
	by, ok := map[fyne.KeyName]int{
		fyne.KeyUp: -1, fyne.KeyDown: 1, fyne.KeyPageUp: -page, fyne.KeyPageDown: page,
		fyne.KeyHome: -l.lines.len(), fyne.KeyEnd: l.lines.len(),
	}[key]
	return by, ok
}

// step moves by some lines and chooses the one it comes to, all up to it, or
// none.
func (l *ledgerList) step(by int, reach, move bool) {
	if l.lines.len() == 0 {
		return
	}
	to := min(max(0, l.choice.current+by), l.lines.len()-1)
	l.bring(to) // which reads it, for the choice to know it
	switch {
	case move:
		l.choice.move(to)
	case reach:
		l.choice.reach(to)
	default:
		l.choice.only(to)
	}
	l.place()
}

// TypedShortcut implements fyne.Shortcutable: Ctrl+A chooses all, Ctrl with an
// arrow moves without choosing.
func (l *ledgerList) TypedShortcut(s fyne.Shortcut) {
	switch s := s.(type) {
	case *fyne.ShortcutSelectAll:
		l.choice.everything()
		l.place()
		return
	case *desktop.CustomShortcut:
		if by, ok := l.steps(s.KeyName); ok && s.Modifier == fyne.KeyModifierShortcutDefault {
			l.step(by, false, true)
			return
		}
	}
	passShortcutOn(l, s)
}
