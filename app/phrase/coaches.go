package phrase

import (
	"strings"

	"muster/app/say"
	"muster/campaign"
)

// ByRegion lists what falls to each region: "By region: Ohio 12, Texas 3." It
// is empty where no region is known.
func ByRegion(totals []campaign.Total) string {
	var parts []string
	known := false
	for _, t := range totals {
		name := t.Name
		if known = known || name != ""; name == "" {
			name = say.Text("not given")
		}
		parts = append(parts, name+" "+Count(t.Total))
	}
	if !known {
		return ""
	}
	return say.Text("By region: %s.", strings.Join(parts, ", "))
}
