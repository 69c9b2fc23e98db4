package window

import (
	"sync"
	"time"
)

// events are what waits to be done on the window's goroutine, in order.
type events struct {
	mu      sync.Mutex
	waiting []func()
	news    chan struct{} // something has come to wait; holds one
}

// add puts an event at the end.
func (e *events) add(f func()) {
	e.mu.Lock()
	e.waiting = append(e.waiting, f)
	e.mu.Unlock()
	select {
	case e.news <- struct{}{}:
	default:
	}
}

// next does the first event that waits. There is none if it was done while
// the window lingered.
func (e *events) next() {
	if f := e.first(); f != nil {
		f()
	}
}

func (e *events) first() func() {
	e.mu.Lock()
	defer e.mu.Unlock()
	if len(e.waiting) == 0 {
		return nil
	}
	f := e.waiting[0]
	e.waiting = e.waiting[1:]
	return f
}

// lingerMost is too short for anybody to see that the window waits.
const lingerMost = 30 * time.Millisecond

// linger does events as they come until done, or until it has taken too long.
func (e *events) linger(done func() bool) {
	enough := time.After(lingerMost)
	for !done() {
		if f := e.first(); f != nil {
			f()
			continue
		}
		select {
		case <-e.news:
		case <-enough:
			return
		}
	}
}
