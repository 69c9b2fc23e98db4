package planfile

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"muster/campaign"
)

// Problem is one thing that is wrong with a plan file.
type Problem struct {
	Line int    // from 1; 0 when it concerns the file as a whole
	Path string // of the key, such as "thresholds[1].target"; empty when it concerns no key
	Why  string // a sentence without a full stop
}

// String returns the problem with its line: "line 12: there is no key ...".
func (p Problem) String() string {
	if p.Line == 0 {
		return p.Why
	}
	return fmt.Sprintf("line %d: %s", p.Line, p.Why)
}

// Problems are all that is wrong with a plan file, by line. As an error they
// wrap campaign.ErrInvalid.
type Problems []Problem

// Error returns all problems on one line.
func (p Problems) Error() string {
	var all []string
	for _, problem := range p {
		all = append(all, problem.String())
	}
	return strings.Join(all, "; ")
}

// Is reports whether target is campaign.ErrInvalid.
func (p Problems) Is(target error) bool { return target == campaign.ErrInvalid }

func (p Problems) sorted() Problems {
	slices.SortStableFunc(p, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Path, b.Path))
	})
	return p
}
