package campaign

import (
	"fmt"
	"strings"
)

// Tier is how firm a pledge is, such as committed or keep me informed.
type Tier struct {
	Name    string
	JoinsAt int64   // its pledges bind once so many have pledged in all; 0 for at once
	Valid   float64 // the fraction of its pledges that are real; 0 for the default
	Show    Range   // the fraction of the real ones who come; zero for the default
	Came    int64   // how many of them were at the event, recorded afterwards; 0 if not
}

// Default is a figure that holds until the plan says otherwise.
type Default[T any] struct {
	Value  T
	Source string // where it comes from, for the person who relies on it
}

// DefaultValid is the fraction of pledges taken to be real.
func DefaultValid() Default[float64] {
	return Default[float64]{0.89, "of over 1.44 million signatures of the European Citizens' Initiative Stop Destroying " +
		"Videogames 1,294,188 were verified (players.com.ua and inkl.com on the final count)"}
}

// DefaultShow is the fraction of real pledges taken to come.
func DefaultShow() Default[Range] {
	return Default[Range]{Range{0.35, 0.5, 0.65}, "about half of volunteers who sign up do not come (Tectonica, Campaign Workshop); " +
		"vendors of invitations report 40 to 60% no-shows at free events; widened, since none of this is measured on marches"}
}

// DefaultConfidence is how sure a team wants to be that the need is met.
func DefaultConfidence() Default[float64] {
	return Default[float64]{0.9, "a choice: one failure in ten"}
}

// DefaultWalkOns is how many people are taken to come without a pledge.
func DefaultWalkOns() Default[Range] {
	return Default[Range]{Range{}, "none, to be on the safe side; to the Women's March on Washington in 2017 came " +
		"2.3 to 2.6 times as many as had said so on its event page, to other events far fewer"}
}

// likelihood returns the tier with its defaults filled in, and says which were.
func (t Tier) likelihood() (filled Tier, validDefault, showDefault bool) {
	if t.Valid == 0 {
		t.Valid, validDefault = DefaultValid().Value, true
	}
	if t.Show == (Range{}) {
		t.Show, showDefault = DefaultShow().Value, true
	}
	return t, validDefault, showDefault
}

// tier returns what the plan says of a tier by its name, whatever its case.
// Pledges that name no tier are taken for the first one; a tier that the plan
// does not know has the defaults.
func (c Campaign) tier(name string) Tier {
	for i, t := range c.Tiers {
		if strings.EqualFold(t.Name, name) || name == "" && i == 0 {
			return t
		}
	}
	return Tier{Name: name}
}

// confidence returns how sure the team wants to be, and whether that is the
// default.
func (c Campaign) confidence() (float64, bool) {
	if c.Confidence == 0 {
		return DefaultConfidence().Value, true
	}
	return c.Confidence, false
}

func (p *Problems) tiers(tiers []Tier) {
	p.named("tiers[%d].name", "tier", len(tiers), func(i int) string { return tiers[i].Name })
	for i, t := range tiers {
		path := fmt.Sprintf("tiers[%d]", i)
		p.count(path+".joins_at", "number it joins at", t.JoinsAt)
		p.count(path+".came", "number who came", t.Came)
		p.within(path+".show", t.Show, 0, 1)
		if !(t.Valid >= 0 && t.Valid <= 1) {
			p.add(path+".valid", "the valid part must be between 0 and 1, such as 0.89, not %v", t.Valid)
		}
	}
}
