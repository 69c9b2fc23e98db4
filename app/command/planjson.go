package command

import "muster/campaign"

// What a standing says of the plan's tracks and activities, as programs get it.

type regionsJSON struct {
	AtLeast int          `json:"at_least"`
	Held    int          `json:"held"`
	Short   int          `json:"short"`
	Each    []regionJSON `json:"each"`
}

type regionJSON struct {
	Name   string `json:"name"`
	Target int64  `json:"target"`
	Total  int64  `json:"total"`
	Held   bool   `json:"held"`
}

func jsonRegions(t campaign.ThresholdStanding) *regionsJSON {
	if !t.Regions.IsSet() {
		return nil
	}
	j := &regionsJSON{AtLeast: t.Regions.AtLeast, Held: t.RegionsHeld, Short: t.RegionsShort(), Each: []regionJSON{}}
	for _, r := range t.RegionTotals {
		j.Each = append(j.Each, regionJSON{r.Name, r.Target, r.Total, r.Held})
	}
	return j
}

type trackJSON struct {
	Name    string         `json:"name"`
	Nearest *string        `json:"nearest"` // the threshold's name
	Next    []upcomingJSON `json:"next"`
}

type upcomingJSON struct {
	Date *string `json:"date"`
	Kind string  `json:"kind"` // deadline, activity, moment
	Name string  `json:"name"`
}

func jsonTracks(s campaign.Standing, plan campaign.Campaign) []trackJSON {
	all := []trackJSON{}
	for _, t := range s.Tracks(plan, campaign.DayOf(s.AsOf, plan.Location())) {
		j := trackJSON{Name: t.Name, Next: []upcomingJSON{}}
		if t.Has {
			j.Nearest = &t.Nearest.Name
		}
		for _, u := range t.Next {
			j.Next = append(j.Next, upcomingJSON{jsonDay(u.Day), string(u.What), u.Name})
		}
		all = append(all, j)
	}
	return all
}

type activityJSON struct {
	Name          string    `json:"name"`
	Date          *string   `json:"date"`
	Last          *string   `json:"last"` // day whose pledges are put down to it
	Owner         *string   `json:"owner"`
	Source        *string   `json:"source"`
	Track         *string   `json:"track"`
	Cost          float64   `json:"cost"`
	Expect        rangeJSON `json:"expect"`
	Actual        *int64    `json:"actual"` // null without a source
	CostPerPledge *float64  `json:"cost_per_pledge"`
	Over          bool      `json:"over"`
}

func jsonActivities(s campaign.Standing) []activityJSON {
	all := []activityJSON{}
	for _, a := range s.Activities {
		j := activityJSON{
			Name: a.Name, Date: jsonDay(a.Date), Last: jsonDay(a.Last), Owner: orNull(a.Owner), Source: orNull(a.Source),
			Track: orNull(a.Track), Cost: a.Cost, Expect: rangeJSON(a.Expect), Over: a.Over,
		}
		if a.Source != "" {
			j.Actual = &a.Actual
		}
		if each, ok := a.CostPerPledge(); ok {
			j.CostPerPledge = &each
		}
		all = append(all, j)
	}
	return all
}

type plannedJSON struct {
	Activities int           `json:"activities"`
	Expect     quantilesJSON `json:"expect"`
	Cost       float64       `json:"cost"`
	Short      float64       `json:"short"`
	Left       float64       `json:"left"`
}

func jsonPlanned(s campaign.Standing, plan campaign.Campaign) plannedJSON {
	p := plan.Planned(campaign.DayOf(s.AsOf, plan.Location()), gap(s))
	return plannedJSON{p.Activities, quantilesJSON(p.Expect), p.Cost, p.Short, p.Left}
}
