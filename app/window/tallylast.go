package window

import (
	"encoding/json"

	"muster/app"
	"muster/app/report"
	"muster/campaign"
)

// lastTally is what a tally sheet of a campaign was made for last.
type lastTally struct {
	For    string        `json:"for"`
	Region string        `json:"region,omitempty"`
	Source string        `json:"source,omitempty"`
	Tier   string        `json:"tier,omitempty"` // empty for all
	Kind   report.Format `json:"kind"`
}

// lastTally returns what a sheet was made for last; zero if none was.
func (s settings) lastTally(id campaign.ID) (last lastTally) {
	if json.Unmarshal([]byte(s.String(keyLastTally+id.String())), &last) != nil {
		return lastTally{}
	}
	return last
}

func (s settings) setLastTally(made app.TallySheet, kind report.Format) {
	last := lastTally{For: made.For, Region: made.Region, Source: made.Source, Kind: kind}
	if len(made.Tiers) == 1 {
		last.Tier = made.Tiers[0]
	}
	text, err := json.Marshal(last)
	if err == nil { // it is made of what JSON can hold
		s.SetString(keyLastTally+made.Campaign.ID.String(), string(text))
	}
}
