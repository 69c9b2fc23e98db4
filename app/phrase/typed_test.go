package phrase

import (
	"testing"

	"muster/app/say"
	"muster/campaign"
)

// speak uses a language for one test.
func speak(t *testing.T, code string) {
	t.Helper()
	if err := say.Use(code); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := say.Use("en"); err != nil {
			t.Error(err)
		}
	})
}

// TestTypedInALanguage: what people type is read as they mean it, and what may
// mean two things is refused.
func TestTypedInALanguage(t *testing.T) {
	const refused = -1
	for _, c := range []struct {
		code, text           string
		count, number, means float64
	}{
		{"en", "1,000", 1000, 1000, 1000}, {"en", "1,234.5", refused, 1234.5, 1234.5}, {"en", "0.035", refused, 0.035, 0.035},
		{"en", "1.234", refused, 1.234, refused}, {"en", "1,5", refused, refused, refused},
		{"de", "1.000", 1000, 1000, 1000}, {"de", "1 000", 1000, 1000, 1000}, {"de", "1.234,5", refused, 1234.5, 1234.5},
		{"de", "4,5", refused, 4.5, 4.5}, {"de", "0,035", refused, 0.035, 0.035}, {"de", "100000", 100000, 100000, 100000},
		{"de", "12.345.678", 12345678, 12345678, 12345678}, {"de", "2,5 Mio.", refused, refused, refused},
		{"fr", "1\u00a0000", 1000, 1000, 1000}, {"fr", "1\u202f000,5", refused, 1000.5, 1000.5}, {"es", "1.000", 1000, 1000, 1000},
	} {
		speak(t, c.code)
		got := [3]float64{refused, refused, refused}
		if n, err := ParseCount(c.text); err == nil {
			got[0] = float64(n)
		}
		if v, err := ParseNumber(c.text); err == nil {
			got[1] = v
		}
		if v, err := ParseTarget(c.text); err == nil {
			got[2] = v
		}
		if want := [3]float64{c.count, c.number, c.means}; got != want {
			t.Errorf("%s %q: %v, want %v", c.code, c.text, got, want)
		}
	}
}

func TestTypedDays(t *testing.T) {
	march := campaign.NewDay(2027, 3, 1)
	for _, c := range []struct {
		code, text string
		ok         bool
	}{
		{"en", "2027-03-01", true}, {"en", "1/3/2027", false}, {"de", "1.3.2027", true}, {"de", "01.03.2027", true},
		{"fr", "1/3/2027", true}, {"es", "01/03/2027", true}, {"de", "2027-03-01", true}, {"de", "1.3.", false}, {"de", "31.2.2027", false},
	} {
		speak(t, c.code)
		if day, err := ParseDay(c.text); (err == nil) != c.ok || c.ok && day != march {
			t.Errorf("%s %q: %v, %v", c.code, c.text, day, err)
		}
	}
}

// TestFiguresOfLanguages: what is shown can be typed again.
func TestFiguresOfLanguages(t *testing.T) {
	for _, c := range []struct{ code, count, percent, small, day, typed string }{
		{"en", "100,000", "14%", "0.029%", "1 Mar 2027", "45.5%"},
		{"de", "100.000", "14\u00a0%", "0,029\u00a0%", "1. März 2027", "45,5\u00a0%"},
		{"es", "100.000", "14\u00a0%", "0,029\u00a0%", "1 mar 2027", "45,5\u00a0%"},
		{"fr", "100\u00a0000", "14\u00a0%", "0,029\u00a0%", "1 mars 2027", "45,5\u00a0%"},
	} {
		speak(t, c.code)
		got := [5]string{Count(100_000), Percent(0.142), Percent(0.00029), Day(campaign.NewDay(2027, 3, 1)), TypedPercent(45.5)}
		if want := [5]string{c.count, c.percent, c.small, c.day, c.typed}; got != want {
			t.Errorf("%s: %q, want %q", c.code, got, want)
		}
		if n, err := ParseCount(c.count); err != nil || n != 100_000 {
			t.Errorf("%s: %q is read as %d: %v", c.code, c.count, n, err)
		}
	}
}
