package window

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"muster/campaign"
)

// onScreen returns a window on the example march, with a screen in front.
func onScreen[S screen](t testing.TB, name string) (*Window, S) {
	t.Helper()
	w := startWindow(t, openMuster(t))
	press(w, fyne.KeyEscape) // the welcome
	w.shell.navigate(name)
	s, ok := w.shell.front().(S)
	if !ok {
		t.Fatalf("the screen in front is %s", w.shell.seats[w.shell.now].name)
	}
	return w, s
}

// fill types into a field in place of what it holds.
func fill(w *Window, field fyne.Focusable, text string) {
	w.Canvas().Focus(field)
	switch e := field.(type) {
	case *entry:
		e.SetText("")
	case *pick:
		e.SetText("")
	case *dayEntry:
		e.SetText("")
	}
	test.Type(field, text)
}

func TestCountIsRecordedByTyping(t *testing.T) {
	w, _ := onScreen[*overview](t, "Overview")
	pressCommand(w, fyne.KeyN)
	form := w.shell.front().(*pledges).form
	if w.Canvas().Focused() != form.count {
		t.Fatal("the cursor is not in the count")
	}
	test.Type(form.count, "23")
	fill(w, form.region, "Ohio")
	fill(w, form.source, "stall")
	fill(w, form.by, "Anna")
	fill(w, form.note, "in the rain")
	press(w, fyne.KeyReturn) // from the note
	if got := w.snapshot.Standing.Pledges; got != 1023 {
		t.Fatalf("there are %d pledges", got)
	}
	newest := w.snapshot.Latest[0]
	want := campaign.Update{ID: newest.ID, At: now, Kind: campaign.Added, Count: 23, By: "Anna", Note: "in the rain",
		Cell: campaign.Cell{Measure: campaign.Pledges, Region: "Ohio", Source: "stall"}}
	if newest.Update != want {
		t.Errorf("recorded is %+v", newest.Update)
	}
	if w.Canvas().Focused() != form.count || form.count.Text != "" || form.note.Text != "" {
		t.Error("the form is not ready for the next count")
	}
	if form.region.Text != "Ohio" || form.source.Text != "stall" || form.by.Text != "Anna" || w.settings.by() != "Anna" {
		t.Error("region, source and name must stay")
	}
	if got := shown(w.shell.toasts); !strings.Contains(got, "Recorded: +23 stall, Ohio.") {
		t.Errorf("the toast says %q", got)
	}
	click(t, w, "Undo")
	if got := w.snapshot.Standing.Pledges; got != 1000 {
		t.Errorf("after undo there are %d pledges", got)
	}
}

func TestCounterReadingIsRecorded(t *testing.T) {
	w, p := onScreen[*pledges](t, "Pledges")
	test.Tap(p.form.kind.options[1])
	fill(w, p.form.when, "2026-11-20")
	fill(w, p.form.count, "1,234")
	press(w, fyne.KeyReturn)
	newest := w.snapshot.Latest[1] // the example's own reading is of today
	at := time.Date(2026, 11, 20, 5, 0, 0, 0, time.UTC)
	if newest.Kind != campaign.Reading || newest.Count != 1234 || !newest.At.Equal(at) {
		t.Errorf("recorded is %+v", newest.Update)
	}
	if got := shown(w.shell.toasts); !strings.Contains(got, "total 1,234 on 20 Nov 2026.") {
		t.Errorf("the toast says %q", got)
	}
}

func TestWhatCannotBeRecordedIsSaidAndKept(t *testing.T) {
	w, p := onScreen[*pledges](t, "Pledges")
	for _, c := range []struct {
		count, when, measure string
		reading              bool
		want                 string
	}{
		{"", "", "", false, "Type how many first"},
		{"12x", "", "", false, "is not a whole number"},
		{"1.234", "", "", false, "is not a whole number for certain"},
		{"0", "", "", false, "Adding 0 changes nothing"},
		{"-5", "", "", true, "A counter cannot say"},
		{"23", "1/3/2026", "", false, "is not a date"},
		{"23", "2027-01-01", "", false, "is still to come"},
		{"23", "", "Cats", false, "has no measure"},
		{"9999999999999", "", "", false, "more than Muster counts"},
	} {
		fill(w, p.form.when, c.when)
		fill(w, p.form.measure, c.measure)
		fill(w, p.form.count, c.count)
		test.Tap(p.form.kind.options[map[bool]int{false: 0, true: 1}[c.reading]])
		w.Canvas().Focus(p.form.count)
		press(w, fyne.KeyReturn)
		if got := shown(p.form.trouble); !p.form.trouble.Visible() || !strings.Contains(got, c.want) {
			t.Errorf("%+v: it says %q", c, got)
		}
		if p.form.count.Text != c.count || p.form.when.Text != c.when || p.form.measure.Text != c.measure {
			t.Errorf("%+v: what was typed is lost", c)
		}
		if w.snapshot.Standing.Updates != 1 {
			t.Fatalf("%+v was recorded", c)
		}
	}
	fill(w, p.form.when, "")
	fill(w, p.form.measure, "")
	fill(w, p.form.count, "5")
	press(w, fyne.KeyReturn)
	if p.form.trouble.Visible() || w.snapshot.Standing.Pledges != 1005 {
		t.Errorf("mended, it says %q", shown(p.form.trouble))
	}
}

