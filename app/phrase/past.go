package phrase

import (
	"strings"

	"muster/campaign"
)

// Past says what show rate an event that is over had: "4,300 of 8,900 valid
// pledges came: 48%."
func Past(p campaign.PastShow) string {
	of := " valid pledges came: "
	if p.Tier != "" {
		of = " valid pledges of “" + p.Tier + "” came: "
	}
	return Count(p.Came) + " of " + Whole(p.Real) + of + Percent(p.Rate()) + "."
}

// Learned says what show rate past events suggest for a tier.
func Learned(tier string, show campaign.Range, from []campaign.PastShow) string {
	words := "Past events suggest a show rate of " + Rates(show)
	if tier != "" {
		words += " for “" + tier + "”"
	}
	return words + " (" + PastRates(from) + ")."
}

// PastRates lists the show rates of past events: March 2025 48%, Rally 31%.
func PastRates(from []campaign.PastShow) string {
	var rates []string
	for _, p := range from {
		rates = append(rates, p.Event+" "+Percent(p.Rate()))
	}
	return strings.Join(rates, ", ")
}
