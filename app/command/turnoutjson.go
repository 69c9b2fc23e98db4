package command

import (
	"muster/app"
	"muster/campaign"
)

// turnoutJSON is a turnout as programs get it. Fields may be added, none
// renamed.
type turnoutJSON struct {
	Campaign      string        `json:"campaign"`
	AsOf          *string       `json:"as_of"`
	Pledges       int64         `json:"pledges"`
	Expected      quantilesJSON `json:"expected"`
	Need          *int64        `json:"need"`
	Chance        *float64      `json:"chance"`
	PledgesNeeded neededJSON    `json:"pledges_needed"`
	Likely        float64       `json:"likely"`
	Came          *int64        `json:"came"`
	Tiers         []tierJSON    `json:"tiers"`
	WalkOns       rangeJSON     `json:"walk_ons"`
	Cascade       cascadeJSON   `json:"cascade"`
	Defaults      []defaultJSON `json:"defaults"`
	Past          []pastJSON    `json:"past"`
	Day           dayJSON       `json:"day"`
}

type quantilesJSON struct {
	P10 float64 `json:"p10"`
	P50 float64 `json:"p50"`
	P90 float64 `json:"p90"`
}

type rangeJSON struct {
	Low    float64 `json:"low"`
	Likely float64 `json:"likely"`
	High   float64 `json:"high"`
}

type neededJSON struct {
	Confidence float64 `json:"confidence"`
	Count      *int64  `json:"count"` // null without a need, or if no number would do
}

type tierJSON struct {
	Name    string     `json:"name"` // empty if it was not given
	JoinsAt int64      `json:"joins_at"`
	Pledges int64      `json:"pledges"`
	Joining int64      `json:"joining"`
	Valid   float64    `json:"valid"`
	Real    float64    `json:"real"`
	Show    rangeJSON  `json:"show"`
	Likely  float64    `json:"likely"`
	Came    *int64     `json:"came"`
	Learned *rangeJSON `json:"learned_show"` // that past events suggest
}

type cascadeJSON struct {
	Pledged       int64      `json:"pledged"`
	StandingStart int64      `json:"standing_start"`
	Trusted       int64      `json:"trusted"`
	Tips          *int64     `json:"tips"` // unconditional pledges more; null when nothing is left to tip
	Steps         []stepJSON `json:"steps"`
}

type stepJSON struct {
	JoinsAt   int64 `json:"joins_at"`
	Pledges   int64 `json:"pledges"`
	Before    int64 `json:"before"`
	FromStart int64 `json:"from_standing_start"`
	IfTrusted int64 `json:"if_trusted"`
}

type defaultJSON struct {
	Key    string `json:"key"` // of the plan file
	Value  any    `json:"value"`
	Source string `json:"source"`
}

type pastJSON struct {
	Event string  `json:"event"`
	Date  *string `json:"date"`
	Tier  *string `json:"tier"`
	Real  float64 `json:"real"`
	Came  int64   `json:"came"`
	Rate  float64 `json:"rate"`
}

type dayJSON struct {
	People  float64     `json:"people"`
	Needs   []needJSON  `json:"needs"`
	Coaches []totalJSON `json:"coaches_by_region"`
}

type needJSON struct {
	Name   string     `json:"name"`
	Amount float64    `json:"amount"`
	Unit   string     `json:"unit"`
	Rules  []ruleJSON `json:"rules_of_thumb"`
}

type ruleJSON struct {
	Name    string  `json:"name"`
	Value   float64 `json:"value"`
	Unit    string  `json:"unit"`
	Source  string  `json:"source"`
	Default bool    `json:"default"`
}

func jsonTurnout(o outlook) turnoutJSON {
	t := o.Turnout
	j := turnoutJSON{
		Campaign: o.plan.Name, AsOf: jsonTime(o.standing.AsOf), Pledges: t.Pledges, Expected: quantilesJSON(t.Expected),
		Need: orNull(t.Need), PledgesNeeded: neededJSON{Confidence: t.Confidence}, Likely: t.Likely,
		Came: orNull(o.plan.Event.Came), Tiers: []tierJSON{}, WalkOns: rangeJSON(t.WalkOns),
		Cascade: jsonCascade(t.Cascade), Defaults: jsonDefaults(t), Past: []pastJSON{}, Day: jsonDayNeeds(o),
	}
	if t.Need > 0 {
		j.Chance = &t.Chance
	}
	if t.Possible {
		j.PledgesNeeded.Count = &t.Needed
	}
	for _, tier := range t.Tiers {
		of := tierJSON{tier.Name, tier.JoinsAt, tier.Pledges, tier.Counted, tier.Valid, tier.Real, rangeJSON(tier.Show), tier.Likely, orNull(tier.Came), nil}
		if learned, _, ok := app.LearnShow(o.past, o.plan.Name, tier.Name); ok {
			of.Learned = (*rangeJSON)(&learned)
		}
		j.Tiers = append(j.Tiers, of)
	}
	for _, p := range o.past {
		j.Past = append(j.Past, pastJSON{p.Event, jsonDay(p.Date), orNull(p.Tier), p.Real, p.Came, p.Rate()})
	}
	return j
}

func jsonCascade(c campaign.Cascade) cascadeJSON {
	j := cascadeJSON{Pledged: c.Pledged, StandingStart: c.Start, Trusted: c.Trusted, Steps: []stepJSON{}}
	if more, ok := c.Tips(); ok {
		j.Tips = &more
	}
	for _, s := range c.Steps {
		j.Steps = append(j.Steps, stepJSON(s))
	}
	return j
}

// jsonDefaults lists what the plan leaves open, by its key there.
func jsonDefaults(t campaign.Turnout) []defaultJSON {
	all := []defaultJSON{}
	for _, tier := range t.Tiers {
		if tier.ValidDefault {
			all = append(all, defaultJSON{"tiers." + tier.Name + ".valid", tier.Valid, campaign.DefaultValid().Source})
		}
		if tier.ShowDefault {
			all = append(all, defaultJSON{"tiers." + tier.Name + ".show", rangeJSON(tier.Show), campaign.DefaultShow().Source})
		}
	}
	if t.WalkOnsDefault {
		all = append(all, defaultJSON{"walk_ons", rangeJSON(t.WalkOns), campaign.DefaultWalkOns().Source})
	}
	if t.ConfidenceDefault {
		all = append(all, defaultJSON{"confidence", t.Confidence, campaign.DefaultConfidence().Source})
	}
	return all
}

func jsonDayNeeds(o outlook) dayJSON {
	j := dayJSON{People: o.people, Needs: []needJSON{}, Coaches: jsonTotals(o.plan.Coaches(o.people, o.standing.ByRegion))}
	for _, n := range o.plan.DayNeeds(o.people) {
		need := needJSON{n.Name, n.Amount, n.Unit, nil}
		for _, r := range n.Rules {
			need.Rules = append(need.Rules, ruleJSON{r.Name, r.Value, r.Unit, r.Source, isBuiltIn(r)})
		}
		j.Needs = append(j.Needs, need)
	}
	return j
}
