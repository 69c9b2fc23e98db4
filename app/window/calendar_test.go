package window

import (
	"testing"

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
