package report

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"
	"time"

	"muster/app"
	"muster/campaign"
)

var csvHeader = []string{"at", "measure", "added", "total", "region", "source", "tier", "by", "note", "voids", "voided_by", "id"}

// CSV writes the ledger up to the snapshot's moment, one line an update, oldest
// first, under names that `muster import` knows. Texts that a spreadsheet would
// take for a formula begin with an apostrophe.
func CSV(w io.Writer, s app.Snapshot, lines Lines) error {
	out := csv.NewWriter(w)
	if err := out.Write(csvHeader); err != nil {
		return err
	}
	row := make([]string, len(csvHeader))
	err := upTo(s, lines)(func(l app.Line) error {
		var added, total string
		switch l.Kind {
		case campaign.Added:
			added = strconv.FormatInt(l.Count, 10)
		case campaign.Reading:
			total = strconv.FormatInt(l.Count, 10)
		}
		row = append(row[:0], l.At.In(s.Zone).Format(time.RFC3339Nano), inert(l.Measure), added, total, inert(l.Region),
			inert(l.Source), inert(l.Tier), inert(l.By), inert(l.Note), orEmpty(l.Voids), orEmpty(l.VoidedBy), l.ID.String())
		return out.Write(row)
	})
	if err != nil {
		return err
	}
	out.Flush()
	return out.Error()
}

// inert returns text that no spreadsheet takes for a formula.
func inert(text string) string {
	if text != "" && strings.ContainsRune("=+-@\t\r\n", rune(text[0])) {
		return "'" + text
	}
	return text
}

func orEmpty(id campaign.ID) string {
	if id.IsZero() {
		return ""
	}
	return id.String()
}
