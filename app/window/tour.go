package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"muster/app/phrase"
	"muster/app/say"
)

const keyToured = "toured"

// toured says whether the tour has been shown, or skipped.
func (s settings) toured() bool { return s.Bool(keyToured) }
func (s settings) setToured()   { s.SetBool(keyToured, true) }

// stop is one step of the tour: a part of the window, and what it is for.
type stop struct {
	at         func() fyne.CanvasObject
	title, why string
}

// stops returns those of the tour, at most four.
func (w *Window) stops() []stop {
	item := func(name string) fyne.CanvasObject {
		for i, s := range w.shell.seats {
			if s.name == name {
				return w.shell.sidebar.items[i]
			}
		}
		return w.shell.sidebar
	}
	return []stop{
		{func() fyne.CanvasObject {
			if o, ok := w.shell.front().(*overview); ok {
				return o.headline
			}
			return w.shell
		}, say.Text("How far it is"), say.Text("The count against the next threshold, and in words what is missing. Everything in the window follows from the plan and the counts.")},
		{func() fyne.CanvasObject { return w.shell.header.buttons }, say.Text("Add pledges"),
			say.Text("A count takes five seconds: press %s, type it, press Enter. A mistake is undone with %s.",
				addKeyName(), keyName(command(fyne.KeyZ)))},
		{func() fyne.CanvasObject { return item("Forecast") }, say.Text("When do we get there?"),
			say.Text("Forecast says when a threshold may be reached and how likely that is. Turnout says how many will be there on the day.")},
		{func() fyne.CanvasObject { return w.shell.header.switcher }, say.Text("Your own campaign"),
			say.Text("Start your own here. %s finds anything, and F1 explains the screen you are on.", keyName(command(fyne.KeyK)))},
	}
}

// firstTour shows the tour to who has not seen it.
func (w *Window) firstTour() {
	if !w.settings.toured() {
		w.tour()
	}
}

// tour shows the parts of the window, one after the other. However it ends, it
// does not come again by itself.
func (w *Window) tour() {
	w.settings.setToured()
	w.shell.navigate("Overview")
	if o, ok := w.shell.front().(*overview); ok {
		o.page.scroll.ScrollToTop()
	}
	s := newSpot()
	w.Canvas().Overlays().Add(s)
	w.tourTo(s, w.stops(), 0)
}

// tourTo goes to the i-th stop.
func (w *Window) tourTo(s *spot, stops []stop, i int) {
	end := func() {
		s.Hide()
		w.Canvas().Overlays().Remove(s)
	}
	last := i == len(stops)-1
	next := makeMainButton(say.Text("Next"), func() { w.tourTo(s, stops, i+1) })
	skip := newButton(say.Text("Skip the tour"), end)
	if last {
		next = makeMainButton(say.Text("Done"), end)
		skip.Hide()
	}
	title := newText(stops[i].title, sizeGap, colorText)
	title.style.Bold = true
	count := newText(say.Text("%s of %s", phrase.Count(int64(i)+1), phrase.Count(int64(len(stops)))), sizeLabel, colorMuted)
	s.show(stops[i].at(), container.New(column{gap: spaceS}, container.New(ends{gap: spaceS}, title, count),
		newProse(sizeText, colorText, plain(stops[i].why)),
		container.New(padded{top: spaceXS}, container.New(beside{gap: spaceS}, container.New(broad{16}, next), skip))))
	w.Canvas().Focus(next)
}
