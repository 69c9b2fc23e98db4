package campaign

import (
	"math"

	"gonum.org/v1/gonum/stat"
	"gonum.org/v1/gonum/stat/distuv"
)

// PastShow is how many came, of those who pledged for an event that is over.
type PastShow struct {
	Event string // the campaign
	Date  Day
	Tier  string
	Real  float64 // pledges thought to be valid
	Came  int64
}

// Rate returns the show rate, at most 1.
func (p PastShow) Rate() float64 { return min(1, float64(p.Came)/p.Real) }

// Past returns the show rates that the campaign's event has to teach, given the
// pledges it had: one for each tier of which it is recorded how many came or,
// if only the whole is, one for all tiers together under no name. The whole
// holds walk-ons too, which are taken off at the likely number.
func (c Campaign) Past(byTier []Total) []PastShow {
	var past []PastShow
	var real float64
	for _, t := range c.likelyTurnout(byTier).Tiers {
		real += t.Real
		if t.Came > 0 && t.Real > 0 {
			past = append(past, PastShow{c.Name, c.Event.Date, t.Name, t.Real, t.Came})
		}
	}
	if came := c.Event.Came - int64(math.Round(c.WalkOns.Likely)); len(past) == 0 && came > 0 && real > 0 {
		past = append(past, PastShow{c.Name, c.Event.Date, "", real, came})
	}
	return past
}

// doubt is how many past events the default range is worth when events of the
// team's own say something else about how much show rates vary.
const doubt = 2

// LearnShow returns the range of the next show rate that past ones suggest, and
// whether there are any. The log-odds of the rates are taken to be normal
// around an unknown mean with an unknown variance, of which the default range
// gives a first idea worth two events (a scaled inverse chi-squared prior;
// Gelman et al., Bayesian Data Analysis, 3rd ed., chapter 3); the range is that
// of the next one, by Student's t. More events make it narrower, unless they
// differ.
func LearnShow(past []PastShow) (Range, bool) {
	var odds []float64
	for _, p := range past {
		if p.Real > 0 && p.Came >= 0 {
			rate := min(max(p.Rate(), 0.001), 0.999) // so that nobody or everybody has odds
			odds = append(odds, logit(rate))
		}
	}
	n := float64(len(odds))
	if n == 0 {
		return Range{}, false
	}
	usual := DefaultShow().Value
	first := (logit(usual.High) - logit(usual.Low)) / (2 * score90)
	mean := stat.Mean(odds, nil)
	squares := doubt * first * first
	for _, x := range odds {
		squares += (x - mean) * (x - mean)
	}
	free := doubt + n - 1
	t := distuv.StudentsT{Sigma: 1, Nu: free}.Quantile(0.9)
	half := t * math.Sqrt(squares/free*(1+1/n))
	return Range{Low: rateOf(mean - half), Likely: rateOf(mean), High: rateOf(mean + half)}, true
}

func logit(rate float64) float64  { return math.Log(rate / (1 - rate)) }
func rateOf(odds float64) float64 { return 1 / (1 + math.Exp(-odds)) }
