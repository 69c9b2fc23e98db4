package window

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
	"muster/campaign/scenario"
)

// dial is a slider with its name above it and what it says.
type dial struct {
	*fyne.Container
	head   *fyne.Container
	slider *slider
	value  *text
	get    func(levers) float64
	set    func(*levers, float64)
	say    func(levers) string // empty where the plan's holds
	plan   func(levers) string // what holds otherwise
}

func newDial(title string, least, most, step float64, moved func(*dial, float64)) *dial {
	d := &dial{value: newText("", sizeText, colorText)}
	d.slider = newSlider(title, least, most, step, func(v float64) { moved(d, v) })
	d.head = container.New(ends{gap: spaceS}, newHeading(title), d.value)
	d.Container = container.New(column{gap: 0}, d.head, d.slider)
	return d
}

// show puts the thumb where the levers stand.
func (d *dial) show(l levers) {
	d.slider.put(d.get(l))
	d.tell(l)
}

// tell says where the levers stand. What differs from the plan is bold.
func (d *dial) tell(l levers) {
	said := d.say(l)
	d.value.style.Bold, d.value.colour = said != "", colorText
	if said == "" {
		said, d.value.colour = d.plan(l), colorMuted
	}
	d.value.words = said
	d.value.Refresh()
	d.head.Refresh()
}

// dials are all sliders for one campaign, in groups that belong together.
type dials struct {
	groups [][]*dial
	basis  scenario.Basis
	tiers  []campaign.TierTurnout
	today  campaign.Day
	moved  func(*dial, float64)
}

// How far the sliders go.
const (
	dialDecades = 2 // times 100; and half as far down
	dialAhead   = 365
	dialAfter   = 90
	dialBrings  = 2
	mostTiers   = 4 // with a slider each; others are in the form
)

// dialsFor makes the sliders for a basis. Plan is the outcome of the plan as it is.
func dialsFor(b scenario.Basis, plan scenario.Outcome, moved func(*dial, float64)) *dials {
	d := &dials{basis: b, tiers: plan.Today.Tiers, today: campaign.DayOf(b.AsOf, b.Plan.Location()), moved: moved}
	need := d.needed()
	if b.Futures != nil {
		d.groups = append(d.groups, d.growth(), d.moment(plan), d.bring(), []*dial{d.weekly(plan)})
		need = append(d.until(), need...)
	}
	d.groups = append(d.groups, need)
	if shows := d.shows(); len(shows) > 0 {
		d.groups = append(d.groups, shows)
	}
	return d
}

// show puts all thumbs where the levers stand.
func (d *dials) show(l levers) {
	for _, group := range d.groups {
		for _, one := range group {
			one.show(l)
		}
	}
}

// inDays is a slider over the days to come.
func (d *dials) inDays(title string, get func(levers) campaign.Day, set func(*levers, campaign.Day), least float64) *dial {
	one := newDial(title, least, dialAhead, 1, d.moved)
	one.get = func(l levers) float64 { return float64(max(get(l)-d.today, 0)) }
	one.set = func(l *levers, v float64) { set(l, d.today+campaign.Day(v)) }
	return one
}

func (d *dials) growth() []*dial {
	times := newDial(say.Text("Growth"), -dialDecades/2, dialDecades, 0.01, d.moved)
	times.get = func(l levers) float64 { return math.Log10(l.times) }
	times.set = func(l *levers, v float64) { l.times = twoDigits(math.Pow(10, v)) }
	times.plan = func(levers) string { return say.Text("as forecast") }
	times.say = func(l levers) string {
		if l.times == 1 {
			return ""
		}
		return say.Text("times %s", phrase.Times(l.times))
	}
	from := d.inDays(say.Text("from"), func(l levers) campaign.Day { return l.from }, func(l *levers, day campaign.Day) {
		if l.from = day; day == d.today {
			l.from = 0
		}
	}, 0)
	from.plan = func(l levers) string {
		if l.from.IsSet() {
			return phrase.Day(l.from)
		}
		return say.Text("now on")
	}
	from.say = func(l levers) string {
		if l.times == 1 {
			return ""
		}
		return phrase.Day(l.from)
	}
	return []*dial{times, from}
}

func (d *dials) moment(plan scenario.Outcome) []*dial {
	most := 1000.0
	for _, t := range plan.Thresholds {
		most = max(most, t.Pledges)
	}
	size := d.pledges(say.Text("A moment brings"), most, func(l *levers) *float64 { return &l.size })
	date := d.inDays(say.Text("on"), func(l levers) campaign.Day { return l.date }, func(l *levers, day campaign.Day) { l.date = day }, 1)
	date.plan = func(l levers) string { return phrase.Day(l.date) }
	date.say = func(l levers) string {
		if l.size == 0 {
			return ""
		}
		return phrase.Day(l.date)
	}
	return []*dial{size, date}
}

