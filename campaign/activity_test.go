package campaign_test

import (
	"testing"

	"muster/campaign"
)

// fairs is a plan with activities in March 2026, and a ledger of their sources.
func fairs() (campaign.Campaign, []campaign.Update) {
	day := func(n int) campaign.Day { return campaign.NewDay(2026, 3, n) }
	plan := campaign.Campaign{Name: "March", Activities: []campaign.Activity{
		{Name: "Book fair", Date: day(2), Source: "stall", Cost: 200, Expect: campaign.Range{Low: 50, Likely: 120, High: 200}},
		{Name: "Market", Date: day(5), Until: day(6), Source: "stall", Cost: 30, Expect: campaign.Range{Low: 10, Likely: 10, High: 10}},
		{Name: "Mailing", Date: day(2), Source: "website", Expect: campaign.Range{Low: 10, Likely: 20, High: 30}},
		{Name: "Talk", Date: day(20), Cost: 5},
	}}
	w := newWriter().in("Ohio", "stall")
	w.add("1 12:00", 1000) // before
	w.add("2 00:00", 40)
	w.add("4 23:59", 60)
	w.void("5 00:00", w.add("3 12:00", 7))
	w.add("5 00:00", 5) // of the market
	w.add("7 00:00", 9) // of neither
	w.in("", "website").read("1 12:00", 500)
	w.read("3 12:00", 530)
	w.read("8 23:00", 560)
	w.read("9 00:00", 900) // after a week
	return plan, w.updates
}

func TestActivityYields(t *testing.T) {
	plan, updates := fairs()
	got := standing(t, plan, updates, moment("8 23:30")).Activities
	for i, want := range []struct {
		actual    int64
		last      string
		over      bool
		perPledge float64
	}{{100, "2026-03-04", true, 2}, {5, "2026-03-06", true, 6}, {60, "2026-03-08", false, 0}, {0, "2026-03-26", false, 0}} {
		y := got[i]
		if y.Actual != want.actual || y.Last.String() != want.last || y.Over != want.over {
			t.Errorf("%s: %d up to %s, over %v; want %+v", y.Name, y.Actual, y.Last, y.Over, want)
		}
		if cost, ok := y.CostPerPledge(); cost != want.perPledge || ok != (want.actual > 0) {
			t.Errorf("%s: %v a pledge (%v), want %v", y.Name, cost, ok, want.perPledge)
		}
	}
	if early := standing(t, plan, updates, moment("2 12:00")).Activities[0]; early.Actual != 40 || early.Over {
		t.Errorf("as of its first noon the fair has brought %d, over %v", early.Actual, early.Over)
	}
}

func TestPlanned(t *testing.T) {
	plan, _ := fairs()
	got := plan.Planned(campaign.NewDay(2026, 3, 3), campaign.Gap{Short: 1000})
	if got.Activities != 2 || got.Cost != 35 || got.Expect != (campaign.Quantiles{P10: 10, P50: 10, P90: 10}) || got.Short != 1000 || got.Left != 990 {
		t.Errorf("%+v", got)
	}
	all := plan.Planned(campaign.NewDay(2026, 3, 1), campaign.Gap{Short: 100})
	if all.Left != 0 || all.Expect.P50 < 140 || all.Expect.P50 > 165 || all.Expect.P10 < 10+10+50 {
		t.Errorf("%+v", all)
	}
}

func TestTracks(t *testing.T) {
	day := func(n int) campaign.Day { return campaign.NewDay(2026, 3, n) }
	plan := march()
	plan.Tracks = []string{"Awaken", "Ready to enact", "Evidence"}
	plan.Measures[0].Track = "Ready to enact"
	for i := range 3 {
		plan.Thresholds[i].Track, plan.Thresholds[i].Deadline = "Awaken", day(10+i)
	}
	plan.Moments = []campaign.Moment{{Date: day(4), Kind: campaign.News, Track: "Awaken", Title: "A vote"}, {Date: day(1), Kind: campaign.News, Track: "Awaken", Title: "Long ago"}}
	plan.Activities = []campaign.Activity{{Name: "Book fair", Date: day(11), Track: "Awaken"}, {Name: "Hearing", Date: day(2), Track: "Ready to enact"}}
	w := newWriter()
	w.read("09:00", 15)
	w.cell.Measure = "Senators in favour"
	w.read("09:00", 40)
	got := standing(t, plan, w.updates, moment("2 12:00")).Tracks(plan, day(2))
	if len(got) != 3 || got[0].Name != "Awaken" || got[0].Nearest.Name != "Second" || got[1].Nearest.Name != "Senate" || got[2].Has || got[2].Next != nil {
		t.Fatalf("%+v", got)
	}
	want := []campaign.Upcoming{{Day: day(4), What: campaign.ComingMoment, Name: "A vote"}, {Day: day(11), What: campaign.ComingDeadline, Name: "Second"}, {Day: day(11), What: campaign.ComingActivity, Name: "Book fair"}, {Day: day(12), What: campaign.ComingDeadline, Name: "Third"}}
	if len(got[0].Next) != len(want) {
		t.Fatalf("next are %v, want %v", got[0].Next, want)
	}
	for i := range want {
		if got[0].Next[i] != want[i] {
			t.Errorf("next are %v, want %v", got[0].Next, want)
		}
	}
	w.read("2 13:00", 0)
	w.cell.Measure = campaign.Pledges
	w.read("2 13:00", 500)
	if all := standing(t, plan, w.updates, end).Tracks(plan, day(2)); all[0].Nearest.Name != "Third" || all[1].Nearest.Name != "Senate" {
		t.Errorf("when all are held the largest is shown, not %q", all[0].Nearest.Name)
	}
}

func TestDailyBy(t *testing.T) {
	_, updates := fairs()
	got := campaign.Fold(updates, march().Location()).DailyBy(campaign.Pledges, campaign.BySource)
	last := func(name string) int64 { return got[name][len(got[name])-1].Total }
	if len(got) != 2 || last("stall") != 1114 || last("website") != 900 {
		t.Errorf("%v", got)
	}
}
