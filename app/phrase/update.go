package phrase

import (
	"strings"

	"muster/app/say"
	"muster/campaign"
)

// Change returns what an update does to the count: +23, or "total 1,000" for a
// reading, after the name of the measure unless that is pledges.
func Change(u campaign.Update) string {
	change := Signed(u.Count)
	if u.Kind == campaign.Reading {
		change = say.Text("total %s", Count(u.Count))
	}
	if u.Measure != campaign.Pledges {
		change = u.Measure + " " + change
	}
	return change
}

// Origin returns where a count came from: stall, Ohio. It is empty if nothing
// of it was given.
func Origin(c campaign.Cell) string {
	var parts []string
	for _, part := range []string{c.Source, c.Region, c.Tier} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, ", ")
}
