package command

import "muster/app"

// importJSON is what an import did, as programs get it.
type importJSON struct {
	Rows       int            `json:"rows"`
	Added      int            `json:"added"`
	Duplicates int            `json:"duplicates"`
	Rejected   []rejectedJSON `json:"rejected"`
	DryRun     bool           `json:"dry_run"`
	List       string         `json:"list,omitempty"`
	Tally      string         `json:"tally,omitempty"`
	Changed    int            `json:"changed,omitempty"`
	Number     *uint64        `json:"number"`
	Out        int            `json:"out"`
	Voided     *int           `json:"voided,omitempty"`
	Undone     []uint64       `json:"undone"`
	Measures   []shiftJSON    `json:"measures"`
	Regions    []shiftJSON    `json:"regions"`
}

type rejectedJSON struct {
	Line int    `json:"line"`
	Why  string `json:"why"`
}

// shiftJSON is a total before and after.
type shiftJSON struct {
	Name   string `json:"name"`
	Before int64  `json:"before"`
	After  int64  `json:"after"`
}

func jsonImport(r app.ImportResult) importJSON {
	j := importJSON{Rows: r.Rows, Added: r.Added, Duplicates: r.Duplicates, Rejected: []rejectedJSON{}, DryRun: r.DryRun, List: r.List, Tally: r.Tally, Changed: r.Changed,
		Number: orNull(r.Number), Out: r.Out, Undone: []uint64{}, Measures: jsonShifts(r.Effect.Measures), Regions: jsonShifts(r.Effect.Regions)}
	for _, rejected := range r.Rejected {
		j.Rejected = append(j.Rejected, rejectedJSON{rejected.Line, rejected.Why.Error()})
	}
	for _, i := range r.Undone {
		j.Undone = append(j.Undone, i.Number)
	}
	if r.DryRun {
		j.Voided = &r.Voided
	}
	return j
}

func jsonShifts(shifts []app.Shift) []shiftJSON {
	all := []shiftJSON{}
	for _, s := range shifts {
		all = append(all, shiftJSON(s))
	}
	return all
}
