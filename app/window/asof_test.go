package window

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"muster/app"
	"muster/campaign"
)

// The petition was counted from 13 March to 22 April 2019.
var midway = campaign.NewDay(2019, 4, 1)

func TestEveryScreenShowsTheChosenDay(t *testing.T) {
	w := startWindow(t, openMuster(t))
	press(w, fyne.KeyEscape)
	w.openPetition()
	w.lookFrom(midway)
	then, err := w.desk.Snapshot(w.desk.AsOf(midway))
	if err != nil {
		t.Fatal(err)
	}
	if got := w.snapshot.Standing.Pledges; got != then.Standing.Pledges || got >= 6_078_985 {
		t.Fatalf("%d pledges are shown, the desk says %d", got, then.Standing.Pledges)
	}
	if got := w.snapshot.Forecast; got == nil || got.Total != then.Standing.Pledges {
		t.Errorf("the forecast is %+v", got)
	}
	for name, want := range map[string]string{
		"Overview": "6,045,612 of 100,000", "Pledges": "Ledger ·", "Forecast": "as seen on 1 Apr 2019", "Reports": "2019-04-01.pdf",
		"Turnout": "", "Plan": "", "Timeline": "",
	} {
		w.shell.navigate(name)
		if got := shown(w.shell); !strings.Contains(got, "You are looking at 1 Apr 2019.") || !strings.Contains(got, "As of 1 Apr 2019") ||
			!strings.Contains(shown(w.shell.front()), want) || strings.Contains(shown(w.shell.front()), "today 2") || strings.Contains(shown(w.shell.front()), "6,078,985 of") {
			t.Errorf("%s shows %s", name, got)
		}
	}
	w.shell.navigate("Pledges")
	if all, some := ledgerLength(t, w, app.Filter{}), ledgerLength(t, w, then.Lines()); some >= all || !strings.Contains(shown(w.shell.front()), fmt.Sprintf("%d lines", some)) {
		t.Errorf("of %d lines %d are of then; the ledger shows %s", all, some, shown(w.shell.front()))
	}
	click(t, w, "Back to today")
	if got := shown(w.shell); strings.Contains(got, "You are looking at") || w.snapshot.Standing.Pledges != 6_078_985 {
		t.Errorf("back to today it shows %s", got)
	}
}

func ledgerLength(t *testing.T, w *Window, f app.Filter) (n int) {
	t.Helper()
	if err := w.desk.Each(f, func(app.Line) error { n++; return nil }); err != nil {
		t.Fatal(err)
	}
	return n
}

func TestBandLeadsToTheNeighbours(t *testing.T) {
	w := startWindow(t, openMuster(t))
	press(w, fyne.KeyEscape)
	w.openPetition()
	w.lookFrom(midway)
	click(t, w, "‹ Day before")
	if w.asOf != midway-1 || !strings.Contains(shown(w.shell), "You are looking at 31 Mar 2019.") {
		t.Errorf("the day before is %v", w.asOf)
	}
	click(t, w, "Day after ›")
	click(t, w, "Day after ›")
	if w.asOf != midway+1 {
		t.Errorf("two days after is %v", w.asOf)
	}
	w.lookFrom(w.today() - 1)
	click(t, w, "Day after ›")
	if w.asOf.IsSet() || w.snapshot.Past {
		t.Errorf("the day after yesterday is %v", w.asOf)
	}
}

