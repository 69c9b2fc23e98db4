package window

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"muster/app/phrase"
	"muster/app/say"
	"muster/assets"
	"muster/campaign"
)

func (f *scenarioForm) card(title string, rooms []room, fields ...fyne.CanvasObject) fyne.CanvasObject {
	return newCard(container.New(column{gap: 12}, newCardTitle(title),
		container.New(&flow{gap: 12, rooms: rooms}, fields...)))
}

// keep adds a field by its path.
func (f *scenarioForm) keep(path string, input *planInput) fyne.CanvasObject {
	f.inputs[path] = input
	return input.field
}

func (f *scenarioForm) text(path, title, placeHolder string) fyne.CanvasObject {
	return f.keep(path, f.textInput(title, placeHolder))
}

func (f *scenarioForm) textInput(title, placeHolder string) *planInput {
	e := newEntry()
	e.SetPlaceHolder(placeHolder)
	return typedInput(title, e, &e.Entry, f.changed, f.submit)
}

func (f *scenarioForm) day(path, title, placeHolder string) fyne.CanvasObject {
	return f.keep(path, f.dayInput(title, placeHolder))
}

func (f *scenarioForm) dayInput(title, placeHolder string) *planInput {
	d := newDayEntry(placeHolder, f.today)
	d.zone = f.plan.Location()
	return typedInput(title, d, &d.Entry, f.changed, f.submit)
}

// nameInput is a field for a name, most likely one of those that the plan has.
func (f *scenarioForm) nameInput(title, placeHolder string, names []string) *planInput {
	p := newPick(placeHolder)
	p.offer(names)
	return typedInput(title, p, &p.Entry, f.changed, f.submit)
}

// folded is a list that stands in one line while it is empty.
func (f *scenarioForm) folded(l *planList, title, add string, again func()) fyne.CanvasObject {
	f.lists = append(f.lists, l)
	says := func() (string, bool) {
		if n := len(l.rows); n > 0 {
			return phrase.Count(int64(n)), false
		}
		return say.Text("as in the plan"), true
	}
	if l.list == listMoments || l.list == listActivities || l.list == listLadder {
		says = func() (string, bool) {
			if n := len(l.rows); n > 0 {
				return phrase.Count(int64(n)), false
			}
			return say.Text("none"), true
		}
	}
	return f.fold(newPlanFold(title, l.list, says, again,
		container.New(column{gap: 12}, l, container.New(beside{gap: spaceS}, newButton(add, l.add), f.sizes(l)))))
}

// sizes offers what past moments brought as the size of one to come; nothing
// for a list that has no sizes.
func (f *scenarioForm) sizes(l *planList) fyne.CanvasObject {
	pick := newUpliftPick(func(size campaign.Range) {
		known := map[string]string{}
		rangeText(known, "expect", size, wholeText)
		l.begin(known)
	})
	if l.list == listMoments || l.list == listActivities {
		pick.offer(f.s.now.Uplifts)
	}
	return pick
}

func (f *scenarioForm) fold(fold *planFold) fyne.CanvasObject {
	f.folds = append(f.folds, fold)
	return fold
}

// expects are the columns of a range of pledges.
func (f *scenarioForm) expects(byDefault string, least float32) []planColumn {
	cell := func(title string) func() *planInput {
		return func() *planInput { return f.textInput(title, byDefault) }
	}
	return []planColumn{
		{cell: "expect.low", room: room{least, 0.5}, input: cell(say.Text("Brings, low"))},
		{cell: "expect.likely", room: room{68, 0.5}, input: cell(say.Text("Likely"))},
		{cell: "expect.high", room: room{68, 0.5}, input: cell(say.Text("High"))},
	}
}

func (f *scenarioForm) pushes(list, none, such, day string, names []string, byDefault string) *planList {
	columns := []planColumn{
		{cell: "name", room: room{150, 2}, input: func() *planInput { return f.nameInput(say.Text("Name"), such, names) }},
		{cell: "date", room: room{136, 0.4}, input: func() *planInput { return f.dayInput(say.Text("First day"), day) }},
		{cell: "until", room: room{136, 0.4}, input: func() *planInput { return f.dayInput(say.Text("Last day"), say.Text("The same")) }},
	}
	// Low is as wide as a line of its own, so that the three stay together.
	return newPlanList(list, none, f.changed, append(columns, f.expects(byDefault, 130)...)...)
}

func (f *scenarioForm) moments() *planList {
	return f.pushes(listMoments, say.Text("Events that bring pledges of a given size, such as a film: evenly from the first day to the last."),
		say.Text("Such as A film"), say.Text("Not set"), namesOf(f.plan.Moments, func(m campaign.Moment) string { return m.Title }), "")
}

