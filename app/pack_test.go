package app

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"muster/campaign"
)

// packed writes a pack of a campaign into a file.
func packed(t *testing.T, d *Desk, o PackOptions) (string, PackResult) {
	t.Helper()
	var b bytes.Buffer
	result, err := d.Pack(t.Context(), &b, o)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "x.muster")
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path, result
}

// TestPackAndMerge brings a campaign to another data folder, where its device
// is then accepted.
func TestPackAndMerge(t *testing.T) {
	d, there := newDesk(t, campaign.Campaign{Name: "March"}), openTest(t)
	if err := d.muster.NameDevice("stall laptop"); err != nil {
		t.Fatal(err)
	}
	u := record(t, d, Entry{Count: 23, By: "Anna"})
	record(t, d, Entry{Count: 7, By: "Ben"})
	path, result := packed(t, d, PackOptions{By: "anna"})
	if result != (PackResult{Updates: 1, Revisions: 1}) {
		t.Errorf("packed %+v", result)
	}
	merged, err := there.Merge(t.Context(), path, MergeOptions{})
	if err != nil || !merged.Created || merged.Added != 1 || merged.Name != "March" || merged.Maker.Name != "stall laptop" {
		t.Fatalf("%+v, %v", merged, err)
	}
	copied, err := there.Desk(d.id)
	if err != nil {
		t.Fatal(err)
	}
	all, err := there.Devices()
	if err != nil || len(all) != 2 || !all[0].Own || all[1].Name != "stall laptop" || all[1].IsAccepted() {
		t.Fatalf("devices %+v, %v", all, err)
	}
	device, err := there.FindDevice(all[1].Key.Fingerprint()[:7])
	if err != nil {
		t.Fatal(err)
	}
	for _, accepted := range []bool{true, false} {
		change := there.Refuse
		if accepted {
			change = there.Accept
		}
		if err := change(device.Key); err != nil {
			t.Fatal(err)
		}
		details, err := copied.Details(u.ID)
		if want := (Origin{Device: device.Key, Name: "stall laptop", Verified: accepted}); err != nil || details.Origin != want {
			t.Errorf("it comes from %+v, %v", details.Origin, err)
		}
	}
	if at, err := d.Origin(u.ID); err != nil || !at.Own || !at.Verified {
		t.Errorf("at home it comes from %+v, %v", at, err)
	}
}

func TestMergeRefusesAnotherCampaign(t *testing.T) {
	d := newDesk(t, campaign.Campaign{Name: "March"})
	other, err := d.muster.Create(campaign.Campaign{Name: "Petition"})
	if err != nil {
		t.Fatal(err)
	}
	path, _ := packed(t, d, PackOptions{})
	if _, err := d.muster.Merge(t.Context(), path, MergeOptions{Into: &other.ID}); !errors.Is(err, campaign.ErrOtherCampaign) {
		t.Errorf("got %v", err)
	}
	if merged, err := d.muster.Merge(t.Context(), path, MergeOptions{Into: &d.id, DryRun: true}); err != nil || merged.Created || merged.Added != 0 {
		t.Errorf("%+v, %v", merged, err)
	}
}

func TestLockedPack(t *testing.T) {
	d := newDesk(t, campaign.Campaign{Name: "March"})
	path, _ := packed(t, d, PackOptions{Passphrase: "correct horse"})
	for passphrase, want := range map[string]error{"": campaign.ErrPassphrase, "wrong": campaign.ErrPassphrase, "correct horse": nil} {
		if _, err := d.muster.Merge(t.Context(), path, MergeOptions{Passphrase: passphrase}); !errors.Is(err, want) {
			t.Errorf("%q: got %v", passphrase, err)
		}
	}
}
