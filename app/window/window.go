// Package window is Muster's window: one file a screen, one a widget.
package window

import (
	"context"
	"errors"
	"sync"
	"time"

	"fyne.io/fyne/v2"

	"muster/app"
	"muster/app/phrase"
	"muster/app/say"
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
	menus    menuState            // that the menu bar shows
	leaves   []*leaf              // that lie over the window

	desk     *app.Desk    // the campaign that is open; nil until one is
	snapshot app.Snapshot // what the screens show
	present  app.Snapshot // the campaign as it now stands; the same unless the screens show an earlier day
	asOf     campaign.Day // the day that is shown; none for now

	drafts map[campaign.ID]planDraft // edits of plans that were interrupted

	folder  folderNews // of the open campaign
	notices notices
	files   []string // that wait to be asked of
	looking bool     // into one of them

	writing sync.WaitGroup  // files that are being written
	ctx     context.Context // ends when the window closes
	close   context.CancelFunc
	unwatch context.CancelFunc // of the open desk

	reading, again           bool  // a snapshot is being read; another is due
	newsAgain                bool  // another is due if it says something else
	foreseeing, foreseeAgain bool  // the same of a forecast
	unforeseen               error // why the last one could not be worked out; nil if it was
}

// New returns the window onto a data folder, opening the campaign that was
// open last. On an empty folder it makes the example and lays a welcome over it.
func New(a fyne.App, m *app.Muster) *Window {
	w := build(a, m, goroutines())
	a.Lifecycle().SetOnStarted(func() {
		w.threads.afterFrame(func() {
			w.start()
			w.tellOfCrash()
		})
	})
	a.Lifecycle().SetOnStopped(w.keepSize) // the system may end it as well
	return w
}

// build puts the window together without opening a campaign.
func build(a fyne.App, m *app.Muster, t threads) *Window {
	w := &Window{
		muster:   m,
		settings: settings{a.Preferences()},
		threads:  t,
		notices:  newNotices(a),
		unwatch:  func() {},
		drafts:   map[campaign.ID]planDraft{},
	}
	w.useAppearance()
	fontsRead := readFonts(t)
	w.Window = a.NewWindow("Muster")
	fontsRead()
	w.speak()
	w.ctx, w.close = context.WithCancel(context.Background())
	w.shell = newShell(w, seats())
	w.SetPadded(false)
	w.SetMaster()
	w.Resize(w.settings.size())
	w.SetContent(w.shell)
	w.SetCloseIntercept(w.quit)
	w.SetOnClosed(w.close)
	w.SetOnDropped(w.dropped)
	a.Lifecycle().SetOnEnteredForeground(w.changed) // the day may have changed
	w.addKeys()
	w.layMenus()
	return w
}

// quit closes the window, which remembers its size.
func (w *Window) quit() {
	w.keepSize()
	w.close()
	left := make(chan struct{})
	w.threads.away(func() {
		w.writing.Wait()
		close(left)
	})
	select { // a file that is being written leaves no part behind
	case <-left:
	case <-time.After(quitPatience):
	}
	w.Close()
}

// Closed returns what is closed once the window is, or is about to be.
func (w *Window) Closed() <-chan struct{} { return w.ctx.Done() }

func (w *Window) keepSize() { w.settings.setSize(w.Canvas().Size()) }

// quitPatience is how long quitting waits for files to be left: a disk may
// answer no more.
const quitPatience = 2 * time.Second

// start opens the campaign that was open last, or the first there is.
func (w *Window) start() {
	var all []campaign.Campaign
	var desk *app.Desk
	fresh := false
	w.shell.instead.wait(say.Text("Opening…"))
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
			w.shell.instead.fail(say.Text("Muster cannot open its data"), err, w.start)
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
	w.shell.instead.wait(say.Text("Opening…"))
	w.work(func(context.Context) (err error) {
		desk, err = w.muster.Desk(id)
		return err
	}, func(err error) {
		if err != nil {
			w.shell.instead.done() // the last one stays
			return
		}
		w.use(desk)
	})
}

// use shows an opened campaign and follows its changes.
func (w *Window) use(desk *app.Desk) {
	w.unwatch()
	ctx, stop := context.WithCancel(w.ctx)
	w.unwatch = stop
	w.desk, w.asOf = desk, 0
	w.settings.opened(desk.Campaign().ID)
	w.threads.stay(func() { desk.Watch(ctx, func() { w.threads.ui(w.news) }) })
	w.followFolder(ctx, desk)
	w.changed()
}

// news shows the campaign as it now stands, unless that is shown already, as it
// is after a change that was made here.
func (w *Window) news() {
	if w.reading {
		w.newsAgain = true
		return
	}
	desk := w.desk
	var number uint64
	var failed error
	w.work(func(context.Context) error {
		number, failed = desk.Number()
		return nil // said when it is read
	}, func(error) {
		shown := w.present.Campaign.ID == desk.Campaign().ID && w.present.Number == number
		if desk == w.desk && (failed != nil || !shown) {
			w.changed()
		}
	})
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
	desk, day := w.desk, w.asOf
	var now view
	w.work(func(context.Context) (err error) {
		now, err = readView(w.muster, desk, day)
		return err
	}, func(err error) {
		w.reading = false
		switch {
		case desk != w.desk || day != w.asOf: // of another campaign or day
		case err == nil:
			w.show(now)
		case desk.Campaign().ID != w.snapshot.Campaign.ID:
			w.shell.instead.fail(say.Text("The campaign cannot be read"), err, w.changed)
		}
		again, news := w.again, w.newsAgain
		w.again, w.newsAgain = false, false
		switch {
		case again:
			w.changed()
		case news:
			w.news()
		}
	})
}

// view is all that the window shows at one moment.
type view struct {
	app.Snapshot
	present   app.Snapshot
	campaigns []campaign.Campaign
	backup    time.Time // of the newest automatic one; zero if there is none
}

// readView reads what there is to show of a campaign as of a day.
func readView(m *app.Muster, desk *app.Desk, day campaign.Day) (view, error) {
	present, err := desk.Snapshot(m.Now())
	if err != nil {
		return view{}, err
	}
	shown := present
	if at := desk.AsOf(day); at.Before(present.Standing.AsOf) {
		if shown, err = desk.Snapshot(at); err != nil {
			return view{}, err
		}
	}
	all, err := m.Campaigns()
	return view{Snapshot: shown, present: present, campaigns: all, backup: m.LastBackup()}, err
}

// show shows a view on all screens at once.
func (w *Window) show(now view) {
	keepForecast(w.snapshot, &now.Snapshot)
	w.snapshot, w.present = now.Snapshot, now.present
	w.shell.show(now)
	w.keepMenus()
	w.announce(now.Snapshot)
	w.showTray(now.present)
	w.threads.afterFrame(w.foresee)
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

// workOnFile is work for an f that writes a file, which quitting waits for.
func (w *Window) workOnFile(f func(context.Context) error, done func(error)) (cancel func()) {
	w.writing.Add(1)
	return w.work(func(ctx context.Context) error {
		defer w.writing.Done()
		return f(ctx)
	}, done)
}

// fail tells the person in front of the screen what went wrong.
func (w *Window) fail(err error) { w.shell.toasts.show(toast{text: phrase.Sentence(err), bad: true}) }

// toast says in a few words that something is done. A label with do makes a
// button in it, such as Undo.
func (w *Window) toast(text, label string, do func()) {
	w.shell.toasts.show(toast{text: text, label: label, do: do})
}
