package command

import "muster/campaign"

// statusJSON is a standing as programs get it. Fields may be added, none
// renamed.
type statusJSON struct {
	Campaign   string          `json:"campaign"`
	AsOf       *string         `json:"as_of"`
	Updates    int             `json:"updates"`
	Pledges    int64           `json:"pledges"`
	Need       *int64          `json:"need"`
	Thresholds []thresholdJSON `json:"thresholds"`
	Population *populationJSON `json:"population"`
	Measures   []measureJSON   `json:"measures"`
	ByRegion   []totalJSON     `json:"by_region"`
	BySource   []totalJSON     `json:"by_source"`
	ByTier     []totalJSON     `json:"by_tier"`
	Tracks     []trackJSON     `json:"tracks"`
	Activities []activityJSON  `json:"activities"`
	Planned    plannedJSON     `json:"planned"`
	Against    []againstJSON   `json:"against,omitempty"` // only when asked for
}

type thresholdJSON struct {
	Name              string       `json:"name"`
	Figure            string       `json:"figure"`
	Target            float64      `json:"target"`
	Value             float64      `json:"value"`
	Progress          float64      `json:"progress"`
	Reached           bool         `json:"reached"`
	ReachedAt         *string      `json:"reached_at"`
	Held              bool         `json:"held"`
	Short             float64      `json:"short"`
	OrdersOfMagnitude *float64     `json:"orders_of_magnitude"`
	Doublings         *float64     `json:"doublings"`
	Deadline          *string      `json:"deadline"`
	Track             *string      `json:"track"`
	Regions           *regionsJSON `json:"regions"` // null if nothing is asked of them
}

type populationJSON struct {
	Name    string    `json:"name"`
	Count   int64     `json:"count"`
	Year    *int      `json:"year"`
	Source  *string   `json:"source"`
	Need    shareJSON `json:"need"`
	Pledges shareJSON `json:"pledges"`
}

type shareJSON struct {
	Share *float64 `json:"share"`
	OneIn *float64 `json:"one_in"`
}

type measureJSON struct {
	Name  string `json:"name"`
	Value int64  `json:"value"`
	OutOf *int64 `json:"out_of"`
}

type totalJSON struct {
	Name  string `json:"name"` // empty if it was not given
	Total int64  `json:"total"`
}

func jsonStanding(s campaign.Standing, plan campaign.Campaign, beside []campaign.Population) statusJSON {
	j := statusJSON{
		Campaign: s.Campaign, AsOf: jsonTime(s.AsOf), Updates: s.Updates, Pledges: s.Pledges, Need: orNull(s.Need),
		Thresholds: []thresholdJSON{}, Measures: []measureJSON{}, Population: jsonPopulation(s),
		ByRegion: jsonTotals(s.ByRegion), BySource: jsonTotals(s.BySource), ByTier: jsonTotals(s.ByTier),
		Tracks: jsonTracks(s, plan), Activities: jsonActivities(s), Planned: jsonPlanned(s, plan), Against: jsonAgainst(s, beside),
	}
	for _, t := range s.Thresholds {
		j.Thresholds = append(j.Thresholds, thresholdJSON{
			Name: t.Name, Figure: t.Figure, Target: t.Target, Value: t.Value, Progress: t.Progress,
			Reached: t.Reached, ReachedAt: jsonTime(t.ReachedAt), Held: t.Held, Short: t.Gap.Short,
			OrdersOfMagnitude: finite(t.Gap.Orders), Doublings: finite(t.Gap.Doublings), Deadline: jsonDay(t.Deadline),
			Track: orNull(t.Track), Regions: jsonRegions(t),
		})
	}
	for _, m := range s.Measures {
		j.Measures = append(j.Measures, measureJSON{Name: m.Name, Value: m.Value, OutOf: orNull(m.OutOf)})
	}
	return j
}

func jsonPopulation(s campaign.Standing) *populationJSON {
	p := s.Population
	if p.Count <= 0 {
		return nil
	}
	j := &populationJSON{Name: p.Name, Count: p.Count, Year: orNull(p.Year), Source: orNull(p.Source), Pledges: jsonShare(s.Share)}
	if s.Need > 0 {
		j.Need = jsonShare(s.NeedShare)
	}
	return j
}

func jsonShare(s campaign.Share) shareJSON {
	fraction := s.Fraction()
	j := shareJSON{Share: &fraction}
	if n, ok := s.OneIn(); ok {
		j.OneIn = &n
	}
	return j
}

func jsonTotals(totals []campaign.Total) []totalJSON {
	out := []totalJSON{}
	for _, t := range totals {
		out = append(out, totalJSON{t.Name, t.Total})
	}
	return out
}
