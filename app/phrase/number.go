// Package phrase puts figures into words, the same words on every face.
package phrase

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/message"
)

var english = message.NewPrinter(language.English)

// Count returns n with its digits grouped, such as 6,078,985.
func Count(n int64) string {
	if n < 0 {
		return "−" + english.Sprintf("%d", -n)
	}
	return english.Sprintf("%d", n)
}

// Figure returns a value that is mostly whole, grouped, with at most two
// decimals.
func Figure(v float64) string {
	if v == math.Trunc(v) && math.Abs(v) < 1<<53 {
		return Count(int64(v))
	}
	return strings.TrimRight(strings.TrimRight(english.Sprintf("%.2f", v), "0"), ".")
}

// Signed returns an added count with its sign, such as +23 or −5.
func Signed(n int64) string {
	if n < 0 {
		return Count(n)
	}
	return "+" + Count(n)
}

// Percent returns a fraction as a percentage with as many decimals as it
// needs to say something: 14%, 1.2%, 0.029%, and "under 0.001%" below that.
func Percent(fraction float64) string {
	p := fraction * 100
	switch abs := math.Abs(p); {
	case abs >= 10 || abs == 0:
		return english.Sprintf("%.0f%%", p)
	case abs >= 1:
		return trimZero(english.Sprintf("%.1f", p)) + "%"
	case abs < 0.001:
		return "under 0.001%"
	default:
		return strconv.FormatFloat(p, 'g', 2, 64) + "%"
	}
}

// OneIn returns "1 in N", with two decimals' worth of honesty only for small
// N: 1 in 7.02 reads "1 in 7".
func OneIn(n float64) string {
	if n < 2 {
		return fmt.Sprintf("1 in %.1f", n)
	}
	return "1 in " + Count(int64(math.Round(n)))
}

// OneInExactly returns "1 in 7.02" where OneIn rounds.
func OneInExactly(n float64) string { return "1 in " + english.Sprintf("%.2f", n) }

// Plural returns "1 pledge" or "2 pledges".
func Plural(n int64, one, many string) string {
	return Count(n) + " " + Noun(n, one, many)
}

// Noun returns "pledge" for one and "pledges" for any other number.
func Noun(n int64, one, many string) string {
	if n == 1 || n == -1 {
		return one
	}
	return many
}

func trimZero(s string) string {
	if len(s) > 2 && s[len(s)-2:] == ".0" {
		return s[:len(s)-2]
	}
	return s
}
