package exchange

import (
	"bytes"
	"time"

	"muster/campaign"
)

// moments reads dates and times. Those that name no zone are of the
// campaign's.
type moments struct {
	zone  *time.Location
	order DateOrder

	day   [3]int // of the last date without a time, which mostly comes again
	start int64

	from, until int64 // the day of the last moment, in the campaign's zone
}

// parse returns the Unix time in milliseconds of RFC 3339, an ISO date, or an
// ISO date and time with a space or T between, seconds and zone optional. A
// date is the start of that day.
func (m *moments) parse(text []byte) (int64, error) {
	year, month, day, s := m.date(text)
	if !s.ok {
		return 0, campaign.Explain(campaign.ErrInvalid, "%s is not a date: write it as 2027-03-01 or 2027-03-01T14:30:00Z", shorten(text))
	}
	if month < 1 || month > 12 || day < 1 || day > daysIn(year, month) {
		return 0, campaign.Explain(campaign.ErrInvalid, "there is no such day as %s", shorten(text))
	}
	if year < campaign.MinYear || year > campaign.MaxYear {
		return 0, campaign.Explain(campaign.ErrInvalid, "the date %s is not plausible: the year must be between %d and %d", shorten(text), campaign.MinYear, campaign.MaxYear)
	}
	if len(s.rest) == 0 {
		return m.startOf(year, month, day), nil
	}
	if b := s.rest[0]; b != 'T' && b != 't' && b != ' ' {
		return 0, campaign.Explain(campaign.ErrInvalid, "%s is not a date: write it as 2027-03-01 or 2027-03-01T14:30:00Z", shorten(text))
	}
	s.rest = s.rest[1:]
	return m.timeOf(year, month, day, &s, text)
}

// date reads the date at the front of a text.
func (m *moments) date(text []byte) (year, month, day int, s scan) {
	if m.order != DatesUnsaid {
		if first, second, year, rest, ok := cutNumeric(text); ok {
			if m.order == DayFirst {
				first, second = second, first
			}
			return year, first, second, scan{rest: rest, ok: true, loose: true}
		}
	}
	s = scan{rest: text, ok: true}
	year = s.digits(4)
	s.skip('-')
	month = s.digits(2)
	s.skip('-')
	day = s.digits(2)
	return year, month, day, s
}

// dayOf returns the start of the day that a moment is in.
func (m *moments) dayOf(ms int64, zone *time.Location) int64 {
	if ms < m.from || ms >= m.until {
		day := campaign.DayOf(time.UnixMilli(ms), zone)
		m.from, m.until = day.Start(zone).UnixMilli(), (day + 1).Start(zone).UnixMilli()
	}
	return m.from
}

func (m *moments) startOf(year, month, day int) int64 {
	if d := [3]int{year, month, day}; d != m.day {
		m.day = d
		m.start = campaign.NewDay(year, time.Month(month), day).Start(m.zone).UnixMilli()
	}
	return m.start
}

// timeOf reads what follows the date.
func (m *moments) timeOf(year, month, day int, s *scan, text []byte) (int64, error) {
	hour := s.hour()
	s.skip(':')
	minute := s.digits(2)
	second, ms := 0, 0
	if s.next(':') {
		second = s.digits(2)
		if s.next('.') || s.next(',') {
			ms = s.fraction()
		}
	}
	if s.loose {
		hour = s.half(hour)
	}
	zone, offset := s.zone(m.zone)
	if !s.ok || len(s.rest) > 0 {
		return 0, campaign.Explain(campaign.ErrInvalid, "%s is not a date and time: write it as 2027-03-01T14:30:00Z or 2027-03-01 14:30", shorten(text))
	}
	if hour > 23 || minute > 59 || second > 59 {
		return 0, campaign.Explain(campaign.ErrInvalid, "there is no such time as %s", shorten(text))
	}
	t := time.Date(year, time.Month(month), day, hour, minute, second, 0, zone)
	return (t.Unix()-int64(offset))*1000 + int64(ms), nil
}

func daysIn(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

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