// weekly adds pledges to every week to come, up to as many as would do alone.
func (d *dials) weekly(plan scenario.Outcome) *dial {
	most := 100.0
	for _, t := range plan.Thresholds {
		weeks := max(1, t.By.Sub(d.basis.AsOf).Hours()/24/7)
		most = max(most, t.Short/weeks)
	}
	return d.pledges(say.Text("More a week"), most, func(l *levers) *float64 { return &l.weekly })
}

// pledges is a dial of a number of pledges, up to so many, that grows the faster
// the farther it is moved. Of tells which lever it moves.
func (d *dials) pledges(label string, most float64, of func(*levers) *float64) *dial {
	one := newDial(label, 0, 1, 0.005, d.moved)
	one.get = func(l levers) float64 { return math.Cbrt(*of(&l) / most) }
	one.set = func(l *levers, v float64) { *of(l) = math.Round(twoDigits(v * v * v * most)) }
	one.plan = func(levers) string { return say.Text("none") }
	one.say = func(l levers) string {
		if *of(&l) == 0 {
			return ""
		}
		return say.Text("%s pledges", phrase.Whole(*of(&l)))
	}
	return one
}

func (d *dials) bring() []*dial {
	many := newDial(say.Text("Each pledger brings"), 0, dialBrings, 0.05, d.moved)
	many.get = func(l levers) float64 { return l.brings }
	many.set = func(l *levers, v float64) { l.brings = math.Round(v*20) / 20 }
	many.plan = func(levers) string { return say.Text("nobody") }
	many.say = func(l levers) string {
		if l.brings == 0 {
			return ""
		}
		return say.Text("%s others", phrase.Times(l.brings))
	}
	after := newDial(say.Text("after"), 1, dialAfter, 1, d.moved)
	after.get = func(l levers) float64 { return float64(l.after) }
	after.set = func(l *levers, v float64) { l.after = int(v) }
	after.plan = func(l levers) string { return phrase.Days(int64(l.after)) }
	after.say = func(l levers) string {
		if l.brings == 0 {
			return ""
		}
		return phrase.Days(int64(l.after))
	}
	return []*dial{many, after}
}

// until moves the deadline.
func (d *dials) until() []*dial {
	of := d.basis.Plan.Deadline
	one := d.inDays(say.Text("Deadline"), func(l levers) campaign.Day {
		switch {
		case l.deadline.IsSet():
			return l.deadline
		case of.IsSet():
			return of
		}
		return d.today + dialAhead
	}, func(l *levers, day campaign.Day) {
		if l.deadline = day; day == of {
			l.deadline = 0
		}
	}, 1)
	one.plan = func(levers) string {
		if !of.IsSet() {
			return say.Text("none")
		}
		return phrase.Day(of)
	}
	one.say = func(l levers) string { return phrase.Day(l.deadline) }
	return []*dial{one}
}

// needed moves how many must come.
func (d *dials) needed() []*dial {
	of := d.basis.Plan.Need
	middle := math.Log10(float64(max(of, 100)))
	if of == 0 {
		middle = 4
	}
	one := newDial(say.Text("People needed"), max(0, middle-2), middle+1, 0.01, d.moved)
	one.get = func(l levers) float64 {
		switch {
		case l.need > 0:
			return math.Log10(float64(l.need))
		case of > 0:
			return math.Log10(float64(of))
		}
		return 0
	}
	one.set = func(l *levers, v float64) {
		if l.need = int64(twoDigits(math.Pow(10, v))); l.need == of {
			l.need = 0
		}
	}
	one.plan = func(levers) string {
		if of == 0 {
			return say.Text("none")
		}
		return phrase.Count(of)
	}
	one.say = func(l levers) string { return countText(l.need) }
	return []*dial{one}
}

// shows moves the likely show rate of each tier.
func (d *dials) shows() []*dial {
	var all []*dial
	for _, tier := range d.tiers[:min(len(d.tiers), mostTiers)] {
		title := say.Text("Show rate")
		if tier.Name != "" {
			title = say.Text("Show rate of %s", tier.Name)
		}
		one := newDial(title, 0.01, 1, 0.01, d.moved)
		one.get = func(l levers) float64 {
			if v, ok := l.shows[tier.Name]; ok {
				return v
			}
			return l.baseShow(tier)
		}
		one.set = func(l *levers, v float64) {
			if v = math.Round(v*100) / 100; v == l.baseShow(tier) {
				delete(l.shows, tier.Name)
			} else {
				l.shows[tier.Name] = v
			}
		}
		one.plan = func(levers) string { return phrase.Percent(tier.Show.Likely) }
		one.say = func(l levers) string {
			if v := one.get(l); v != tier.Show.Likely {
				return phrase.Percent(v)
			}
			return ""
		}
		all = append(all, one)
	}
	return all
}

// baseShow returns the likely show rate of a tier that the sliders start from.
func (l levers) baseShow(tier campaign.TierTurnout) float64 {
	for _, t := range l.base.Tiers {
		if t.Name == tier.Name && t.Show != (campaign.Range{}) {
			return t.Show.Likely
		}
	}
	return tier.Show.Likely
}
