package exchange

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"

	"muster/campaign"
)

// field is one thing that a row may say.
type field int

const (
	fieldAt field = iota
	fieldTotal
	fieldAdded
	fieldRegion
	fieldSource
	fieldTier
	fieldMeasure
	fieldBy
	fieldNote
	numFields
)

// usual are the names that a field's column goes by; the first is its own.
var usual = [numFields][]string{
	fieldAt:      {"at", "date", "timestamp", "time"},
	fieldTotal:   {"total", "signatures", "count so far"},
	fieldAdded:   {"added", "pledges", "new"},
	fieldRegion:  {"region", "state", "country"},
	fieldSource:  {"source"},
	fieldTier:    {"tier"},
	fieldMeasure: {"measure"},
	fieldBy:      {"by"},
	fieldNote:    {"note"},
}

// Fields returns the names of the fields that a column can be mapped to.
func Fields() []string {
	names := make([]string, numFields)
	for f := range numFields {
		names[f] = usual[f][0]
	}
	return names
}

// columns says where each field stands in a row; -1 if it has no column.
type columns [numFields]int

// of returns a field of a row without the blanks around it.
func (c *columns) of(fields [][]byte, f field) []byte { return at(fields, c[f]) }

// at returns what stands in a column without the blanks around it.
func at(fields [][]byte, i int) []byte {
	if i < 0 || i >= len(fields) {
		return nil
	}
	text := fields[i]
	if n := len(text); n == 0 || text[0] > ' ' && text[0] < 0x80 && text[n-1] > ' ' && text[n-1] < 0x80 {
		return text // the usual case, for speed
	}
	return bytes.TrimSpace(text)
}

// findColumns finds the columns by what the person said, then by their usual
// names.
func findColumns(header []string, said map[string]string) (columns, error) {
	var c columns
	mapped, err := c.follow(header, said)
	if err != nil {
		return c, err
	}
	for f, names := range usual {
		if _, said := said[names[0]]; said {
			continue
		}
		for i, name := range header {
			if !slices.Contains(names, plainName(name)) || mapped[i] {
				continue
			}
			if c[f] >= 0 {
				return c, campaign.Explain(ErrColumns, "two columns could be the field %s: %q and %q; choose one with --map %s=%q",
					names[0], header[c[f]], name, names[0], header[c[f]])
			}
			c[f] = i
		}
	}
	return c, c.suffice(header)
}

// guessColumns finds as many columns as show, the first of each field's usual
// names where there are several.
func guessColumns(header []string, said map[string]string) (columns, error) {
	return guess(header, said, usual, plainName)
}

// guess finds the columns by what the person said, then by the names that each
// field's go by, the best one first.
func guess(header []string, said map[string]string, known [numFields][]string, plain func(string) string) (columns, error) {
	var c columns
	mapped, err := c.follow(header, said)
	if err != nil {
		return c, err
	}
	for f, names := range known {
		if _, said := said[usual[f][0]]; said {
			continue
		}
		for i := 0; i < len(names) && c[f] < 0; i++ {
			c[f] = slices.IndexFunc(header, func(name string) bool { return plain(name) == names[i] })
		}
		if c[f] >= 0 && mapped[c[f]] {
			c[f] = -1
		}
	}
	return c, nil
}

// follow puts the columns that the person named, and no other yet, and returns
// which they are.
func (c *columns) follow(header []string, said map[string]string) (map[int]bool, error) {
	for f := range c {
		c[f] = -1
	}
	mapped := map[int]bool{}
	for _, name := range slices.Sorted(maps.Keys(said)) {
		f := slices.Index(Fields(), plainName(name))
		if f < 0 {
			return nil, campaign.Explain(ErrColumns, "there is no field %q: the fields are %s", name, strings.Join(Fields(), ", "))
		}
		if said[name] == "" { // no column has it
			continue
		}
		i := slices.Index(header, said[name])
		if i < 0 {
			i = slices.IndexFunc(header, func(h string) bool { return plainName(h) == plainName(said[name]) })
		}
		if i < 0 {
			return nil, campaign.Explain(ErrColumns, "there is no column %q: the columns of the file are %s", said[name], listed(header))
		}
		c[f] = i
		mapped[i] = true
	}
	return mapped, nil
}

// suffice makes sure that there is a time and a count.
func (c *columns) suffice(header []string) error {
	missing, example := "", ""
	switch {
	case c[fieldAt] < 0:
		missing, example = "the time (at, date, timestamp or time)", "at=COLUMN"
	case c[fieldTotal] < 0 && c[fieldAdded] < 0:
		missing, example = "the count (total, signatures, count so far, added, pledges or new)", "total=COLUMN or --map added=COLUMN"
	default:
		return nil
	}
	return campaign.Explain(ErrColumns, "no column has %s: the columns of the file are %s; say which it is with --map %s",
		missing, listed(header), example)
}

// listed quotes the names of the columns, so many as fit a sentence.
func listed(header []string) string {
	const most = 20
	var names []string
	for i, name := range header {
		if i == most {
			return fmt.Sprintf("%s and %d more", strings.Join(names, ", "), len(header)-most)
		}
		if len(name) > 40 {
			name = strings.ToValidUTF8(name[:40], "") + "…"
		}
		names = append(names, fmt.Sprintf("%q", name))
	}
	return strings.Join(names, ", ")
}

// plainName takes away what does not matter in the name of a column.
func plainName(name string) string {
	words := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool {
		return r == ' ' || r == '_' || r == '-' || r == '\u00a0' || r == '\t'
	})
	return strings.Join(words, " ")
}
