package window

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"muster/app/phrase"
	"muster/campaign"
)

// paceCard shows the daily rate that is needed beside the present one.
type paceCard struct {
	cardPart
	needed *bigFigure
	lately *bigFigure
	bar    *bar
	says   *prose
	plan   *fyne.Container // a way to Plan, while there is no deadline
}

func newPaceCard(toPlan func()) *paceCard {
	c := &paceCard{
		needed: newBigFigure(), lately: newBigFigure(), bar: newBar(10),
		says: newProse(sizeText, colorMuted),
		plan: container.New(beside{}, newButton("Set a deadline", toPlan)),
	}
	figures := container.New(&flow{gap: spaceXS, rooms: []room{{230, 1}, {230, 1}}}, c.needed, c.lately)
	c.Container = newCard(container.New(column{gap: spaceS}, newHeading("The pace"), figures, c.bar, c.says, c.plan))
	return c
}

func (c *paceCard) show(p prospect) {
	c.Hidden = p.Forecast == nil
	if c.Hidden {
		return
	}
	next, ok := p.Forecast.Next()
	dated := ok && next.HasChance && !math.IsInf(next.NeededPerDay, 1) // there is time left
	c.needed.Hidden, c.bar.Hidden, c.plan.Hidden = !dated, !dated, dated || !ok || !next.Deadline.IsZero()
	c.lately.set(phrase.PerDay(p.Forecast.PerDay), "a day lately")
	switch {
	case dated:
		c.needed.set(phrase.PerDay(next.NeededPerDay), "a day needed")
		c.bar.set(max(0, p.Forecast.PerDay/next.NeededPerDay), p.Forecast.PerDay >= next.NeededPerDay)
		c.says.set(plain(phrase.Pace(p.Forecast.PerDay, next.NeededPerDay) + " Needed from now on for “" + next.Name + "” by " +
			phrase.Day(campaign.DayOf(next.Deadline, p.Zone)) + "; lately means the last seven days."))
	case ok && !next.Deadline.IsZero():
		c.says.set(plain("The mean of the last seven days. The deadline of “" + next.Name + "” is past, or over a year away, so no rate can be asked for."))
	case ok:
		c.says.set(plain("The mean of the last seven days. With a deadline in the plan, this also says how many a day are needed."))
	default:
		c.says.set(plain("The mean of the last seven days. No threshold on pledges is open, so no pace is asked for."))
	}
}
