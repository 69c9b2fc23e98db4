package campaign_test

import (
	"math"
	"reflect"
	"testing"

	"muster/campaign"
)

func TestPast(t *testing.T) {
	plan := campaign.Campaign{
		Name:    "Spring march",
		Event:   campaign.Event{Date: 1000, Came: 700},
		WalkOns: campaign.Range{Low: 50, Likely: 100, High: 200},
		Tiers:   []campaign.Tier{{Name: "Committed", Valid: 0.5}, {Name: "Keep me informed", Valid: 1}},
	}
	pledges := []campaign.Total{{Name: "Committed", Total: 2000}, {Name: "Keep me informed", Total: 1000}}
	whole := []campaign.PastShow{{Event: "Spring march", Date: 1000, Real: 2000, Came: 600}}
	if got := plan.Past(pledges); !reflect.DeepEqual(got, whole) {
		t.Errorf("%+v, want %+v", got, whole)
	}
	plan.Tiers[0].Came = 550
	byTier := []campaign.PastShow{{Event: "Spring march", Date: 1000, Tier: "Committed", Real: 1000, Came: 550}}
	if got := plan.Past(pledges); !reflect.DeepEqual(got, byTier) {
		t.Errorf("%+v, want %+v", got, byTier)
	}
	if rate := byTier[0].Rate(); rate != 0.55 {
		t.Errorf("a rate of %v, want 0.55", rate)
	}
	plan.Tiers[0].Came, plan.Event.Came = 0, 0
	if got := plan.Past(pledges); got != nil {
		t.Errorf("nothing is recorded, but %+v is learned", got)
	}
}

func TestLearnShow(t *testing.T) {
	shows := func(rates ...float64) (past []campaign.PastShow) {
		for _, r := range rates {
			past = append(past, campaign.PastShow{Real: 1000, Came: int64(1000 * r)})
		}
		return past
	}
	learn := func(rates ...float64) campaign.Range {
		r, ok := campaign.LearnShow(shows(rates...))
		if !ok || !(0 < r.Low && r.Low < r.Likely && r.Likely < r.High && r.High < 1) {
			t.Errorf("of %v: %+v (%v)", rates, r, ok)
		}
		return r
	}
	width := func(r campaign.Range) float64 { return r.High - r.Low }
	if _, ok := campaign.LearnShow(nil); ok {
		t.Error("something is learned from nothing")
	}
	one := learn(0.5)
	if usual := campaign.DefaultShow().Value; math.Abs(one.Likely-0.5) > 1e-9 || width(one) <= width(usual) {
		t.Errorf("one event gives %+v: in its middle, and less sure than the default %+v", one, usual)
	}
	if many := learn(0.5, 0.51, 0.49, 0.5, 0.5, 0.5, 0.51, 0.49); width(many) >= width(one)/2 {
		t.Errorf("eight events alike give %+v, hardly narrower than one, %+v", many, one)
	}
	if apart := learn(0.1, 0.9, 0.2, 0.8); width(apart) <= width(one) {
		t.Errorf("events that differ give %+v, narrower than %+v", apart, one)
	}
	learn(0, 1) // nobody and everybody have finite odds
}
