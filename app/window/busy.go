package window

import (
	"time"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"muster/app/phrase"
	"muster/app/say"
)

// busy lies over the window while something is done that takes long, says how
// far it is, and can be pressed to leave it. What is done soon does not show it.
type busy struct {
	w      *Window
	far    *text
	popup  *widget.PopUp
	cancel func()
	ended  bool
	stop   func() // the wait before it shows
}

// busyPause is how long something may take before it is said.
const busyPause = 300 * time.Millisecond

// layBusy says after a moment what is being done.
func (w *Window) layBusy(what string) *busy {
	b := &busy{w: w, far: newText(say.Text("Working…"), sizeText, colorMuted), cancel: func() {}}
	b.stop = w.threads.after(busyPause, func() {
		leave := newButton(say.Text("Cancel"), func() { b.cancel() })
		b.popup = w.lay(container.New(column{gap: spaceM}, newProse(sizeGap, colorText, run{words: what, bold: true}), b.far,
			container.New(beside{}, leave)), 360)
		w.Canvas().FocusNext()
	})
	return b
}

// cancels says how to leave it.
func (b *busy) cancels(cancel func()) { b.cancel = cancel }

// tell says how far it is. It may be called on any goroutine.
func (b *busy) tell(n, of int) {
	b.say(say.Text("%s of %s lines", phrase.Count(int64(n)), phrase.Count(int64(of))))
}

// say says something else of it. It may be called on any goroutine.
func (b *busy) say(said string) {
	b.w.threads.ui(func() {
		if !b.ended {
			b.far.set(said)
		}
	})
}

// done takes it away.
func (b *busy) done() {
	b.ended = true
	b.stop()
	if b.popup != nil {
		b.popup.Hide()
	}
}
