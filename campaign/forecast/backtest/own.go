package backtest

import (
	"slices"

	"muster/campaign/forecast"
)

// Own tests the forecast on a campaign's own history, a week ahead from the end
// of each of its last fifty weeks, beside the rule that the last seven days'
// rate goes on. It returns how both did; no cases if the history is too short.
func Own(readings []forecast.Reading) (ours, lastWeek Score, err error) {
	readings = slices.Clone(readings)
	slices.SortStableFunc(readings, func(a, b forecast.Reading) int { return a.At.Compare(b.At) })
	cases := weekly(&Series{Name: "own", Readings: readings})
	if ours, err = score(cases, Shipped); err != nil {
		return Score{}, Score{}, err
	}
	lastWeek, err = score(cases, LastWeek)
	return ours, lastWeek, err
}

// weekly returns the cases a week ahead from the end of each week, the last
// fifty of them.
func weekly(s *Series) []Case {
	var cases []Case
	n := len(s.Readings)
	if n == 0 {
		return nil
	}
	for day := float64(minAge); day < s.days(n-1); day += 7 {
		origin := s.upTo(day) - 1
		if origin+1 < minReadings || s.days(origin) < forecast.MinDays {
			continue
		}
		for _, target := range targets(s, origin, n) {
			c := Case{s, origin, target}
			if c.Ahead() <= 10 && !slices.Contains(cases, c) {
				cases = append(cases, c)
			}
		}
	}
	return cases[max(0, len(cases)-50):]
}
