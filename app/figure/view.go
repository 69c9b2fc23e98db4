package figure

import (
	"slices"

	"muster/campaign"
)

// View is which part of a chart is looked at. The zero View is all of it.
type View struct {
	From, To float64 // on the lower axis, in days for a trend; all there is unless From < To
	Hidden   Series  // what is switched off
	Named    bool    // the kinds of marks are named beside the chart, not in it
}

// zoomed reports whether only a part of the lower axis is looked at.
func (v View) zoomed() bool { return v.From < v.To }

// hides reports whether a series is switched off.
func (v View) hides(s Series) bool { return v.Hidden&s != 0 }

// Series is a set of what a trend is made of.
type Series uint8

// What a trend is made of.
const (
	Counted  Series = 1 << iota // the line of what was counted
	Foreseen                    // the fan of what may come
	Levels                      // the targets
	Moments                     // and activities
)

// AllSeries are the series one by one, in the order of a legend.
var AllSeries = []Series{Counted, Foreseen, Levels, Moments}

// viewed is a chart of which a part may be looked at.
type viewed interface {
	in(View) chart
}

// In returns the scene as it is seen in a view. Charts that are always seen
// whole stay as they are.
func (s *Scene) In(v View) *Scene {
	if c, ok := s.chart.(viewed); ok {
		return &Scene{chart: c.in(v), style: s.style}
	}
	return s
}

// Series returns what the trend is made of; none for other charts.
func (s *Scene) Series() Series {
	t, ok := s.chart.(Trend)
	if !ok {
		return 0
	}
	var all Series
	for series, has := range map[Series]bool{
		Counted: !t.Empty(), Foreseen: len(t.Fan) > 0, Levels: len(t.Levels) > 0, Moments: len(t.Moments) > 0,
	} {
		if has {
			all |= series
		}
	}
	return all
}

// Kind is a kind of moment or activity that a trend has, and what it is called.
type Kind struct {
	Of   campaign.MomentKind // or Activity
	Name string
}

// Kinds returns the kinds of marks that the trend has, in the order of a legend;
// none for other charts.
func (s *Scene) Kinds() []Kind {
	t, _ := s.chart.(Trend)
	return kindsOf(t.Moments)
}

func kindsOf(moments []Moment) []Kind {
	var all []Kind
	for _, kind := range eventKinds {
		if slices.ContainsFunc(moments, func(m Moment) bool { return m.Kind == kind }) {
			all = append(all, Kind{kind, kindName(kind)})
		}
	}
	return all
}

// in implements viewed.
func (t Trend) in(v View) chart {
	t.view = v
	return t
}

// limits returns where the chart begins and ends, in days.
func (t Trend) limits() (from, to float64) {
	if t.view.zoomed() {
		return t.view.From, max(t.view.To, t.view.From+1)
	}
	first, last := t.span()
	return float64(first), float64(last)
}
