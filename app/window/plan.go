package window

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"muster/app"
	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
)

// plan is the screen where the campaign's plan is edited. What is typed stays
// in the fields until it is saved or reverted, whatever comes in meanwhile.
type plan struct {
	widget.BaseWidget
	w       *Window
	inputs  map[string]*planInput // by path
	lists   []*planList
	folds   []*planFold
	outcome *prose // what the plan comes to on the day
	apart   *planConflicts
	page    *page
	status  *prose
	save    *button
	revert  *button

	saved    campaign.Campaign // what the fields are held against
	stale    bool              // somebody else saved another plan meanwhile
	newest   app.Snapshot
	edited   campaign.Campaign // the plan as the fields have it
	problems campaign.Problems
	refused  campaign.Problems // what only saving found out
	ahead    planAhead
	looking  bool // ahead, at this moment
	due      bool // another look
}

// planDraft is an edit that was interrupted.
type planDraft struct {
	saved  campaign.Campaign
	text   planText
	edited campaign.Campaign // what the text says
	sound  bool              // nothing in it is wrong
}

// words returns the text as it is written in the language in use.
func (d planDraft) words() planText {
	if !d.sound {
		return d.text
	}
	now := textOf(d.edited)
	now.rows = d.text.rows
	return now
}

func newPlan(w *Window) *plan {
	p := &plan{
		w: w, inputs: map[string]*planInput{},
		status: newProse(sizeText, colorMuted), outcome: newProse(sizeText, colorText),
	}
	p.save = makeButton(say.Text("Save"), widget.HighImportance, p.keep)
	p.revert = makeButton(say.Text("Revert"), widget.LowImportance, p.reset)
	p.apart = newPlanConflicts(p)
	p.page = newPage(p.cards())
	p.load(textOf(campaign.Campaign{}))
	p.ExtendBaseWidget(p)
	return p
}

// show takes the plan over unless it is being edited.
func (p *plan) show(now app.Snapshot) {
	c := now.Campaign
	p.newest = now
	switch dirty := p.dirty(); {
	case c.ID != p.saved.ID:
		p.interrupt()
		p.turnTo(c)
	case dirty && textOf(c).equal(textOf(p.saved)):
		p.saved, p.stale = c, false // what the screen does not show may differ
	case dirty:
		p.saved, p.stale = besides(p.saved, c), true
	case !textOf(c).equal(p.read()):
		p.saved = c
		p.load(textOf(c))
	default:
		p.saved = c // what the screen does not show may differ
	}
	p.apart.show(now)
	p.review()
	p.foresee()
}

// interrupt keeps what is not saved for when the campaign is shown again.
func (p *plan) interrupt() {
	if p.dirty() {
		p.w.drafts[p.saved.ID] = planDraft{p.saved, p.read(), p.edited, len(p.problems) == 0}
	}
}

// turnTo shows another campaign, going on with an interrupted edit.
func (p *plan) turnTo(c campaign.Campaign) {
	p.refused, p.ahead = nil, planAhead{}
	for _, f := range p.folds {
		f.touched = false
	}
	draft, ok := p.w.drafts[c.ID]
	if !ok {
		draft = planDraft{saved: c, text: textOf(c)}
	}
	delete(p.w.drafts, c.ID)
	p.saved = draft.saved
	p.stale = !textOf(c).equal(textOf(p.saved))
	p.load(draft.words())
	p.page.scroll.ScrollToTop()
}

// load puts a text into the fields.
func (p *plan) load(t planText) {
	for path, input := range p.inputs {
		input.set(t.cells[path])
	}
	for _, l := range p.lists {
		l.load(t)
	}
	p.renew()
}

// renew lets the lists take over each other's names.
func (p *plan) renew() {
	for _, l := range p.lists {
		l.renew()
	}
}

// read returns what is in the fields.
func (p *plan) read() planText {
	t := planText{cells: map[string]string{}, rows: map[string][]int{}}
	for path, input := range p.inputs {
		t.cells[path] = input.get()
	}
	for _, l := range p.lists {
		l.read(t)
	}
	return t
}

func (p *plan) dirty() bool { return !p.read().equal(textOf(p.saved)) }

// changed is called on every keystroke in a field.
func (p *plan) changed() {
	p.refused = nil
	p.renew()
	p.review()
	p.foresee()
}

