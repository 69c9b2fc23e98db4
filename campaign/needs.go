package campaign

import "math"

// DayNeed is something that a number of people need on the day, and the rules
// of thumb that say how much of it.
type DayNeed struct {
	Name   string
	Amount float64
	Unit   string
	Rules  []RuleOfThumb
}

// pieces rounds up to whole ones, but for a rounding error.
func pieces(amount float64) float64 { return math.Ceil(amount - 1e-6) }

// PlanFor returns how many people to plan the day for: the need or, where more
// are expected or none is set, the median of those expected.
func (t Turnout) PlanFor() float64 { return max(float64(t.Need), t.Expected.P50) }

// NeedCoaches is the need that is told by region too.
const NeedCoaches = "Coaches"

const squareFoot = 0.09290304 // sq m

// planner works out needs by the rules of one campaign.
type planner struct {
	rules map[string]RuleOfThumb
	needs []DayNeed
}

func (c Campaign) planner() *planner {
	p := &planner{rules: map[string]RuleOfThumb{}}
	for _, r := range c.Rules() {
		p.rules[r.Name] = r
	}
	return p
}

func (p *planner) value(rule string) float64 { return p.rules[rule].Value }

func (p *planner) need(name string, amount float64, unit string, rules ...string) {
	need := DayNeed{Name: name, Amount: amount, Unit: unit}
	for _, r := range rules {
		need.Rules = append(need.Rules, p.rules[r])
	}
	p.needs = append(p.needs, need)
}

// DayNeeds returns what so many people need on the day. What is counted in
// pieces is rounded up.
func (c Campaign) DayNeeds(people float64) []DayNeed {
	p := c.planner()
	for _, rule := range []string{RuleLight, RuleDense, RulePacked} {
		feet := people * p.value(rule)
		p.need(rule, feet, "sq ft", rule)
		p.need(rule, feet*squareFoot, "sq m", rule)
	}
	column := people * p.value(RuleWalkingRoom) / p.value(RuleStreet)
	p.need("Length of the column", column, "m", RuleStreet, RuleWalkingRoom)
	p.need("Time to pass a point", column/p.value(RulePace)/60, "minutes", RuleStreet, RuleWalkingRoom, RulePace)
	p.need(NeedCoaches, pieces(people*p.value(RuleByCoach)/p.value(RuleSeats)), "coaches", RuleByCoach, RuleSeats)
	p.need("Marshals", pieces(people/p.value(RuleMarshals)), "marshals", RuleMarshals)
	women := people * p.value(RuleWomen)
	men := people - women
	p.need("Toilets for women", pieces(women/p.value(RuleWomenToilet)), "toilets", RuleWomen, RuleWomenToilet)
	p.need("Toilets for men", pieces(men/p.value(RuleMenToilet)), "toilets", RuleWomen, RuleMenToilet)
	p.need("Urinals", pieces(men/p.value(RuleMenUrinal)), "urinals", RuleWomen, RuleMenUrinal)
	p.need("Water points", pieces(people/p.value(RuleWaterPoint)), "water points", RuleWaterPoint)
	p.need("Drinking water", people*p.value(RuleWater)*p.value(RuleHours), "litres", RuleWater, RuleHours)
	return p.needs
}

// Coaches returns how many coaches each region needs if so many people come
// in all, from each region as many as its part of the pledges. Regions without
// pledges are left out.
func (c Campaign) Coaches(people float64, byRegion []Total) []Total {
	var pledges int64
	for _, r := range byRegion {
		pledges += max(0, r.Total)
	}
	var coaches []Total
	p := c.planner()
	for _, r := range byRegion {
		if r.Total > 0 {
			there := people * float64(r.Total) / float64(pledges)
			coaches = append(coaches, Total{r.Name, int64(pieces(there * p.value(RuleByCoach) / p.value(RuleSeats)))})
		}
	}
	return coaches
}
