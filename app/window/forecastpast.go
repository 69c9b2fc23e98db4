package window

import (
	"strings"
	"time"

	"fyne.io/fyne/v2/container"

	"muster/campaign"
)

// pastDay is where a day in the past is typed, to look ahead from its
// beginning.
type pastDay struct {
	*opening
	day   *dayEntry
	wrong *prose
	look  func(time.Time)
	again func()
	now   time.Time
}

func newPastDay(look func(time.Time), again func()) *pastDay {
	p := &pastDay{look: look, again: again, wrong: newProse(sizeLabel, colorError)}
	p.wrong.Hide()
	p.day = newDayEntry("Such as 2026-10-01", func() time.Time { return p.now })
	p.day.OnSubmitted = func(string) { p.lookFrom() }
	p.opening = newOpening("Look from another day", again, container.New(column{gap: spaceXS},
		newProse(sizeLabel, colorMuted, plain("The forecast as it would have been when that day began, from what was known then.")),
		container.New(&flow{gap: spaceS, rooms: []room{{190, 0}, {160, 0}}}, p.day, newButton("Look from there", p.lookFrom)), p.wrong))
	return p
}

// show takes over what now is.
func (p *pastDay) show(now prospect) {
	p.day.zone, p.now = zoneOf(now.now), now.now.Standing.AsOf
}

// lookFrom looks from the day that is typed.
func (p *pastDay) lookFrom() {
	day, err := campaign.ParseDay(strings.TrimSpace(p.day.Text))
	switch {
	case err != nil:
		p.complain(sentence(err))
	case day.Start(p.day.zone).After(p.now):
		p.complain("That day is still to come: choose one in the past.")
	default:
		p.complain("")
		p.look(day.Start(p.day.zone))
	}
}

func (p *pastDay) complain(why string) {
	if p.wrong.Hidden && why == "" {
		return
	}
	p.wrong.Hidden = why == ""
	p.wrong.set(plain(why))
	p.again()
}
