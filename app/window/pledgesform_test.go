package window

import (
	"testing"
	"time"

	"muster/app/phrase"
	"muster/campaign"
)

func TestMomentOf(t *testing.T) {
	washington, err := time.LoadLocation("America/New_York")
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"":                     "2026-11-23T14:02:00Z",
		"  ":                   "2026-11-23T14:02:00Z",
		"2026-11-23":           "2026-11-23T14:02:00Z", // today is now
		"2026-11-22":           "2026-11-22T05:00:00Z",
		"2026-11-23 08:30":     "2026-11-23T13:30:00Z",
		"2026-11-23T08:30:00Z": "2026-11-23T08:30:00Z",
	} {
		if got, err := momentOf(text, now, washington); err != nil || got.Format(time.RFC3339) != want {
			t.Errorf("%q: %s, %v", text, got, err)
		}
	}
	for _, text := range []string{"yesterday", "23.11.2026", "2026-11-24", "2026-11-23 09:03", "1066-10-14"} {
		if got, err := momentOf(text, now, washington); err == nil {
			t.Errorf("%q is taken as %s", text, got)
		}
	}
}

// FuzzCountOf holds that a count is taken as it is written out, and that
// nothing impossible is taken.
func FuzzCountOf(f *testing.F) {
	for _, text := range []string{"23", "1,234", "1 234", "-5", "−5", "0", "", "1.5", "1e9", "99999999999999999999", "+", "١٢"} {
		f.Add(text, true)
		f.Add(text, false)
	}
	f.Fuzz(func(t *testing.T, text string, reading bool) {
		n, err := countOf(text, reading)
		if err != nil {
			if err.Error() == "" {
				t.Error("an error without words")
			}
			return
		}
		if n > campaign.MaxCount || n < -campaign.MaxCount || reading && n < 0 || !reading && n == 0 {
			t.Errorf("%q is taken as %d", text, n)
		}
		if again, err := countOf(phrase.Count(n), reading); err != nil || again != n {
			t.Errorf("%q is %d, but written out that is %d, %v", text, n, again, err)
		}
	})
}
