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
	t.Moments = Dated(s.Campaign)
	if s.Forecast != nil && measure == campaign.Pledges {
		day, _ := s.Outlook()
		t.Foresee(*s.Forecast, day)
	}
	return t
}

// Dated returns the moments and the activities of a plan as a chart has them.
func Dated(c campaign.Campaign) []Moment {
	var all []Moment
	for _, m := range c.Moments {
		all = append(all, Moment{Day: m.Date, Kind: m.Kind, Name: m.Title})
	}
	for _, a := range c.Activities {
		all = append(all, Moment{Day: a.Date, Kind: Activity, Name: a.Name})
	}
	return all
}
