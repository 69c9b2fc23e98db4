package exchange

import (
	"io"

	"muster/campaign"
)

// DateOrder says how dates such as 3/1/2027 are meant.
type DateOrder int

// The orders of a date. As long as nobody says which it is, such dates are
// refused, or the order is found from a whole list.
const (
	DatesUnsaid DateOrder = iota
	DayFirst
	MonthFirst
)

// String returns the order as ParseDates reads it; nothing if it is not said.
func (o DateOrder) String() string { return [...]string{"", "day-first", "month-first"}[o] }

// ParseDates reads an order, and reports whether it is one; an empty one is
// not said.
func ParseDates(said string) (DateOrder, bool) {
	for _, o := range []DateOrder{DatesUnsaid, DayFirst, MonthFirst} {
		if o.String() == said {
			return o, true
		}
	}
	return DatesUnsaid, false
}

// cutNumeric takes a date such as 3/1/2027 or 03.01.2027 from the front of a
// text.
func cutNumeric(text []byte) (first, second, year int, rest []byte, ok bool) {
	s := scan{rest: text, ok: true}
	first = s.short()
	mark := byte('/')
	if len(s.rest) > 0 && (s.rest[0] == '.' || s.rest[0] == '-') {
		mark = s.rest[0]
	}
	s.skip(mark)
	second = s.short()
	s.skip(mark)
	year = s.digits(4)
	return first, second, year, s.rest, s.ok
}

var errDates = campaign.Explain(ErrColumns, "the dates may begin with the day or with the month: say which, with --dates day-first or --dates month-first")

// guessDates finds out whether the dates of a table begin with the day or the
// month, if they are neither year first nor words: there is a day after the
// 12th somewhere. Open means that they may be either.
func guessDates(t *table, at int) (order DateOrder, open bool, err error) {
	file, from, err := t.again()
	if err != nil {
		return DatesUnsaid, false, err
	}
	defer file.Close()
	in := columns{fieldAt: at}
	for {
		fields, err := from.next()
		if err == io.EOF {
			return DatesUnsaid, open, nil
		}
		if err != nil {
			return DatesUnsaid, false, err
		}
		text := in.of(fields, fieldAt)
		first, second, _, _, ok := cutNumeric(text)
		switch {
		case !ok && !open && len(text) > 0:
			return DatesUnsaid, false, nil // dates that need no guessing, or none
		case !ok:
		case first > 12:
			return DayFirst, false, nil
		case second > 12:
			return MonthFirst, false, nil
		default:
			open = true
		}
	}
}

// settleDates takes the order that is said, else the one that shows, else the
// one that was said of the source before.
func settleDates(t *table, at int) (order DateOrder, open bool, err error) {
	if t.options.Dates != DatesUnsaid {
		return t.options.Dates, false, nil
	}
	order, open, err = guessDates(t, at)
	if open && t.options.DatesBefore != DatesUnsaid {
		return t.options.DatesBefore, false, err
	}
	return order, open, err
}
