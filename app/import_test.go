package app

import (
	"os"
	"path/filepath"
	"testing"

	"muster/campaign"
)

// fileOf writes a file to be imported and returns its path.
func fileOf(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestSourceIsRemembered imports a file that has to be explained, and the next
// one of its kind, which has not.
func TestSourceIsRemembered(t *testing.T) {
	d := newDesk(t, campaign.Campaign{Name: "March"})
	said := ImportOptions{Map: map[string]string{"at": "Tag", "added": "Leute", "region": ""}}
	if _, err := d.Import(t.Context(), fileOf(t, "week 1.csv", "Tag;Ort;region;Leute\n3/4/2026;Street;x;12\n13/4/2026;Street;x;1\n"), said); err != nil {
		t.Fatal(err)
	}
	look, err := d.Look(fileOf(t, "week 2.csv", "Tag;Ort;region;Leute\n5/6/2026;Street;x;12\n"), ImportOptions{})
	if err != nil || len(look.Needs) > 0 || look.Columns[0].Field != "at" || look.Columns[2].Field != "" || look.Before.Columns["added"] != "Leute" {
		t.Errorf("of the next file it finds %+v, %v", look, err)
	}
	if look, err = d.Look(fileOf(t, "other.csv", "Tag;Leute\n5/6/2026;12\n"), ImportOptions{}); err != nil || len(look.Needs) != 2 {
		t.Errorf("of another it finds %+v, %v", look, err)
	}
	r, err := d.Import(t.Context(), fileOf(t, "week 3.csv", "Tag;Ort;region;Leute\n5/6/2026;Street;x;12\n"), ImportOptions{DryRun: true})
	if err != nil || r.Added != 1 || r.Before.Columns["at"] != "Tag" || r.Effect.Measures[0] != (Shift{campaign.Pledges, 13, 25}) {
		t.Errorf("the next one would do %+v, %v", r, err)
	}
}
