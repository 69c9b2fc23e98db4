package window

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"muster/app"
	"muster/app/say"
	"muster/campaign"
)

// forecastScreen is the screen that says where the count may go from the day
// that is shown.
type forecastScreen struct {
	widget.BaseWidget
	w       *Window
	parts   []forecastPart
	lanes   *lanes
	page    *page
	instead *standIn // of the page
	now     app.Snapshot
	asked   int // how many looks there were
}

// prospect is all that the screen shows.
type prospect struct {
	app.Snapshot
	present app.Snapshot // what has been counted since
	early   campaign.Day // of the last update, where there is a forecast as of it but not of the day shown
}

// refused reports whether there is no forecast, and a reason why.
func (p prospect) refused() bool { return p.NoForecast != nil }

// waiting reports whether the forecast is still being worked out.
func (p prospect) waiting() bool { return p.NoForecast == nil && p.Forecast == nil }

// forecastPart is one card of the screen.
type forecastPart interface {
	card() *fyne.Container
	show(prospect)
}

func newForecast(w *Window) *forecastScreen {
	f := &forecastScreen{w: w}
	again := func() { f.Refresh() }
	toPlan := func() { w.shell.navigate("Plan") }
	f.parts = []forecastPart{
		newAheadCard(), newPaceCard(toPlan), newRefusalCard(w),
		newAheadChart(w, again), newTargetsCard(toPlan, again), newProvenCard(w, f.ownRecord, again),
	}
	f.lanes = &lanes{of: []lane{laneMain, laneSide, laneFull, laneFull, laneFull, laneFull}}
	content := container.New(f.lanes)
	for _, part := range f.parts {
		content.Add(part.card())
	}
	f.page = newPage(content)
	f.page.Hide()
	f.instead = newStandIn(w.threads, f.Refresh)
	f.ExtendBaseWidget(f)
	return f
}

// show shows that the forecast of another campaign or another day is not there
// yet. Otherwise the last one stays until forecasted brings a new one.
func (f *forecastScreen) show(now app.Snapshot) {
	if now.Campaign.ID != f.now.Campaign.ID {
		f.page.scroll.ScrollToTop()
	}
	first := f.now.Zone == nil
	f.now = now
	if first || now.Forecast == nil && now.NoForecast == nil {
		f.read()
	}
}

// forecasted implements forecaster.
func (f *forecastScreen) forecasted(now app.Snapshot) {
	f.now = now
	f.read()
}

// Show implements fyne.CanvasObject.
func (f *forecastScreen) Show() {
	f.BaseWidget.Show()
	f.Refresh()
}

// read shows the forecast, or away from the window's goroutine finds out what
// can be done where there is none. What has been overtaken meanwhile is dropped.
func (f *forecastScreen) read() {
	f.asked++
	asked, desk := f.asked, f.w.desk
	p := prospect{Snapshot: f.now, present: f.w.present}
	switch {
	case p.waiting() && f.w.unforeseen != nil:
		f.page.Hide()
		f.instead.fail(say.Text("The forecast cannot be worked out"), f.w.unforeseen, f.w.foresee)
		return
	case p.waiting():
		f.page.Hide() // another campaign's or day's figures would be wrong
		f.instead.wait(say.Text("Working out the forecast…"))
		return
	case desk == nil || !p.refused():
		f.take(p)
		return
	}
	f.w.work(func(context.Context) error {
		day, ok, err := desk.EarlierForecast(p.Standing.AsOf)
		if ok {
			p.early = day
		}
		return err
	}, func(err error) {
		if err == nil && asked == f.asked {
			f.take(p)
		}
	})
}

// take shows what was worked out.
func (f *forecastScreen) take(p prospect) {
	for _, part := range f.parts {
		part.show(p)
	}
	f.instead.done()
	f.page.Show()
	f.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (f *forecastScreen) CreateRenderer() fyne.WidgetRenderer {
	return newSettledRenderer(f, f.page, f.instead)
}
