package window

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"muster/app/phrase"
	"muster/app/say"
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
		plan: container.New(beside{}, newButton(say.Text("Set a deadline"), toPlan)),
	}
	figures := container.New(&flow{gap: spaceXS, rooms: []room{{230, 1}, {230, 1}}}, c.needed, c.lately)
	c.Container = newCard(container.New(column{gap: spaceS}, newHeading(say.Text("The pace")), figures, c.bar, c.says, c.plan))
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
	c.lately.set(phrase.PerDay(p.Forecast.PerDay), say.Text("a day lately"))
	switch {
	case dated:
		c.needed.set(phrase.PerDay(next.NeededPerDay), say.Text("a day needed"))
		c.bar.set(max(0, p.Forecast.PerDay/next.NeededPerDay), p.Forecast.PerDay >= next.NeededPerDay)
		c.says.set(plain(phrase.Pace(p.Forecast.PerDay, next.NeededPerDay) + " " + say.Text("Needed from now on for “%s” by %s; lately means the last seven days.",
			next.Name, phrase.Day(campaign.DayOf(next.Deadline, p.Zone)))))
	case ok && !next.Deadline.IsZero():
		c.says.set(plain(say.Text("The mean of the last seven days. The deadline of “%s” is past, or over a year away, so no rate can be asked for.", next.Name)))
	case ok:
		c.says.set(plain(say.Text("The mean of the last seven days. With a deadline in the plan, this also says how many a day are needed.")))
	default:
		c.says.set(plain(say.Text("The mean of the last seven days. No threshold on pledges is open, so no pace is asked for.")))
	}
}
