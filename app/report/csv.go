package report

import (
	"encoding/csv"
	"io"
	"strconv"
	"time"

	"muster/app"
	"muster/campaign"
	"muster/persistence/exchange"
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
		row = append(row[:0], l.At.In(s.Zone).Format(time.RFC3339Nano), exchange.Inert(l.Measure), added, total, exchange.Inert(l.Region),
			exchange.Inert(l.Source), exchange.Inert(l.Tier), exchange.Inert(l.By), exchange.Inert(l.Note), orEmpty(l.Voids), orEmpty(l.VoidedBy), l.ID.String())
		return out.Write(row)
	})
	if err != nil {
		return err
	}
	out.Flush()
	return out.Error()
}

func orEmpty(id campaign.ID) string {
	if id.IsZero() {
		return ""
	}
	return id.String()
}
