package exchange

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
