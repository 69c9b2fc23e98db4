package exchange

import (
	"cmp"
	"io"
	"os"
	"strconv"
	"time"
)

// atTally looks at a tally sheet: what its first lines say.
func (l *Look) atTally(t *table, file *os.File) error {
	r, err := newTallySheet(t.records, t.header, file, t.options)
	if err != nil {
		return err
	}
	l.Kind, l.For = TallySheet, r.For
	l.Columns = columnsOf(fieldAt, fieldAdded, fieldRegion, fieldSource, fieldTier)
	var row Row
	for len(l.Rows) < shownRows {
		if err := r.read(&row); err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
		if u := row.Update; row.Why == nil {
			l.Rows = append(l.Rows, []string{u.At.In(r.zone).Format(time.DateOnly), strconv.FormatInt(u.Count, 10),
				cutShort(u.Region, shownText), cutShort(u.Source, shownText), cutShort(u.Tier, shownText)})
		}
	}
	return nil
}

// columnsOf returns columns that go by the names of their fields.
func columnsOf(fields ...field) []Column {
	columns := make([]Column, len(fields))
	for i, f := range fields {
		columns[i] = Column{Name: usual[f][0], Field: usual[f][0]}
	}
	return columns
}

// lookAtPetition looks at the record of a petition: the first of its parts, and
// what is in none.
func lookAtPetition(file io.Reader, o Options) (Look, error) {
	p, err := openPetition(file)
	if err != nil {
		return Look{}, err
	}
	o.recall(p.source())
	parts, rest, err := p.parts(o.Parts)
	if err != nil {
		return Look{}, err
	}
	look := Look{Kind: Petition, Parts: cmp.Or(o.Parts, Parts()[0]), Columns: columnsOf(fieldRegion, fieldTotal)}
	look.Sources.Petition = p.source()
	for _, part := range append(parts, petitionPart{Count: rest}) {
		if len(look.Rows) < shownRows {
			look.Rows = append(look.Rows, []string{cutShort(part.Name, shownText), strconv.FormatInt(part.Count, 10)})
		}
	}
	return look, nil
}
