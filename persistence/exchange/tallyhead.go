package exchange

import (
	"strings"
	"time"

	"muster/campaign"
)

// A tally sheet is a workbook made for one person to count in. What it is and
// what its columns hold stands in rows and a column of its first sheet that are
// hidden, so that it is known again by whatever program it was saved. The first
// row is that of TallyHead; the one above the counts names their columns by the
// words below; each line of counts begins with its day, as 2027-03-01.
const (
	TallyDay    = "day"
	TallyRegion = "region" // where the line was counted, if the sheet is not of one region
	TallySource = "source"
	TallyCount  = "added:" // and the tier
)

// The first two cells of a tally sheet.
const (
	tallyMark    = "muster tally"
	tallyVersion = "1"
)

// TallyHead is what a tally sheet says of itself. Its ID never changes; two
// sheets made for the same person are counted beside each other.
type TallyHead struct {
	ID             campaign.ID
	Campaign       campaign.ID
	Name           string // of the campaign
	Made           time.Time
	Zone           string // IANA name, of the days; empty means UTC
	For            string // who counts
	Region, Source string // of all lines; empty if each says or none is given
}

// Row returns the first row of the sheet.
func (h TallyHead) Row() []string {
	return []string{tallyMark, tallyVersion, h.ID.String(), h.Campaign.String(), h.Name,
		h.Made.UTC().Format(time.RFC3339), h.Zone, h.For, h.Region, h.Source}
}

// isTally reports whether the first row of a table is that of a tally sheet.
func isTally(header []string) bool { return len(header) > 0 && header[0] == tallyMark }

var errTallyHead = campaign.Explain(ErrFormat, "the first row of the tally sheet, which is hidden, was changed: ask for a new sheet and copy the counts over")

// parseTallyHead reads the first row of a tally sheet.
func parseTallyHead(header []string) (h TallyHead, zone *time.Location, err error) {
	if len(header) > 1 && header[1] != tallyVersion {
		return h, nil, campaign.Explain(ErrFormat, "the tally sheet was made by a later version of Muster: import it with that one")
	}
	const columns = 10
	for len(header) < columns {
		header = append(header, "")
	}
	h = TallyHead{Name: header[4], Zone: header[6], For: header[7], Region: header[8], Source: header[9]}
	var faults [4]error
	h.ID, faults[0] = campaign.ParseID(header[2])
	h.Campaign, faults[1] = campaign.ParseID(header[3])
	h.Made, faults[2] = time.Parse(time.RFC3339, header[5])
	zone, faults[3] = time.LoadLocation(h.Zone)
	for _, fault := range faults {
		if fault != nil || strings.EqualFold(h.Zone, "local") {
			return h, nil, errTallyHead
		}
	}
	return h, zone, nil
}
