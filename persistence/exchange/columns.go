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
func (c *columns) of(fields [][]byte, f field) []byte {
	i := c[f]
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
	for f := range c {
		c[f] = -1
	}
	mapped, err := c.follow(header, said)
	if err != nil {
		return c, err
	}
	for f, names := range usual {
		if c[f] >= 0 {
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

// follow puts the columns that the person named, and returns which they are.
func (c *columns) follow(header []string, said map[string]string) (map[int]bool, error) {
	mapped := map[int]bool{}
	for _, name := range slices.Sorted(maps.Keys(said)) {
		f := slices.Index(Fields(), plainName(name))
		if f < 0 {
			return nil, campaign.Explain(ErrColumns, "there is no field %q: the fields are %s", name, strings.Join(Fields(), ", "))
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
