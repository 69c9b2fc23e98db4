package exchange

import (
	"io"
	"os"

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

// guessDates finds out whether the dates of a list begin with the day or the
// month, if they are neither year first nor words: there is a day after the
// 12th somewhere.
func guessDates(path string, at int) (DateOrder, error) {
	file, err := os.Open(path)
	if err != nil {
		return DatesUnsaid, err
	}
	defer file.Close()
	from, err := recordsOf(file)
	if err == nil {
		_, err = from.header()
	}
	in := columns{fieldAt: at}
	undecided := false
	for err == nil {
		var fields [][]byte
		if fields, err = from.next(); err != nil {
			break
		}
		at := in.of(fields, fieldAt)
		first, second, _, _, ok := cutNumeric(at)
		switch {
		case !ok && !undecided && len(at) > 0:
			return DatesUnsaid, nil // dates that need no guessing, or none
		case !ok:
		case first > 12:
			return DayFirst, nil
		case second > 12:
			return MonthFirst, nil
		default:
			undecided = true
		}
	}
	switch {
	case err != io.EOF:
		return DatesUnsaid, err
	case undecided:
		return DatesUnsaid, campaign.Explain(ErrColumns, "the dates may begin with the day or with the month: say which, with --dates day-first or --dates month-first")
	}
	return DatesUnsaid, nil
}
