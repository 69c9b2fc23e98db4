package phrase

import (
	"testing"
	"time"

	"muster/campaign"
	"muster/campaign/forecast"
)

// fanOf returns a fan that is straight between three of its quantiles.
func fanOf(p10, p50, p90 float64) forecast.Fan {
	var f forecast.Fan
	for i, p := range forecast.Levels {
		if p < 0.5 {
			f.Quantiles[i] = p50 + (p10-p50)*(0.5-p)/0.4
		} else {
			f.Quantiles[i] = p50 + (p90-p50)*(p-0.5)/0.4
		}
	}
	return f
}

func TestAheadIsAsExactAsItsWidthDeserves(t *testing.T) {
	for _, c := range []struct {
		p10, p50, p90, total float64
		want                 string
	}{
		{1203, 1501, 2893, 1000, "1,200 to 2,890"},
		{6_015_400, 6_100_000, 6_324_000, 6_012_345, "6,020,000 to 6,320,000"},
		{6_012_400, 6_012_500, 6_322_000, 6_012_345, "6,012,345 to 6,320,000"}, // never below what there is
		{1000.2, 1001, 1003.9, 1000, "1,000 to 1,004"},
		{10, 10, 10, 10, "10"},
		{0, 0, 0, 0, "0"},
		{1340, 20_000, 100_000, 1000, "1,340 to 100,000"},
	} {
		if got := Ahead(fanOf(c.p10, c.p50, c.p90), c.total); got != c.want {
			t.Errorf("%v to %v reads %q, want %q", c.p10, c.p90, got, c.want)
		}
	}
}

func TestOutlook(t *testing.T) {
	day := campaign.NewDay(2027, time.March, 1)
	fan := fanOf(1200, 1500, 2900)
	if got, want := Outlook(fan, 1000, day, true), "At this pace and its uncertainty, the deadline, 1 Mar 2027, finds you at 1,200 to 2,900 pledges (8 in 10)."; got != want {
		t.Errorf("%q\nwant %q", got, want)
	}
	if got, want := Outlook(fan, 1000, day, false), "At this pace and its uncertainty, 1 Mar 2027 finds you at 1,200 to 2,900 pledges (8 in 10)."; got != want {
		t.Errorf("%q\nwant %q", got, want)
	}
}

func TestReachedSays(t *testing.T) {
	march := campaign.Threshold{Name: "The march is on", Target: 100_000}
	on := func(month time.Month) time.Time { return time.Date(2027, month, 1, 12, 0, 0, 0, time.UTC) }
	for _, c := range []struct{ got, want string }{
		{ReachedBy(march, 0.0004, on(3), time.UTC), "The chance of “The march is on” (100,000) by 1 Mar 2027 is under 0.1%."},
		{ReachedWhen(march, forecast.Dates{}, time.UTC), "“The march is on” (100,000) is not in sight."},
		{ReachedWhen(march, forecast.Dates{P10: on(3)}, time.UTC), "“The march is on” (100,000) is not likely within the forecast: 1 in 10 by 1 Mar 2027."},
		{ReachedWhen(march, forecast.Dates{P10: on(3), P50: on(4)}, time.UTC), "“The march is on” (100,000) is as likely as not by 1 Apr 2027 (1 in 10: by 1 Mar 2027; 9 in 10: not in sight)."},
		{ReachedWhen(march, forecast.Dates{P10: on(3), P50: on(4), P90: on(6)}, time.UTC), "“The march is on” (100,000) is as likely as not by 1 Apr 2027 (8 in 10: 1 Mar 2027 to 1 Jun 2027)."},
		{Pace(5, 1010), "That is 202 times the present pace."},
		{Pace(5, 12), "That is 2.4 times the present pace."},
		{Pace(0, 12), "Lately none came in."},
		{Pace(-3, 12), "Lately none came in."},
		{Pace(12, 12), "If it lasted, the present pace would be enough; most slow down."},
		{PerDay(104_213), "104,000"}, {PerDay(4.26), "4.3"}, {PerDay(-0.5), "−0.5"}, {PerDay(920), "920"},
	} {
		if c.got != c.want {
			t.Errorf("%q\nwant %q", c.got, c.want)
		}
	}
}

func TestBaseRateNamesItsSource(t *testing.T) {
	for target, want := range map[float64]string{
		1000: "",
		6000: "For comparison: of 186 White House petitions that needed 5,000 (2011 to 2013), 81 reached them (We the People, petitions.whitehouse.gov).",
		100_000: "For comparison: of 2,605 UK petitions that had passed 10,000 (2011 to 2026, 379 still open), 449 had reached 100,000, 370 of the 2,226 that were closed " +
			"(UK Parliament petitions, petition.parliament.uk); of 634 White House petitions that needed 100,000 (2011 to 2013), 11 reached them (We the People, petitions.whitehouse.gov).",
	} {
		if got := BaseRate(target); got != want {
			t.Errorf("%v: %q\nwant %q", target, got, want)
		}
	}
}
