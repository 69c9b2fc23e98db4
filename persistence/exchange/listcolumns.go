package exchange

import (
	"maps"
	"slices"
	"strings"

	"muster/campaign"
)

// listNames are the names that the columns of sign-up lists go by, the best one
// first. Those of Action Network begin with can2_ in the reports that its
// groups download; Mobilize names a sign-up's moment "signup created time" and
// takes the marks of links (utm_source) over; Google Forms puts "Timestamp"
// before the answers. The others are what people call them.
var listNames = [numFields][]string{
	fieldAt: {"signup created time", "timestamp", "can2 subscription date", "created at", "created date", "date created",
		"signed up", "signed up at", "signup date", "sign up date", "submitted at", "submission date", "date added", "at", "date", "time"},
	fieldRegion: {"region", "state", "can2 state abbreviated", "state/province", "province", "county", "can2 county", "country"},
	fieldSource: {"source", "source code", "utm source", "referrer code", "action network referrer"},
	fieldTier:   {"tier"},
}

// personal are names of columns that tell who a person is or how to reach them.
// A table that has one is of people, and nothing is ever kept from it.
var personal = []string{
	"email", "e mail", "email address", "e mail address", "name", "full name", "your name", "first name", "last name", "given name",
	"family name", "surname", "phone", "phone number", "mobile", "mobile number", "address", "street address", "can2 user address", "can2 phone",
}

// Mobilize says of each sign-up whether it was called off.
const (
	mobilizeTime   = "signup created time"
	mobilizeStatus = "status"
	calledOff      = "cancelled"
)

// isList reports whether a table has a person on each line.
func isList(header []string, o Options) bool {
	for _, f := range []field{fieldTotal, fieldAdded} {
		column, said := o.Map[usual[f][0]]
		if column != "" || !said && slices.ContainsFunc(header, func(name string) bool { return slices.Contains(usual[f], plainName(name)) }) {
			return false
		}
	}
	return o.List != "" || slices.ContainsFunc(header, isPersonal)
}

func isPersonal(name string) bool { return slices.Contains(personal, columnName(name)) }

// columnName returns the name of a column without what is added in brackets,
// which is mostly the time zone.
func columnName(name string) string {
	before, _, _ := strings.Cut(plainName(name), " (")
	return before
}

// findListColumns finds the columns of a list, and makes sure that there is a
// time.
func findListColumns(header []string, said map[string]string) (columns, error) {
	c, err := guessListColumns(header, said)
	if err == nil && c[fieldAt] < 0 {
		err = campaign.Explain(ErrColumns, "no column says when people signed up: the columns of the file are %s; say which it is with --map at=COLUMN", listed(header))
	}
	return c, err
}

// guessListColumns finds the columns of a list by what the person said, then by
// their names.
func guessListColumns(header []string, said map[string]string) (columns, error) {
	for _, f := range slices.Sorted(maps.Keys(said)) {
		if isPersonal(said[f]) {
			return columns{}, campaign.Explain(ErrColumns, "the column %q tells who people are: Muster keeps counts only", said[f])
		}
	}
	c, err := guess(header, said, listNames, columnName)
	c[fieldBy], c[fieldNote] = -1, -1 // what people write may name them
	return c, err
}
