package window

import (
	"strings"

	"muster/app/phrase"
	"muster/campaign"
)

// describe names an update in a few words: +23 stall, Ohio.
func describe(u campaign.Update) string {
	return strings.TrimSpace(phrase.Change(u) + " " + phrase.Origin(u.Cell))
}
