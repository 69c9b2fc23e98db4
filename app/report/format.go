// Package report puts a campaign on paper and into files that others open: a
// PDF, an Excel workbook, the updates as CSV, charts and a card as PNG or SVG,
// the plan's dates as a calendar, a summary to paste into a chat. It shows the
// figures of a snapshot and works out none itself.
package report

import (
	"errors"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"muster/app"
	"muster/campaign"
)

// Format is a kind of file, named as its path ends.
type Format string

// The kinds of file that a report can be.
const (
	FormatPDF      Format = "pdf"
	FormatWorkbook Format = "xlsx"
	FormatCSV      Format = "csv"
	FormatPNG      Format = "png"
	FormatSVG      Format = "svg"
	FormatCalendar Format = "ics"
	FormatMessage  Format = "md"
)

// Formats returns all kinds of file, the most usual first.
func Formats() []Format {
	return []Format{FormatPDF, FormatWorkbook, FormatCSV, FormatPNG, FormatSVG, FormatCalendar, FormatMessage}
}

// ErrFormat is returned for a file name that does not say which kind of report
// it is to be.
var ErrFormat = errors.New("no such kind of report")

// FormatOf returns the kind of file that a path asks for by its ending,
// whatever its case. Errors: ErrFormat.
func FormatOf(path string) (Format, error) {
	ending := strings.ToLower(strings.TrimPrefix(filepath.Ext(path), "."))
	if f := Format(ending); slices.Contains(Formats(), f) {
		return f, nil
	}
	return "", campaign.Explain(ErrFormat,
		"%s does not say which kind of report it is to be: end the name with .pdf, .xlsx, .csv, .png, .svg, .ics or .md", filepath.Base(path))
}

// Lines calls its argument with every line of the ledger, oldest first, until
// that returns an error.
type Lines func(func(app.Line) error) error

// Write writes a report of one kind. The lines are asked for only where the
// kind lists them all; those after the dossier's moment are left out.
func Write(w io.Writer, f Format, d app.Dossier, o Options, lines Lines) error {
	s := d.Snapshot
	switch f {
	case FormatPDF:
		return PDF(w, d, o)
	case FormatWorkbook:
		return Workbook(w, d, o, lines)
	case FormatCSV:
		return o.table(w, s, lines)
	case FormatPNG:
		return PNG(w, d, o)
	case FormatSVG:
		return SVG(w, d, o)
	case FormatCalendar:
		return Calendar(w, s)
	case FormatMessage:
		return Message(w, d)
	}
	return campaign.Explain(ErrFormat, "there is no report of the kind %q", f)
}

// upTo leaves out the lines after the snapshot's moment.
func upTo(s app.Snapshot, lines Lines) Lines {
	return func(each func(app.Line) error) error {
		return lines(func(l app.Line) error {
			if l.At.After(s.Standing.AsOf) {
				return nil
			}
			return each(l)
		})
	}
}
