package window

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"muster/app"
	"muster/app/say"
	"muster/campaign"
	"muster/campaign/scenario"
)

// scenarioForm is where all of a scenario is written, in place of the page.
// What follows from it is said as it is typed.
type scenarioForm struct {
	s        *scenarios
	was      string            // the name in the plan; empty for a new one
	saved    campaign.Scenario // what the fields were filled with
	plan     campaign.Campaign
	inputs   map[string]*planInput // by path
	lists    []*planList
	folds    []*planFold
	answers  *answers
	says     *prose
	save     *button
	page     *page
	edited   campaign.Scenario
	problems campaign.Problems
	refused  campaign.Problems // what only saving found out
	loading  bool
}

// edit opens the form of a scenario of the plan, or of a new one.
func (s *scenarios) edit(was string, filled campaign.Scenario) {
	if s.trial.of == nil {
		return
	}
	f := &scenarioForm{s: s, was: was, saved: filled, plan: s.trial.of.Basis.Plan, inputs: map[string]*planInput{},
		says: newProse(sizeText, colorMuted)}
	again := func() { s.Refresh() }
	f.answers = newAnswers(s.w, func(scenario.Outcome) {}, again)
	f.save = makeButton(say.Text("Save the scenario"), widget.HighImportance, f.submit)
	f.page = newPage(f.cards(again))
	f.load()
	s.form = f
	s.front.Objects = []fyne.CanvasObject{f.page}
	s.front.Refresh()
	f.show(s.trial.of)
	s.Refresh()
	s.w.Canvas().Focus(f.inputs["name"].focus)
}

// leave closes the form.
func (s *scenarios) leave() {
	if s.form == nil {
		return
	}
	s.form = nil
	s.front.Objects = []fyne.CanvasObject{s.page}
	s.front.Refresh()
	s.Refresh()
}

// show takes over what follows from the plan as it now is.
func (f *scenarioForm) show(of *app.Comparison) {
	f.plan = of.Basis.Plan
	f.answers.begin(of)
	f.changed()
}

// load fills the fields.
func (f *scenarioForm) load() {
	text := scenarioTextOf(f.saved, f.plan)
	f.loading = true
	for path, input := range f.inputs {
		input.set(text.cells[path])
	}
	for _, l := range f.lists {
		l.load(text)
	}
	f.loading = false
}

// read returns what is in the fields.
func (f *scenarioForm) read() planText {
	t := planText{cells: map[string]string{}, rows: map[string][]int{}}
	for path, input := range f.inputs {
		t.cells[path] = input.get()
	}
	for _, l := range f.lists {
		l.read(t)
	}
	return t
}

// changed is called on every keystroke in a field.
func (f *scenarioForm) changed() {
	if f.loading {
		return
	}
	f.refused = nil
	f.review()
	if len(f.problems) == 0 || len(f.problems) == 1 && f.problems[0].Path == "name" {
		f.answers.ask(f.edited)
	}
}

// review says at each field what is wrong with it.
func (f *scenarioForm) review() {
	var r *planReader
	f.edited, r = f.read().scenario(f.saved, f.plan)
	plan, at := withScenario(f.plan, f.was, f.edited)
	f.problems = r.problems
	for _, p := range append(scenarioProblems(plan.Validate(), at), f.refused...) {
		if !r.found(p.Path) {
			f.problems = append(f.problems, p)
		}
	}
	enable(f.save, len(f.problems) == 0)
	news := false
	for path, input := range f.inputs {
		news = input.say(f.wrongAt(path), "") || news
	}
	for _, l := range f.lists {
		for i, row := range l.rows {
			for j, column := range l.columns {
				news = row.cells[j].say(f.wrongAt(rowPath(l.list, i, column.cell)), "") || news
			}
		}
	}
	for _, fold := range f.folds {
		news = fold.renew(f.problems) || news
	}
	if words := f.state(); words != f.says.AccessibilityLabel() {
		f.says.set(plain(words))
		news = true
	}
	if news {
		f.s.Refresh()
	}
}

// wrongAt returns what is wrong with a field. What is wrong with a range as a
// whole is said at its middle.
func (f *scenarioForm) wrongAt(path string) string {
	why := atField(f.problems.At(path))
	whole, isLikely := strings.CutSuffix(path, ".likely")
	if why == "" && isLikely {
		why = atField(f.problems.At(whole))
	}
	return why
}

