package phrase

import (
	"strings"

	"muster/app/say"
	"muster/campaign"
)

// Past says what show rate an event that is over had: "4,300 of 8,900 valid
// pledges came: 48%."
func Past(p campaign.PastShow) string {
	if p.Tier != "" {
		return say.Text("%s of %s valid pledges of “%s” came: %s.", Count(p.Came), Whole(p.Real), p.Tier, Percent(p.Rate()))
	}
	return say.Text("%s of %s valid pledges came: %s.", Count(p.Came), Whole(p.Real), Percent(p.Rate()))
}

// Learned says what show rate past events suggest for a tier.
func Learned(tier string, show campaign.Range, from []campaign.PastShow) string {
	if tier != "" {
		return say.Text("Past events suggest a show rate of %s for “%s” (%s).", Rates(show), tier, PastRates(from))
	}
	return say.Text("Past events suggest a show rate of %s (%s).", Rates(show), PastRates(from))
}

// PastRates lists the show rates of past events: March 2025 48%, Rally 31%.
func PastRates(from []campaign.PastShow) string {
	var rates []string
	for _, p := range from {
		rates = append(rates, p.Event+" "+Percent(p.Rate()))
	}
	return strings.Join(rates, ", ")
}
