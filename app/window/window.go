// Package window is Muster's window: one file a screen, one a widget.
package window

import (
	"context"
	"errors"
	"time"

	"fyne.io/fyne/v2"

	"muster/app"
	"muster/campaign"
)

// Window shows one campaign of a data folder at a time. All its methods are
// called on Fyne's goroutine.
type Window struct {
	fyne.Window

	muster   *app.Muster
	settings settings
	threads  threads
	shell    *shell
	keys     fyne.ShortcutHandler // the window's own shortcuts

	desk     *app.Desk    // the campaign that is open; nil until one is
	snapshot app.Snapshot // what the screens show

	ctx     context.Context // ends when the window closes
	close   context.CancelFunc
	unwatch context.CancelFunc // of the open desk

	reading, again           bool // a snapshot is being read; another is due
	foreseeing, foreseeAgain bool // the same of a forecast
}

// New returns the window onto a data folder, opening the campaign that was
// open last. On an empty folder it makes the example and lays a welcome over it.
func New(a fyne.App, m *app.Muster) *Window {
	w := build(a, m, goroutines)
	w.start()
	return w
}

// build puts the window together without opening a campaign.
func build(a fyne.App, m *app.Muster, t threads) *Window {
	keepFilesWhole()
	a.Settings().SetTheme(newTheme())
	w := &Window{
		Window:   a.NewWindow("Muster"),
		muster:   m,
		settings: settings{a.Preferences()},
		threads:  t,
		unwatch:  func() {},
	}
	w.ctx, w.close = context.WithCancel(context.Background())
	w.shell = newShell(w, screens(w))
	w.SetContent(w.shell)
	w.SetPadded(false)
	w.SetMaster()
	w.Resize(w.settings.size())
	w.SetCloseIntercept(func() {
		w.settings.setSize(w.Canvas().Size())
		w.Close()
	})
	w.SetOnClosed(w.close)
	a.Lifecycle().SetOnEnteredForeground(w.changed) // the day may have changed
	w.addKeys()
	return w
}

// start opens the campaign that was open last, or the first there is.
func (w *Window) start() {
	var all []campaign.Campaign
	var desk *app.Desk
	fresh := false
	w.work(func(context.Context) (err error) {
		if all, err = w.muster.Campaigns(); err != nil {
			return err
		}
		if fresh = len(all) == 0; fresh {
			example, err := w.muster.CreateExample("march")
			if err != nil {
				return err
			}
			all = append(all, example)
		}
		desk, err = w.muster.Desk(w.settings.choose(all))
		return err
	}, func(err error) {
		if err != nil {
			w.shell.showError("Muster cannot open its data", err, w.start)
			return
		}
		w.use(desk)
		w.shell.navigate(w.settings.screen())
		if fresh {
			w.welcome()
		}
	})
}

// open changes to another campaign.
func (w *Window) open(id campaign.ID) {
	var desk *app.Desk
	w.work(func(context.Context) (err error) {
		desk, err = w.muster.Desk(id)
		return err
	}, func(err error) {
		if err == nil {
			w.use(desk)
		}
	})
}

// use shows an opened campaign and follows its changes.
func (w *Window) use(desk *app.Desk) {
	w.unwatch()
	ctx, stop := context.WithCancel(w.ctx)
	w.unwatch = stop
	w.desk = desk
	w.settings.setCampaign(desk.Campaign().ID)
	w.threads.stay(func() { desk.Watch(ctx, func() { w.threads.ui(w.changed) }) })
	w.changed()
}

// changed shows the campaign as it now stands, on all screens at once. Calls
// that come while it is being read lead to one more reading.
func (w *Window) changed() {
	if w.desk == nil {
		return
	}
	if w.reading {
		w.again = true
		return
	}
	w.reading = true
	desk := w.desk
	var now view
	w.work(func(context.Context) (err error) {
		now, err = readView(w.muster, desk)
		return err
	}, func(err error) {
		w.reading = false
		if err == nil && desk == w.desk {
			w.show(now)
		}
		if w.again {
			w.again = false
			w.changed()
		}
	})
}

// view is all that the window shows at one moment.
type view struct {
	app.Snapshot
	campaigns []campaign.Campaign
	backup    time.Time // of the newest automatic one; zero if there is none
}

// readView reads what there is to show of a campaign now.
func readView(m *app.Muster, desk *app.Desk) (view, error) {
	now, err := desk.Snapshot(m.Now())
	if err != nil {
		return view{}, err
	}
	all, err := m.Campaigns()
	return view{Snapshot: now, campaigns: all, backup: m.LastBackup()}, err
}

// show shows a view on all screens at once.
func (w *Window) show(now view) {
	keepForecast(w.snapshot, &now.Snapshot)
	w.snapshot = now.Snapshot
	w.shell.show(now)
	w.foresee()
}

// work runs f away from the window's goroutine and then done on it, with what
// f returned; by then an error has been shown. It returns a function that ends
// f's context, for a Cancel button. Done may be nil.
func (w *Window) work(f func(context.Context) error, done func(error)) (cancel func()) {
	ctx, cancel := context.WithCancel(w.ctx)
	w.threads.away(func() {
		err := f(ctx)
		w.threads.ui(func() {
			defer cancel()
			if w.ctx.Err() != nil {
				return // closed meanwhile
			}
			if err != nil && !errors.Is(err, context.Canceled) {
				w.fail(err)
			}
			if done != nil {
				done(err)
			}
		})
	})
	return cancel
}

// fail tells the person in front of the screen what went wrong.
func (w *Window) fail(err error) { w.shell.toasts.show(toast{text: sentence(err), bad: true}) }

// toast says in a few words that something is done. A label with do makes a
// button in it, such as Undo.
func (w *Window) toast(text, label string, do func()) {
	w.shell.toasts.show(toast{text: text, label: label, do: do})
}
