package phrase

import (
	"slices"
	"strings"

	"muster/app/say"
	"muster/campaign"
)

// Flag says what wants a look, in a sentence without a full stop.
func Flag(f campaign.Flag) string {
	switch f.Kind {
	case campaign.FlagGap:
		return say.Count("No pledges were counted on %s days", f.Count, Count(f.Count))
	case campaign.FlagStaleRegion:
		return say.Text("Nothing has come from %s since %s", f.Region, Day(f.From-1))
	case campaign.FlagStaleSource:
		return say.Text("Nothing has come by %s since %s", f.Source, Day(f.From-1))
	case campaign.FlagTenfold:
		return say.Text("%s, where about %s are usual", Signed(f.Count), Count(f.Usual))
	case campaign.FlagTwice:
		return say.Text("%s twice on one day, from two people", Signed(f.Count))
	case campaign.FlagFall:
		return say.Text("A reading fell from %s to %s", Count(f.Usual), Count(f.Count))
	}
	return string(f.Kind)
}

// FlagDetails says when and where that was and by whom, or what is usual.
func FlagDetails(f campaign.Flag) string {
	switch f.Kind {
	case campaign.FlagGap:
		return Span(f.From, f.To) + " · " + usualDays(f.Usual)
	case campaign.FlagStaleRegion, campaign.FlagStaleSource:
		return usualDays(f.Usual) + " · " + say.Text("Others went on until %s", Day(f.To))
	}
	parts := []string{Day(f.To)}
	if f.Measure != campaign.Pledges {
		parts = append(parts, f.Measure)
	}
	if origin := Origin(f.Cell); origin != "" {
		parts = append(parts, origin)
	}
	return strings.Join(append(parts, authors(f)...), " · ")
}

func usualDays(n int64) string {
	if n == 1 {
		return say.Text("Usually there is a count every day")
	}
	return say.Count("Usually there is a count every %s days", n, Count(n))
}

// authors names who entered what a flag is about.
func authors(f campaign.Flag) []string {
	var names []string
	for _, u := range f.Updates {
		if u.By != "" && !slices.Contains(names, u.By) {
			names = append(names, u.By)
		}
	}
	slices.Sort(names)
	switch len(names) {
	case 0:
		return nil
	case 1:
		return []string{say.Text("entered by %s", names[0])}
	}
	return []string{say.Text("entered by %s and %s", names[0], names[1])}
}

// Verified says what part of the pledges is not verified.
func Verified(q campaign.Quality) string {
	if q.Unverified == 0 {
		return say.Text("Everything that counts was entered here or signed by a device that was accepted.")
	}
	share := Percent(q.UnverifiedShare().Fraction())
	return say.Text("%s of %s pledges, %s, rest on updates that are not verified: nobody has accepted the device that they come from.",
		Count(q.Unverified), Count(q.Pledges), share)
}
