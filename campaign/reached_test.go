package campaign_test

import (
	"errors"
	"testing"
	"time"

	"muster/campaign"
)

// When a target of 40 was reached, worked out by hand.
func TestReachedAt(t *testing.T) {
	for _, c := range []struct {
		name   string
		ledger func(w *writer)
		want   string // never, if empty
		held   bool
	}{
		{"never", func(w *writer) { w.add("09:00", 39) }, "", false},
		{"exactly", func(w *writer) { w.add("09:00", 40) }, "09:00", true},
		{"by the second update", func(w *writer) { w.add("09:00", 39); w.add("10:00", 1); w.add("11:00", 1) }, "10:00", true},
		{"by a reading", func(w *writer) { w.add("09:00", 5); w.read("10:00", 90) }, "10:00", true},
		{"on a later day", func(w *writer) { w.add("09:00", 39); w.add("3 10:00", 1); w.add("3 11:00", 1) }, "3 10:00", true},
		{"it stays when the count falls back", func(w *writer) { w.read("09:00", 50); w.read("3 10:00", 30) }, "09:00", false},
		{"a peak within a day", func(w *writer) { w.add("09:00", 30); w.add("2 10:00", 15); w.add("2 11:00", -20) }, "2 10:00", false},
		{"a peak before a reading", func(w *writer) { w.add("09:00", 30); w.add("2 10:00", 15); w.read("2 11:00", 5) }, "2 10:00", false},
		{"a peak after a reading", func(w *writer) { w.read("2 09:00", 30); w.add("2 10:00", 15); w.read("2 11:00", 5) }, "2 10:00", false},
		{"a peak over two cells", func(w *writer) {
			w.in("Ohio", "").read("09:00", 25)
			w.in("Iowa", "").read("2 10:00", 15)
			w.in("Ohio", "").read("2 11:00", 1)
		}, "2 10:00", false},
		{"two cells that peaked one after the other", func(w *writer) {
			w.in("Ohio", "").read("2 09:00", 25)
			w.in("Ohio", "").read("2 10:00", 1)
			w.in("Iowa", "").read("2 11:00", 25)
		}, "", false},
		{"a second time does not count", func(w *writer) { w.read("09:00", 50); w.read("3 10:00", 30); w.read("4 10:00", 60) }, "09:00", true},
		{"the update that did it was voided", func(w *writer) { w.void("12:00", w.read("09:00", 50)); w.read("3 10:00", 60) }, "3 10:00", true},
		{"a late one did it earlier", func(w *writer) { w.add("3 10:00", 40); w.add("09:00", 40) }, "09:00", true},
		{"a tie: the later id did it", func(w *writer) { w.add("09:00", 20); w.add("09:00", 20) }, "09:00", true},
		{"a tie that took it away", func(w *writer) { w.add("09:00", 50); w.add("09:00", -20) }, "09:00", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := newWriter()
			c.ledger(w)
			for _, zone := range zones {
				plan := march()
				plan.TimeZone = zone
				got := standing(t, plan, w.updates, end).Thresholds[1]
				if c.want == "" {
					if got.Reached || !got.ReachedAt.IsZero() {
						t.Errorf("%s: reached at %v, want never", zone, got.ReachedAt)
					}
				} else if !got.Reached || !got.ReachedAt.Equal(moment(c.want)) {
					t.Errorf("%s: reached at %v, want %s", zone, got.ReachedAt, c.want)
				}
				if got.Held != c.held {
					t.Errorf("%s: held %v, want %v", zone, got.Held, c.held)
				}
			}
		})
	}
}

func TestNotReachedBeforeItWas(t *testing.T) {
	w := newWriter()
	w.add("09:00", 30)
	w.add("2 10:00", 15)
	w.add("2 11:00", -20)
	for at, want := range map[string]bool{"2 09:59": false, "2 10:00": true, "2 10:30": true, "2 12:00": true} {
		if got := standing(t, march(), w.updates, moment(at)).Thresholds[1]; got.Reached != want {
			t.Errorf("as of %s: reached %v, want %v", at, got.Reached, want)
		}
	}
}

// counting is a ledger that remembers which days were read, and fails if told.
type counting struct {
	campaign.Folded
	days *[]campaign.Day
	fail error
}

func (c counting) Day(day campaign.Day) ([]campaign.Update, error) {
	*c.days = append(*c.days, day)
	lines, _ := c.Folded.Day(day)
	return lines, c.fail
}

// A long history is not read back: only the days on which thresholds were
// reached are, and each once.
func TestReachedOpensFewDays(t *testing.T) {
	w := newWriter()
	start := moment("09:00")
	for i := range 200 {
		w.updates = append(w.updates, campaign.Update{
			ID: campaign.ID{1, byte(i)}, At: start.AddDate(0, 0, i), Kind: campaign.Added, Count: 1, Cell: w.cell,
		})
	}
	var days []campaign.Day
	ledger := counting{Folded: campaign.Fold(w.updates, time.UTC), days: &days}
	for range 3 {
		if _, err := ledger.Tally.Standing(march(), end, ledger); err != nil {
			t.Fatal(err)
		}
	}
	first := campaign.DayOf(start, time.UTC)
	if want := []campaign.Day{first + 9, first + 39, first + 119}; len(days) != 3 || days[0] != want[0] || days[1] != want[1] || days[2] != want[2] {
		t.Errorf("read the days %v, want %v", days, want)
	}
}

func TestReachedSaysWhatCouldNotBeRead(t *testing.T) {
	w := newWriter()
	w.add("09:00", 50)
	broken := errors.New("the disk is gone")
	ledger := counting{Folded: campaign.Fold(w.updates, time.UTC), days: new([]campaign.Day), fail: broken}
	for _, at := range []time.Time{end, moment("08:00")} {
		if _, err := ledger.Tally.Standing(march(), at, ledger); !errors.Is(err, broken) {
			t.Errorf("as of %v: %v, want %v", at, err, broken)
		}
	}
}
