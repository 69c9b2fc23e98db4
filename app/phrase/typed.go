package phrase

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/language"

	"muster/app/say"
	"muster/campaign"
	"muster/persistence/exchange"
)

// Typed returns a number as it is typed, to its last digit and without groups.
func Typed(v float64) string { return decimalSign(strconv.FormatFloat(v, 'f', -1, 64)) }

// TypedPercent returns so many hundredths as they are typed, such as 45.5%.
func TypedPercent(points float64) string { return withPercent(Typed(points)) }

// CutPercent takes the sign off a percentage that was typed.
func CutPercent(text string) (figure string, found bool) {
	figure, found = strings.CutSuffix(strings.TrimSpace(text), "%")
	return strings.TrimSpace(figure), found
}

// ParseCount reads a whole number as people type it who speak the language in
// use: 1,000 in English is 1.000 in German. The error is a sentence.
func ParseCount(text string) (int64, error) { return exchange.ParseCount(plainNumber(text)) }

// ParseNumber reads a number with decimals likewise.
func ParseNumber(text string) (float64, error) { return strconv.ParseFloat(plainNumber(text), 64) }

// ParseTarget reads a number with decimals, or a whole one. What may be either
// is refused: 1.234 is a thousand in some countries; 0.035 is not.
func ParseTarget(text string) (float64, error) {
	plain := plainNumber(text)
	n, err := exchange.ParseCount(plain)
	if err == nil {
		return float64(n), nil
	}
	whole, decimals, found := strings.Cut(plain, ".")
	if v, bad := strconv.ParseFloat(plain, 64); found && bad == nil && (len(decimals) != 3 || strings.Trim(whole, "0") == "") {
		return v, nil
	}
	return 0, err
}

// ParseDay reads a date: year-month-day, or in languages where all write the
// day first, 1.3.2027 and 1/3/2027 too. The error is a sentence.
func ParseDay(text string) (campaign.Day, error) { return campaign.ParseDay(plainDay(text)) }

// ParseTime reads a date likewise, with a time behind it or without.
func ParseTime(text string, zone *time.Location) (time.Time, error) {
	return exchange.ParseTime(plainDay(text), zone)
}

// Digits may be grouped by a point or a space where the decimals follow a comma.
var (
	groupedEnglish = regexp.MustCompile(`^[+−–-]?\d{1,3}(,\d{3})+(\.\d+)?$`)
	grouped        = regexp.MustCompile(`^([+−–-]?\d{1,3}(?:\.\d{3})+|[+−–-]?\d{1,3}(?:[ \x{a0}\x{2009}\x{202f}]\d{3})+)(,\d+)?$`)
	withComma      = regexp.MustCompile(`^[+−–-]?\d+,\d+$`)
	dayFirst       = regexp.MustCompile(`^(\d{1,2})\s*[./]\s*(\d{1,2})\s*[./]\s*(\d{4})\b`)
	groups         = strings.NewReplacer(".", "", " ", "", "\u00a0", "", "\u2009", "", "\u202f", "")
)

// plainNumber returns a typed number with a decimal point and without groups,
// or the text as it is where it is no number of the language in use.
func plainNumber(text string) string {
	text = strings.TrimSpace(text)
	switch {
	case say.Spoken() == language.English:
		if groupedEnglish.MatchString(text) {
			return strings.ReplaceAll(text, ",", "")
		}
	case grouped.MatchString(text):
		parts := grouped.FindStringSubmatch(text)
		return groups.Replace(parts[1]) + strings.Replace(parts[2], ",", ".", 1)
	case withComma.MatchString(text):
		return strings.Replace(text, ",", ".", 1)
	}
	return text
}

// plainDay returns a typed date as year-month-day, or the text as it is.
func plainDay(text string) string {
	text = strings.TrimSpace(text)
	parts := dayFirst.FindStringSubmatch(text)
	if parts == nil || say.Spoken() == language.English {
		return text // 3/1 is January to some who speak English, and March to others
	}
	two := func(s string) string { return strings.Repeat("0", 2-len(s)) + s }
	return parts[3] + "-" + two(parts[2]) + "-" + two(parts[1]) + text[len(parts[0]):]
}
