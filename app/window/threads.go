package window

import (
	"sync"
	"time"

	"fyne.io/fyne/v2"
)

// threads carries work between the window's goroutine and others. Tests put
// their own in its place, since Fyne's test driver has no goroutine to go back to.
type threads struct {
	away func(f func()) // runs f on a goroutine of its own
	stay func(f func()) // the same for an f that goes on until the window closes
	ui   func(f func()) // runs f on the window's goroutine, when it comes round

	// after runs f on the window's goroutine later, unless it is stopped there
	// before.
	after func(d time.Duration, f func()) (stop func())

	// afterFrame runs f on the window's goroutine once what was changed has had
	// the time to be painted, which f would slow down on a machine with few cores.
	afterFrame func(f func())

	// beside runs f beside what is done until wait is called, which waits for it.
	// Nil leaves out what only saves time.
	beside func(f func()) (wait func())

	// linger, on the window's goroutine, goes on with what ui is handed until
	// done, though not for long: it is painted together with what led to it.
	linger func(done func() bool)
}

// frame is what painting one may take.
const frame = 40 * time.Millisecond

// goroutines is how a real window works.
func goroutines() threads { return threadsAround(fyne.Do) }

// threadsAround returns threads around a goroutine that do has things done on.
func threadsAround(do func(func())) threads {
	events := &events{news: make(chan struct{}, 1)}
	ui := func(f func()) {
		events.add(f)
		do(events.next)
	}
	return threads{
		away: func(f func()) { go f() },
		stay: func(f func()) { go f() },
		ui:   ui,
		after: func(d time.Duration, f func()) func() {
			stopped := false // what is due may wait while much is painted
			timer := time.AfterFunc(d, func() {
				ui(func() {
					if !stopped {
						f()
					}
				})
			})
			return func() {
				stopped = true
				timer.Stop()
			}
		},
		afterFrame: func(f func()) { time.AfterFunc(frame, func() { ui(f) }) },
		beside: func(f func()) func() {
			var done sync.WaitGroup
			done.Go(f)
			return done.Wait
		},
		linger: events.linger,
	}
}
