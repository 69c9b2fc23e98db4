package campaign_test

import (
	"math"
	"reflect"
	"testing"
	"time"

	"muster/campaign"
)

// Totals worked out by hand.
func TestPledges(t *testing.T) {
	for _, c := range []struct {
		name   string
		ledger func(w *writer)
		at     string // the end, if empty
		want   int64
	}{
		{"nothing", func(w *writer) {}, "", 0},
		{"added counts", func(w *writer) { w.add("09:00", 5); w.add("10:00", 7) }, "", 12},
		{"a reading sets the total", func(w *writer) { w.add("09:00", 5); w.read("10:00", 7) }, "", 7},
		{"added after a reading", func(w *writer) { w.read("09:00", 7); w.add("10:00", 5) }, "", 12},
		{"mixed", func(w *writer) {
			w.add("09:00", 1)
			w.read("10:00", 10)
			w.add("11:00", 2)
			w.read("12:00", 20)
			w.add("13:00", 3)
		}, "", 23},
		{"mixed over days", func(w *writer) { w.read("10:00", 10); w.add("2 10:00", 2); w.add("3 10:00", 3) }, "", 15},
		{"a late added count dated before a reading is in it already", func(w *writer) { w.read("2 10:00", 10); w.add("09:00", 4) }, "", 10},
		{"also within a day", func(w *writer) { w.read("10:00", 10); w.add("09:00", 4) }, "", 10},
		{"a reading lower than the one before", func(w *writer) { w.read("09:00", 10); w.read("10:00", 6); w.add("11:00", 1) }, "", 7},
		{"a negative added count", func(w *writer) { w.add("09:00", 10); w.add("10:00", -3) }, "", 7},
		{"below nothing", func(w *writer) { w.add("09:00", -3) }, "", -3},
		{"a reading sets its own cell only", func(w *writer) { w.in("Ohio", "stall").add("09:00", 5); w.in("Ohio", "website").read("10:00", 7) }, "", 12},
		{"two readings at once: the later id", func(w *writer) { w.read("09:00", 10); w.read("09:00", 6) }, "", 6},
		{"a reading and then an added count at once", func(w *writer) { w.read("09:00", 10); w.add("09:00", 6) }, "", 16},
		{"an added count and then a reading at once", func(w *writer) { w.add("09:00", 6); w.read("09:00", 10) }, "", 10},
		{"a void of an added count", func(w *writer) { w.add("09:00", 5); w.void("11:00", w.add("10:00", 7)) }, "", 5},
		{"a void of a reading", func(w *writer) { w.add("09:00", 5); w.void("11:00", w.read("10:00", 70)); w.add("12:00", 1) }, "", 6},
		{"a void of a void", func(w *writer) { w.void("11:00", w.void("10:00", w.add("09:00", 5))) }, "", 5},
		{"a void of a void of a void", func(w *writer) { w.void("12:00", w.void("11:00", w.void("10:00", w.add("09:00", 5)))) }, "", 0},
		{"two voids, one taken back", func(w *writer) {
			slip := w.add("09:00", 5)
			w.void("10:00", slip)
			w.void("12:00", w.void("11:00", slip))
		}, "", 0},
		{"a void holds from the start, whenever it was entered", func(w *writer) { w.void("12:00", w.add("09:00", 5)) }, "10:00", 0},
		{"a void on another day", func(w *writer) { w.read("09:00", 5); w.void("3 12:00", w.read("2 09:00", 50)) }, "", 5},
		{"a void of what is not there", func(w *writer) { w.add("09:00", 5); w.void("12:00", id(99)) }, "", 5},
		{"an update in the future", func(w *writer) { w.add("09:00", 5); w.add("11:00", 7) }, "10:00", 5},
		{"an update at this very moment", func(w *writer) { w.add("09:00", 5); w.add("10:00", 7) }, "10:00", 12},
		{"a reading in the future", func(w *writer) { w.add("09:00", 5); w.read("3 11:00", 7) }, "2 10:00", 5},
		{"before everything", func(w *writer) { w.add("09:00", 5) }, "08:00", 0},
		{"another measure", func(w *writer) { w.cell.Measure = "Senators in favour"; w.add("09:00", 5) }, "", 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			w, at := newWriter(), end
			c.ledger(w)
			if c.at != "" {
				at = moment(c.at)
			}
			if got := standing(t, march(), w.updates, at).Pledges; got != c.want {
				t.Errorf("%d pledges, want %d", got, c.want)
			}
		})
	}
}

func TestStandingOfNothing(t *testing.T) {
	got := standing(t, march(), nil, moment("10:00"))
	if got.Campaign != "March" || got.Updates != 0 || got.Pledges != 0 || got.Need != 100 || !got.AsOf.Equal(moment("10:00")) {
		t.Errorf("%+v", got)
	}
	if len(got.ByRegion)+len(got.BySource)+len(got.ByTier) != 0 {
		t.Errorf("parts of nothing: %+v", got)
	}
	for _, th := range got.Thresholds {
		if th.Reached || th.Held || !th.ReachedAt.IsZero() || th.Progress != 0 || th.Gap.Short != th.Target || !math.IsInf(th.Gap.Orders, 1) {
			t.Errorf("%+v", th)
		}
	}
}

