package window

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"muster/app/say"
	"muster/campaign"
)

// levers are where the sliders stand. They change a scenario that they start
// from, which is the plan as it is unless another was chosen.
type levers struct {
	base campaign.Scenario

	times    float64 // growth; 1 for none
	from     campaign.Day
	size     float64 // of a moment, in pledges; 0 for none
	date     campaign.Day
	weekly   float64 // pledges more a week, from now on; 0 for none
	brings   float64 // others by each pledger; 0 for nobody
	after    int     // days
	deadline campaign.Day
	need     int64
	shows    map[string]float64 // the likely show rate of tiers that were moved

	today, until campaign.Day // between which the more a week come, unless the deadline is moved
}

// What the sliders say of a time before anybody has moved them.
const (
	usualWait  = 14 // days until a moment
	usualAfter = 7  // days until a pledger brings another
)

// leverMoment is the name of the moment that the sliders add.
func leverMoment() string { return say.Text("A moment") }

// leversAt returns the sliders as they stand for a scenario of a plan with a
// deadline.
func leversAt(s campaign.Scenario, today, deadline campaign.Day) levers {
	l := levers{base: s, times: 1, date: today + usualWait, after: usualAfter,
		deadline: s.Deadline, need: s.Need, shows: map[string]float64{}, today: today, until: deadline}
	if s.Growth.Times > 0 {
		l.times, l.from = s.Growth.Times, s.Growth.From
	}
	if i := ownMoment(s); i >= 0 {
		l.size, l.date = s.Moments[i].Expect.Likely, s.Moments[i].Date
	}
	if i := ownWeekly(s); i >= 0 {
		p := s.Moments[i]
		l.today, l.until = p.Date-1, p.Until+1
		l.weekly = p.Expect.Likely / float64(l.until-l.today) * 7
	}
	if s.Brings.Pledges > 0 {
		l.brings, l.after = s.Brings.Pledges, s.Brings.After
	}
	return l
}

// ownMoment returns the place of the moment that the sliders added, or -1.
func ownMoment(s campaign.Scenario) int {
	return slices.IndexFunc(s.Moments, func(p campaign.Push) bool {
		return p.Name == leverMoment() && p.Expect.Low == p.Expect.High && !p.Until.IsSet()
	})
}

// leverWeekly is the name of the pledges that the sliders add to every week.
func leverWeekly() string { return say.Text("More every week") }

// ownWeekly returns their place, or -1.
func ownWeekly(s campaign.Scenario) int {
	return slices.IndexFunc(s.Moments, func(p campaign.Push) bool {
		return p.Name == leverWeekly() && p.Expect.Low == p.Expect.High && p.Until >= p.Date
	})
}

// withWeekly returns a scenario with so many pledges more a week between two
// days; 0 for none. They come from the first day's morrow on, since some of that
// is over, and are there when the last one begins.
func withWeekly(s campaign.Scenario, perWeek float64, from, until campaign.Day) campaign.Scenario {
	s.Moments = slices.Clone(s.Moments)
	if i := ownWeekly(s); i >= 0 {
		s.Moments = slices.Delete(s.Moments, i, i+1)
	}
	if perWeek > 0 && until > from+1 {
		all := math.Round(perWeek / 7 * float64(until-from))
		s.Moments = append(s.Moments, campaign.Push{Name: leverWeekly(), Date: from + 1, Until: until - 1,
			Expect: campaign.Range{Low: all, Likely: all, High: all}})
	}
	if len(s.Moments) == 0 {
		s.Moments = nil
	}
	return s
}

// end returns the day by which the pledges are to be there, a year ahead if
// none is set.
func (l levers) end() campaign.Day { return cmp.Or(l.deadline, l.until, l.today+dialAhead) }

// scenario returns what the sliders make of the scenario that they start from.
func (l levers) scenario(tiers []campaign.TierTurnout) campaign.Scenario {
	s := l.base
	s.Growth = campaign.Growth{}
	if l.times != 1 {
		s.Growth = campaign.Growth{Times: l.times, From: l.from}
	}
	s.Moments = slices.Clone(s.Moments)
	if i := ownMoment(s); i >= 0 {
		s.Moments = slices.Delete(s.Moments, i, i+1)
	}
	if l.size > 0 {
		s.Moments = append(s.Moments, campaign.Push{Name: leverMoment(), Date: l.date,
			Expect: campaign.Range{Low: l.size, Likely: l.size, High: l.size}})
	}
	s = withWeekly(s, l.weekly, l.today, l.end())
	s.Brings = campaign.Brings{}
	if l.brings > 0 {
		s.Brings = campaign.Brings{Pledges: l.brings, After: l.after}
	}
	s.Deadline, s.Need = l.deadline, l.need
	s.Tiers = slices.Clone(s.Tiers)
	for _, tier := range tiers {
		if likely, ok := l.shows[tier.Name]; ok {
			s.Tiers = withShow(s.Tiers, tier, likely)
		}
	}
	return s
}

// withShow gives a tier another likely show rate, as uncertain as it was.
func withShow(tiers []campaign.Tier, tier campaign.TierTurnout, likely float64) []campaign.Tier {
	show := tier.Show.Around(likely, 0, 1)
	name := tier.Name
	if name == "" { // pledges that name no tier are those of the first one
		name = say.Text("All pledges")
	}
	for i, t := range tiers {
		if strings.EqualFold(t.Name, name) {
			tiers[i].Show = show
			return tiers
		}
	}
	return append(tiers, campaign.Tier{Name: name, Show: show})
}

// twoDigits rounds to two significant digits, as fine as a slider deserves.
func twoDigits(v float64) float64 {
	if v == 0 {
		return 0
	}
	digits := 1 - math.Floor(math.Log10(math.Abs(v)))
	if digits > 0 {
		unit := math.Pow(10, digits)
		return math.Round(v*unit) / unit
	}
	unit := math.Pow(10, -digits)
	return math.Round(v/unit) * unit
}
