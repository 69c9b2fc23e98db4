package app

import (
	"context"
	"time"
)

// watchEvery is how often the store is looked at for what others wrote.
const watchEvery = 250 * time.Millisecond

// Watch calls changed, from the goroutine that Watch runs in, each time the
// campaign changed, whether here or in another process (within half a
// second), until ctx ends. It calls it once at the start, so that nothing falls
// between what was read before and the watch; and when the campaign can no
// longer be read, so that the reader finds out why.
func (d *Desk) Watch(ctx context.Context, changed func()) {
	own := make(chan struct{}, 1)
	own <- struct{}{}
	d.mu.Lock()
	d.watchers[own] = true
	d.mu.Unlock()
	defer func() {
		d.mu.Lock()
		delete(d.watchers, own)
		d.mu.Unlock()
	}()
	look := time.NewTicker(watchEvery)
	defer look.Stop()
	failed := false
	for {
		select {
		case <-ctx.Done():
			return
		case <-own:
			changed()
		case <-look.C:
			_, err := d.fresh() // news comes by way of own
			if err != nil && !failed {
				changed()
			}
			failed = err != nil
		}
	}
}

// nudge tells those who watch this desk that it changed.
func (d *Desk) nudge() {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.nudgeLocked()
}

func (d *Desk) nudgeLocked() {
	for w := range d.watchers {
		select {
		case w <- struct{}{}:
		default: // it has one waiting
		}
	}
}
