package window

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"muster/app"
	"muster/campaign"
)

// onSharing returns a window of a campaign, with so many pledges entered one by
// one, and Sharing in front. It saves into a folder of its own.
func onSharing(t *testing.T, pledges ...int64) (w *Window, folder string) {
	t.Helper()
	m := openMuster(t)
	plan := march()
	plan.Name = "Library" // a new folder has an example of the other name
	if _, err := m.Create(plan); err != nil {
		t.Fatal(err)
	}
	w = startWindow(t, m)
	for _, n := range pledges {
		enterCount(t, w, n)
	}
	folder = t.TempDir()
	w.settings.setFolder(folder)
	w.shell.navigate("Sharing")
	return w, folder
}

// enterCount records a count in a window's campaign.
func enterCount(t *testing.T, w *Window, n int64) {
	t.Helper()
	if _, err := w.desk.Record(app.Entry{Count: n, By: "Anna", Cell: campaign.Cell{Source: "stall"}}); err != nil {
		t.Fatal(err)
	}
	w.changed()
}

// elsewhere returns the window of an empty data folder on another computer.
func elsewhere(t *testing.T) *Window {
	t.Helper()
	w := startWindow(t, openMuster(t))
	press(w, fyne.KeyEscape) // the welcome
	return w
}

// drop lets a file fall on a window, and returns what that asks.
func drop(t *testing.T, w *Window, path string) string {
	t.Helper()
	w.Take([]string{path})
	top := w.Canvas().Overlays().Top()
	if top == nil {
		t.Fatalf("%s is dropped and nothing is asked", path)
	}
	return shown(top)
}

// savePack makes a pack of everything by the keyboard alone, and returns its
// path.
func savePack(t *testing.T, w *Window, folder string) string {
	t.Helper()
	pressCommand(w, fyne.KeyP)
	for range 20 { // to the name, which proposes one
		if e, ok := w.Canvas().Focused().(*entry); ok && strings.HasSuffix(e.Text, packEnding) {
			break
		}
		w.Canvas().FocusNext()
	}
	press(w, fyne.KeyReturn)
	if top := w.Canvas().Overlays().Top(); top != nil {
		t.Fatalf("the pack is not saved, but asked: %s", shown(top))
	}
	return filepath.Join(folder, "Library 2026-11-23.muster")
}

func TestPackGoesFromOneWindowToAnother(t *testing.T) {
	from, folder := onSharing(t, 20, 3)
	pack := savePack(t, from, folder)
	if got := shown(from.shell.toasts); !strings.Contains(got, "2 updates saved as") {
		t.Errorf("the toast says %q", got)
	}

	to := elsewhere(t)
	asked := drop(t, to, pack)
	for _, want := range []string{"A pack of the campaign “Library”", "not on this computer yet", "2 updates are new."} {
		if !strings.Contains(asked, want) {
			t.Errorf("it does not say %q, but %s", want, asked)
		}
	}
	press(to, fyne.KeyReturn) // on the button
	if to.snapshot.Campaign.ID != from.snapshot.Campaign.ID || to.snapshot.Standing.Pledges != 23 {
		t.Fatalf("the other window shows %q with %d pledges", to.snapshot.Campaign.Name, to.snapshot.Standing.Pledges)
	}
	if got := shown(to.shell.toasts); !strings.Contains(got, "2 updates merged from Library 2026-11-23.muster.") {
		t.Errorf("the toast says %q", got)
	}
	if asked = drop(t, to, pack); !strings.Contains(asked, "2 updates are here already, and are not counted twice.") || !strings.Contains(asked, "There is nothing in it that is not here.") {
		t.Errorf("the second time it says %s", asked)
	}
	click(t, to, "Close")

	enterCount(t, to, 7)
	to.settings.setFolder(t.TempDir())
	back := savePack(t, to, to.settings.folder())
	if asked = drop(t, from, back); !strings.Contains(asked, "1 update is new. 2 updates are here already") {
		t.Errorf("on the way back it says %s", asked)
	}
	click(t, from, "Merge")
	if got := from.snapshot.Standing.Pledges; got != 30 {
		t.Errorf("there are %d pledges where it began", got)
	}
}