// review says at each field what is wrong with it, and whether it can be saved.
// What is not seen is not drawn.
func (p *plan) review() {
	p.edited, p.problems = p.read().plan(p.saved)
	p.problems = append(p.problems, p.refused...)
	dirty, wrong := p.dirty(), len(p.problems)
	enable(p.save, dirty && wrong == 0)
	enable(p.revert, dirty || p.stale)
	p.apart.review()
	if !p.Visible() {
		return
	}
	p.status.colour = colorMuted
	if wrong > 0 {
		p.status.colour = colorError
	}
	p.status.set(plain(p.state(dirty, wrong)))
	if p.sayAll() {
		p.Refresh()
	}
}

// Show implements fyne.CanvasObject.
func (p *plan) Show() {
	p.BaseWidget.Show()
	p.review()
	p.foresee()
	p.Refresh()
}

// state says how the fields stand to what is saved.
func (p *plan) state(dirty bool, wrong int) string {
	switch {
	case wrong > 0:
		return p.toMend()
	case dirty && p.stale:
		return say.Text("Not saved yet. The plan was changed elsewhere meanwhile: Save keeps yours, Revert takes theirs.")
	case dirty && len(p.apart.shown) > 0:
		return say.Text("Not saved yet. Saving also settles what several people changed, as it holds now.")
	case dirty:
		return say.Text("Not saved yet.")
	case len(p.apart.shown) > 0:
		return say.Text("All of it is saved; what several people changed waits above for a choice.")
	}
	return say.Text("All of it is saved.")
}

// toMend says how much is wrong; what is wrong beyond the fields of this
// screen it names.
func (p *plan) toMend() string {
	for _, problem := range p.problems {
		if !p.has(problem.Path) {
			return say.Text("It cannot be saved: %s", ofScenario(problem.Path, p.edited)+phrase.FullStop(phrase.Words(problem.Why)))
		}
	}
	if n := len(p.problems); n > 1 {
		return say.Count("%d things to mend before it can be saved.", int64(n), n)
	}
	return say.Text("One thing to mend before it can be saved.")
}

func (p *plan) has(path string) bool {
	_, ok := p.read().cells[path]
	return ok
}

func enable(b *button, yes bool) {
	if yes {
		b.Enable()
	} else {
		b.Disable()
	}
}

// today returns the present moment.
func (p *plan) today() time.Time { return p.w.moment() }

// CreateRenderer implements fyne.Widget.
func (p *plan) CreateRenderer() fyne.WidgetRenderer {
	buttons := container.New(beside{gap: spaceS},
		container.NewStack(newSurface(8), container.New(broad{12}, p.revert)), container.New(broad{28}, p.save))
	inside := container.New(padded{left: spaceL, top: 10, right: spaceL, bottom: 10}, container.New(ends{gap: spaceM}, p.status, buttons))
	return &planRenderer{plan: p, foot: canvas.NewRectangle(themed(p, theme.ColorNameBackground)), bar: container.NewStack(newSurface(cardRadius), inside)}
}

type planRenderer struct {
	plan *plan
	foot *canvas.Rectangle // below the page, to the edge of the window
	bar  fyne.CanvasObject
}

func (r *planRenderer) Destroy()           {}
func (r *planRenderer) MinSize() fyne.Size { return fyne.NewSize(420, 200) }

func (r *planRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.plan.page, r.foot, r.bar}
}

// Layout keeps the way to save below the page, wherever that is scrolled to.
// The foot covers what Fyne's software painter, which does not cut a scrolled
// field off where the page around it ends, would leave there.
func (r *planRenderer) Layout(size fyne.Size) {
	height := heightAt(r.bar, size.Width)
	top := size.Height - height - spaceM + pageReach
	place(r.foot, -spaceXL, top, size.Width+2*spaceXL, size.Height-top+spaceL)
	place(r.bar, 0, size.Height-height, size.Width, height)
	place(r.plan.page, 0, 0, size.Width, size.Height-height-spaceM)
}

func (r *planRenderer) Refresh() {
	r.foot.FillColor = themed(r.plan, theme.ColorNameBackground)
	content := r.plan.page.content
	for least := (fyne.Size{}); least != content.MinSize(); { // what wraps is high only once it has its width
		least = content.MinSize()
		content.Refresh()
	}
	r.plan.page.Refresh()
	r.bar.Refresh()
	r.Layout(r.plan.Size())
}