// TestCountsAreEnteredWhileAnEarlierDayIsShown: what comes in meanwhile is kept
// and does not move what is looked at.
func TestCountsAreEnteredWhileAnEarlierDayIsShown(t *testing.T) {
	w := startWindow(t, openMuster(t))
	press(w, fyne.KeyEscape)
	day := w.today() - 5
	w.lookFrom(day)
	before := w.snapshot.Standing.Pledges
	p := pledgesOf(w)
	p.form.count.SetText("23")
	p.record()
	if got := w.snapshot.Standing.Pledges; got != before || w.asOf != day {
		t.Errorf("of %v there are now %d pledges, not %d", w.asOf, got, before)
	}
	if got := w.present.Standing.Pledges; got != 1023 {
		t.Errorf("now there are %d", got)
	}
	if got := shown(w.shell.toasts); !strings.Contains(got, "on 23 Nov 2026") {
		t.Errorf("the toast does not say of which day it is: %s", got)
	}
	p.form.count.SetText("7")
	p.form.when.SetText(day.String())
	p.record()
	if got := w.snapshot.Standing.Pledges; got < before || w.present.Standing.Pledges < 1023 {
		t.Errorf("dated then there are %d of then, %d of now", got, w.present.Standing.Pledges)
	}
	w.openPetition()
	if w.asOf.IsSet() || w.shell.band.Visible() {
		t.Error("another campaign opens on an earlier day")
	}
}

// TestOlderDayThatIsReadLateIsDropped lets a day come in after another was chosen.
func TestOlderDayThatIsReadLateIsDropped(t *testing.T) {
	w := startWindow(t, openMuster(t))
	press(w, fyne.KeyEscape)
	w.openPetition()
	var waiting []func()
	w.threads.away = func(f func()) { waiting = append(waiting, f) }
	w.lookFrom(midway)
	w.lookFrom(midway + 5)
	waiting[0]()
	if w.snapshot.Past {
		t.Errorf("%v is shown, which nobody looks at any more", dayOf(w.snapshot))
	}
	waiting[1]()
	if got := dayOf(w.snapshot); got != midway+5 {
		t.Errorf("%v is shown", got)
	}
}

func TestDayIsChosenInTheHeader(t *testing.T) {
	w := startWindow(t, openMuster(t))
	press(w, fyne.KeyEscape)
	w.openPetition()
	test.Tap(w.shell.header.asOf)
	if got := shown(w.Canvas().Overlays().Top()); !strings.Contains(got, "November 2026") || !strings.Contains(got, "Counted from 13 Mar 2019 to 22 Apr 2019") {
		t.Errorf("the choice says %s", got)
	}
	click(t, w, "22 Apr 2019")
	if got := dayOf(w.snapshot); got != campaign.NewDay(2019, 4, 22) {
		t.Errorf("the last day of the ledger shows %v", got)
	}
	test.Tap(w.shell.header.asOf)
	click(t, w, "1")
	if got := dayOf(w.snapshot); got != midway {
		t.Errorf("1 April in the calendar shows %v", got)
	}
	for _, c := range []struct {
		typed, says string
		want        campaign.Day
	}{
		{"soon", "is not a date", midway}, {"2027-01-01", "still to come", midway},
		{"2019-04-10", "", campaign.NewDay(2019, 4, 10)}, {"2026-11-23", "", 0},
	} {
		choice := newAsOfChoice(w)
		choice.typed.SetText(c.typed)
		choice.take()
		if got := shown(choice.content); w.asOf != c.want || !strings.Contains(got, c.says) || (c.says == "") != choice.wrong.Hidden {
			t.Errorf("%q leads to %v and says %s", c.typed, w.asOf, got)
		}
	}
}

func TestCalendarOffersNoDayToCome(t *testing.T) {
	test.NewTempApp(t)
	var chosen campaign.Day
	c := newCalendar(func(day campaign.Day) { chosen = day })
	c.last = campaign.NewDay(2024, 2, 10)
	c.show(c.last, c.last)
	var offered []string
	for _, cell := range c.days {
		if cell.Visible() && !cell.Disabled() {
			offered = append(offered, cell.Text)
		}
	}
	if got := strings.Join(offered, " "); got != "1 2 3 4 5 6 7 8 9 10" || c.title.words != "February 2024" {
		t.Errorf("%s offers %s", c.title.words, got)
	}
	test.Tap(c.days[3]) // the month begins on a Thursday
	if chosen != campaign.NewDay(2024, 2, 1) {
		t.Errorf("it chose %v", chosen)
	}
	c.turn(-1, -1)
	if c.title.words != "January 2023" || c.days[41].Text != "" || !c.days[41].Disabled() {
		t.Errorf("a year and a month before it shows %s", c.title.words)
	}
}
