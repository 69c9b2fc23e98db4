package campaign

import (
	"fmt"
	"strings"
)

// RuleOfThumb is a figure to plan with, and where it comes from. A campaign may
// put its own in the place of a built-in one of the same name.
type RuleOfThumb struct {
	Name   string
	Value  float64
	Unit   string // empty for the built-in one's
	Source string
}

// The names of the built-in rules of thumb.
const (
	RuleLight       = "Light crowd"
	RuleDense       = "Dense crowd"
	RulePacked      = "Packed crowd"
	RuleStreet      = "Width of the street"
	RulePace        = "Pace"
	RuleWalkingRoom = "Room to walk"
	RuleByCoach     = "Part who come by coach"
	RuleSeats       = "Seats in a coach"
	RuleMarshals    = "People per marshal"
	RuleWomen       = "Part who are women"
	RuleWomenToilet = "Women per toilet"
	RuleMenToilet   = "Men per toilet"
	RuleMenUrinal   = "Men per urinal"
	RuleHours       = "Hours on the ground"
	RuleWaterPoint  = "People per water point"
	RuleWater       = "Water"
)

const (
	jacobs = "Herbert Jacobs's rule for counting crowds on foot, Berkeley, 1967 (as told by todayifoundout.com)"
	purple = "The Purple Guide, for events of less than six hours (as Dover District Council gives it)"
	north  = "Northern Territory Government of Australia, Water at public events"
)

// BuiltInRules returns the rules of thumb that hold until the plan has its own.
func BuiltInRules() []RuleOfThumb {
	return []RuleOfThumb{
		{RuleLight, 10, "sq ft a person", jacobs},
		{RuleDense, 4.5, "sq ft a person", jacobs},
		{RulePacked, 2.5, "sq ft a person", jacobs},
		{RuleStreet, 30.5, "m", "the roadway of Pennsylvania Avenue in Washington, DC: 100 ft (National Park Service); measure your own street"},
		{RulePace, 0.9, "m/s", "3 ft/s, the pace that traffic signals allow slower pedestrians (US Manual on Uniform Traffic Control Devices 2009, 4E.06): a march goes as fast as its slowest"},
		{RuleWalkingRoom, 1, "sq m a person", "below one person in a square metre a crowd walks freely (G. Keith Still, gkstill.com)"},
		{RuleByCoach, 0.14, "of all", "1,200 coaches that asked for parking at RFK Stadium for the Women's March on Washington in 2017, full, against 470,000 people there"},
		{RuleSeats, 56, "people", "a full-size charter coach (hire companies; Prevost X3-45: 56, MCI J4500: 55)"},
		{RuleMarshals, 50, "people", "what police were said to insist on for marches (ionglobaltrends.com, 2007: weak); South Lanarkshire Council asks for one to 10, UK sports grounds have one to 250"},
		{RuleWomen, 0.5, "of all", "half and half where nothing better is known (PopCode, Sanitation, paragraph 19)"},
		{RuleWomenToilet, 100, "women", purple},
		{RuleMenToilet, 500, "men", purple},
		{RuleMenUrinal, 150, "men", purple},
		{RuleHours, 4, "hours", "an assumption: gathering, marching and speeches"},
		{RuleWaterPoint, 500, "people", north},
		{RuleWater, 0.5, "litres a person and hour", north},
	}
}

// Rules returns the rules of thumb that hold for the campaign, in a fixed order.
func (c Campaign) Rules() []RuleOfThumb {
	rules := BuiltInRules()
	for i, r := range rules {
		for _, own := range c.RulesOfThumb {
			if strings.EqualFold(own.Name, r.Name) {
				rules[i].Value = own.Value
				rules[i].Source = own.Source
				if own.Unit != "" {
					rules[i].Unit = own.Unit
				}
			}
		}
	}
	return rules
}

func (p *Problems) rules(rules []RuleOfThumb) {
	p.named("rules_of_thumb[%d].name", "rule of thumb", len(rules), func(i int) string { return rules[i].Name })
	known := map[string]RuleOfThumb{}
	for _, r := range BuiltInRules() {
		known[strings.ToLower(r.Name)] = r
	}
	for i, r := range rules {
		path := fmt.Sprintf("rules_of_thumb[%d]", i)
		builtIn, ok := known[strings.ToLower(r.Name)]
		part := builtIn.Unit == "of all"
		switch {
		case !ok && r.Name != "":
			p.add(path+".name", "there is no rule of thumb %q: the plan can only change the built-in ones, such as %q", r.Name, RuleSeats)
		case part && !(r.Value >= 0 && r.Value <= 1):
			p.add(path+".value", "a part of all is between 0 and 1, not %v", r.Value)
		case ok && !part && !(r.Value > 0 && r.Value <= MaxCount):
			p.add(path+".value", "the value must be above 0, not %v", r.Value)
		}
		p.text(path+".unit", "unit", r.Unit, MaxNameLen)
		p.text(path+".source", "source", r.Source, MaxNoteLen)
	}
}
