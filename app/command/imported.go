package command

import (
	"context"
	"errors"
	"os"
	"os/signal"
	"syscall"

	"muster/app"
	"muster/app/phrase"
)

// imported lists the imports there were, takes one back or brings it back.
func (f *face) imported(args []string, a importArgs, by string) error {
	switch {
	case len(args) > 0:
		return usage("--log, --undo and --redo take no file: the list of imports has their numbers")
	case a.undo > 0 && a.why == "":
		return usage("say why: write `muster import --undo %d --why TEXT`", a.undo)
	}
	d, err := f.desk()
	if err != nil {
		return err
	}
	if a.log {
		return f.importLog(d, a.asJSON)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	var i app.Import
	if a.undo > 0 {
		i, err = d.UndoImport(ctx, a.undo, a.why, by, nil)
	} else {
		i, err = d.RedoImport(ctx, a.redo, "brought back", by, nil)
	}
	if errors.Is(err, context.Canceled) {
		return errors.New("it was stopped: nothing was changed")
	}
	if err != nil {
		return err
	}
	if a.asJSON {
		return f.jsonLine(jsonImported(i))
	}
	s, err := d.Standing(f.now())
	if err != nil {
		return err
	}
	if i.IsUndone() {
		f.printf("Taken out of the count: %s from %s. `muster import --redo %d` brings them back.\n",
			plural(int64(i.Updates), "update", "updates"), i.File, i.Number)
	} else {
		f.printf("Back in the count: %s from %s.\n", plural(int64(i.Updates), "update", "updates"), i.File)
	}
	f.printf("%s\n", newTotal(s, ""))
	return nil
}

// importLog lists the imports, the latest first.
func (f *face) importLog(d *app.Desk, asJSON bool) error {
	all, err := d.Imports()
	if err != nil {
		return err
	}
	if asJSON {
		list := []importedJSON{}
		for _, i := range all {
			list = append(list, jsonImported(i))
		}
		return f.json(list)
	}
	if len(all) == 0 {
		f.printf("Nothing was imported yet.\n")
		return nil
	}
	zone := d.Campaign().Location()
	t := newTable(0, 3)
	for _, i := range all {
		state := ""
		if i.IsUndone() {
			state = "undone " + phrase.Moment(i.Undone.At, zone) + ": " + i.Undone.Why
		}
		t.add(phrase.Count(int64(i.Number)), i.File, phrase.Moment(i.At, zone), plural(int64(i.Updates), "update", "updates"), i.By, state)
	}
	f.printf("%s", t)
	return nil
}

// importedJSON is an import that was made, as programs get it.
type importedJSON struct {
	Number  uint64      `json:"number"`
	File    string      `json:"file"`
	At      *string     `json:"at"`
	By      *string     `json:"by"`
	Updates int         `json:"updates"`
	Undone  *undoneJSON `json:"undone"`
}

type undoneJSON struct {
	At  *string `json:"at"`
	By  *string `json:"by"`
	Why string  `json:"why"`
}

func jsonImported(i app.Import) importedJSON {
	j := importedJSON{Number: i.Number, File: i.File, At: jsonTime(i.At), By: orNull(i.By), Updates: i.Updates}
	if i.IsUndone() {
		j.Undone = &undoneJSON{At: jsonTime(i.Undone.At), By: orNull(i.Undone.By), Why: i.Undone.Why}
	}
	return j
}
