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

// cards returns all fields of the screen.
func (p *plan) cards() fyne.CanvasObject {
	ask := p.text("ask", say.Text("What is asked for"), say.Text("In a sentence"))
	return container.New(column{gap: spaceM}, p.apart,
		p.card(say.Text("The campaign"), []room{{280, 2}, {200, 1}, {560, 4}},
			p.text("name", say.Text("Name"), say.Text("What your team calls it")),
			p.named("time_zone", say.Text("Time zone"), "UTC", timeZones), ask),
		p.card(say.Text("When and where"), []room{{130, 1}, {130, 1}, {130, 1}, {130, 1.4}},
			p.day("opens", say.Text("Opens")), p.day("deadline", say.Text("Deadline")),
			p.day("event.date", say.Text("Event")), p.text("event.place", say.Text("Place"), say.Text("Optional"))),
		p.card(say.Text("How many must come"), []room{{130, 1}, {104, 0.6}, {150, 1}, {104, 0.5}, {70, 0.2}, {170, 3}},
			p.text("need", say.Text("People needed"), say.Text("How many")),
			p.text("confidence", say.Text("How sure"), phrase.Percent(campaign.DefaultConfidence().Value)), p.population(),
			p.text("population.count", say.Text("Inhabitants"), say.Text("How many")),
			p.text("population.year", say.Text("Year"), ""),
			p.text("population.source", say.Text("Source"), say.Text("Who counted them"))),
		p.whoComes(),
		p.list(p.thresholds(), say.Text("Thresholds"), say.Text("Add a threshold")),
		p.list(p.regions(), say.Text("Regions"), say.Text("Add a region")),
		p.list(p.sources(), say.Text("Sources"), say.Text("Add a source")),
		p.folded(p.measures(), say.Text("Measures"), say.Text("Add a measure"), say.Text("none besides pledges"), soManyMeasures),
		p.folded(p.tracks(), say.Text("Tracks"), say.Text("Add a track"), say.Text("none: one lever alone"), soManyTracks),
		p.elsewhere(),
	)
}

// folded is a list that few campaigns need.
func (p *plan) folded(l *planList, title, add, none string, counted func(n int64) string) fyne.CanvasObject {
	p.lists = append(p.lists, l)
	says := func() (string, bool) {
		if n := int64(len(l.rows)); n > 0 {
			return counted(n), false
		}
		return none, true
	}
	fold := newPlanFold(title, l.list, says, func() { p.Refresh() }, container.New(column{gap: 12}, l, container.New(beside{}, newButton(add, l.add))))
	p.folds = append(p.folds, fold)
	return newCard(fold)
}

func soManyMeasures(n int64) string { return say.Count("%s measures", n, phrase.Count(n)) }
func soManyTracks(n int64) string   { return say.Count("%s tracks", n, phrase.Count(n)) }

// elsewhere names what of the plan is edited on other screens.
func (p *plan) elsewhere() fyne.CanvasObject {
	to := func(words, screen string) fyne.CanvasObject {
		return container.New(beside{}, newButton(words, func() { p.w.shell.navigate(screen) }))
	}
	return newCard(container.New(&flow{gap: spaceM, rooms: []room{{300, 1}, {110, 0}, {110, 0}}},
		newProse(sizeText, colorMuted, plain(say.Text("Moments and activities are on Timeline, the rules of thumb for the day on Turnout."))),
		to(say.Text("To Timeline"), "Timeline"), to(say.Text("To Turnout"), "Turnout")))
}

func (p *plan) card(title string, rooms []room, fields ...fyne.CanvasObject) fyne.CanvasObject {
	return newCard(container.New(column{gap: 12}, newCardTitle(title),
		container.New(&flow{gap: 12, rooms: rooms}, fields...)))
}

func (p *plan) list(l *planList, title, add string) fyne.CanvasObject {
	p.lists = append(p.lists, l)
	return newCard(container.New(column{gap: 12}, newCardTitle(title), l,
		container.New(beside{}, newButton(add, l.add))))
}

func newCardTitle(words string) *text {
	t := newText(words, sizeGap, colorText)
	t.style.Bold = true
	return t
}

// keepInput adds a field of the plan by its path.
func (p *plan) keepInput(path string, input *planInput) fyne.CanvasObject {
	p.inputs[path] = input
	return input.field
}

func (p *plan) text(path, title, placeHolder string) fyne.CanvasObject {
	return p.keepInput(path, p.textInput(title, placeHolder))
}

func (p *plan) textInput(title, placeHolder string) *planInput {
	e := newEntry()
	e.SetPlaceHolder(placeHolder)
	return typedInput(title, e, &e.Entry, p.changed, p.keep)
}

func (p *plan) day(path, title string) fyne.CanvasObject {
	return p.keepInput(path, p.dayInput(title))
}

func (p *plan) dayInput(title string) *planInput {
	d := newDayEntry(say.Text("Not set"), p.today)
	return typedInput(title, d, &d.Entry, p.changed, p.keep)
}

func (p *plan) named(path, title, placeHolder string, names []string) fyne.CanvasObject {
	n := newPick(placeHolder)
	n.offer(names)
	return p.keepInput(path, typedInput(title, n, &n.Entry, p.changed, p.keep))
}

// population is a field whose name, when it is a built-in one, fills in the
// count, the year and the source.
func (p *plan) population() fyne.CanvasObject {
	place := newPick(say.Text("Such as Vermont"))
	place.offer(namesOf(assets.Populations(), func(p campaign.Population) string { return p.Name }))
	fill := func() {
		found, ok := assets.FindPopulation(place.Text)
		if ok && strings.EqualFold(found.Name, strings.TrimSpace(place.Text)) {
			p.inputs["population.count"].set(countText(found.Count))
			p.inputs["population.year"].set(yearText(found.Year))
			p.inputs["population.source"].set(found.Source)
		}
		p.changed()
	}
	return p.keepInput("population.name", typedInput(say.Text("Population"), place, &place.Entry, fill, p.keep))
}

// timeZones are those that the field offers; any other name of the IANA
// database may be typed.
var timeZones = strings.Fields(`UTC
	America/New_York America/Chicago America/Denver America/Phoenix America/Los_Angeles America/Anchorage
	Pacific/Honolulu America/Toronto America/Vancouver America/Halifax America/Mexico_City America/Bogota
	America/Lima America/Santiago America/Sao_Paulo America/Argentina/Buenos_Aires
	Europe/London Europe/Dublin Europe/Lisbon Europe/Madrid Europe/Paris Europe/Brussels Europe/Amsterdam
	Europe/Berlin Europe/Zurich Europe/Rome Europe/Vienna Europe/Prague Europe/Warsaw Europe/Copenhagen
	Europe/Oslo Europe/Stockholm Europe/Helsinki Europe/Athens Europe/Bucharest Europe/Kyiv Europe/Istanbul
	Africa/Cairo Africa/Lagos Africa/Nairobi Africa/Johannesburg
	Asia/Jerusalem Asia/Dubai Asia/Karachi Asia/Kolkata Asia/Dhaka Asia/Bangkok Asia/Jakarta Asia/Singapore
	Asia/Manila Asia/Hong_Kong Asia/Shanghai Asia/Taipei Asia/Seoul Asia/Tokyo
	Australia/Perth Australia/Brisbane Australia/Sydney Pacific/Auckland`)
