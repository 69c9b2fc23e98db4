package app

import (
	"errors"
	"testing"
	"time"

	"muster/campaign"
	"muster/persistence"
)

// hand gives a desk all plans that another has.
func hand(t *testing.T, from, to *Desk) {
	t.Helper()
	revisions, err := from.Revisions()
	if err != nil {
		t.Fatal(err)
	}
	_, err = to.muster.store.Merge(t.Context(), persistence.Delivery{Campaign: from.id, Revisions: revisions, Runs: func(func(campaign.Run, error) bool) {}}, nil)
	if err != nil {
		t.Fatal(err)
	}
}

// replan saves a plan with another need.
func replan(t *testing.T, d *Desk, need int64, by string) {
	t.Helper()
	if _, err := d.fresh(); err != nil {
		t.Fatal(err)
	}
	plan := d.Campaign()
	plan.Need = need
	if err := d.SavePlan(plan, by); err != nil {
		t.Fatal(err)
	}
}

// TestConflictsAreSeenAndSettled has two data folders change the need at once.
func TestConflictsAreSeenAndSettled(t *testing.T) {
	ours := newDesk(t, campaign.Campaign{Name: "March"})
	m := openTest(t)
	copied := &Desk{muster: m, id: ours.id, watchers: map[chan struct{}]bool{}}
	hand(t, ours, copied)
	theirs, err := m.Desk(ours.id)
	if err != nil {
		t.Fatal(err)
	}
	replan(t, ours, 90_000, "Anna")
	replan(t, theirs, 80_000, " Ben ")
	hand(t, ours, theirs)
	hand(t, theirs, ours)
	var held int64
	for _, d := range []*Desk{ours, theirs} {
		conflicts, err := d.Conflicts()
		if err != nil || len(conflicts) != 1 || conflicts[0].Path() != "need" {
			t.Fatalf("%v: %+v", err, conflicts)
		}
		s, err := d.Snapshot(time.Time{})
		if err != nil || len(s.Conflicts) != 1 || s.Standing.Need != conflicts[0].Holds().Value.(int64) || held != 0 && held != s.Standing.Need {
			t.Errorf("%v: the need is %d with %+v", err, s.Standing.Need, s.Conflicts)
		}
		held = s.Standing.Need
	}
	conflicts, _ := ours.Conflicts()
	keep := map[string]campaign.ID{}
	for _, v := range conflicts[0].Versions {
		if v.By == "Anna" {
			keep["need"] = v.From
		}
	}
	if err := ours.Resolve(keep, "Cleo"); err != nil || ours.Campaign().Need != 90_000 {
		t.Errorf("%v: the need is %d", err, ours.Campaign().Need)
	}
	if err := ours.Resolve(keep, "Cleo"); !errors.Is(err, campaign.ErrInvalid) {
		t.Errorf("settled twice: %v", err)
	}
	hand(t, ours, theirs)
	if left, err := theirs.Conflicts(); err != nil || len(left) > 0 || theirs.Campaign().Need != 90_000 {
		t.Errorf("%v: %+v is left elsewhere, where the need is %d", err, left, theirs.Campaign().Need)
	}
}