// TestTypingGoesOnWhileRecording holds the disk back.
func TestTypingGoesOnWhileRecording(t *testing.T) {
	w, p := onScreen[*pledges](t, "Pledges")
	var held []func()
	w.threads.away = func(f func()) { held = append(held, f) }
	fill(w, p.form.count, "23")
	press(w, fyne.KeyReturn)
	test.Type(p.form.count, "4")
	for len(held) > 0 {
		next := held[0]
		held = held[1:]
		next()
	}
	if p.form.count.Text != "4" || w.snapshot.Standing.Pledges != 1023 {
		t.Errorf("the count says %q with %d pledges", p.form.count.Text, w.snapshot.Standing.Pledges)
	}
	fill(w, p.form.measure, "Cats")
	press(w, fyne.KeyReturn)
	test.Type(p.form.count, "99")
	held[0]()
	if got := shown(w.shell.toasts); p.form.count.Text != "99" || !strings.Contains(got, "Not recorded: 4.") {
		t.Errorf("the count says %q, the toast %q", p.form.count.Text, got)
	}
}

func TestFormKeepsWhatIsTypedWhenTheCampaignChanges(t *testing.T) {
	w, p := onScreen[*pledges](t, "Pledges")
	fill(w, p.form.region, "Ohio")
	fill(w, p.form.count, "23")
	w.changed()
	if p.form.count.Text != "23" || p.form.region.Text != "Ohio" {
		t.Error("a snapshot empties the form")
	}
	other, err := w.muster.Create(campaign.Campaign{Name: "Library"})
	if err != nil {
		t.Fatal(err)
	}
	w.open(other.ID)
	if p.form.region.Text != "" || p.form.tierField.Visible() || p.form.measureField.Visible() {
		t.Error("the form still has the regions, tiers or measures of the other campaign")
	}
}

func TestNamesAreOffered(t *testing.T) {
	names := []string{"Ohio", "Maryland", "Northern Ohio", "Virginia"}
	for typed, want := range map[string]string{
		"": "Ohio Maryland Northern Ohio Virginia", "oh": "Ohio Northern Ohio", "ohio": "Ohio Maryland Northern Ohio Virginia", "x": "",
	} {
		if got := strings.Join(like(typed, names), " "); got != want {
			t.Errorf("%q: %s", typed, got)
		}
	}
	w, p := onScreen[*pledges](t, "Pledges")
	w.Canvas().Focus(p.form.measure)
	press(w, fyne.KeyDown)
	if top := w.Canvas().Overlays().Top(); top == nil || !strings.Contains(shown(top), "Senators in favour") {
		t.Error("down does not open the menu")
	}
}

func TestDateIsPickedFromCalendar(t *testing.T) {
	w, p := onScreen[*pledges](t, "Pledges")
	fill(w, p.form.when, "2026-03-05")
	test.Tap(p.form.when.ActionItem.(fyne.Tappable))
	top := w.Canvas().Overlays().Top()
	if top == nil || !strings.Contains(shown(top), "March 2026") {
		t.Fatal("the calendar does not show the month that is typed")
	}
	walk(top, fyne.NewPos(0, 0), func(o fyne.CanvasObject, _ fyne.Position) {
		if day, ok := o.(*button); ok && day.Text == "17" {
			defer test.Tap(day)
		}
	})
	if p.form.when.Text != "2026-03-17" {
		t.Errorf("the field says %q", p.form.when.Text)
	}
}

func TestCountFormGolden(t *testing.T) {
	for name, state := range map[string]func(*countForm){
		"countform":         func(*countForm) {},
		"countform-reading": func(f *countForm) { test.Tap(f.kind.options[1]) },
		"countform-error":   func(f *countForm) { f.count.SetText("12x"); f.entry() },
	} {
		golden(t, name, 600, func() fyne.CanvasObject {
			f := newCountForm("Anna", func() time.Time { return now }, func() {})
			state(f)
			return f
		})
	}
}
