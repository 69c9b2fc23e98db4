package exchange

import (
	"bytes"
	"time"
)

// scan takes a text apart from the left. Ok turns false, and stays so, when
// something else stands there than was expected.
type scan struct {
	rest  []byte
	ok    bool
	loose bool // the date was not ISO, so the time need not be either
}

// hour reads the hour of a time.
func (s *scan) hour() int {
	if s.loose {
		return s.short()
	}
	return s.digits(2)
}

func (s *scan) digits(n int) int {
	if len(s.rest) < n {
		s.ok = false
		return 0
	}
	v := 0
	for _, b := range s.rest[:n] {
		if b < '0' || b > '9' {
			s.ok = false
			return 0
		}
		v = v*10 + int(b-'0')
	}
	s.rest = s.rest[n:]
	return v
}

func (s *scan) next(b byte) bool {
	if len(s.rest) == 0 || s.rest[0] != b {
		return false
	}
	s.rest = s.rest[1:]
	return true
}

func (s *scan) skip(b byte) { s.ok = s.next(b) && s.ok }

// fraction reads the digits of a second, cut to the millisecond.
func (s *scan) fraction() int {
	v, n := 0, 0
	for len(s.rest) > 0 && s.rest[0] >= '0' && s.rest[0] <= '9' {
		if n < 3 {
			v = v*10 + int(s.rest[0]-'0')
		}
		n++
		s.rest = s.rest[1:]
	}
	s.ok = s.ok && n > 0
	for ; n < 3; n++ {
		v *= 10
	}
	return v
}

// zone reads Z, UTC, GMT or an offset such as +01:00. It returns the zone that
// the time is of and the seconds to take off it.
func (s *scan) zone(usual *time.Location) (*time.Location, int) {
	if len(s.rest) == 0 {
		return usual, 0
	}
	s.next(' ')
	switch {
	case bytes.EqualFold(s.rest, []byte("Z")), bytes.EqualFold(s.rest, []byte("UTC")), bytes.EqualFold(s.rest, []byte("GMT")):
		s.rest = nil
		return time.UTC, 0
	case s.next('+'):
		return time.UTC, s.offset()
	case s.next('-'):
		return time.UTC, -s.offset()
	}
	s.ok = false
	return usual, 0
}

func (s *scan) offset() int {
	hours, minutes := s.digits(2), 0
	if s.next(':') || len(s.rest) > 0 {
		minutes = s.digits(2)
	}
	s.ok = s.ok && hours <= 23 && minutes <= 59
	return hours*3600 + minutes*60
}

// short reads one digit or two.
func (s *scan) short() int {
	if len(s.rest) > 1 && s.rest[1] >= '0' && s.rest[1] <= '9' {
		return s.digits(2)
	}
	return s.digits(1)
}

// half reads AM or PM after a time with that hour, if one of them stands there.
func (s *scan) half(hour int) int {
	if len(s.rest) < 2 {
		return hour
	}
	at := len(s.rest) - 2
	before := s.rest[:at]
	for len(before) > 0 && before[len(before)-1] == ' ' {
		before = before[:len(before)-1]
	}
	switch string(s.rest[at:]) {
	case "AM", "am":
		hour %= 12
	case "PM", "pm":
		hour = hour%12 + 12
	default:
		return hour
	}
	s.rest = before
	return hour
}
