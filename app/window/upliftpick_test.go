package window

import (
	"errors"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"muster/app"
	"muster/campaign"
	"muster/campaign/forecast"
)

// uplifted are moments of which one brought much, one is not over.
func uplifted(c campaign.Campaign) []app.Uplift {
	return []app.Uplift{
		{Moment: c.Moments[6], Uplift: forecast.Uplift{Low: 40.2, Mid: 120.4, High: 210}, Till: c.Moments[6].Date + 7},
		{Moment: c.Moments[8], Why: errors.New("the 7 days after it are not over yet")},
	}
}

func TestTimelineSaysWhatMomentsBrought(t *testing.T) {
	w, tl := timelineOn(t, full(), grown()...)
	now := w.snapshot
	now.Uplifts = uplifted(now.Campaign)
	tl.forecasted(now)
	got := shown(tl)
	for _, want := range []string{
		"Brought 120 more than forecast before it (8 in 10: 40 to 210) in the 7 days after it.",
		"What it brought cannot be told: the 7 days after it are not over yet.",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not on Timeline", want)
		}
	}
}

func TestSizeOfAPastMomentFillsAnActivity(t *testing.T) {
	w, tl := timelineOn(t, full(), grown()...)
	now := w.snapshot
	now.Uplifts = uplifted(now.Campaign)
	tl.forecasted(now)
	f := tl.edit(nil, &dated{activity: &campaign.Activity{Name: "Essay"}})
	if f.sizes.Hidden {
		t.Fatal("no size is offered")
	}
	menu := f.sizes.menu()
	if len(menu.Items) != 1 || !strings.HasSuffix(menu.Items[0].Label, "brought: 120 (40 to 210)") {
		t.Fatalf("it offers %+v", menu.Items)
	}
	test.Tap(f.sizes.open)
	menu.Items[0].Action()
	filled, wrong := f.read()
	if want := (campaign.Range{Low: 40, Likely: 120, High: 210}); len(wrong) > 0 || filled.activity.Expect != want {
		t.Errorf("the activity is expected to bring %+v, %v", filled.activity.Expect, wrong)
	}
}

func TestNoSizeIsOfferedForAMoment(t *testing.T) {
	w, tl := timelineOn(t, full(), grown()...)
	now := w.snapshot
	now.Uplifts = uplifted(now.Campaign)
	tl.forecasted(now)
	if f := tl.edit(nil, &dated{moment: &campaign.Moment{Kind: campaign.Ours}}); !f.sizes.Hidden {
		t.Error("a moment takes no size")
	}
}

// TestPastMomentSizesAMomentOfAScenario: the pick beside “Add a moment” begins a
// moment as large as a past one.
func TestPastMomentSizesAMomentOfAScenario(t *testing.T) {
	_, s := onScenarios(t, usual, seeClimbing)
	s.now.Uplifts = []app.Uplift{{Moment: campaign.Moment{Title: "An essay"}, Uplift: forecast.Uplift{Low: 40.2, Mid: 120.4, High: 210}}}
	click(t, s.w, "New scenario")
	list := s.form.lists[0]
	pick := s.form.sizes(list).(*upliftPick)
	if pick.Hidden || len(pick.sizes) == 0 {
		t.Fatalf("nothing is offered of %+v", s.now.Uplifts)
	}
	pick.menu().Items[0].Action()
	if len(list.rows) != 1 {
		t.Fatalf("%d moments were begun", len(list.rows))
	}
	got, _ := s.form.read().scenario(campaign.Scenario{}, s.form.plan)
	if want := (campaign.Range{Low: 40, Likely: 120, High: 210}); len(got.Moments) != 1 || got.Moments[0].Expect != want {
		t.Errorf("the moment is %+v, want the size %+v", got.Moments, want)
	}
}
