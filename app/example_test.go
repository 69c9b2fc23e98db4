package app

import (
	"context"
	"errors"
	"math"
	"os"
	"path/filepath"
	"testing"
	"time"

	"muster/assets"
	"muster/campaign"
)

var today = time.Date(2026, 11, 23, 14, 0, 0, 0, time.UTC)

func openTest(t *testing.T) *Muster {
	t.Helper()
	m, err := Open(t.TempDir(), func() time.Time { return today })
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if r, err := m.Check(); err != nil || len(r.Damage) > 0 {
			t.Errorf("check: %v, %v", r.Damage, err)
		}
	})
	return m
}

func exampleDesk(t *testing.T, name string) *Desk {
	t.Helper()
	return opened(t, func(m *Muster) (campaign.Campaign, error) { return m.CreateExample(name) })
}

func TestMarchIsTwoOrdersShort(t *testing.T) {
	s, err := exampleDesk(t, "march").Standing(time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	if s.Pledges != 1000 || s.Need != 100_000 || s.Updates != 1 {
		t.Errorf("pledges %d, need %d, updates %d", s.Pledges, s.Need, s.Updates)
	}
	if n, ok := s.NeedShare.OneIn(); !ok || math.Abs(n-7.0225) > 1e-9 {
		t.Errorf("the need is 1 in %v", n)
	}
	next, ok := s.Next()
	if !ok || next.Gap.Orders != 2 || math.Abs(next.Gap.Doublings-6.6439) > 1e-4 {
		t.Errorf("gap %+v", next.Gap)
	}
}

func TestPetitionReachedItsThresholds(t *testing.T) {
	d := exampleDesk(t, "petition")
	s, err := d.Standing(time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	if s.Pledges != 6_078_985 {
		t.Errorf("pledges %d", s.Pledges)
	}
	want := map[float64]string{10_000: "2019-03-18T13:26:30Z", 100_000: "2019-03-20T20:33:35Z"}
	for _, threshold := range s.Thresholds {
		if got := threshold.ReachedAt.Format(time.RFC3339); got != want[threshold.Target] {
			t.Errorf("%s was reached at %s, want %s", threshold.Name, got, want[threshold.Target])
		}
	}
}

func TestImportingTwiceAddsNothing(t *testing.T) {
	d := newDesk(t, campaign.Campaign{Name: "Petition"})
	path := filepath.Join(t.TempDir(), "series.csv")
	if err := os.WriteFile(path, assets.PetitionSeries(), 0o600); err != nil {
		t.Fatal(err)
	}
	dry, err := d.Import(context.Background(), path, ImportOptions{DryRun: true})
	if err != nil || dry.Added == 0 {
		t.Fatalf("dry run: %+v, %v", dry, err)
	}
	first, err := d.Import(context.Background(), path, ImportOptions{By: "Anna"})
	if err != nil || first.Added != dry.Added || first.Duplicates != dry.Duplicates {
		t.Fatalf("first: %+v, %v; the dry run said %+v", first, err, dry)
	}
	second, err := d.Import(context.Background(), path, ImportOptions{By: "Ben"})
	if err != nil || second.Added != 0 || second.Duplicates != second.Rows {
		t.Fatalf("second: %+v, %v", second, err)
	}
}

func TestImportSpellsNamesAsThePlanDoes(t *testing.T) {
	d := newDesk(t, campaign.Campaign{Name: "March", Regions: []campaign.Region{{Name: "Ohio"}}})
	path := filepath.Join(t.TempDir(), "counts.csv")
	write := func(text string) {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("at,added,region\n2026-11-01,5,ohio\n2026-11-02,7,OHIO\n")
	if _, err := d.Import(context.Background(), path, ImportOptions{}); err != nil {
		t.Fatal(err)
	}
	s, err := d.Standing(time.Time{})
	if err != nil || len(s.ByRegion) != 1 || s.ByRegion[0] != (campaign.Total{Name: "Ohio", Total: 12}) {
		t.Errorf("%v, %v", s.ByRegion, err)
	}
	write("at,added,measure\n2026-11-01,5,Seats\n2026-11-02,5,\n")
	result, err := d.Import(context.Background(), path, ImportOptions{})
	if !errors.Is(err, campaign.ErrRejected) || len(result.Rejected) != 1 || result.Rejected[0].Line != 2 {
		t.Errorf("a measure that the plan does not have: %+v, %v", result, err)
	}
}
