package window

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"muster/app"
)

// forecastScreen is the screen that says where the count may go, from now or
// from a moment in the past.
type forecastScreen struct {
	widget.BaseWidget
	w     *Window
	parts []forecastPart
	lanes *lanes
	page  *page
	now   app.Snapshot // as the campaign stands
	from  time.Time    // the moment looked from; zero for now
	asked int          // how many forecasts of the past have been asked for
}

// prospect is all that the screen shows.
type prospect struct {
	app.Snapshot              // of the moment looked from
	now          app.Snapshot // as the campaign stands
	past         bool         // the moment is not now
	early        time.Time    // the last update, where there is a forecast from it but not from now
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
		newAheadCard(f.look, again), newPaceCard(toPlan), newRefusalCard(w, f.look, again),
		newAheadChart(w, again), newTargetsCard(toPlan, again), newProvenCard(w, f.ownRecord, again),
	}
	f.lanes = &lanes{of: []lane{laneMain, laneSide, laneFull, laneFull, laneFull, laneFull}}
	content := container.New(f.lanes)
	for _, part := range f.parts {
		content.Add(part.card())
	}
	f.page = newPage(content)
	f.page.Hide()
	f.ExtendBaseWidget(f)
	return f
}

func (f *forecastScreen) name() string { return "Forecast" }
func (f *forecastScreen) icon() glyph  { return glyphForecast }

// show shows that another campaign's forecast is not there yet. That of the
// same one stays until forecasted brings a new one.
func (f *forecastScreen) show(now app.Snapshot) {
	if now.Campaign.ID != f.now.Campaign.ID || f.now.Zone == nil {
		f.from = time.Time{}
		f.page.scroll.ScrollToTop()
		f.take(prospect{Snapshot: now, now: now})
	}
	f.now = now
}

// forecasted implements forecaster.
func (f *forecastScreen) forecasted(now app.Snapshot) {
	f.now = now
	if f.from.IsZero() {
		f.read(time.Time{})
		return
	}
	f.look(f.from)
}

// Show implements fyne.CanvasObject.
func (f *forecastScreen) Show() {
	f.BaseWidget.Show()
	f.Refresh()
}

// look looks ahead from a moment; zero is now.
func (f *forecastScreen) look(from time.Time) {
	f.from = from
	f.read(from)
}

// read works out what there is to show, away from the window's goroutine. What
// has been overtaken meanwhile is dropped.
func (f *forecastScreen) read(from time.Time) {
	f.asked++
	asked, desk := f.asked, f.w.desk
	p := prospect{Snapshot: f.now, now: f.now, past: !from.IsZero()}
	if desk == nil || !p.past && !p.refused() {
		f.take(p)
		return
	}
	f.w.work(func(context.Context) (err error) {
		if p.past {
			if p.Snapshot, err = desk.Snapshot(from); err != nil {
				return err
			}
			if err = desk.Foresee(&p.Snapshot); err != nil {
				return err
			}
		}
		if p.refused() {
			if at, ok, err := desk.EarlierForecast(p.Standing.AsOf); err != nil {
				return err
			} else if ok {
				p.early = at
			}
		}
		return nil
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
	f.page.Show()
	f.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (f *forecastScreen) CreateRenderer() fyne.WidgetRenderer {
	return &forecastRenderer{forecast: f, WidgetRenderer: widget.NewSimpleRenderer(f.page)}
}

type forecastRenderer struct {
	forecast *forecastScreen
	fyne.WidgetRenderer
}

// MinSize lets the window be made small: the page scrolls.
func (r *forecastRenderer) MinSize() fyne.Size { return fyne.NewSize(420, 200) }

// Refresh lays the page out anew; see turnoutRenderer.
func (r *forecastRenderer) Refresh() {
	settle(r.forecast, r.forecast.page)
}

// settle lays a page out anew. What wraps is high only once it has its width,
// so it takes as many rounds as things change their height. The screen is
// painted anew, since the canvas does not know a page that was never seen.
func settle(screen fyne.CanvasObject, p *page) {
	for least, round := (fyne.Size{}), 0; least != p.content.MinSize() && round < 5; round++ {
		least = p.content.MinSize()
		p.content.Refresh()
	}
	p.Refresh()
	canvas.Refresh(screen)
}
