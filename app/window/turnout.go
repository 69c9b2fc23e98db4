package window

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"muster/app"
	"muster/app/figure"
	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
)

// turnout is the screen that says how many of those who pledged may come, how
// many pledges it takes, and what so many people need.
type turnout struct {
	widget.BaseWidget
	w       *Window
	parts   []turnoutPart
	lanes   *lanes
	page    *page
	instead *standIn // of the page
	now     app.Snapshot
	asked   int // how many turnouts have been asked for
	stale   bool
	worked  campaign.ID // of whom a turnout is shown
}

// outlook is all that the screen shows: a campaign, what its pledges come to
// on the day, and what past events of the team teach.
type outlook struct {
	app.Snapshot
	campaign.Turnout
	past []campaign.PastShow
}

// turnoutPart is one card of the screen.
type turnoutPart interface {
	card() *fyne.Container
	show(outlook)
}

// cardPart is what the cards of the screen embed.
type cardPart struct{ *fyne.Container }

func (p cardPart) card() *fyne.Container { return p.Container }

func newTurnout(w *Window) *turnout {
	t := &turnout{w: w}
	again := func() { t.Refresh() }
	toPlan := func() { w.shell.navigate("Plan") }
	t.parts = []turnoutPart{
		newExpectedCard(w, again), newNeededCard(toPlan, again),
		newFunnelCard(toPlan, again), newPastCard(t.save),
		newChanceCard(w, again), newPopulationCard(again),
		newCascadeCard(w, again), newGroundsCard(toPlan),
		newDayCard(t.save, again), newAfterCard(t.save),
	}
	t.lanes = &lanes{of: lanesOf(outlook{})}
	content := container.New(t.lanes)
	for _, part := range t.parts {
		content.Add(part.card())
	}
	t.page = newPage(content)
	t.page.Hide()
	t.instead = newStandIn(w.threads, t.Refresh)
	t.ExtendBaseWidget(t)
	return t
}

func (t *turnout) show(now app.Snapshot) {
	t.now, t.stale = now, true
	if now.Campaign.ID != t.worked {
		t.page.Hide() // another campaign's figures would be wrong under this name
		t.page.scroll.ScrollToTop()
	}
	t.work()
}

// Show implements fyne.CanvasObject.
func (t *turnout) Show() {
	t.BaseWidget.Show()
	t.work()
}

// work works the turnout out, away from the window's goroutine, unless it is
// shown already or nobody looks. What has been overtaken meanwhile is dropped.
func (t *turnout) work() {
	if !t.stale || !t.Visible() {
		return
	}
	t.stale = false
	t.asked++
	asked, o, muster := t.asked, outlook{Snapshot: t.now}, t.w.muster
	if t.page.Hidden {
		t.instead.wait(say.Text("Working out the turnout…"))
	}
	t.w.work(func(context.Context) (err error) {
		o.Turnout = o.Campaign.Turnout(o.Standing.ByTier)
		if muster != nil {
			o.past, err = muster.Past()
		}
		return err
	}, func(err error) {
		switch {
		case asked != t.asked:
		case err == nil:
			t.take(o)
		case t.page.Hidden:
			t.instead.fail(say.Text("The turnout cannot be worked out"), err, func() {
				t.stale = true
				t.work()
			})
		}
	})
}

// take shows what was worked out.
func (t *turnout) take(o outlook) {
	t.worked = o.Campaign.ID
	for _, part := range t.parts {
		part.show(o)
	}
	t.lanes.of = lanesOf(o)
	t.instead.done()
	t.page.Show()
	t.Refresh()
}

// lanesOf returns where the cards lie: two charts leave room for two cards
// beside them, one for one.
func lanesOf(o outlook) []lane {
	cascade, grounds := laneMain, laneSide
	switch {
	case o.Pledges == 0: // no chart
		grounds = laneMain
	case !phrase.IsConditional(o.Cascade):
		cascade, grounds = laneFull, laneFull
	case figure.DistributionOf(o.Turnout).Empty():
		grounds = laneFull
	}
	return []lane{laneMain, laneSide, laneFull, laneFull, laneMain, laneSide, cascade, grounds, laneFull, laneFull}
}

// CreateRenderer implements fyne.Widget.
func (t *turnout) CreateRenderer() fyne.WidgetRenderer {
	return newSettledRenderer(t, t.page, t.instead)
}
