package campaign

import (
	"cmp"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// Limits on what an update may say. They keep a slip of the finger out of the
// ledger and sums far inside int64.
const (
	MaxCount   = 1_000_000_000_000 // people, either way
	MinYear    = 1900
	MaxYear    = 2199
	MaxNameLen = 200    // bytes in a region, source, tier, measure or author
	MaxNoteLen = 10_000 // bytes
)

// Kind is what an update does.
type Kind uint8

// The three kinds of update.
const (
	Added   Kind = iota + 1 // Count more were counted; may be negative
	Reading                 // the cell's counter now says Count
	Void                    // the update Voids is taken out of the count
)

// Cell is where a count belongs. Totals are sums over cells. An empty region,
// source or tier means that it was not given.
type Cell struct {
	Measure, Region, Source, Tier string
}

// Compare orders cells by measure, region, source and tier.
func (c Cell) Compare(d Cell) int {
	return cmp.Or(cmp.Compare(c.Measure, d.Measure), cmp.Compare(c.Region, d.Region),
		cmp.Compare(c.Source, d.Source), cmp.Compare(c.Tier, d.Tier))
}

// Update is one immutable line of the ledger.
type Update struct {
	ID    ID
	At    time.Time // UTC, to the millisecond
	Kind  Kind
	Count int64 // people, or the measure's own unit
	Cell
	By    string // a team member's chosen name, never a pledger's
	Note  string // for a void, the reason
	Voids ID     // for a void, what it takes out
}

// Compare orders updates by time, ties by id.
func (u Update) Compare(v Update) int {
	return cmp.Or(u.At.Compare(v.At), u.ID.Compare(v.ID))
}

// Validate returns nil, or an error wrapping ErrInvalid that says in a
// sentence what is wrong with the update.
func (u Update) Validate() error {
	switch {
	case u.ID.IsZero():
		return invalid("the update has no id")
	case u.At.Year() < MinYear || u.At.Year() > MaxYear:
		return invalid("the date %s is not plausible: the year must be between %d and %d",
			u.At.Format(time.DateOnly), MinYear, MaxYear)
	case u.At.Nanosecond()%int(time.Millisecond) != 0:
		return invalid("the time %s is finer than a millisecond", u.At.Format(time.RFC3339Nano))
	}
	if u.Kind == Void {
		return u.validateVoid()
	}
	if err := u.validateCount(); err != nil {
		return err
	}
	return u.validateTexts()
}

func (u Update) validateVoid() error {
	switch {
	case u.Voids.IsZero():
		return invalid("the void does not say which update it takes out")
	case u.Voids == u.ID:
		return invalid("a void cannot take itself out")
	case strings.TrimSpace(u.Note) == "":
		return invalid("say why the update is taken out")
	}
	return u.validateTexts()
}

func (u Update) validateCount() error {
	switch {
	case u.Kind != Added && u.Kind != Reading:
		return invalid("the update is neither an added count, a reading nor a void")
	case u.Measure == "":
		return invalid("the update names no measure")
	case !u.Voids.IsZero():
		return invalid("only a void takes another update out")
	case u.Kind == Reading && u.Count < 0:
		return invalid("a reading cannot be below zero: %d", u.Count)
	case u.Count > MaxCount || u.Count < -MaxCount:
		return invalid("%d is more than Muster counts (%d at most)", u.Count, int64(MaxCount))
	}
	return nil
}

func (u Update) validateTexts() error {
	return cmp.Or(
		validateText("measure", u.Measure, MaxNameLen), validateText("region", u.Region, MaxNameLen),
		validateText("source", u.Source, MaxNameLen), validateText("tier", u.Tier, MaxNameLen),
		validateText("name after by", u.By, MaxNameLen), validateText("note", u.Note, MaxNoteLen),
	)
}

func validateText(what Term, text string, most int) error {
	switch {
	case len(text) <= MaxNameLen && isPlain(text):
		return nil
	case len(text) > most:
		return invalid("the %s is too long: %d bytes, %d at most", what, len(text), most)
	case !utf8.ValidString(text):
		return invalid("the %s is not valid UTF-8 text", what)
	case most == MaxNameLen && strings.ContainsFunc(text, unicode.IsControl):
		return invalid("the %s contains a control character (%q)", what, text)
	case strings.ContainsRune(text, 0):
		return invalid("the %s contains a NUL character", what)
	}
	return nil
}

// isPlain reports whether a text is of printable ASCII, as most names are.
func isPlain(text string) bool {
	for i := range len(text) {
		if text[i] < ' ' || text[i] > '~' {
			return false
		}
	}
	return true
}
