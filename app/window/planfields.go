package window

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"muster/app/phrase"
	"muster/assets"
	"muster/campaign"
)

// cards returns all fields of the screen.
func (p *plan) cards() fyne.CanvasObject {
	ask := p.text("ask", "What is asked for", "In a sentence")
	return container.New(column{gap: spaceM},
		p.card("The campaign", []room{{200, 2}, {180, 1}, {560, 4}},
			p.text("name", "Name", "What your team calls it"),
			p.named("time_zone", "Time zone", "UTC", timeZones), ask),
		p.card("When and where", []room{{130, 1}, {130, 1}, {130, 1}, {130, 1.4}},
			p.day("opens", "Opens"), p.day("deadline", "Deadline"),
			p.day("event.date", "Event"), p.text("event.place", "Place", "Optional")),
		p.card("How many must come", []room{{130, 1}, {104, 0.6}, {150, 1}, {104, 0.5}, {70, 0.2}, {170, 3}},
			p.text("need", "People needed", "How many"),
			p.text("confidence", "How sure", phrase.Percent(campaign.DefaultConfidence().Value)), p.population(),
			p.text("population.count", "Inhabitants", "How many"),
			p.text("population.year", "Year", ""),
			p.text("population.source", "Source", "Who counted them")),
		p.whoComes(),
		p.list(p.thresholds(), "Thresholds", "Add a threshold"),
		p.list(p.regions(), "Regions", "Add a region"),
		p.list(p.sources(), "Sources", "Add a source"),
		p.folded(p.measures(), "Measures", "Add a measure", "none besides pledges", "measure", "measures"),
		p.folded(p.tracks(), "Tracks", "Add a track", "none: one lever alone", "track", "tracks"),
		p.elsewhere(),
	)
}

// folded is a list that few campaigns need.
func (p *plan) folded(l *planList, title, add, none, one, many string) fyne.CanvasObject {
	p.lists = append(p.lists, l)
	says := func() (string, bool) {
		if n := int64(len(l.rows)); n > 0 {
			return phrase.Plural(n, one, many), false
		}
		return none, true
	}
	fold := newPlanFold(title, l.list, says, func() { p.Refresh() }, container.New(column{gap: 12}, l, container.New(beside{}, newButton(add, l.add))))
	p.folds = append(p.folds, fold)
	return newCard(fold)
}

// elsewhere names what of the plan is edited on other screens.
func (p *plan) elsewhere() fyne.CanvasObject {
	to := func(screen string) fyne.CanvasObject {
		return newButton("To "+screen, func() { p.w.shell.navigate(screen) })
	}
	return newCard(container.New(&flow{gap: spaceM, rooms: []room{{300, 1}, {110, 0}, {110, 0}}},
		newProse(sizeText, colorMuted, plain("Moments and activities are on Timeline, the rules of thumb for the day on Turnout.")),
		container.New(beside{}, to("Timeline")), container.New(beside{}, to("Turnout"))))
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
	d := newDayEntry("Not set", p.today)
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
	place := newPick("Such as Vermont")
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
	return p.keepInput("population.name", typedInput("Population", place, &place.Entry, fill, p.keep))
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
