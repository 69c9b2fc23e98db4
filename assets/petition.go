package assets

import (
	_ "embed"
	"slices"
	"time"

	"muster/campaign"
)

//go:embed examples/uk_241584.csv
var petitionCSV []byte

// PetitionSeries returns how UK petition 241584 was signed in 2019, as CSV with
// the columns at and total. Source and licence are in examples/README.md.
func PetitionSeries() []byte { return slices.Clone(petitionCSV) }

// petition is a real series to see a forecast at work on.
func petition() Example {
	record := func(what string) campaign.Mark {
		return campaign.Mark{Kind: campaign.Stated, Ground: what + ", UK Parliament petitions, record of petition 241584"}
	}
	plan := campaign.Campaign{
		Name:       "UK petition 241584",
		Ask:        "Revoke Article 50 and remain in the EU",
		TimeZone:   "Europe/London",
		Opens:      campaign.NewDay(2019, time.February, 20),
		Population: builtIn("United Kingdom"),
		Thresholds: []campaign.Threshold{
			{Name: "A response from the government", Figure: campaign.FigurePledges, Target: 10_000},
			{Name: "Considered for a debate in Parliament", Figure: campaign.FigurePledges, Target: 100_000},
		},
		Marks: map[string]campaign.Mark{
			"ask":        record("the action asked for"),
			"opens":      record("opened"),
			"population": {Kind: campaign.Stated, Ground: "World Bank, 2024: later than the petition, which is of 2019"},
			"thresholds.A response from the government":        record("response threshold"),
			"thresholds.Considered for a debate in Parliament": record("debate threshold"),
		},
	}
	return Example{Plan: plan, Series: PetitionSeries()}
}