// state says what the scenario changes, or that something is to mend.
func (f *scenarioForm) state() string {
	f.says.colour = colorMuted
	switch words := changesOf(f.edited); {
	case len(f.problems) == 1 && f.problems[0].Path == "name" && f.inputs["name"].get() == "":
		return say.Text("Give it a name. What is left empty stays as it is in the plan.")
	case len(f.problems) > 0:
		f.says.colour = colorError
		return say.Text("Before it can be saved: %s", f.first())
	case words == "":
		return say.Text("It changes nothing yet. What is left empty stays as it is in the plan.")
	default:
		return words
	}
}

// first returns the first thing to mend.
func (f *scenarioForm) first() string { return atField(f.problems[0].Why) }

// submit saves the scenario, or says what is wrong.
func (f *scenarioForm) submit() {
	f.review()
	if len(f.problems) > 0 {
		return
	}
	edited, at := f.edited, 0
	f.s.w.changePlan(say.Text("“%s” is saved.", edited.Name), func(c *campaign.Campaign) {
		*c, at = withScenario(*c, f.was, edited)
	}, func(err error) {
		if err == nil {
			f.s.leave()
			return
		}
		if f.refused = scenarioProblems(err, at); len(f.refused) == 0 {
			f.s.w.fail(err)
		}
		f.review()
	})
}

// today returns the moment that is looked from.
func (f *scenarioForm) today() time.Time { return f.s.now.Standing.AsOf }

// cards returns all fields of the form.
func (f *scenarioForm) cards(again func()) fyne.CanvasObject {
	title := say.Text("New scenario")
	if f.was != "" {
		title = say.Text("The scenario “%s”", f.was)
	}
	heading := newText(title, sizeTitle, colorText)
	heading.style.Bold, heading.shrinks = true, true
	buttons := container.New(beside{gap: spaceS}, newButton(say.Text("Cancel"), f.s.leave), container.New(broad{16}, f.save))
	head := newCard(container.New(column{gap: 12}, container.New(ends{gap: spaceM}, heading, buttons), f.says, f.answers))
	plan := f.plan
	asIs := func(words string) string {
		if words == "" {
			return say.Text("As in the plan")
		}
		return words
	}
	where := f.card(say.Text("Where, when and how many"), []room{{280, 2}, {200, 1.4}, {140, 1}, {140, 1}, {140, 1}},
		f.text("name", say.Text("Name"), say.Text("Such as A first march in New York")),
		f.text("place", say.Text("Place"), asIs(plan.Event.Place)),
		f.day("date", say.Text("Event"), asIs(plan.Event.Date.String())),
		f.day("deadline", say.Text("Deadline"), asIs(plan.Deadline.String())),
		f.text("need", say.Text("People needed"), asIs(countText(plan.Need))))
	ahead := f.card(say.Text("What is to come"), []room{{104, 1}, {140, 1}, {150, 1}, {150, 1}},
		f.text("growth.times", say.Text("Growth, times"), "1"),
		f.day("growth.from", say.Text("from"), say.Text("Now")),
		f.text("brings.pledges", say.Text("Each pledger brings"), say.Text("Nobody")),
		f.text("brings.after", say.Text("after so many days"), "–"))
	return container.New(column{gap: spaceM}, head, where, ahead,
		newCard(container.New(column{gap: 12},
			f.folded(f.moments(), say.Text("Moments"), say.Text("Add a moment"), again), widget.NewSeparator(),
			f.folded(f.activities(), say.Text("Activities"), say.Text("Add an activity"), again), widget.NewSeparator(),
			f.folded(f.ladder(), say.Text("Ladder of marches"), say.Text("Add a step"), again))),
		newCard(container.New(column{gap: 12},
			f.folded(f.thresholds(), say.Text("Thresholds"), say.Text("Change a threshold"), again), widget.NewSeparator(),
			f.folded(f.tiers(), say.Text("Show rates"), say.Text("Change a tier"), again), widget.NewSeparator(),
			f.walkOns(again), widget.NewSeparator(), f.population(again))))
}
