package figure

import (
	"muster/app"
	"muster/campaign"
)

// TrendOf returns the trend of a measure as a snapshot has it.
func TrendOf(s app.Snapshot, measure string) Trend {
	t := Trend{
		Days:     s.Daily[measure],
		AsOf:     campaign.DayOf(s.Standing.AsOf, s.Zone),
		Opens:    s.Campaign.Opens,
		Deadline: s.Campaign.Deadline,
	}
	for _, l := range s.Standing.Thresholds {
		if l.Figure == measure || measure == campaign.Pledges && l.Figure == campaign.FigurePledges {
			t.Levels = append(t.Levels, Level{Name: l.Name, Target: l.Target, Held: l.Held})
		}
	}
	return t
}