func TestStandingInParts(t *testing.T) {
	w := newWriter()
	w.in("Ohio", "stall").add("09:00", 5)
	w.in("Iowa", "website").add("09:30", 20)
	w.in("Ohio", "website").read("10:00", 10)
	w.in("", "stall").add("11:00", 1)
	slip := w.in("Utah", "stall").add("11:30", 4)
	w.void("12:00", slip)
	w.cell.Measure = "Senators in favour"
	w.read("13:00", 3)
	got := standing(t, march(), w.updates, end)
	if want := []campaign.Total{{Name: "Iowa", Total: 20}, {Name: "Ohio", Total: 15}, {Name: "", Total: 1}}; !reflect.DeepEqual(got.ByRegion, want) {
		t.Errorf("by region %v, want %v", got.ByRegion, want)
	}
	if want := []campaign.Total{{Name: "website", Total: 30}, {Name: "stall", Total: 6}}; !reflect.DeepEqual(got.BySource, want) {
		t.Errorf("by source %v, want %v", got.BySource, want)
	}
	if want := []campaign.Total{{Name: "", Total: 36}}; !reflect.DeepEqual(got.ByTier, want) {
		t.Errorf("by tier %v, want %v", got.ByTier, want)
	}
	if want := []campaign.MeasureTotal{{Measure: campaign.Measure{Name: "Senators in favour", OutOf: 100}, Value: 3}}; !reflect.DeepEqual(got.Measures, want) {
		t.Errorf("measures %v, want %v", got.Measures, want)
	}
	if got.Updates != 7 {
		t.Errorf("%d updates, want 7: voids and voided ones are lines too", got.Updates)
	}
	if got.Share != (campaign.Share{Count: 36, Of: 702}) || got.NeedShare != (campaign.Share{Count: 100, Of: 702}) {
		t.Errorf("shares %v and %v", got.Share, got.NeedShare)
	}
}

// A past day is cut at the moment asked, wherever that day's midnight lies.
func TestStandingWithinADay(t *testing.T) {
	w := newWriter()
	w.add("04:30", 1) // still 28 February in New York
	w.add("05:30", 2)
	w.read("12:00", 20)
	w.add("18:00", 30)
	w.add("2 12:00", 100)
	for _, c := range []struct {
		at      string
		pledges int64
		updates int
	}{
		{"04:00", 0, 0}, {"04:30", 1, 1}, {"05:00", 1, 1}, {"05:30", 3, 2}, {"11:59", 3, 2},
		{"12:00", 20, 3}, {"17:59", 20, 3}, {"18:00", 50, 4}, {"2 11:00", 50, 4}, {"2 12:00", 150, 5}, {"9 12:00", 150, 5},
	} {
		for _, zone := range zones {
			plan := march()
			plan.TimeZone = zone
			got := standing(t, plan, w.updates, moment(c.at))
			if got.Pledges != c.pledges || got.Updates != c.updates {
				t.Errorf("at %s in %s: %d pledges in %d updates, want %d in %d", c.at, zone, got.Pledges, got.Updates, c.pledges, c.updates)
			}
		}
	}
}

func TestNextThreshold(t *testing.T) {
	for _, c := range []struct {
		pledges int64
		want    string
	}{{0, "First"}, {9, "First"}, {10, "Second"}, {119, "Third"}, {120, "Third"}, {5000, "Third"}} {
		w := newWriter()
		w.read("09:00", c.pledges)
		next, ok := standing(t, march(), w.updates, end).Next()
		if !ok || next.Name != c.want {
			t.Errorf("with %d pledges the next is %q, want %q", c.pledges, next.Name, c.want)
		}
	}
	if next, ok := standing(t, campaign.Campaign{Name: "March"}, nil, end).Next(); ok {
		t.Errorf("a plan without thresholds has none next, got %v", next)
	}
}

func TestDailyHasEveryDay(t *testing.T) {
	w := newWriter()
	w.read("12:00", 10)
	w.add("4 12:00", 5)
	w.in("Ohio", "").add("3 12:00", 1)
	day := campaign.NewDay(2026, time.March, 1)
	want := []campaign.DayTotal{{Day: day, Total: 10}, {Day: day + 1, Total: 10}, {Day: day + 2, Total: 11}, {Day: day + 3, Total: 16}}
	tally := campaign.Fold(w.updates, time.UTC)
	if got := tally.Daily(campaign.Pledges); !reflect.DeepEqual(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	if got := tally.Daily("Senators in favour"); got != nil {
		t.Errorf("a measure without updates has no days, got %v", got)
	}
}
