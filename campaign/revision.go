package campaign

import (
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"slices"
	"strings"
	"time"
)

// Limits on a revision that comes from elsewhere.
const (
	MaxParents  = 64
	MaxDocument = 4 << 20 // bytes
)

// Revision is a plan as somebody saved it. Each follows those that were in
// force when it was saved, so that the revisions of several people who work
// apart can be brought together. The first of a campaign has no parents.
type Revision struct {
	Parents  []ID   // the revisions it takes the place of
	Document []byte // the plan as a YAML document
	By       string // a team member's chosen name; may be empty
	Saved    time.Time
}

// revisionPrefix keeps the id of a revision from being that of anything else.
const revisionPrefix = "muster plan revision 1\n"

// ID returns the first 16 bytes of the SHA-256 of the revision: a prefix, the
// number of parents and their ids in ascending order, who saved it after the
// length of that, when, in milliseconds since 1970, and the document. Numbers
// are of eight bytes, big-endian. The same revision has the same id everywhere.
func (r Revision) ID() ID {
	b := binary.BigEndian.AppendUint64([]byte(revisionPrefix), uint64(len(r.Parents)))
	for _, parent := range slices.SortedFunc(slices.Values(r.Parents), ID.Compare) {
		b = append(b, parent[:]...)
	}
	b = binary.BigEndian.AppendUint64(b, uint64(len(r.By)))
	b = append(b, r.By...)
	b = binary.BigEndian.AppendUint64(b, uint64(r.Saved.UnixMilli()))
	whole := sha256.New()
	whole.Write(b)
	whole.Write(r.Document)
	return ID(whole.Sum(nil)[:len(ID{})])
}

// Validate returns nil, or an error wrapping ErrInvalid that says what is wrong
// with the revision. What its document says is not looked at.
func (r Revision) Validate() error {
	switch {
	case len(r.Parents) > MaxParents:
		return invalid("a revision of the plan follows %d others: %d at most", len(r.Parents), MaxParents)
	case len(r.Document) > MaxDocument:
		return invalid("a revision of the plan is too long: %d bytes, %d at most", len(r.Document), MaxDocument)
	case r.Saved.Year() < MinYear || r.Saved.Year() > MaxYear:
		return invalid("the date %s is not plausible: the year must be between %d and %d", r.Saved.Format(time.DateOnly), MinYear, MaxYear)
	}
	return validateText("name after by", r.By, MaxNameLen)
}

// Conflict is a part of the plan that people who worked apart changed, each to
// something else.
type Conflict struct {
	Field    []string  // where it stands in the plan, such as "thresholds", "The march is on", "target"; empty for the plan as a whole
	Item     bool      // it is something in a list, which one of them removed
	Versions []Version // at least two, in order of time; the last holds
	Why      Words     // of the plan as a whole: why the changes do not fit together
}

// Version is what one of them made of it.
type Version struct {
	Value any // of the type that the plan has there; nil if it is not set, or removed
	From  ID  // the revision that it comes from
	By    string
	Saved time.Time
}

// Holds returns the version that holds until somebody saves a plan.
func (c Conflict) Holds() Version { return c.Versions[len(c.Versions)-1] }

// Path returns where the conflict stands as one text, which tells it from the
// others: "thresholds.The march is on.target". That of the whole plan is "plan".
func (c Conflict) Path() string {
	return cmp.Or(strings.Join(c.Field, "."), "plan")
}
