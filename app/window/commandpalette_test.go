package window

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"muster/app"
	"muster/campaign"
)

// finding opens the command palette and types.
func finding(t *testing.T, w *Window, typed string) *finderEntry {
	t.Helper()
	pressCommand(w, fyne.KeyK)
	field, ok := w.Canvas().Focused().(*finderEntry)
	if !ok {
		t.Fatalf("%T has the focus", w.Canvas().Focused())
	}
	test.Type(field, typed)
	return field
}

func TestPaletteDoesWhatIsTyped(t *testing.T) {
	w := exploring(t)
	finding(t, w, "turn")
	press(w, fyne.KeyReturn)
	if got := w.shell.seats[w.shell.now].name; got != "Turnout" {
		t.Errorf("it brings %s", got)
	}
	if w.Canvas().Overlays().Top() != nil {
		t.Error("the palette stays open")
	}
	finding(t, w, "")
	press(w, fyne.KeyEscape)
	if w.Canvas().Overlays().Top() != nil {
		t.Error("Escape leaves the palette open")
	}
	finding(t, w, "xyzzy")
	press(w, fyne.KeyReturn)
	if top := w.Canvas().Overlays().Top(); top == nil || !strings.Contains(shown(top), "Nothing goes with that") {
		t.Error("what cannot be found is not told")
	}
}

func TestPaletteChoosesWithArrows(t *testing.T) {
	w := exploring(t)
	f := finding(t, w, "").finder
	for _, c := range []struct {
		key  fyne.KeyName
		want int
	}{
		{fyne.KeyUp, 0}, {fyne.KeyDown, 1}, {fyne.KeyDown, 2}, {fyne.KeyPageDown, 2 + finderLines}, {fyne.KeyUp, 1 + finderLines},
	} {
		press(w, c.key)
		if f.chosen != c.want {
			t.Errorf("after %s number %d is chosen, want %d", c.key, f.chosen, c.want)
		}
		if f.chosen < f.first || f.chosen >= f.first+finderLines || !f.lines[f.chosen-f.first].chosen {
			t.Errorf("after %s the chosen one is not seen as such", c.key)
		}
	}
	for range f.found {
		press(w, fyne.KeyDown)
	}
	if f.chosen != len(f.found)-1 {
		t.Errorf("it goes beyond the last: %d of %d", f.chosen, len(f.found))
	}
	test.Tap(f.lines[0])
	if w.Canvas().Focused() == fyne.Focusable(f.typed) {
		t.Error("a line that is pressed leaves the palette open")
	}
}

func TestPaletteFindsCampaignsThresholdsAndRegions(t *testing.T) {
	m := openMuster(t)
	if _, err := m.Create(campaign.Campaign{Name: "Library"}); err != nil {
		t.Fatal(err)
	}
	if _, err := m.Create(march()); err != nil {
		t.Fatal(err)
	}
	w := startWindow(t, m)
	w.open(w.shell.header.switcher.campaigns[1].ID)
	for _, region := range []string{"Ohio", "Maryland"} {
		if _, err := w.desk.Record(app.Entry{Count: 20, Cell: campaign.Cell{Region: region}}); err != nil {
			t.Fatal(err)
		}
	}
	w.changed()

	finding(t, w, "ohio")
	press(w, fyne.KeyReturn)
	p, ok := w.shell.front().(*pledges)
	if !ok {
		t.Fatalf("the region leads to %T", w.shell.front())
	}
	if got := shown(p.ledger); !strings.Contains(got, "Ohio") || strings.Contains(got, "Maryland") {
		t.Errorf("the region does not lead to its lines in the ledger: %s", got)
	}
	finding(t, w, "march is on")
	press(w, fyne.KeyReturn)
	if _, ok := w.shell.front().(*overview); !ok {
		t.Error("the threshold does not lead to the ladder")
	}
	finding(t, w, "libr")
	press(w, fyne.KeyReturn)
	if got := w.snapshot.Campaign.Name; got != "Library" {
		t.Errorf("%s is open", got)
	}
}

func TestFocusComesBackFromThePalette(t *testing.T) {
	w := exploring(t)
	w.addPledges()
	before := w.Canvas().Focused()
	finding(t, w, "x")
	press(w, fyne.KeyEscape)
	if got := w.Canvas().Focused(); got != before {
		t.Errorf("the focus is on %T", got)
	}
}
