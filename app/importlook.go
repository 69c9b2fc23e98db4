package app

import (
	"muster/persistence/exchange"
)

// Look is what a file is, and how it would be read.
type Look struct {
	exchange.Look
	Before Before // that it would be read as; empty if nothing was said before
}

// Look finds out what a file is and how it would be read: the columns as the
// options say, as they were for the last file of the same source, or as their
// names show. Errors: exchange.ErrFormat, exchange.ErrColumns; the sheets that
// can be chosen instead are named even then.
func (d *Desk) Look(path string, o ImportOptions) (Look, error) {
	f, err := d.importFile(path, o)
	if err != nil {
		return Look{}, err
	}
	var look Look
	look.Look, err = exchange.LookAt(path, f.reading)
	look.Before = f.memory.filledIn()
	if err != nil {
		return look, f.named(err)
	}
	return look, nil
}
