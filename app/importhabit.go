package app

import (
	"cmp"
	"maps"

	"muster/persistence"
	"muster/persistence/exchange"
)

// Before is what was said of a source of files when one was imported last.
type Before = persistence.Habit

// memory is what was said before of the sources of a file. It asks the store
// but once: while the file is taken in, the store is held.
type memory struct {
	desk  *Desk
	known map[string]Before
	used  Before // that was filled in
}

func (d *Desk) memory() *memory {
	return &memory{desk: d, known: map[string]Before{}, used: Before{Columns: map[string]string{}}}
}

// filledIn returns a copy of what was filled in so far.
func (m *memory) filledIn() Before {
	used := m.used
	used.Columns = maps.Clone(used.Columns)
	return used
}

// recall fills in what was said before of files from a source where nothing is
// said now. What cannot be read is not known.
func (m *memory) recall(source string, o *exchange.Options) {
	known, asked := m.known[source]
	if !asked {
		known, _ = m.desk.muster.store.Habit(m.desk.id, source)
		m.known[source] = known
	}
	used := fillIn(known, o)
	all := &m.used
	maps.Copy(all.Columns, used.Columns)
	all.Dates, all.Sheet = cmp.Or(all.Dates, used.Dates), cmp.Or(all.Sheet, used.Sheet)
	all.List, all.Parts = cmp.Or(all.List, used.List), cmp.Or(all.Parts, used.Parts)
}

// fillIn fills in what is known where nothing is said, and returns what it
// filled in.
func fillIn(known Before, o *exchange.Options) Before {
	used := Before{Columns: map[string]string{}}
	known.Columns = maps.Clone(known.Columns)
	if o.List != "" { // then there is a person on each line
		delete(known.Columns, "total")
		delete(known.Columns, "added")
	}
	all := maps.Clone(o.Map)
	if all == nil {
		all = map[string]string{}
	}
	for field, column := range known.Columns {
		if _, said := all[field]; !said {
			all[field], used.Columns[field] = column, column
		}
	}
	o.Map = all
	if order, _ := exchange.ParseDates(known.Dates); order != exchange.DatesUnsaid {
		o.DatesBefore, used.Dates = order, known.Dates
	}
	fill := func(said, before, used *string) {
		if *said == "" {
			*said, *used = *before, *before
		}
	}
	fill(&o.Sheet, &known.Sheet, &used.Sheet)
	fill(&o.List, &known.List, &used.List)
	fill(&o.Parts, &known.Parts, &used.Parts)
	return used
}

// keepHabits remembers how a file that was imported was read. That it cannot
// be is no reason to say that the import failed.
func (d *Desk) keepHabits(f importFile) {
	var final exchange.Options
	recall := f.reading.Recall
	f.reading.Recall = func(source string, o *exchange.Options) {
		recall(source, o)
		final = *o
	}
	look, err := exchange.LookAt(f.path, f.reading)
	if err != nil {
		return
	}
	kept := map[string]Before{}
	keep := func(source string, h Before) {
		before, err := d.muster.store.Habit(d.id, source)
		if source != "" && (err != nil || !sameHabit(before, h)) {
			kept[source] = h
		}
	}
	keep(look.Sources.Columns, Before{Columns: final.Map, Dates: look.Dates.String()})
	keep(look.Sources.Petition, Before{Parts: final.Parts})
	if len(look.Sheets) > 1 {
		keep(look.Sources.Sheets, Before{Sheet: look.Sheet})
	}
	if look.Kind == exchange.SignUps {
		keep(look.Sources.List, Before{List: final.List})
	}
	_ = d.muster.store.KeepHabits(d.id, kept)
}

func sameHabit(a, b Before) bool {
	return maps.Equal(a.Columns, b.Columns) && a.Dates == b.Dates && a.Sheet == b.Sheet && a.List == b.List && a.Parts == b.Parts
}
