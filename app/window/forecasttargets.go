package window

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"muster/app"
	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
)

// targetsCard is the table of thresholds: the chance of each, when it may be
// reached, and what it takes a day.
type targetsCard struct {
	cardPart
	rows  *fyne.Container
	none  *prose // in place of the rows
	left  *prose // thresholds that are not in the table, and why
	rates *prose
	plan  *fyne.Container
	how   *opening
}

func newTargetsCard(toPlan, again func()) *targetsCard {
	c := &targetsCard{
		rows: container.New(column{gap: 6}),
		none: newProse(sizeText, colorMuted), left: newProse(sizeLabel, colorMuted), rates: newProse(sizeText, colorText),
		plan: container.New(beside{}, newButton(say.Text("Set a threshold"), toPlan)),
		how: newHow(again,
			say.Text("The chance is the part of the futures that has reached the target by the deadline. 1 in 10 futures has reached it by the first date, half of them by the second, 9 in 10 by the third; “not in sight” lies beyond the end of the forecast."),
			say.Text("Needed a day is what is missing, shared out over the days to the deadline.")),
	}
	c.Container = newCard(container.New(column{gap: 10}, newHeading(say.Text("Thresholds")), c.rows, c.none, c.left, c.rates, c.plan, c.how))
	return c
}

func (c *targetsCard) show(p prospect) {
	c.plan.Hidden = len(p.Standing.Thresholds) > 0
	c.rows.RemoveAll()
	if p.Forecast != nil && len(p.Forecast.Thresholds) > 0 {
		c.rows.Add(targetsHead())
		for _, t := range byTarget(p.Forecast.Thresholds) {
			c.rows.Add(widget.NewSeparator())
			c.rows.Add(targetsRow(t, p))
		}
	}
	c.how.Hidden = len(c.rows.Objects) == 0
	c.rows.Hidden = c.how.Hidden
	c.none.Hidden = len(c.rows.Objects) > 0 || len(p.Standing.Thresholds) > 0
	c.none.set(plain(say.Text("No threshold is set. With one, this says how likely it is and when it may be reached.")))
	left := notForecast(p)
	c.left.Hidden = left == ""
	c.left.set(plain(left))
	rates := baseRates(p.Standing)
	c.rates.Hidden = rates == ""
	c.rates.set(plain(rates))
	c.Hidden = c.rows.Hidden && c.none.Hidden && c.left.Hidden && c.rates.Hidden
}

// byTarget returns thresholds in order, the lowest first.
func byTarget(all []app.ThresholdForecast) []app.ThresholdForecast {
	return slices.SortedStableFunc(slices.Values(all), func(a, b app.ThresholdForecast) int { return cmp.Compare(a.Target, b.Target) })
}

// newTargetsLine lays out one row of the table.
func newTargetsLine(cells ...fyne.CanvasObject) *fyne.Container {
	return container.New(&tabular{first: 0.22, gap: spaceM}, cells...)
}

func targetsHead() fyne.CanvasObject {
	var cells []fyne.CanvasObject
	for _, name := range []string{say.Text("Threshold"), say.Text("Chance"), say.Text("1 in 10 by"), say.Text("As likely as not by"), say.Text("9 in 10 by"), say.Text("Needed a day")} {
		h := newProse(sizeLabel, colorMuted, run{words: name, bold: true})
		cells = append(cells, h)
	}
	return newTargetsLine(cells...)
}

func targetsRow(t app.ThresholdForecast, p prospect) fyne.CanvasObject {
	name := container.New(column{}, newProse(sizeText, colorText, run{words: t.Name, bold: true}),
		newProse(sizeLabel, colorMuted, plain(say.Text("%s pledges", phrase.Figure(t.Target)))))
	chance := container.New(column{})
	switch {
	case t.HasChance:
		chance.Add(newProse(sizeText, colorText, run{words: phrase.Chance(t.Chance), bold: true}))
		chance.Add(newProse(sizeLabel, colorMuted, plain(say.Text("by %s", phrase.Day(campaign.DayOf(t.Deadline, p.Zone))))))
	case t.Deadline.IsZero():
		chance.Add(newProse(sizeText, colorMuted, plain(say.Text("no deadline"))))
	case t.Deadline.Before(p.Standing.AsOf):
		chance.Add(newProse(sizeText, colorMuted, plain(say.Text("deadline past"))))
	default:
		chance.Add(newProse(sizeText, colorMuted, plain(say.Text("over a year off"))))
	}
	needed := "–"
	if t.HasChance && !math.IsInf(t.NeededPerDay, 1) {
		needed = phrase.PerDay(t.NeededPerDay)
	}
	cells := []fyne.CanvasObject{name, chance}
	for _, words := range []string{
		phrase.Reach(t.Dates.P10, p.Zone), phrase.Reach(t.Dates.P50, p.Zone), phrase.Reach(t.Dates.P90, p.Zone), needed} {
		cells = append(cells, newProse(sizeText, colorText, plain(words)))
	}
	return newTargetsLine(cells...)
}

// notForecast says which thresholds are not in the table, and why.
func notForecast(p prospect) string {
	var held, other []string
	for _, t := range p.Standing.Thresholds {
		switch {
		case t.Held:
			held = append(held, phrase.Quoted(t.Name))
		case !onPledges(t):
			other = append(other, phrase.Quoted(t.Name))
		}
	}
	var said []string
	if len(held) > 0 {
		said = append(said, say.Text("Reached already: %s.", strings.Join(held, ", ")))
	}
	if len(other) > 0 {
		said = append(said, say.Text("Not forecast, since they are not on the total of pledges alone: %s.", strings.Join(other, ", ")))
	}
	return strings.Join(said, " ")
}

// baseRates returns the base rate of the next threshold on pledges that has
// one; reached ones need none.
func baseRates(s campaign.Standing) string {
	for _, t := range s.Thresholds {
		if said := baseRateNote(t); said != "" {
			return strings.TrimSpace(said)
		}
	}
	return ""
}
