package window

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"muster/app"
	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
)

// scenarios is the screen that holds the plan against what could be changed.
type scenarios struct {
	widget.BaseWidget
	w     *Window
	now   app.Snapshot
	asked int  // how many comparisons have been asked for
	stale bool // what is shown

	waits  *fyne.Container // in place of all else
	says   *prose          // in it
	retry  fyne.CanvasObject
	beside *besideCard
	trial  *trialCard
	closer *closerCard
	ready  *fyne.Container
	page   *page
	form   *scenarioForm // over the page while a scenario is edited; nil otherwise
	front  *fyne.Container
}

func newScenarios(w *Window) *scenarios {
	s := &scenarios{w: w, says: newProse(sizeGap, colorText)}
	again := func() { s.Refresh() }
	s.beside = newBesideCard(scenarioActs{
		add: func() { s.edit("", campaign.Scenario{}) }, try: s.try,
		edit: func(sc campaign.Scenario) { s.edit(sc.Name, sc) }, duplicate: s.duplicate, remove: s.remove,
	}, func(e *fyne.ScrollEvent) { s.page.scroll.Scrolled(e) })
	s.closer = newCloserCard(w, s.try, again)
	s.trial = newTrialCard(w, s.keepTrial, s.closer.tried, again)
	s.trial.moved = func(_ campaign.Scenario, tries bool) {
		if !tries && s.closer.of != nil {
			s.closer.untried()
		}
	}
	s.retry = newButton(say.Text("Try again"), func() { s.stale = true; s.read() })
	s.waits = newCard(container.New(column{gap: spaceM}, s.says, container.New(beside{}, s.retry)))
	s.ready = container.New(column{gap: spaceM}, s.trial.card(), s.beside.card(), s.closer.card())
	s.ready.Hide()
	s.page = newPage(container.New(column{gap: spaceM}, s.waits, s.ready))
	s.front = container.NewStack(s.page)
	s.wait()
	s.ExtendBaseWidget(s)
	return s
}

// show takes over the campaign as it stands at the moment that is looked from.
func (s *scenarios) show(now app.Snapshot) {
	another := now.Campaign.ID != s.now.Campaign.ID
	s.now, s.stale = now, true
	if another {
		s.leave()
		s.wait()
		s.page.scroll.ScrollToTop()
	}
	s.read()
}

// wait says that it is being worked out.
func (s *scenarios) wait() {
	s.says.set(plain(say.Text("Working out what would follow…")))
	s.retry.Hide()
	s.waits.Show()
	s.ready.Hide()
}

// fail says why there is nothing to show.
func (s *scenarios) fail(err error) {
	s.says.set(plain(phrase.Sentence(err)))
	s.retry.Show()
	s.waits.Show()
	s.ready.Hide()
	s.Refresh()
}

// Show implements fyne.CanvasObject.
func (s *scenarios) Show() {
	s.BaseWidget.Show()
	s.read()
	s.Refresh()
}

// read works out the comparison, away from the window's goroutine, unless it is
// shown already or nobody looks. What has been overtaken meanwhile is dropped.
func (s *scenarios) read() {
	desk := s.w.desk
	if !s.stale || !s.Visible() || desk == nil {
		return
	}
	s.stale = false
	s.asked++
	asked, at := s.asked, s.now.Standing.AsOf
	var found app.Comparison
	s.w.work(func(context.Context) (err error) {
		found, err = desk.Compare(at)
		return err
	}, func(err error) {
		switch {
		case asked != s.asked:
		case err != nil:
			s.stale = true
			s.fail(err)
		default:
			s.take(&found)
		}
	})
}

// take shows a comparison.
func (s *scenarios) take(of *app.Comparison) {
	s.waits.Hide()
	s.ready.Show()
	s.beside.show(of)
	s.closer.show(of)
	s.trial.show(of)
	if s.form != nil {
		s.form.show(of)
	}
	s.Refresh()
}

// try puts the sliders where a scenario has them, and shows them.
func (s *scenarios) try(sc campaign.Scenario) {
	s.trial.start(sc)
	s.Refresh()
	s.page.scroll.ScrollToTop()
}

// CreateRenderer implements fyne.Widget.
func (s *scenarios) CreateRenderer() fyne.WidgetRenderer {
	return &scenariosRenderer{scenarios: s, WidgetRenderer: widget.NewSimpleRenderer(s.front)}
}

type scenariosRenderer struct {
	scenarios *scenarios
	fyne.WidgetRenderer
}

// MinSize lets the window be made small: the page scrolls.
func (r *scenariosRenderer) MinSize() fyne.Size { return fyne.NewSize(420, 200) }

// Refresh lays the page out anew.
func (r *scenariosRenderer) Refresh() {
	s := r.scenarios
	if s.form != nil {
		settle(s, s.form.page)
		return
	}
	settle(s, s.page)
}
