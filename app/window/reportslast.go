package window

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"time"

	"muster/app"
	"muster/app/report"
	"muster/campaign"
)

// lastReport is what was saved last of a campaign, so that the same can be
// saved anew.
type lastReport struct {
	Format   report.Format `json:"format"`
	Brief    bool          `json:"brief,omitempty"`
	Paper    report.Paper  `json:"paper,omitempty"`
	Chart    report.Chart  `json:"chart,omitempty"`
	Changes  changesSince  `json:"changes"`
	Path     string        `json:"path"`
	Proposed bool          `json:"proposed,omitempty"` // the file's name was the one proposed
	Written  time.Time     `json:"written"`            // when the file was: another one is not replaced unasked

	// Of which moments the last PDF was, and the last one of another day.
	Told   time.Time `json:"told"`
	Before time.Time `json:"before"`
}

// changesSince says since when changes are told: a day, the last report, or not
// at all.
type changesSince struct {
	Last bool         `json:"last,omitempty"`
	Day  campaign.Day `json:"day,omitempty"`
}

// lastReport returns what was saved last of a campaign; zero if nothing was.
func (s settings) lastReport(id campaign.ID) (last lastReport) {
	if json.Unmarshal([]byte(s.String(keyLastReport+id.String())), &last) != nil {
		return lastReport{}
	}
	return last
}

func (s settings) setLastReport(id campaign.ID, last lastReport) {
	text, err := json.Marshal(last)
	if err == nil { // it is made of what JSON can hold
		s.SetString(keyLastReport+id.String(), string(text))
	}
}

// again reports whether there is something to save anew.
func (l lastReport) again() bool {
	return l.Path != "" && slices.Contains(report.Formats(), l.Format)
}

// earlier returns the moment that a report of a snapshot is held against: that
// of the last one of an earlier day; zero if there was none.
func (l lastReport) earlier(now app.Snapshot) time.Time {
	day := func(at time.Time) campaign.Day { return campaign.DayOf(at, zoneOf(now)) }
	for _, at := range []time.Time{l.Told, l.Before} {
		if !at.IsZero() && day(at) < day(now.Standing.AsOf) {
			return at
		}
	}
	return time.Time{}
}

// told returns the record with another report that tells of changes.
func (l lastReport) told(now app.Snapshot) lastReport {
	at := now.Standing.AsOf
	if campaign.DayOf(l.Told, zoneOf(now)) != campaign.DayOf(at, zoneOf(now)) {
		l.Before = l.Told
	}
	l.Told = at
	return l
}

// isOwn reports whether the file at a path is the one that was saved last, and
// as it was then.
func (l lastReport) isOwn(path string, file os.FileInfo) bool {
	return path == l.Path && file.ModTime().Equal(l.Written)
}

// file returns the path that the same is saved to now: under today's name, if
// its name was the one proposed.
func (l lastReport) file(now app.Snapshot) string {
	if !l.Proposed {
		return l.Path
	}
	return filepath.Join(filepath.Dir(l.Path), proposedName(now, l.Format))
}
