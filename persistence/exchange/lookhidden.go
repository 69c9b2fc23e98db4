package exchange

import (
	"regexp"
	"strings"
)

// tells reports whether a column of a table may tell who people are: it has
// addresses or telephone numbers, or it has words and no count is known, so
// that there may be a person on each line.
func (l *Look) tells(column int) bool {
	for _, row := range l.Rows {
		text := row[column]
		if strings.Contains(text, "@") || isTelephone(text) {
			return true
		}
		if (l.Kind == SignUps || l.needs(NeedCount)) && l.Columns[column].Field == "" && !figures.MatchString(text) {
			return true
		}
	}
	return false
}

// isTelephone reports whether a text is a number as nobody writes a count: it
// begins with a plus or a zero and is long.
func isTelephone(text string) bool {
	digits := 0
	for _, r := range text {
		switch {
		case r >= '0' && r <= '9':
			digits++
		case !strings.ContainsRune("+()/-. \u00a0", r):
			return false
		}
	}
	return digits > 6 && (text[0] == '+' || text[0] == '0' || text[0] == '(')
}

// figures matches a number, or a date and time in figures.
var figures = regexp.MustCompile(`^[-+−]?[\d.,:/\-'’  T]*( ?[AP]M| ?UTC|Z)?$`)
