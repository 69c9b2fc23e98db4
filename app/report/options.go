package report

import (
	"errors"
	"slices"
	"strings"
	"time"

	"muster/app/say"
	"muster/campaign"
)

// Options are what can be chosen about a report.
type Options struct {
	Paper Paper     // A4 if empty
	Brief bool      // one page in place of the full report
	Since time.Time // tells what has changed since then; nothing if zero

	Chart    Chart  // that a picture shows; the forecast if empty, or the pledges without one
	Scenario string // whose assumptions ChartMatters compares; the plan if empty
	Table    Table  // that a CSV file lists; the updates if empty
}

// Paper is the size of a page.
type Paper string

// The sizes of paper that the world prints on.
const (
	A4     Paper = "a4"
	Letter Paper = "letter"
)

// Papers returns all sizes, the most usual first.
func Papers() []Paper { return []Paper{A4, Letter} }

// ErrPaper is returned for a size of paper that there is not.
var ErrPaper = errors.New("no such paper")

// ParsePaper returns the size of a name, whatever its case. Error: ErrPaper.
func ParsePaper(name string) (Paper, error) {
	if p := Paper(strings.ToLower(strings.TrimSpace(name))); slices.Contains(Papers(), p) {
		return p, nil
	}
	return "", campaign.Explain(ErrPaper, "there is no paper %q here: choose a4 or letter", name)
}

// Name returns what people call the paper.
func (p Paper) Name() string {
	if p == Letter {
		return say.Text("US Letter")
	}
	return "A4"
}

// size returns the width and the height of a page in points.
func (p Paper) size() (width, height float64) {
	if p == Letter {
		return 612, 792
	}
	return 595.28, 841.89
}
