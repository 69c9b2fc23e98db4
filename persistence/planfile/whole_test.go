package planfile

import (
	"os"
	"testing"

	"muster/campaign"
)

// TestWholePlan reads a plan that uses every key, writes it and reads it back.
func TestWholePlan(t *testing.T) {
	text, err := os.ReadFile("testdata/whole.yaml")
	if err != nil {
		t.Fatal(err)
	}
	c, err := Decode(text)
	if err != nil {
		t.Fatal(err)
	}
	for what, ok := range map[string]bool{
		"confidence": c.Confidence == 0.9,
		"tier":       c.Tiers[0] == campaign.Tier{Name: "Committed", JoinsAt: 100_000, Valid: 0.89, Show: campaign.Range{Low: 0.35, Likely: 0.5, High: 0.65}, Came: 600},
		"walk-ons":   c.WalkOns == campaign.Range{Likely: 5000, High: 20_000},
		"regions":    c.Thresholds[2].Regions == campaign.RegionCondition{AtLeast: 7, Each: campaign.EachTarget},
		"track":      c.Measures[0].Track == "Ready to enact" && c.Thresholds[1].Track == "Ready to enact",
		"moment":     c.Moments[0] == campaign.Moment{Date: campaign.NewDay(2025, 7, 8), Kind: campaign.Evidence, Track: "Evidence", Title: "A report", Link: "https://example.org/report"},
		"activity": c.Activities[0] == campaign.Activity{Name: "Book fair", Date: campaign.NewDay(2026, 12, 5), Until: campaign.NewDay(2026, 12, 6), Owner: "outreach",
			Source: "stall", Track: "Awaken", Cost: 200, Expect: campaign.Range{Low: 50, Likely: 120, High: 200}},
		"rule of thumb": c.RulesOfThumb[0] == campaign.RuleOfThumb{Name: campaign.RuleSeats, Value: 50, Source: "the company we hire"},
		"event":         c.Event.Came == 700,
	} {
		if !ok {
			t.Errorf("the %s was not read: %+v", what, c)
		}
	}
	written, err := Encode(c)
	if err != nil {
		t.Fatal(err)
	}
	if again, err := Decode(written); err != nil {
		t.Error(err)
	} else if twice, _ := Encode(again); string(twice) != string(written) {
		t.Errorf("written again it reads\n%s\nafter\n%s", twice, written)
	}
}
