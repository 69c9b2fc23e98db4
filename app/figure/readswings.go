package figure

import (
	"gonum.org/v1/plot/vg"

	"muster/app/say"
)

// stops implements reader: a tornado is read bar by bar, from the top.
func (s *swings) stops() (first, last int)   { return 0, max(0, len(s.shown)-1) }
func (s *swings) strides() (short, long int) { return 1, -1 }
func (s *swings) usual() int                 { return 0 }
func (s *swings) reach() (from, to float64)  { return s.plot.X.Min, s.plot.X.Max }
func (s *swings) least() float64             { return 0 }

func (s *swings) stopAt(at vg.Point) int {
	_, last := s.stops()
	return min(max(int((s.top(0)-at.Y)/s.pitch), 0), last)
}

// read implements reader.
func (s *swings) read(stop int) Reading {
	if s.Empty() {
		return Reading{Name: say.Text("Nothing that moves it is uncertain.")}
	}
	swing, box := s.shown[stop], s.bar(stop)
	box.Min.X, box.Max.X = s.x(min(swing.AtLow, swing.AtHigh)), s.x(max(swing.AtLow, swing.AtHigh))
	return Reading{Stop: stop, Name: Legible(swing.Name), box: box, Values: []Value{
		{say.Text("at %s", swing.Low), s.said(swing.AtLow)}, {say.Text("at %s", swing.High), s.said(swing.AtHigh)},
	}}
}

// Sentence says what the chart shows to those who do not see it.
func (t Tornado) Sentence() string {
	if t.Empty() {
		return say.Text("Nothing that moves it is uncertain.")
	}
	most := t.sorted()[0]
	return say.Text("What matters most: %s. At %s it is %s, at %s %s.", most.Name, most.Low, t.said(most.AtLow), most.High, t.said(most.AtHigh))
}