func TestPackHoldsWhatIsChosen(t *testing.T) {
	w, folder := onSharing(t, 20)
	w.setBy("Ben")
	if _, err := w.desk.Record(app.Entry{Count: 5, By: "Ben", At: now.AddDate(0, 0, -30)}); err != nil {
		t.Fatal(err)
	}
	w.changed()
	merged := func(choose func()) int64 {
		t.Helper()
		click(t, w, "Make a pack…")
		choose()
		click(t, w, "Save")
		if top := w.Canvas().Overlays().Top(); top != nil {
			click(t, w, "Replace")
		}
		to := elsewhere(t)
		drop(t, to, filepath.Join(folder, "Library 2026-11-23.muster"))
		press(to, fyne.KeyReturn)
		return to.snapshot.Standing.Pledges
	}
	if got := merged(func() {}); got != 25 {
		t.Errorf("everything is %d pledges", got)
	}
	if got := merged(func() { choose(t, w, "Since a day") }); got != 20 {
		t.Errorf("since a week ago there are %d pledges", got)
	}
	if got := merged(func() { choose(t, w, "Only Ben") }); got != 5 {
		t.Errorf("Ben's are %d pledges", got)
	}
}

// choose presses a word of a choice that lies on top.
func choose(t *testing.T, w *Window, word string) {
	t.Helper()
	var found fyne.Tappable
	walk(w.Canvas().Overlays().Top(), fyne.NewPos(0, 0), func(o fyne.CanvasObject, _ fyne.Position) {
		if o, ok := o.(*option); ok && o.word.words == word {
			found = o
		}
	})
	if found == nil {
		t.Fatalf("%q cannot be chosen", word)
	}
	test.Tap(found)
}

func TestDayOfAPackMustBeOne(t *testing.T) {
	w, folder := onSharing(t, 20)
	click(t, w, "Make a pack…")
	choose(t, w, "Since a day")
	day := fieldOf[*dayEntry](t, w, "Since")
	day.SetText("soon")
	click(t, w, "Save")
	if top := w.Canvas().Overlays().Top(); top == nil || !strings.Contains(shown(top), "is not a date") {
		t.Error("a day that is none is taken")
	}
	if left, _ := os.ReadDir(folder); len(left) > 0 {
		t.Errorf("%v is written", left)
	}
}

// fieldOf returns the input of a field that lies on top.
func fieldOf[T fyne.CanvasObject](t *testing.T, w *Window, title string) (input T) {
	t.Helper()
	found := false
	walk(w.Canvas().Overlays().Top(), fyne.NewPos(0, 0), func(o fyne.CanvasObject, _ fyne.Position) {
		if f, ok := o.(*field); ok && f.title.words == title {
			input, found = f.input.(T)
		}
	})
	if !found {
		t.Fatalf("there is no field %q", title)
	}
	return input
}

func TestPackIsLockedAndOpened(t *testing.T) {
	from, folder := onSharing(t, 20)
	click(t, from, "Make a pack…")
	openLock(t, from)
	fieldOf[*entry](t, from, "Passphrase").SetText("seven clouds")
	click(t, from, "Save")
	if top := from.Canvas().Overlays().Top(); top == nil || !strings.Contains(shown(top), "The two are not the same.") {
		t.Fatal("a passphrase that was typed once is taken")
	}
	fieldOf[*entry](t, from, "Once more").SetText("seven clouds")
	click(t, from, "Save")
	pack := filepath.Join(folder, "Library 2026-11-23.muster")
	if file, err := os.ReadFile(pack); err != nil || bytes.Contains(file, []byte("Library")) {
		t.Errorf("the pack is written: %v; its name can be read", err)
	}

	to := elsewhere(t)
	if asked := drop(t, to, pack); !strings.Contains(asked, "Library 2026-11-23.muster is locked") {
		t.Fatalf("it asks %s", asked)
	}
	press(to, fyne.KeyReturn)
	if got := shown(to.Canvas().Overlays().Top()); !strings.Contains(got, "Type the passphrase.") {
		t.Errorf("without one it says %s", got)
	}
	test.Type(to.Canvas().Focused(), "six clouds")
	press(to, fyne.KeyReturn)
	if got := shown(to.Canvas().Overlays().Top()); !strings.Contains(got, "That is not the passphrase of") {
		t.Errorf("with a wrong one it says %s", got)
	}
	test.Type(to.Canvas().Focused(), "seven clouds")
	press(to, fyne.KeyReturn)
	click(t, to, "Bring the campaign along")
	if got := to.snapshot.Standing.Pledges; got != 20 {
		t.Errorf("the other window shows %d pledges", got)
	}
}

