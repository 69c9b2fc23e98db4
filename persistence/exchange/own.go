package exchange

import (
	"strings"

	"muster/campaign"
)

// ownColumns are where a ledger that Muster wrote has what no other table has;
// -1 if it is no such ledger.
type ownColumns struct{ id, voids int }

func ownColumnsOf(header []string) ownColumns {
	if !isOwn(header) {
		return ownColumns{-1, -1}
	}
	return ownColumns{columnNamed(header, nameID), columnNamed(header, nameVoids)}
}

var (
	errNoID  = campaign.Explain(campaign.ErrInvalid, "a void needs its id, which is empty: export the ledger again, and leave its ids as they are")
	errOwnID = campaign.Explain(campaign.ErrInvalid, "the id is not one: leave the ids of an export as they are, and empty for new lines")
)

// take reads the id of a line, and what it voids, into the update; a line that
// was put in by hand has no id yet.
func (o ownColumns) take(fields [][]byte, u *campaign.Update) error {
	id, voids := at(fields, o.id), at(fields, o.voids)
	var err error
	if len(id) > 0 {
		if u.ID, err = campaign.ParseID(string(id)); err != nil || u.ID == anyID || u.ID.IsZero() {
			return errOwnID
		}
	}
	if len(voids) == 0 {
		return nil
	}
	if len(id) == 0 {
		return errNoID
	}
	if u.Voids, err = campaign.ParseID(string(voids)); err != nil {
		return errOwnID
	}
	u.Kind = campaign.Void
	return nil
}

// formulas are what a text begins with that a spreadsheet would take for one.
const formulas = "=+-@\t\r\n"

// Inert returns a text that no spreadsheet takes for a formula, as a ledger
// that is written has it: with an apostrophe before it.
func Inert(text string) string {
	if isFormula(text) {
		return "'" + text
	}
	return text
}

// unmark takes that apostrophe off again.
func unmark(field []byte) []byte {
	if len(field) > 1 && field[0] == '\'' && isFormula(string(field[1:])) {
		return field[1:]
	}
	return field
}

// isFormula reports whether a text would be taken for a formula, if it were
// not for apostrophes that it begins with.
func isFormula(text string) bool {
	text = strings.TrimLeft(text, "'")
	return text != "" && strings.IndexByte(formulas, text[0]) >= 0
}
