package window

import (
	"sync"
	"time"

	"fyne.io/fyne/v2"
)

// threads carries work between the window's goroutine and others. Tests put
// their own in its place, since Fyne's test driver has no goroutine to go back to.
type threads struct {
	away  func(f func()) // runs f on a goroutine of its own
	stay  func(f func()) // the same for an f that goes on until the window closes
	ui    func(f func()) // runs f on the window's goroutine, when it comes round
	after func(d time.Duration, f func()) (stop func())

	// beside runs f beside what is done until wait is called, which waits for it.
	// Nil leaves out what only saves time.
	beside func(f func()) (wait func())
}

// goroutines is how a real window works.
var goroutines = threads{
	away: func(f func()) { go f() },
	stay: func(f func()) { go f() },
	ui:   fyne.Do,
	after: func(d time.Duration, f func()) func() {
		timer := time.AfterFunc(d, func() { fyne.Do(f) })
		return func() { timer.Stop() }
	},
	beside: func(f func()) func() {
		var done sync.WaitGroup
		done.Go(f)
		return done.Wait
	},
}
