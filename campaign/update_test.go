package campaign_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"muster/campaign"
)

// good is an update with nothing wrong.
func good() campaign.Update {
	return campaign.Update{
		ID: id(1), At: moment("09:00"), Kind: campaign.Added, Count: 5,
		Cell: campaign.Cell{Measure: campaign.Pledges, Region: "Ohio", Source: "stall", Tier: "Committed"}, By: "Anna", Note: "two\nlines",
	}
}

func goodVoid() campaign.Update {
	return campaign.Update{ID: id(2), At: moment("09:00"), Kind: campaign.Void, Voids: id(1), Note: "a slip"}
}

func TestUpdateValidate(t *testing.T) {
	for _, u := range []campaign.Update{good(), goodVoid()} {
		if err := u.Validate(); err != nil {
			t.Errorf("%+v: %v", u, err)
		}
	}
	for _, c := range []struct {
		name  string
		spoil func(u *campaign.Update)
		says  string
	}{
		{"no id", func(u *campaign.Update) { u.ID = campaign.ID{} }, "no id"},
		{"no date", func(u *campaign.Update) { u.At = time.Time{} }, "not plausible"},
		{"far future", func(u *campaign.Update) { u.At = time.Date(2200, 1, 1, 0, 0, 0, 0, time.UTC) }, "not plausible"},
		{"too fine", func(u *campaign.Update) { u.At = u.At.Add(time.Microsecond) }, "millisecond"},
		{"no kind", func(u *campaign.Update) { u.Kind = 0 }, "neither"},
		{"another kind", func(u *campaign.Update) { u.Kind = 4 }, "neither"},
		{"no measure", func(u *campaign.Update) { u.Measure = "" }, "measure"},
		{"a count that voids", func(u *campaign.Update) { u.Voids = id(7) }, "only a void"},
		{"a reading below zero", func(u *campaign.Update) { u.Kind, u.Count = campaign.Reading, -1 }, "below zero"},
		{"too many", func(u *campaign.Update) { u.Count = campaign.MaxCount + 1 }, "more than Muster counts"},
		{"too few", func(u *campaign.Update) { u.Count = -campaign.MaxCount - 1 }, "more than Muster counts"},
		{"a long region", func(u *campaign.Update) { u.Region = strings.Repeat("x", 201) }, "region is too long"},
		{"a region of two lines", func(u *campaign.Update) { u.Region = "Ohio\nIowa" }, "control character"},
		{"broken text", func(u *campaign.Update) { u.By = "\xff" }, "UTF-8"},
		{"a long note", func(u *campaign.Update) { u.Note = strings.Repeat("x", 10_001) }, "note is too long"},
		{"a NUL in the note", func(u *campaign.Update) { u.Note = "a\x00b" }, "NUL"},
		{"a void of nothing", func(u *campaign.Update) { *u = goodVoid(); u.Voids = campaign.ID{} }, "which update"},
		{"a void of itself", func(u *campaign.Update) { *u = goodVoid(); u.Voids = u.ID }, "itself"},
		{"a void without a reason", func(u *campaign.Update) { *u = goodVoid(); u.Note = " " }, "say why"},
		{"a void by a long name", func(u *campaign.Update) { *u = goodVoid(); u.By = strings.Repeat("x", 201) }, "too long"},
	} {
		u := good()
		c.spoil(&u)
		if err := u.Validate(); !errors.Is(err, campaign.ErrInvalid) || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v, want an error about %q", c.name, err, c.says)
		}
	}
}

func TestUpdateLimitsAreAllowed(t *testing.T) {
	for _, change := range []func(u *campaign.Update){
		func(u *campaign.Update) { u.Count = campaign.MaxCount },
		func(u *campaign.Update) { u.Count = -campaign.MaxCount },
		func(u *campaign.Update) { u.Count = 0 },
		func(u *campaign.Update) { u.Region = strings.Repeat("é", 100) },
		func(u *campaign.Update) { u.At = time.Date(1900, 1, 1, 0, 0, 0, 0, time.UTC) },
		func(u *campaign.Update) { u.At = time.Date(2199, 12, 31, 23, 59, 59, 999e6, time.UTC) },
	} {
		u := good()
		change(&u)
		if err := u.Validate(); err != nil {
			t.Errorf("%+v: %v", u, err)
		}
	}
}

func TestUpdatesAreOrderedByTimeThenID(t *testing.T) {
	early, late := good(), good()
	late.At, late.ID = early.At.Add(time.Millisecond), campaign.ID{}
	tied := early
	tied.ID = id(2)
	if early.Compare(late) >= 0 || late.Compare(early) <= 0 || early.Compare(tied) >= 0 || early.Compare(early) != 0 {
		t.Errorf("early %v, tied %v, late %v are out of order", early, tied, late)
	}
}
