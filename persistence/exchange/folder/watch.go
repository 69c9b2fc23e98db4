package folder

import (
	"context"
	"time"

	"github.com/fsnotify/fsnotify"
)

// Pace is how soon and how often a folder is looked at.
type Pace struct {
	Calm time.Duration // how long nothing must happen there first: a service writes a file in many steps
	Poll time.Duration // how often in any case, since drives on a network do not tell what happens on them
}

// UsualPace is that of a window.
var UsualPace = Pace{Calm: 300 * time.Millisecond, Poll: 30 * time.Second}

// Watch calls look, from the goroutine that it runs in, at once, then when
// something changed in the folder that look returned the path of, or at home,
// and now and then in any case, until ctx ends.
func Watch(ctx context.Context, p Pace, home <-chan struct{}, look func() (dir string)) {
	var events chan fsnotify.Event
	var errs chan error
	watcher, err := fsnotify.NewWatcher()
	if err == nil { // the system has one to spare; otherwise the poll must do
		defer watcher.Close()
		events, errs = watcher.Events, watcher.Errors
	}
	poll, quiet := time.NewTicker(p.Poll), time.NewTimer(p.Calm)
	defer poll.Stop()
	defer quiet.Stop()
	watched := ""
	again := func() {
		dir := look()
		if events == nil {
			return
		}
		if watched != dir && watched != "" {
			_ = watcher.Remove(watched)
		}
		err := watcher.Add(dir) // each time: the folder may have been away
		if err != nil {
			dir = ""
		} else if watched != dir {
			quiet.Reset(p.Calm) // something may have happened since the look
		}
		watched = dir
	}
	again()
	for {
		select {
		case <-ctx.Done():
			return
		case e := <-events:
			if e.Op != fsnotify.Chmod {
				quiet.Reset(p.Calm)
			}
		case <-errs: // events were lost
			quiet.Reset(p.Calm)
		case <-home:
			quiet.Reset(p.Calm)
		case <-quiet.C:
			again()
		case <-poll.C:
			again()
		}
	}
}
