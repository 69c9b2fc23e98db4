package app

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"muster/campaign"
)

// TestPreviewIsWhatHappens draws files of counts and of people, imports, undoes
// and voids in random order, and compares what each import would do with what it
// does.
func TestPreviewIsWhatHappens(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	for range 12 {
		d := newDesk(t, campaign.Campaign{Name: "March", Sources: []string{"stall"}})
		for range 8 {
			path := fileOf(t, "form.csv", drawFile(random))
			would, err := d.Import(t.Context(), path, ImportOptions{DryRun: true})
			if err != nil {
				t.Fatal(err)
			}
			did, err := d.Import(t.Context(), path, ImportOptions{})
			if err != nil {
				t.Fatal(err)
			}
			if did.Added != would.Added || did.Duplicates != would.Duplicates || did.Rows != would.Rows || !reflect.DeepEqual(did.Effect, would.Effect) {
				t.Fatalf("it does\n%+v, and would\n%+v", did, would)
			}
			shake(t, d, random)
		}
	}
}

// drawFile returns a table of counts or a list of people of a few days.
func drawFile(random *rand.Rand) string {
	var b strings.Builder
	people := random.IntN(2) == 0
	if people {
		b.WriteString("date,email,region\n")
	} else {
		b.WriteString("date,added,total,region\n")
	}
	for range random.IntN(12) + 1 {
		day, region := random.IntN(4)+1, []string{"Ohio", "Utah", ""}[random.IntN(3)]
		switch {
		case people:
			fmt.Fprintf(&b, "2026-01-0%d,x,%s\n", day, region)
		case random.IntN(3) == 0:
			fmt.Fprintf(&b, "2026-01-0%d,,%d,%s\n", day, random.IntN(50), region)
		default:
			fmt.Fprintf(&b, "2026-01-0%d,%d,,%s\n", day, random.IntN(50), region)
		}
	}
	return b.String()
}

// shake undoes an import, brings one back, or voids a line.
func shake(t *testing.T, d *Desk, random *rand.Rand) {
	t.Helper()
	all, err := d.Imports()
	if err != nil || len(all) == 0 {
		t.Fatal(err)
	}
	switch i := all[random.IntN(len(all))]; {
	case random.IntN(3) == 0:
		var u campaign.Update
		err = d.Each(Filter{}, func(l Line) error {
			if l.Kind != campaign.Void && l.VoidedBy.IsZero() && random.IntN(3) == 0 {
				u = l.Update
			}
			return nil
		})
		if err == nil && !u.ID.IsZero() {
			_, err = d.Void("wrong", "Anna", u.ID)
		}
	case i.IsUndone():
		_, err = d.RedoImport(t.Context(), i.Number, "right after all", "Anna", nil)
	default:
		_, err = d.UndoImport(t.Context(), i.Number, "wrong", "Anna", nil)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// TestUndoneImport takes an import back and brings it back; the same file again
// says so meanwhile, and what somebody took out besides stays out.
func TestUndoneImport(t *testing.T) {
	d := newDesk(t, campaign.Campaign{Name: "March"})
	path := fileOf(t, "stall.csv", "date,added\n2026-01-01,5\n2026-01-02,7\n")
	r, err := d.Import(t.Context(), path, ImportOptions{By: "Anna"})
	if err != nil || r.Number == 0 {
		t.Fatalf("%+v, %v", r, err)
	}
	var first campaign.ID
	if err := d.Each(Filter{}, func(l Line) error {
		if l.Count == 5 {
			first = l.ID
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Void("typed wrongly", "Ben", first); err != nil {
		t.Fatal(err)
	}
	if _, err := d.UndoImport(t.Context(), r.Number, " ", "Ben", nil); !errors.Is(err, campaign.ErrInvalid) {
		t.Errorf("without a reason: %v", err)
	}
	i, err := d.UndoImport(t.Context(), r.Number, "the wrong stall", "Ben", nil)
	if err != nil || !i.IsUndone() || i.Undone.Why != "the wrong stall" || i.Undone.By != "Ben" || pledges(t, d) != 0 {
		t.Errorf("%+v, %v, %d pledges", i, err, pledges(t, d))
	}
	if _, err := d.UndoImport(t.Context(), r.Number, "again", "Ben", nil); !errors.Is(err, campaign.ErrAlreadyVoid) {
		t.Errorf("undone twice: %v", err)
	}
	again, err := d.Import(t.Context(), path, ImportOptions{})
	if err != nil || again.Added != 0 || again.Out != 2 || again.Number != 0 || len(again.Undone) != 1 || again.Undone[0].Number != r.Number {
		t.Errorf("the same file again: %+v, %v", again, err)
	}
	if _, err := d.RedoImport(t.Context(), r.Number, "the right one", "Ben", nil); err != nil || pledges(t, d) != 7 {
		t.Errorf("%v, %d pledges", err, pledges(t, d))
	}
	if again, err = d.Import(t.Context(), path, ImportOptions{}); err != nil || again.Out != 1 || len(again.Undone) != 0 {
		t.Errorf("once it is back: %+v, %v", again, err)
	}
	all, err := d.Imports()
	if err != nil || len(all) != 1 || all[0].Updates != 2 || all[0].By != "Anna" || all[0].IsUndone() {
		t.Errorf("%+v, %v", all, err)
	}
}

// TestChangedLineOfALedgerIsRejected: an id that comes back with another count
// is no reason to believe either.
func TestChangedLineOfALedgerIsRejected(t *testing.T) {
	d := newDesk(t, campaign.Campaign{Name: "March"})
	u := record(t, d, Entry{Count: 5, At: time.Date(2026, 1, 2, 0, 0, 0, 0, time.UTC)})
	path := fileOf(t, "march.csv", fmt.Sprintf("at,added,total,voids,id\n2026-01-02,6,,,%s\n2026-01-03,1,,,\n", u.ID))
	r, err := d.Import(t.Context(), path, ImportOptions{})
	if !errors.Is(err, campaign.ErrRejected) || len(r.Rejected) != 1 || r.Rejected[0].Line != 2 || pledges(t, d) != 5 {
		t.Errorf("%+v, %v", r, err)
	}
	if r, err = d.Import(t.Context(), path, ImportOptions{SkipBad: true}); err != nil || r.Added != 1 || pledges(t, d) != 6 {
		t.Errorf("%+v, %v", r, err)
	}
	if !slices.ContainsFunc(r.Effect.Measures, func(s Shift) bool { return s == Shift{campaign.Pledges, 5, 6} }) {
		t.Errorf("%+v", r.Effect)
	}
}