// openLock opens what asks for a passphrase.
func openLock(t *testing.T, w *Window) {
	t.Helper()
	walk(w.Canvas().Overlays().Top(), fyne.NewPos(0, 0), func(o fyne.CanvasObject, _ fyne.Position) {
		if l, ok := o.(*openingLine); ok && !l.open {
			test.Tap(l)
		}
	})
}

func TestPackOfAnotherCampaignIsMergedWhereItBelongs(t *testing.T) {
	w, folder := onSharing(t, 20)
	id := w.snapshot.Campaign.ID
	pack := savePack(t, w, folder)
	to := elsewhere(t)
	drop(t, to, pack)
	press(to, fyne.KeyReturn)
	enterCount(t, w, 4)
	to.openPetition()
	if err := os.Remove(pack); err != nil {
		t.Fatal(err)
	}
	asked := drop(t, to, savePack(t, w, folder))
	if !strings.Contains(asked, "another campaign than the one that is open, “"+to.snapshot.Campaign.Name+"”") {
		t.Errorf("it says %s", asked)
	}
	click(t, to, "Merge into “Library”")
	if to.snapshot.Campaign.ID != id || to.snapshot.Standing.Pledges != 24 {
		t.Errorf("then %q is open, with %d pledges", to.snapshot.Campaign.Name, to.snapshot.Standing.Pledges)
	}
}

func TestWhatIsNoPackIsRefused(t *testing.T) {
	w, folder := onSharing(t, 20)
	for name, content := range map[string]string{"letter.muster": "Dear all", "cut.muster": ""} {
		path := filepath.Join(folder, name)
		if content == "" {
			whole, err := os.ReadFile(savePack(t, w, folder))
			if err != nil {
				t.Fatal(err)
			}
			content = string(whole[:len(whole)/2])
		}
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		if asked := drop(t, w, path); !strings.Contains(asked, name+" cannot be opened") {
			t.Errorf("of %s it says %s", name, asked)
		}
		click(t, w, "Close")
	}
	if got := w.snapshot.Standing.Updates; got != 1 {
		t.Errorf("there are %d updates", got)
	}
}

// TestPackFindsItsNameTaken is how a first pack comes to somebody who still has
// the example of the same name.
func TestPackFindsItsNameTaken(t *testing.T) {
	from, folder := onSharing(t, 20)
	plan := from.desk.Campaign()
	plan.Name = "March on Washington"
	if err := from.desk.SavePlan(plan, ""); err != nil {
		t.Fatal(err)
	}
	from.changed()
	savePack(t, from, folder)
	to := elsewhere(t)
	asked := drop(t, to, filepath.Join(folder, "March on Washington 2026-11-23.muster"))
	if !strings.Contains(asked, "What shall the March on Washington that is here be called?") {
		t.Fatalf("it asks %s", asked)
	}
	press(to, fyne.KeyReturn) // on the name that is proposed
	click(t, to, "Bring the campaign along")
	if got := to.snapshot; got.Campaign.ID != from.snapshot.Campaign.ID || got.Standing.Pledges != 20 {
		t.Errorf("then %q is open with %d pledges", got.Campaign.Name, got.Standing.Pledges)
	}
	if all, err := to.muster.Campaigns(); err != nil || len(all) != 2 || all[1].Name != "March on Washington, here" {
		t.Errorf("there are %v, %v", all, err)
	}
}
