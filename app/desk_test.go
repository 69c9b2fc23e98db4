package app

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"muster/campaign"
)

func newDesk(t *testing.T, c campaign.Campaign) *Desk {
	t.Helper()
	return opened(t, func(m *Muster) (campaign.Campaign, error) { return m.Create(c) })
}

// opened returns the desk of a campaign that was just made in a folder of its own.
func opened(t *testing.T, create func(*Muster) (campaign.Campaign, error)) *Desk {
	t.Helper()
	m := openTest(t)
	c, err := create(m)
	if err != nil {
		t.Fatal(err)
	}
	d, err := m.Desk(c.ID)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// elsewhere opens the same campaign again, as another process would.
func elsewhere(t *testing.T, d *Desk) *Desk {
	t.Helper()
	m, err := Open(d.muster.Dir(), d.muster.now)
	if err != nil {
		t.Fatal(err)
	}
	second, err := m.Desk(d.id)
	if err != nil {
		t.Fatal(err)
	}
	return second
}

func record(t *testing.T, d *Desk, e Entry) campaign.Update {
	t.Helper()
	u, err := d.Record(e)
	if err != nil {
		t.Fatal(err)
	}
	return u
}

func pledges(t *testing.T, d *Desk) int64 {
	t.Helper()
	s, err := d.Standing(time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	return s.Pledges
}

func TestRecordUndoRedo(t *testing.T) {
	d := newDesk(t, campaign.Campaign{Name: "March"})
	record(t, d, Entry{Count: 100, Reading: true, By: "Anna"})
	u := record(t, d, Entry{Count: 23, Cell: campaign.Cell{Region: "Ohio"}, By: " Anna "})
	if u.By != "Anna" || u.Measure != campaign.Pledges || !u.At.Equal(today) {
		t.Errorf("recorded %+v", u)
	}
	void, err := d.Void("entered twice", "Ben", u.ID)
	if err != nil {
		t.Fatal(err)
	}
	if got := pledges(t, d); got != 100 {
		t.Errorf("after the void: %d", got)
	}
	if _, err := d.Void("again", "Ben", u.ID); !errors.Is(err, campaign.ErrAlreadyVoid) {
		t.Errorf("a second void: %v", err)
	}
	if _, err := d.Void("it was right after all", "Anna", void[0].ID); err != nil {
		t.Fatal(err)
	}
	if got := pledges(t, d); got != 123 {
		t.Errorf("after the void of the void: %d", got)
	}
	if _, err := d.Void(" ", "Ben", u.ID); !errors.Is(err, campaign.ErrInvalid) {
		t.Errorf("a void without a reason: %v", err)
	}
	if _, err := d.Void("why not", "Ben", campaign.ID{1}); !errors.Is(err, campaign.ErrNoUpdate) {
		t.Errorf("a void of nothing: %v", err)
	}
}

func TestNamesAreMatchedWhateverTheirCase(t *testing.T) {
	d := newDesk(t, campaign.Campaign{Name: "March", Regions: []campaign.Region{{Name: "Ohio"}},
		Measures: []campaign.Measure{{Name: "Seats", OutOf: 435}}})
	record(t, d, Entry{Count: 1, Cell: campaign.Cell{Region: "ohio ", Source: "Stall"}})
	record(t, d, Entry{Count: 1, Cell: campaign.Cell{Region: "OHIO", Source: "stall"}})
	record(t, d, Entry{Count: 3, Cell: campaign.Cell{Measure: "seats"}})
	s, err := d.Standing(time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	if fmt.Sprint(s.ByRegion, s.BySource, s.Measures[0].Value) != "[{Ohio 2}] [{Stall 2}] 3" {
		t.Errorf("%v %v %v", s.ByRegion, s.BySource, s.Measures)
	}
	if _, err := d.Record(Entry{Count: 1, Cell: campaign.Cell{Measure: "polls"}}); !errors.Is(err, campaign.ErrInvalid) {
		t.Errorf("an unknown measure: %v", err)
	}
	if _, err := d.Record(Entry{Count: -1, Reading: true}); !errors.Is(err, campaign.ErrInvalid) {
		t.Errorf("a reading below zero: %v", err)
	}
}

// TestTwoDesks has two desks of one folder, as two windows would be, see what
// the other records.
func TestTwoDesks(t *testing.T) {
	d := newDesk(t, campaign.Campaign{Name: "March"})
	second := elsewhere(t, d)
	for i := range 5 {
		record(t, d, Entry{Count: 10})
		record(t, second, Entry{Count: 1})
		if got, want := pledges(t, d), int64(11*(i+1)); got != want {
			t.Fatalf("the first desk shows %d, want %d", got, want)
		}
		if got, want := pledges(t, second), int64(11*(i+1)); got != want {
			t.Fatalf("the second desk shows %d, want %d", got, want)
		}
	}
	plan := second.Campaign()
	plan.Need = 500
	if err := second.SavePlan(plan, ""); err != nil {
		t.Fatal(err)
	}
	if s, err := d.Standing(time.Time{}); err != nil || s.Need != 500 {
		t.Errorf("the first desk has need %d, %v", s.Need, err)
	}
}

func TestWatchTellsOfOwnAndOthersChanges(t *testing.T) {
	d := newDesk(t, campaign.Campaign{Name: "March"})
	second := elsewhere(t, d)
	told := make(chan struct{}, 100)
	ctx, stop := context.WithTimeout(t.Context(), 10*time.Second)
	defer stop()
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		d.Watch(ctx, func() { told <- struct{}{} })
	}()
	hear := func(of string) {
		t.Helper()
		select {
		case <-told:
		case <-ctx.Done():
			t.Fatalf("nobody told the watcher of %s", of)
		}
	}
	hear("the start")
	for _, from := range []*Desk{second, d, second} {
		record(t, from, Entry{Count: 1})
		hear("the record")
	}
	for range 20 { // whoever reads first takes the news in; the watcher hears of it all the same
		record(t, second, Entry{Count: 1})
		pledges(t, d)
		hear("news that others read first")
	}
	stop()
	<-ended
}

func TestRowsAreTheLedgerNewestFirst(t *testing.T) {
	d := newDesk(t, campaign.Campaign{Name: "March", TimeZone: "America/New_York"})
	var want []campaign.ID
	for i := range 200 {
		u := record(t, d, Entry{Count: int64(i), At: today.Add(-time.Duration(i*7919%200) * 3 * time.Hour),
			Cell: campaign.Cell{Region: []string{"Ohio", "Utah"}[i%2]}, By: "Anna", Note: fmt.Sprintf("sheet %d", i)})
		want = append(want, u.ID)
	}
	if _, err := d.Void("entered twice", "Ben", want[3]); err != nil {
		t.Fatal(err)
	}
	var oldestFirst []Line
	for _, f := range []Filter{{}, {Region: "ohio"}, {Text: "SHEET 1"}, {By: "ben"}, {Since: today.Add(-100 * time.Hour), Until: today.Add(-20 * time.Hour), Region: "Utah"}, {Text: "nowhere"}} {
		oldestFirst = nil
		if err := d.Each(f, func(l Line) error { oldestFirst = append(oldestFirst, l); return nil }); err != nil {
			t.Fatal(err)
		}
		slices.Reverse(oldestFirst)
		rows, err := d.Rows(t.Context(), f, Order{}, nil)
		if err != nil || rows.Len() != len(oldestFirst) {
			t.Fatalf("%+v: %d rows, %v; want %d", f, rows.Len(), err, len(oldestFirst))
		}
		for i, w := range oldestFirst {
			if got, err := rows.Lines(i, 1); err != nil || got[0].Line != w {
				t.Fatalf("%+v: row %d is %+v, %v; want %+v", f, i, got, err, w)
			}
		}
		if f == (Filter{}) && len(oldestFirst) != 201 {
			t.Fatalf("%d lines in all", len(oldestFirst))
		}
	}
}

func TestSnapshotOfThePast(t *testing.T) {
	d := newDesk(t, campaign.Campaign{Name: "March"})
	for i := range 5 {
		record(t, d, Entry{Count: 10, At: today.AddDate(0, 0, i-4)})
	}
	s, err := d.Snapshot(today.AddDate(0, 0, -2))
	if err != nil {
		t.Fatal(err)
	}
	if s.Standing.Pledges != 30 || len(s.Latest) != 3 || len(s.Daily[campaign.Pledges]) != 3 {
		t.Errorf("pledges %d, latest %d, days %v", s.Standing.Pledges, len(s.Latest), s.Daily)
	}
}

func TestFindCampaign(t *testing.T) {
	m := openTest(t)
	if _, err := m.Find(""); !errors.Is(err, campaign.ErrNoCampaign) {
		t.Errorf("an empty folder: %v", err)
	}
	a, err := m.Create(campaign.Campaign{Name: "March"})
	if err != nil {
		t.Fatal(err)
	}
	if c, err := m.Find(""); err != nil || c.ID != a.ID {
		t.Errorf("the only one: %v, %v", c, err)
	}
	if _, err := m.Create(campaign.Campaign{Name: "march"}); !errors.Is(err, campaign.ErrNameTaken) {
		t.Errorf("the same name: %v", err)
	}
	if _, err := m.Create(campaign.Campaign{Name: "Petition"}); err != nil {
		t.Fatal(err)
	}
	if _, err := m.Find(""); !errors.Is(err, campaign.ErrWhichCampaign) {
		t.Errorf("two of them: %v", err)
	}
	if c, err := m.Find(" MARCH "); err != nil || c.ID != a.ID {
		t.Errorf("by name: %v, %v", c, err)
	}
}
