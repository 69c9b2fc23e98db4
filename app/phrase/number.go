// Package phrase puts figures into words, the same words on every face, in the
// language in use.
package phrase

import (
	"math"
	"strconv"
	"strings"

	"golang.org/x/text/number"

	"muster/app/say"
)

// Count returns n with its digits grouped, such as 6,078,985.
func Count(n int64) string {
	if n < 0 {
		return "−" + say.Number("%d", -n)
	}
	return say.Number("%d", n)
}

// Figure returns a value that is mostly whole, grouped, with at most two
// decimals.
func Figure(v float64) string {
	if v == math.Trunc(v) && math.Abs(v) < 1<<53 {
		return Count(int64(v))
	}
	return decimals(v, 2)
}

// decimals returns a value with so many decimals at most.
func decimals(v float64, most int) string {
	return say.Number("%v", number.Decimal(v, number.MaxFractionDigits(most)))
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
	if p := math.Abs(fraction * 100); p < 0.001 && p != 0 {
		return say.Text("under %s", withPercent(decimalSign("0.001")))
	}
	return withPercent(points(fraction))
}

// points is Percent without its sign.
func points(fraction float64) string {
	p := fraction * 100
	switch abs := math.Abs(p); {
	case abs >= 10 || abs == 0:
		return say.Number("%.0f", p)
	case abs >= 1:
		return decimals(p, 1)
	}
	return decimalSign(strconv.FormatFloat(p, 'g', 2, 64))
}

// withPercent puts a percent sign behind a figure, after a space where the
// language has one.
func withPercent(figure string) string {
	return figure + strings.TrimPrefix(say.Number("%v", number.Percent(0)), "0")
}

// decimalSign returns a number that is written with a point as the language in
// use writes it.
func decimalSign(figure string) string {
	return strings.Replace(figure, ".", strings.Trim(say.Number("%.1f", 0.5), "05"), 1)
}

// OneIn returns "1 in N", with two decimals' worth of honesty only for small
// N: 1 in 7.02 reads "1 in 7".
func OneIn(n float64) string {
	if n < 2 {
		return say.Text("1 in %s", say.Number("%.1f", n))
	}
	return say.Text("1 in %s", Count(int64(math.Round(n))))
}

// OneInExactly returns "1 in 7.02" where OneIn rounds, to three digits or a
// whole number.
func OneInExactly(n float64) string {
	switch {
	case n < 10:
		return say.Text("1 in %s", say.Number("%.2f", n))
	case n < 100:
		return say.Text("1 in %s", say.Number("%.1f", n))
	}
	return OneIn(n)
}

// Range returns what lies between two figures: 1,200 to 2,900.
func Range(low, high string) string { return say.Text("%s to %s", low, high) }
