package figure

import (
	"cmp"
	"math"
	"slices"

	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign/scenario"
)

// Tornado is the picture of what matters most: a bar for each assumption, from
// what follows if it comes out low to what follows if it comes out high, the
// widest on top, around what is expected with all of them uncertain.
type Tornado struct {
	Swings []Swing // in any order
	Middle float64 // what is expected
	Need   float64 // drawn if it lies near the bars; 0 for none
	Chance bool    // whether the values are chances, from 0 to 1, instead of people
}

// Swing is how far one assumption moves what follows.
type Swing struct {
	Name          string
	Low, High     string // the assumption's own values, as they are said: 35%
	AtLow, AtHigh float64
}

// width is how far a swing moves what follows.
func (s Swing) width() float64 { return math.Abs(s.AtHigh - s.AtLow) }

// TornadoOf returns how far each assumption of an outcome moves the turnout.
func TornadoOf(o scenario.Outcome, effects []scenario.Effect) Tornado {
	t := Tornado{Middle: o.Turnout.Expected.P50, Need: float64(o.Plan.Need)}
	for _, e := range effects {
		t.Swings = append(t.Swings, swing(e, e.TurnoutLow, e.TurnoutHigh))
	}
	return t
}

// ChanceTornadoOf returns how far each assumption of an outcome moves the
// chance of meeting the need. Without a need it is empty.
func ChanceTornadoOf(o scenario.Outcome, effects []scenario.Effect) Tornado {
	t := Tornado{Middle: o.Turnout.Chance, Chance: true}
	if o.Plan.Need == 0 {
		return t
	}
	for _, e := range effects {
		t.Swings = append(t.Swings, swing(e, e.ChanceLow, e.ChanceHigh))
	}
	return t
}

func swing(e scenario.Effect, low, high float64) Swing {
	s := Swing{AtLow: low, AtHigh: high}
	s.Name, s.Low, s.High = phrase.Assumed(e)
	return s
}

// Empty reports whether there is nothing to draw: nothing is uncertain.
func (t Tornado) Empty() bool { return len(t.Swings) == 0 }

// Moves reports whether any assumption changes what follows.
func (t Tornado) Moves() bool {
	return slices.ContainsFunc(t.Swings, func(s Swing) bool { return s.AtLow != s.AtHigh })
}

// Scene returns the chart.
func (t Tornado) Scene(style Style) *Scene { return newScene(t, style) }

// Height returns how high the chart wants to be at a width, in the unit of the
// size of its text; higher than that it leaves the rest empty.
func (t Tornado) Height(style Style, width float64) float64 {
	if style.Text <= 0 {
		style.Text = usualText
	}
	f := t.form(style.Text, width)
	return style.Text * (f.head + f.roomy*float64(max(1, len(t.Swings))) + f.foot)
}

// sorted returns the swings, those that move it most first.
func (t Tornado) sorted() []Swing {
	sorted := slices.Clone(t.Swings)
	slices.SortStableFunc(sorted, func(a, b Swing) int { return cmp.Compare(b.width(), a.width()) })
	return sorted
}

// span returns the least and the greatest value that is drawn.
func (t Tornado) span(swings []Swing) (lo, hi float64) {
	lo, hi = t.Middle, t.Middle
	for _, s := range swings {
		lo, hi = min(lo, s.AtLow, s.AtHigh), max(hi, s.AtLow, s.AtHigh)
	}
	if width := hi - lo; t.Need > 0 && t.Need >= lo-width/2 && t.Need <= hi+width/2 {
		lo, hi = min(lo, t.Need), max(hi, t.Need)
	}
	if hi-lo < 1e-9*max(1, hi) { // nothing moves it
		room := max(math.Abs(hi)/10, t.least())
		lo, hi = lo-room, hi+room
	}
	return lo, hi
}

// least is the smallest step worth showing: a person, or one in a hundred.
func (t Tornado) least() float64 {
	if t.Chance {
		return 0.01
	}
	return 1
}

// said returns a value in words.
func (t Tornado) said(v float64) string {
	if t.Chance {
		return phrase.Chance(v)
	}
	return phrase.About(v)
}

// axis names what the bars are read against.
func (t Tornado) axis() string {
	if t.Chance {
		return say.Text("chance that enough come")
	}
	return say.Text("people there")
}

// middle names the line in the middle.
func (t Tornado) middle() string {
	if t.Chance {
		return say.Text("chance: %s", t.said(t.Middle))
	}
	return say.Text("expected: %s", t.said(t.Middle))
}
