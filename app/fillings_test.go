package app

import (
	"context"
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"muster/campaign"
	"muster/persistence/exchange"
)

// filled writes a sheet as it was saved some hours after it was made, one text for
// each of its days.
func filled(t *testing.T, s TallySheet, hours int, counts ...string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "tally.csv")
	file, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	w := csv.NewWriter(file)
	rows := [][]string{exchange.TallyHead{ID: s.ID, Campaign: s.Campaign.ID, Name: s.Campaign.Name, Made: s.Made, Zone: s.Campaign.TimeZone,
		For: s.For, Region: s.Region, Source: s.Source}.Row(), {exchange.TallyDay, "", exchange.TallyCount + s.Tiers[0]}}
	for i, count := range counts {
		rows = append(rows, []string{(s.From + campaign.Day(i)).String(), "", count})
	}
	if err := w.WriteAll(rows); err != nil {
		t.Fatal(err)
	}
	saved := s.Made.Add(time.Duration(hours) * time.Hour)
	if err := os.Chtimes(path, saved, saved); err != nil {
		t.Fatal(err)
	}
	return path
}

// takeIn imports a file twice, the first time for show, and returns what it did.
func takeIn(t *testing.T, d *Desk, path string) ImportResult {
	t.Helper()
	shown, err := d.Import(context.Background(), path, ImportOptions{DryRun: true})
	if err != nil {
		t.Fatal(err)
	}
	done, err := d.Import(context.Background(), path, ImportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if shown.Added != done.Added || shown.Changed != done.Changed || shown.Duplicates != done.Duplicates || shown.Tally != done.Tally {
		t.Errorf("%+v was shown, %+v done", shown, done)
	}
	again, err := d.Import(context.Background(), path, ImportOptions{})
	if err != nil || again.Added != 0 || again.Changed != 0 {
		t.Errorf("taken in again it does %+v, %v", again, err)
	}
	return done
}

// TestTallySheetComesBack takes a sheet in as it is filled day by day, with a
// line changed, one emptied and one filled again, and an old file by mistake.
func TestTallySheetComesBack(t *testing.T) {
	d := newDesk(t, tallyCampaign())
	s, err := d.TallySheet(TallyOptions{For: "Anna", Region: "Ohio", Source: "stall", From: campaign.NewDay(2026, 11, 1)})
	if err != nil {
		t.Fatal(err)
	}
	for _, step := range []struct {
		hours          int
		counts         string
		added, changed int
		total          int64
	}{
		{1, "5,,", 1, 0, 5},
		{2, "5,7,", 1, 0, 12},
		{3, "4,7,1", 2, 1, 12},
		{1, "5,,", 0, 0, 12},  // by mistake
		{2, "5,7,", 0, 0, 12}, // which says nothing new either
		{4, "4,,1", 1, 1, 5},
		{5, "4,,1", 0, 0, 5},
		{6, "4,9,1", 1, 1, 14},
		{2, "5,8,", 1, 0, 14},  // another that was saved back then
		{9, "4,9,1", 0, 0, 14}, // as it was
		{7, "1,9,1", 1, 1, 14}, // saved in between, but imported last
		{8, "4,9,2", 1, 1, 14},
	} {
		done := takeIn(t, d, filled(t, s, step.hours, strings.Split(step.counts, ",")...))
		if done.Added != step.added || done.Changed != step.changed || done.Tally != "Anna" {
			t.Errorf("%q after %d h: %+v", step.counts, step.hours, done)
		}
		if n := pledges(t, d); n != step.total {
			t.Errorf("%q after %d h: %d pledges, want %d", step.counts, step.hours, n, step.total)
		}
	}
	other, err := d.TallySheet(TallyOptions{For: "Anna", Region: "Ohio", Source: "stall", From: s.From})
	if err != nil {
		t.Fatal(err)
	}
	if takeIn(t, d, filled(t, other, 1, "4")); pledges(t, d) != 18 {
		t.Errorf("with a second sheet there are %d pledges", pledges(t, d))
	}
}

// TestTallySheetsMeet takes different fillings of a sheet into two copies of a
// campaign and brings together what they came to hold: both count what was saved
// last, whichever way the updates go.
func TestTallySheetsMeet(t *testing.T) {
	first := newDesk(t, tallyCampaign())
	s, err := first.TallySheet(TallyOptions{For: "Anna", Region: "Ohio", From: campaign.NewDay(2026, 11, 1)})
	if err != nil {
		t.Fatal(err)
	}
	second := newDesk(t, tallyCampaign())
	theirs := s
	theirs.Campaign.ID = second.id // a copy has the same id; here it only has to be let in
	takeIn(t, first, filled(t, s, 1, "5", "7"))
	takeIn(t, first, filled(t, s, 3, "4", "7", "1"))
	takeIn(t, second, filled(t, theirs, 2, "6", "", "8"))
	takeIn(t, second, filled(t, theirs, 4, "6", "2", "")) // which says of the first day what it said before
	for range 2 {
		all := append(updatesOf(t, first), updatesOf(t, second)...)
		for _, d := range []*Desk{first, second} {
			if _, err := d.muster.store.Insert(d.id, all...); err != nil {
				t.Fatal(err)
			}
		}
	}
	for _, d := range []*Desk{first, second} {
		if n := pledges(t, d); n != 6+2 { // the third day was emptied last
			t.Errorf("%d pledges", n)
		}
	}
	if a, b := len(updatesOf(t, first)), len(updatesOf(t, second)); a != b {
		t.Errorf("%d lines and %d", a, b)
	}
}

func updatesOf(t *testing.T, d *Desk) []campaign.Update {
	t.Helper()
	var all []campaign.Update
	err := d.Each(Filter{}, func(l Line) error {
		all = append(all, l.Update)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}
