package campaign

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// People returns how many of the tier's counted pledges come at a show rate.
func (t TierTurnout) People(show float64) float64 { return t.comes(show) * float64(t.Counted) }

// Extremes returns how many come if every rate, and the walk-ons, are at their
// low, and at their high: further apart than the range of 8 in 10, since not
// everything goes wrong at once.
func (t Turnout) Extremes() (low, high float64) {
	low, high = t.WalkOns.Low, t.WalkOns.High
	for _, tier := range t.Tiers {
		low += tier.People(tier.Show.Low)
		high += tier.People(tier.Show.High)
	}
	return low, high
}

// Counted returns the pledges whose condition is met, and how many of them are
// valid.
func (t Turnout) Counted() (pledges int64, valid float64) {
	for _, tier := range t.Tiers {
		pledges += tier.Counted
		valid += tier.Real
	}
	return pledges, valid
}

// Gap returns what is missing from the likely turnout to the need; nothing
// without a need.
func (t Turnout) Gap() Gap {
	if t.Need == 0 {
		return Gap{}
	}
	return GapBetween(t.Likely, float64(t.Need))
}

// NeededAtLikely returns how many pledges, in today's mix of tiers, bring the
// need about at the likely rates. It is false where that is no plain division:
// without a need or pledges, and where pledges have conditions.
func (t Turnout) NeededAtLikely() (float64, bool) {
	come := t.Likely - t.WalkOns.Likely
	if t.Need == 0 || come <= 0 || t.conditional() {
		return 0, false
	}
	return pieces(max(0, (float64(t.Need)-t.WalkOns.Likely)/come*float64(t.Pledges))), true
}

func (t Turnout) conditional() bool {
	for _, tier := range t.Tiers {
		if tier.JoinsAt > 0 {
			return true
		}
	}
	return false
}

// Approximation is a turnout by formulas that a spreadsheet can do: as if every
// rate and the number of those who come were normal, with half widths of their
// own below and above. Expected, Chance and Needed of a Turnout are simulated
// and are to be preferred.
type Approximation struct {
	Low, High float64 // of 8 in 10
	Chance    float64 // of meeting the need; 0 if there is none
	Needed    float64 // pledges in today's mix of tiers; see Possible
	Possible  bool    // whether Needed is known
}

// Approximation returns the turnout by formulas.
func (t Turnout) Approximation() Approximation {
	var below, above, luck float64 // squares of half widths; a variance
	for _, tier := range t.Tiers {
		p := tier.comes(tier.Show.Likely)
		luck += float64(tier.Counted) * p * (1 - p)
		below += square(tier.Likely - tier.People(tier.Show.Low))
		above += square(tier.People(tier.Show.High) - tier.Likely)
	}
	walkBelow, walkAbove := square(t.WalkOns.Likely-t.WalkOns.Low), square(t.WalkOns.High-t.WalkOns.Likely)
	low := math.Sqrt(below + walkBelow + square(score90)*luck)
	high := math.Sqrt(above + walkAbove + square(score90)*luck)
	a := Approximation{Low: max(0, t.Likely-low), High: t.Likely + high}
	if t.Need == 0 {
		return a
	}
	half, missing := low, t.Likely-float64(t.Need)
	if missing < 0 {
		half = high
	}
	switch {
	case half > 0:
		a.Chance = distuv.UnitNormal.CDF(missing / half * score90)
	case missing >= 0:
		a.Chance = 1
	}
	a.Needed, a.Possible = t.approximatelyNeeded(below, luck, walkBelow)
	return a
}

// approximatelyNeeded solves for how many times today's pledges it takes that
// the need is met with the turnout's confidence, at least an even chance: the
// greater root of a quadratic equation.
func (t Turnout) approximatelyNeeded(below, luck, walkBelow float64) (float64, bool) {
	come, missing := t.Likely-t.WalkOns.Likely, float64(t.Need)-t.WalkOns.Likely
	score := distuv.UnitNormal.Quantile(t.Confidence)
	squares := square(score / score90)
	a, c := come*come-squares*below, missing*missing-squares*walkBelow
	switch {
	case t.conditional() || come <= 0 || score < 0 || a <= 0:
		return 0, false
	case missing <= 0 && c >= 0: // the walk-ons alone will do
		return 0, true
	}
	b := 2*come*missing + square(score)*luck
	return pieces(max(0, (b+math.Sqrt(max(0, b*b-4*a*c)))/(2*a)*float64(t.Pledges))), true
}

func square(v float64) float64 { return v * v }
