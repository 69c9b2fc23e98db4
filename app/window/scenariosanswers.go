package window

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"muster/app"
	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
	"muster/campaign/scenario"
)

// answers say what follows from a scenario that is being tried, beside the
// plan. They are worked out away from the window's goroutine; what was asked
// for before the newest is dropped.
type answers struct {
	widget.BaseWidget
	w       *Window
	of      *app.Comparison // nil while nothing is known
	tiles   *fyne.Container
	queue   newest[campaign.Scenario]
	latest  scenario.Outcome
	settled func(scenario.Outcome) // told once nothing newer is asked for
	resized func()
}

func newAnswers(w *Window, settled func(scenario.Outcome), resized func()) *answers {
	a := &answers{w: w, settled: settled, resized: resized, tiles: container.New(&equals{gap: spaceM, least: 186, even: true})}
	a.queue.work = a.work
	a.ExtendBaseWidget(a)
	return a
}

// begin starts from a comparison; what is shown is the plan as it is.
func (a *answers) begin(c *app.Comparison) {
	a.of = c
	a.show(c.Outcomes[0])
}

// ask works out what follows from a scenario.
func (a *answers) ask(s campaign.Scenario) {
	if a.of != nil {
		a.queue.ask(s)
	}
}

func (a *answers) work(s campaign.Scenario) {
	of := a.of
	var o scenario.Outcome
	a.w.work(func(context.Context) error {
		o = of.Basis.Outcome(s)
		return nil
	}, func(error) {
		if of == a.of {
			a.show(o)
		}
		if a.queue.done() && of == a.of {
			a.settled(o)
		}
	})
}

// show puts an outcome beside that of the plan.
func (a *answers) show(o scenario.Outcome) {
	a.latest = o
	plan := a.of.Outcomes[0]
	told := tilesOf(o, plan, a.of.Zone)
	for len(a.tiles.Objects) > len(told) {
		a.tiles.Objects = a.tiles.Objects[:len(told)]
	}
	for len(a.tiles.Objects) < len(told) {
		a.tiles.Add(newAnswer())
	}
	before := a.MinSize()
	for i, t := range told {
		a.tiles.Objects[i].(*answer).set(t)
	}
	a.tiles.Refresh()
	if a.MinSize() != before {
		a.resized()
	}
}

// CreateRenderer implements fyne.Widget.
func (a *answers) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(a.tiles) }

// told is what one tile says.
type told struct {
	name, value, more string
	plan              string // what follows from the plan, where that differs
	than              order
}

// tilesOf returns what follows from an outcome, beside what follows from the plan.
func tilesOf(o, plan scenario.Outcome, zone *time.Location) []told {
	var all []told
	for _, row := range phrase.SideBySide([]scenario.Outcome{plan, o}, zone) {
		was, is := row.Cells[0], row.Cells[1]
		t := told{name: row.Name, value: is.Words, than: orderOf(is, was)}
		if t.than != same {
			t.plan = was.Words
		}
		switch {
		case row.Answer == phrase.AnswerChance:
			t.name = say.Text("%s: chance", row.Of)
		case row.Answer == phrase.AnswerDate && len(all) > 0 && all[len(all)-1].name == say.Text("%s: chance", row.Of):
			all[len(all)-1].more = say.Text("even chance by: %s", is.Words)
			continue
		case row.Answer == phrase.AnswerDate:
			t.name, t.more = say.Text("%s: even chance by", row.Of), is.Range
		case row.Answer == phrase.AnswerWhole:
			t.more = is.Range
		default:
			continue
		}
		if t.value != "" {
			all = append(all, t)
		}
	}
	return all
}

// answer is one figure with its name above it, and below it what else there is.
type answer struct {
	widget.BaseWidget
	name, value, plan *text
	more              *prose
	arrow             *drawing
	content           *fyne.Container
}

func newAnswer() *answer {
	a := &answer{name: newHeading(""), value: newText("", sizeBrand, colorText),
		more: newProse(sizeLabel, colorMuted), plan: newText("", sizeLabel, colorMuted), arrow: newDrawing(glyphMore, colorAccent, 14)}
	a.value.style.Bold = true
	a.plan.shrinks = true
	a.content = container.New(column{gap: 1}, a.name, container.New(&indent{by: 17}, a.arrow, container.New(fitting{25}, a.value)), a.more, a.plan)
	a.ExtendBaseWidget(a)
	return a
}

// set shows another figure. The lines below keep their room.
func (a *answer) set(t told) {
	a.name.set(t.name)
	a.value.set(t.value)
	a.more.set(plain(t.more))
	a.more.Hidden = t.more == ""
	a.plan.set(say.Text("as in the plan"))
	if t.than != same {
		a.plan.set(say.Text("plan: %s", t.plan))
		if t.plan == "" {
			a.plan.set(say.Text("plan: nothing to say"))
		}
	}
	a.arrow.Hidden = t.than == same
	a.arrow.glyph = t.than.glyph()
	a.arrow.Refresh()
	a.content.Refresh()
}

// AccessibilityLabel returns the whole of it.
func (a *answer) AccessibilityLabel() string {
	return a.name.words + ": " + a.value.words + " " + a.more.AccessibilityLabel() + " (" + a.plan.words + ")"
}

// CreateRenderer implements fyne.Widget.
func (a *answer) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(a.content) }

// fitting sets one line of text as large as fits, at one height.
type fitting struct{ height float32 }

// MinSize implements fyne.Layout.
func (l fitting) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(60, l.height) }

// Layout implements fyne.Layout.
func (l fitting) Layout(o []fyne.CanvasObject, size fyne.Size) {
	t := o[0].(*text)
	for _, t.size = range []fyne.ThemeSizeName{sizeBrand, sizeGap, sizeText, sizeLabel} {
		if t.MinSize().Width <= size.Width {
			break
		}
	}
	place(t, 0, size.Height-t.MinSize().Height, size.Width, t.MinSize().Height)
	t.Refresh()
}
