package command

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"muster/app"
	"muster/persistence/exchange"
)

// kinds are the kinds of file in words, and as programs get them.
var kinds = map[exchange.Kind]struct{ words, name string }{
	exchange.Counts:     {"a count on every line", "counts"},
	exchange.SignUps:    {"a list with a person on every line: only how many signed up on each day is read", "sign-ups"},
	exchange.Petition:   {"the record of a petition", "petition"},
	exchange.Ledger:     {"updates that Muster wrote, with their ids", "ledger"},
	exchange.TallySheet: {"a tally sheet", "tally"},
}

// needs are what must be said of a file, in words.
var needs = map[exchange.Need]string{
	exchange.NeedTime:  "which column says when: --map at=COLUMN",
	exchange.NeedCount: "which column has the count: --map total=COLUMN or --map added=COLUMN, or --list NAME if there is a person on each line",
	exchange.NeedDates: "whether dates begin with the day or the month: --dates day-first or --dates month-first",
}

// lookAt shows what a file is and how it would be read.
func (f *face) lookAt(d *app.Desk, path string, o app.ImportOptions, asJSON bool) error {
	look, err := d.Look(path, o)
	if err != nil && len(look.Sheets) > 1 {
		return fmt.Errorf("%w; of the sheets %s, --sheet NAME says which to read", err, allQuoted(look.Sheets))
	}
	if err != nil {
		return err
	}
	if asJSON {
		return f.json(jsonLook(look))
	}
	f.printf("It holds %s.\n", kinds[look.Kind].words)
	if len(look.Sheets) > 1 {
		f.printf("Sheet %q is read; there are %s.\n", look.Sheet, allQuoted(look.Sheets))
	}
	if look.List != "" {
		f.printf("It is of the list %q.\n", look.List)
	}
	if look.Parts != "" {
		f.printf("It is counted by %s; --parts can be %s.\n", look.Parts, strings.Join(exchange.Parts(), ", "))
	}
	if look.Dates != exchange.DatesUnsaid {
		f.printf("Dates are %s.\n", look.Dates)
	}
	f.printBefore(look.Before)
	f.printf("\n%s", lookTable(look))
	for _, need := range look.Needs {
		f.printf("\nSay %s.\n", needs[need])
	}
	return nil
}

// notShown stands for what may tell who people are.
const notShown = "(not shown)"

// lookTable returns the first rows under the names of their columns and the
// fields that these are read as.
func lookTable(look app.Look) *table {
	var names, fields []string
	for _, c := range look.Columns {
		names = append(names, c.Name)
		field := "-"
		if c.Field != "" {
			field = "= " + c.Field
		}
		fields = append(fields, field)
	}
	t := newTable()
	t.add(fields...)
	t.add(names...)
	for _, row := range look.Rows {
		cells := slices.Clone(row)
		for i, c := range look.Columns {
			if c.Hidden {
				cells[i] = notShown
			}
		}
		t.add(cells...)
	}
	return t
}

// printBefore says what was said of an earlier file and holds for this one.
func (f *face) printBefore(b app.Before) {
	var said []string
	for _, field := range slices.Sorted(maps.Keys(b.Columns)) {
		if column := b.Columns[field]; column != "" {
			said = append(said, fmt.Sprintf("%s=%q", field, column))
		}
	}
	for _, other := range []struct{ what, is string }{{"sheet", b.Sheet}, {"list", b.List}, {"parts", b.Parts}} {
		if other.is != "" {
			said = append(said, fmt.Sprintf("%s %q", other.what, other.is))
		}
	}
	if len(said) > 0 {
		f.printf("Read as the last file of its kind was: %s.\n", strings.Join(said, ", "))
	}
}

func allQuoted(names []string) string {
	all := make([]string, len(names))
	for i, name := range names {
		all[i] = fmt.Sprintf("%q", name)
	}
	return strings.Join(all, ", ")
}

// lookJSON is what a file is, as programs get it.
type lookJSON struct {
	Kind    string       `json:"kind"`
	Sheets  []string     `json:"sheets"`
	Sheet   *string      `json:"sheet"`
	Columns []columnJSON `json:"columns"`
	Rows    [][]string   `json:"rows"`
	Dates   *string      `json:"dates"`
	List    *string      `json:"list"`
	Parts   *string      `json:"parts"`
	Needs   []string     `json:"needs"`
}

type columnJSON struct {
	Name   string  `json:"name"`
	Field  *string `json:"field"`
	Hidden bool    `json:"hidden"`
}

func jsonLook(look app.Look) lookJSON {
	j := lookJSON{Kind: kinds[look.Kind].name, Sheets: look.Sheets, Sheet: orNull(look.Sheet), Columns: []columnJSON{}, Rows: look.Rows,
		Dates: orNull(look.Dates.String()), List: orNull(look.List), Parts: orNull(look.Parts), Needs: []string{}}
	for _, c := range look.Columns {
		j.Columns = append(j.Columns, columnJSON{c.Name, orNull(c.Field), c.Hidden})
	}
	for _, need := range look.Needs {
		j.Needs = append(j.Needs, [...]string{"at", "count", "dates"}[need])
	}
	return j
}
