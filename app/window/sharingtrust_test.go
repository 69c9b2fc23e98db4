package window

import (
	"bytes"
	"crypto/ed25519"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"muster/campaign"
	"muster/persistence/exchange/pack"
)

// TestDeviceIsAccepted merges a pack of a device, accepts it and takes that
// back: the count stays, and a line says where it comes from.
func TestDeviceIsAccepted(t *testing.T) {
	from, folder := onSharing(t, 20)
	if err := from.muster.NameDevice("stall laptop"); err != nil {
		t.Fatal(err)
	}
	to := elsewhere(t)
	drop(t, to, savePack(t, from, folder))
	press(to, fyne.KeyReturn)
	to.shell.navigate("Sharing")
	own, err := from.muster.Device()
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"stall laptop " + own.Key.Fingerprint(), "first seen 23 Nov 2026 · 1 update", "Not accepted yet", "1 update is unverified, of 1 in all."} {
		if got := shown(to.shell.front()); !strings.Contains(got, want) {
			t.Errorf("the screen does not show %q, but %s", want, got)
		}
	}
	details := func() string {
		p := pledgesOf(to)
		chooseLine(p.ledger, 0)
		p.ledger.details.of = campaign.ID{}
		p.ledger.details.show(p.ledger)
		defer to.shell.navigate("Sharing")
		return shown(p.ledger.details)
	}
	if got := details(); !strings.Contains(got, "From stall laptop ("+own.Key.Fingerprint()+"), unverified") {
		t.Errorf("of the line it says %s", got)
	}

	click(t, to, "Accept…")
	if got := shown(to.Canvas().Overlays().Top()); !strings.Contains(got, "Accept stall laptop ("+own.Key.Fingerprint()+")?") || !strings.Contains(got, "It changes no count") {
		t.Errorf("it asks %s", got)
	}
	click(t, to, "Accept")
	if got := shown(to.shell.front()); !strings.Contains(got, "Accepted 23 Nov 2026.") || !strings.Contains(got, "Every update comes from this device or from one that was accepted.") {
		t.Errorf("then the screen shows %s", got)
	}
	if got := details(); !strings.Contains(got, "verified.") || strings.Contains(got, "unverified") {
		t.Errorf("then of the line it says %s", got)
	}
	click(t, to, "Take back…")
	click(t, to, "Take back")
	if got := shown(to.shell.front()); !strings.Contains(got, "Not accepted yet") || to.snapshot.Standing.Pledges != 20 {
		t.Errorf("taken back: %s", got)
	}
}

func TestDeviceIsNamed(t *testing.T) {
	w, _ := onSharing(t)
	click(t, w, "Rename…")
	name := w.Canvas().Focused().(*entry)
	name.SetText(" ")
	press(w, fyne.KeyReturn)
	if top := w.Canvas().Overlays().Top(); top == nil || !strings.Contains(shown(top), "Type a name.") {
		t.Error("no name is taken")
	}
	name.SetText("the office")
	press(w, fyne.KeyReturn)
	if got := shown(w.shell.front()); !strings.Contains(got, "the office This device · ") {
		t.Errorf("the screen shows %s", got)
	}
}

// forged returns the path of a pack that says it is of a device, and is not.
func forged(t *testing.T, id campaign.ID, n int) string {
	t.Helper()
	_, key, err := ed25519.GenerateKey(bytes.NewReader(make([]byte, 64)))
	if err != nil {
		t.Fatal(err)
	}
	var updates []campaign.Update
	for i := range n {
		updates = append(updates, update(100+i, 1, campaign.Added, 1000, campaign.Cell{}))
	}
	run := campaign.SignRun(key, id, updates)
	run.Updates[0].Count++
	var file bytes.Buffer
	runs := iter.Seq2[campaign.Run, error](func(yield func(campaign.Run, error) bool) { yield(run, nil) })
	header := pack.Header{Campaign: id, Name: "Library", Maker: pack.Device{Key: run.Device, Name: "somebody's"}, Made: now}
	if err := pack.Write(&file, header, nil, runs); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "forged.muster")
	if err := os.WriteFile(path, file.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestWhatIsForgedIsQuarantined shows what has a wrong signature, never counts
// it, and discards it when told to.
func TestWhatIsForgedIsQuarantined(t *testing.T) {
	w, _ := onSharing(t, 20)
	if got := shown(w.shell.front()); strings.Contains(got, "Quarantine") {
		t.Error("an empty quarantine is shown")
	}
	if asked := drop(t, w, forged(t, w.snapshot.Campaign.ID, 3)); !strings.Contains(asked, "3 updates cannot be believed") {
		t.Errorf("it asks %s", asked)
	}
	click(t, w, "Merge")
	if got := shown(w.shell.toasts); !strings.Contains(got, "Some of it is in quarantine.") {
		t.Errorf("the toast says %q", got)
	}
	for _, want := range []string{"Quarantine", "3 updates in the name of ", "The signature of ", "Came in forged.muster, 23 Nov 2026"} {
		if got := shown(w.shell.front()); !strings.Contains(got, want) {
			t.Errorf("the screen does not show %q, but %s", want, got)
		}
	}
	if got := w.snapshot.Standing.Pledges; got != 20 {
		t.Errorf("there are %d pledges", got)
	}
	var discard *button
	walk(w.shell, fyne.NewPos(0, 0), func(o fyne.CanvasObject, _ fyne.Position) {
		if b, ok := o.(*button); ok && strings.HasPrefix(b.label, "Discard 3 updates") {
			discard = b
		}
	})
	if discard == nil {
		t.Fatal("it cannot be discarded")
	}
	test.Tap(discard)
	press(w, fyne.KeyReturn) // by mistake: Cancel has the focus
	if got := shown(w.shell.front()); !strings.Contains(got, "Quarantine") {
		t.Error("Enter by mistake discards it")
	}
	test.Tap(discard)
	click(t, w, "Discard")
	if got := shown(w.shell.front()); strings.Contains(got, "Quarantine") {
		t.Errorf("discarded, the screen shows %s", got)
	}
}