func (f *scenarioForm) activities() *planList {
	return f.pushes(listActivities, say.Text("Activities of the plan, counted with what they are expected to bring, which the forecast does not hold; or others."),
		say.Text("Such as Book fair"), say.Text("As planned"), namesOf(f.plan.Activities, func(a campaign.Activity) string { return a.Name }), say.Text("Planned"))
}

func (f *scenarioForm) ladder() *planList {
	columns := []planColumn{
		{cell: "name", room: room{108, 2}, input: func() *planInput { return f.textInput(say.Text("Name"), say.Text("Such as March in New York")) }},
		{cell: "reach", room: room{86, 0.6}, input: func() *planInput { return f.textInput(say.Text("Held at"), phrase.Count(10_000)) }},
		{cell: "after", room: room{84, 0.4}, input: func() *planInput { return f.textInput(say.Text("Days later"), phrase.Count(60)) }},
	}
	return newPlanList(listLadder, say.Text("Marches on the way, each feeding the next: held some days after the pledges reach a number, they bring others."),
		f.changed, append(columns, f.expects("", 92)...)...)
}

func (f *scenarioForm) thresholds() *planList {
	names := namesOf(f.plan.Thresholds, func(t campaign.Threshold) string { return t.Name })
	asIs := say.Text("As in the plan")
	return newPlanList(listThresholds, say.Text("Another target or deadline for a threshold of the plan; or one more, on pledges."), f.changed,
		planColumn{cell: "name", room: room{180, 2}, input: func() *planInput { return f.nameInput(say.Text("Threshold"), say.Text("Which one"), names) }},
		planColumn{cell: "target", room: room{120, 0.8}, input: func() *planInput { return f.textInput(say.Text("Target"), asIs) }},
		planColumn{cell: "deadline", room: room{140, 0.4}, input: func() *planInput { return f.dayInput(say.Text("Deadline"), asIs) }})
}

func (f *scenarioForm) tiers() *planList {
	names := namesOf(f.plan.Tiers, func(t campaign.Tier) string { return t.Name })
	cell := func(title string) func() *planInput {
		return func() *planInput { return f.textInput(title, "–") }
	}
	return newPlanList(listTiers, say.Text("How many of those who pledged come, by tier."), f.changed,
		planColumn{cell: "name", room: room{126, 2}, input: func() *planInput { return f.nameInput(say.Text("Tier"), say.Text("Which one"), names) }},
		planColumn{cell: "joins_at", room: room{76, 0.7}, input: cell(say.Text("Joins at"))},
		planColumn{cell: "valid", room: room{60, 0.4}, input: cell(say.Text("Valid"))},
		planColumn{cell: "show.low", room: room{84, 0.4}, input: cell(say.Text("Show, low"))},
		planColumn{cell: "show.likely", room: room{64, 0.4}, input: cell(say.Text("Likely"))},
		planColumn{cell: "show.high", room: room{64, 0.4}, input: cell(say.Text("High"))})
}

func (f *scenarioForm) walkOns(again func()) fyne.CanvasObject {
	inside := container.New(&flow{gap: 12, rooms: []room{{90, 1}, {90, 1}, {90, 1}}},
		f.text("walk_ons.low", say.Text("Low"), ""), f.text("walk_ons.likely", say.Text("Likely"), ""), f.text("walk_ons.high", say.Text("High"), ""))
	return f.fold(newPlanFold(say.Text("Walk-ons"), "walk_ons", func() (string, bool) {
		if r := f.edited.WalkOns; r != (campaign.Range{}) {
			return phrase.Yield(r), false
		}
		return say.Text("as in the plan"), true
	}, again, inside))
}

// population is another population; a built-in one fills in the rest.
func (f *scenarioForm) population(again func()) fyne.CanvasObject {
	place := newPick(say.Text("Such as Vermont"))
	place.offer(namesOf(assets.Populations(), func(p campaign.Population) string { return p.Name }))
	fill := func() {
		found, ok := assets.FindPopulation(place.Text)
		if ok && strings.EqualFold(found.Name, strings.TrimSpace(place.Text)) && !f.loading {
			f.inputs["population.count"].set(countText(found.Count))
			f.inputs["population.year"].set(yearText(found.Year))
			f.inputs["population.source"].set(found.Source)
		}
		f.changed()
	}
	inside := container.New(&flow{gap: 12, rooms: []room{{170, 1}, {110, 0.5}, {70, 0.2}, {200, 3}}},
		f.keep("population.name", typedInput(say.Text("Population"), place, &place.Entry, fill, f.submit)),
		f.text("population.count", say.Text("Inhabitants"), say.Text("How many")), f.text("population.year", say.Text("Year"), ""),
		f.text("population.source", say.Text("Source"), say.Text("Who counted them")))
	return f.fold(newPlanFold(say.Text("Another population"), "population", func() (string, bool) {
		if p := f.edited.Population; p.Count > 0 {
			return p.Name, false
		}
		return say.Text("as in the plan"), true
	}, again, inside))
}
