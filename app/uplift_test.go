package app_test

import (
	"errors"
	"testing"

	"muster/app"
	"muster/campaign"
	"muster/campaign/forecast"
)

// TestUplifts has 40 pledges a day for 60 days, and 900 more on two days after
// one moment.
func TestUplifts(t *testing.T) {
	today := campaign.NewDay(2026, 11, 23)
	moment := func(ago int, title string) campaign.Moment {
		return campaign.Moment{Date: today - campaign.Day(ago), Kind: campaign.Ours, Title: title}
	}
	plan := campaign.Campaign{Opens: today - 300, Moments: []campaign.Moment{
		moment(200, "Before all"), moment(58, "Too early"), moment(30, "A stall"), moment(20, "An essay"), moment(3, "Just now"), moment(-9, "To come"), moment(400, "Before it opened"),
	}}
	d, now := foreseeDesk(t, plan, 60)
	for _, ago := range []int{18, 19} {
		if _, err := d.Record(app.Entry{Count: 900, At: now.AddDate(0, 0, -ago)}); err != nil {
			t.Fatal(err)
		}
	}
	s, err := d.Snapshot(now)
	if err != nil {
		t.Fatal(err)
	}
	if err := d.Foresee(&s); err != nil {
		t.Fatal(err)
	}
	for i, want := range []error{app.ErrNoCount, forecast.ErrTooLittle, nil, nil, app.ErrNotOver} {
		u, known := s.Uplift(plan.Moments[i])
		if !known || !errors.Is(u.Why, want) || want == nil && (u.Why != nil || u.Days() != app.UpliftDays || u.Low > u.Mid || u.Mid > u.High) {
			t.Errorf("%s: %+v, %v", plan.Moments[i].Title, u, known)
		}
	}
	for _, m := range plan.Moments[5:] {
		if u, known := s.Uplift(m); known {
			t.Errorf("%s brought %+v", m.Title, u)
		}
	}
	stall, _ := s.Uplift(plan.Moments[2])
	essay, _ := s.Uplift(plan.Moments[3])
	if stall.Low > 0 || stall.Mid > 300 || essay.Mid < 1000 || essay.Mid > 1900 {
		t.Errorf("the stall brought %+v, the essay %+v", stall.Uplift, essay.Uplift)
	}
	sizes := app.Sizes(s.Uplifts)
	if len(sizes) == 0 || sizes[0].Title != "An essay" {
		t.Fatalf("sizes are %+v", sizes)
	}
	if r := sizes[0].Size(); r.Low < 0 || r.Likely < r.Low || r.High < r.Likely || r.Likely != float64(int64(r.Likely)) {
		t.Errorf("the size of the essay is %+v", r)
	}
}
