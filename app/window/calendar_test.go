package window

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"muster/campaign"
)

// TestDaysStandUnderTheirWeekday looks at a month that begins on a Sunday.
func TestDaysStandUnderTheirWeekday(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(themes["light"])
	c := newCalendar(func(campaign.Day) {})
	c.last = campaign.NewDay(2026, 12, 31)
	w := test.NewTempWindow(t, c)
	c.show(campaign.NewDay(2026, 11, 23), campaign.NewDay(2026, 11, 23))
	w.Resize(c.MinSize())
	left := map[string]float32{}
	for _, day := range c.days {
		if day.Text != "" {
			left[day.Text] = day.Position().X
		}
	}
	if len(left) != 30 || left["1"] <= left["2"] || left["23"] != left["2"] || left["2"] != left["30"] || left["1"] != left["29"] {
		t.Errorf("Sunday 1 stands at %v, Monday 2 at %v, Monday 23 at %v of %d days", left["1"], left["2"], left["23"], len(left))
	}
}

func TestCalendarByTheKeyboard(t *testing.T) {
	w := exploring(t)
	w.newCampaign()
	for range 2 {
		w.Canvas().FocusNext()
	}
	deadline, ok := w.Canvas().Focused().(*dayEntry)
	if !ok {
		t.Fatalf("the focus is on %T", w.Canvas().Focused())
	}
	fill(w, deadline, "2027-01-30")
	for _, key := range []fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeyRight, fyne.KeyUp, fyne.KeyLeft, fyne.KeyReturn} {
		press(w, key) // opens it, and goes to 6 Feb, 7 Feb, 31 Jan and 30 Jan
	}
	if w.Canvas().Focused() != fyne.Focusable(deadline) || deadline.Text != "2027-01-30" {
		t.Errorf("%q is chosen, and %T has the focus", deadline.Text, w.Canvas().Focused())
	}
	press(w, fyne.KeyDown)
	press(w, fyne.KeyDown)
	press(w, fyne.KeyReturn)
	if deadline.Text != "2027-02-06" {
		t.Errorf("a week on is %q", deadline.Text)
	}
	press(w, fyne.KeyDown)
	press(w, fyne.KeyEscape)
	if w.Canvas().Focused() != fyne.Focusable(deadline) {
		t.Error("Escape closes more than the calendar")
	}
}
