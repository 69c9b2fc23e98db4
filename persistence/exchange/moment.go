package exchange

import (
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
