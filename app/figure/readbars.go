package figure

import (
	"math"

	"gonum.org/v1/plot/vg"

	"muster/app/phrase"
	"muster/app/say"
)

// stops implements reader: a distribution is read bar by bar.
func (b *bars) stops() (first, last int)   { return 0, len(b.Histogram.Parts) - 1 }
func (b *bars) strides() (short, long int) { return 1, 5 }
func (b *bars) usual() int                 { return b.barOf(b.Expected.P50) }
func (b *bars) reach() (from, to float64)  { return b.span() }
func (b *bars) least() float64             { return 0 }

func (b *bars) stopAt(at vg.Point) int {
	return b.barOf(b.value(at.X))
}

// barOf returns the bar of a number of people, or the nearest one.
func (b *bars) barOf(people float64) int {
	i := int(math.Floor((people - b.Histogram.From) / b.Histogram.Width))
	return min(max(i, 0), len(b.Histogram.Parts)-1)
}

// read implements reader.
func (b *bars) read(stop int) Reading {
	from := b.Histogram.From + float64(stop)*b.Histogram.Width
	part := b.Histogram.Parts[stop]
	box := vg.Rectangle{
		Min: vg.Point{X: b.x(from), Y: b.area.Min.Y},
		Max: vg.Point{X: b.x(from+b.Histogram.Width) - b.hair(1), Y: b.y(part)},
	}
	return Reading{Stop: stop, Name: say.Text("%s people", phrase.Between(from, from+b.Histogram.Width)), box: box,
		Values: []Value{{say.Text("chance"), phrase.Chance(part)}}}
}

// grain is how many people lie between two stops of a cascade: a round number,
// about a hundredth of the whole.
func (s *steps) grain() int {
	return max(1, int(math.Pow(10, math.Floor(math.Log10(max(1, s.plot.X.Max)))-2)))
}

// stops implements reader: a cascade is read at numbers expected to come.
func (s *steps) stops() (first, last int)   { return 0, int(s.plot.X.Max) / s.grain() }
func (s *steps) strides() (short, long int) { return 1, 10 }
func (s *steps) usual() int                 { return int(s.of.Trusted) / s.grain() }
func (s *steps) reach() (from, to float64)  { return s.plot.X.Min, s.plot.X.Max }
func (s *steps) least() float64             { return 0 }

func (s *steps) stopAt(at vg.Point) int {
	_, last := s.stops()
	return min(max(int(math.Round(s.value(at.X)/float64(s.grain()))), 0), last)
}

// read implements reader.
func (s *steps) read(stop int) Reading {
	expected := int64(stop * s.grain())
	would := s.of.WouldCome(expected)
	r := Reading{Stop: stop, Name: say.Text("%s expected to come", phrase.Count(expected)), box: s.upTo(float64(expected)),
		Values: []Value{{say.Text("would come"), phrase.Count(would)}}}
	s.mark(&r, float64(would))
	return r
}
