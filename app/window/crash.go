package window

import (
	"context"
	"path/filepath"
	"time"

	"muster/app"
	"muster/app/phrase"
	"muster/app/say"
)

// tellOfCrash says, once, that Muster went down the last time.
func (w *Window) tellOfCrash() {
	var crash app.Crash
	var found bool
	w.work(func(context.Context) (err error) {
		crash, found, err = w.muster.LastCrash()
		return err
	}, func(error) {
		if found {
			w.layCrash(crash)
		}
	})
}

func (w *Window) layCrash(crash app.Crash) {
	var l *leaf
	says := say.Text("It was on %s. Nothing that Muster had confirmed is lost: it says so only once an update is on disk.",
		phrase.Moment(crash.At, time.Local))
	where := say.Text("What happened is written down in %s. Pass it on to whoever looks after Muster for you.", shortFolder(crash.Path))
	text := newProse(sizeText, colorText, plain(says+" "+where))
	l = w.layLeaf(say.Text("Muster ended unexpectedly the last time"), 480, text,
		newMainButton(say.Text("Go on"), func() { l.popup.Hide() }),
		newButton(say.Text("Show the file"), func() {
			l.popup.Hide()
			w.openFolder(filepath.Dir(crash.Path))
		}))
}
