package window

import (
	"errors"
	"math"
	"strings"

	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
)

// percentText returns a fraction as it is typed, to the last digit: 0.455 is
// 45.5%. Zero is empty, which in a plan is the default.
func percentText(fraction float64) string {
	if fraction == 0 {
		return ""
	}
	const digits = 1e10 // what lies beyond comes of counting in twos
	return phrase.TypedPercent(math.Round(fraction*100*digits) / digits)
}

// percentOf reads a percentage between 0 and 100, with its sign or without. A
// bare number below 1 may be meant as a fraction, so it is not guessed at.
func percentOf(s string) (float64, error) {
	bare, signed := phrase.CutPercent(s)
	v, err := phrase.ParseNumber(bare)
	switch {
	case err != nil || strings.Trim(bare, "+-.,0123456789") != "":
		return 0, errors.New(say.Text("%q is not a percentage: write it like 45 or %s", s, phrase.TypedPercent(45.5)))
	case v < 0 || v > 100:
		return 0, errors.New(say.Text("a percentage lies between %s and %s, not at %s", phrase.Percent(0), phrase.Percent(1), phrase.Percent(v/100)))
	case !signed && v > 0 && v < 1:
		return 0, errors.New(say.Text("%s could be %s or %s: write it with the sign", bare, phrase.TypedPercent(v), percentText(v)))
	}
	return v / 100, nil
}

// percent reads a cell that must be above zero, or empty for the default.
func (p planRow) percent(cell string, into *float64) {
	s, ok := p.changed(cell)
	if !ok {
		return
	}
	*into = 0
	if s == "" {
		return
	}
	v, err := percentOf(s)
	if err == nil && v == 0 {
		err = errors.New(say.Text("%s would leave nobody: leave it empty for the default", phrase.Percent(0)))
	}
	if err != nil {
		p.wrong(cell, err)
		return
	}
	*into = v
}

// rangeCells are the cells of a range behind its own path.
var rangeCells = [3]string{".low", ".likely", ".high"}

// rangeText puts the cells of a range below a path; those of an empty range
// are empty.
func rangeText(cells map[string]string, path string, r campaign.Range, text func(float64) string) {
	for i, v := range []float64{r.Low, r.Likely, r.High} {
		cells[path+rangeCells[i]] = ""
		if r != (campaign.Range{}) {
			cells[path+rangeCells[i]] = text(v)
		}
	}
}

// rateText is percentText for a rate beside others that are given.
func rateText(v float64) string {
	if v == 0 {
		return phrase.TypedPercent(0)
	}
	return percentText(v)
}

// wholeText is what of a number of people is typed.
func wholeText(v float64) string {
	if v == math.Trunc(v) {
		return phrase.Count(int64(v))
	}
	return phrase.Typed(v)
}

// peopleOf reads a number of people.
func peopleOf(s string) (float64, error) {
	n, err := phrase.ParseCount(s)
	if err == nil && (n < 0 || n > campaign.MaxCount) {
		err = errors.New(say.Text("it must be between 0 and %d, not %d", int64(campaign.MaxCount), n))
	}
	return float64(n), err
}

// spread reads the three cells of a range: all of them, rising, or none.
func (p planRow) spread(cell string, into *campaign.Range, read func(string) (float64, error)) {
	now, given, touched := *into, 0, false
	wrong := len(p.r.problems)
	for i, v := range []*float64{&now.Low, &now.Likely, &now.High} {
		s, changed := p.changed(cell + rangeCells[i])
		touched = touched || changed
		if s == "" {
			*v = 0
			continue
		}
		given++
		if !changed {
			continue
		}
		var err error
		if *v, err = read(s); err != nil {
			p.wrong(cell+rangeCells[i], err)
		}
	}
	if !touched {
		return
	}
	*into = now
	if wrong == len(p.r.problems) {
		p.rising(cell, now, given)
	}
}

// rising says which cell of a range is missing, or below the one before.
func (p planRow) rising(cell string, r campaign.Range, given int) {
	for i := range rangeCells {
		if s, _ := p.changed(cell + rangeCells[i]); s == "" && given > 0 {
			p.wrong(cell+rangeCells[i], errors.New(say.Text("low, likely and high belong together: type all three, or none for the default")))
			return
		}
	}
	switch {
	case r.Likely < r.Low:
		p.wrong(cell+rangeCells[1], errors.New(say.Text("likely must not be below low")))
	case r.High < r.Likely:
		p.wrong(cell+rangeCells[2], errors.New(say.Text("high must not be below likely")))
	}
}
