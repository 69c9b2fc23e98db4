package window

import (
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"muster/app/phrase"
	"muster/campaign"
	"muster/campaign/forecast"
)

// aheadCard says in a sentence where the count may be, and lets look from
// another day.
type aheadCard struct {
	cardPart
	title  *text
	big    *bigFigure
	says   *prose
	chance *prose
	came   *prose
	then   *fyne.Container // what came, and the way back to now
	from   *pastDay
}

func newAheadCard(look func(time.Time), again func()) *aheadCard {
	c := &aheadCard{
		title: newHeading(""), big: newBigFigure(),
		says: newProse(sizeGap, colorText), chance: newProse(sizeGap, colorText),
		came: newProse(sizeText, colorMuted), from: newPastDay(look, again),
	}
	c.then = container.New(&flow{gap: spaceM, rooms: []room{{300, 1}, {120, 0}}}, c.came,
		newButton("Back to now", func() { look(time.Time{}) }))
	c.Container = newCard(container.New(column{gap: spaceS}, c.title, c.big, c.says, c.chance, c.then, c.from))
	return c
}

func (c *aheadCard) show(p prospect) {
	c.Hidden = p.Forecast == nil
	c.from.show(p)
	if c.Hidden {
		return
	}
	day, isDeadline := p.Outlook()
	fan := p.Forecast.On(day.Start(p.Zone))
	c.title.set(aheadTitle(p, day, isDeadline))
	c.then.Hidden = !p.past
	c.big.set(phrase.Ahead(fan, float64(p.Forecast.Total)), "8 times in 10")
	c.says.set(plain(phrase.Outlook(fan, p.Forecast.Total, day, isDeadline)))
	c.chance.set(plain(chances(p)))
	came, known := whatCame(p, day)
	if !known {
		came = "Nothing has been counted since."
	}
	c.came.set(plain(came))
}

// aheadTitle says of when the big figure is, and from when it is seen.
func aheadTitle(p prospect, day campaign.Day, isDeadline bool) string {
	title := "Pledges by " + phrase.Day(day)
	if isDeadline {
		title = "Pledges by the deadline, " + phrase.Day(day)
	}
	if p.past {
		title += ", as seen on " + phrase.Moment(p.Standing.AsOf, p.Zone)
	}
	return title
}

// chancesMost is how many thresholds are spoken of; the table has them all.
const chancesMost = 3

// chances says what the forecast means for the thresholds, the lowest first.
func chances(p prospect) string {
	open := byTarget(p.Forecast.Thresholds)
	switch {
	case len(open) == 0 && slices.ContainsFunc(p.Standing.Thresholds, onPledges):
		return "Every threshold on pledges is reached already."
	case len(open) == 0:
		return "No threshold on pledges is set, so there is nothing to hold this against."
	}
	var said []string
	for _, t := range open[:min(len(open), chancesMost)] {
		if t.HasChance {
			said = append(said, phrase.ReachedBy(t.Threshold, t.Chance, t.Deadline, p.Zone))
		} else {
			said = append(said, phrase.ReachedWhen(t.Threshold, t.Dates, p.Zone))
		}
	}
	return strings.Join(said, " ")
}

// onPledges reports whether a threshold is on the total of pledges alone.
func onPledges(t campaign.ThresholdStanding) bool {
	return t.Figure == campaign.FigurePledges && !t.Regions.IsSet()
}

// whatCame says what came of a forecast from the past, once it is known: the
// total of the day, or the last one there is.
func whatCame(p prospect, day campaign.Day) (string, bool) {
	days := p.now.Daily[campaign.Pledges]
	if !p.past || len(days) == 0 {
		return "", false
	}
	last := days[len(days)-1]
	if last.Day < day {
		day = last.Day
	}
	if day <= campaign.DayOf(p.Forecast.Futures.Origin(), p.Zone) {
		return "", false
	}
	at := (day + 1).Start(p.Zone)
	total, _ := totalOn(days, day)
	return "What came: " + phrase.Count(total) + " by " + phrase.Day(day) + ", " +
		place8(p.Forecast.On(at), total) + ".", true
}

// place8 says how a total lies to the range that holds 8 times in 10.
func place8(fan forecast.Fan, total int64) string {
	words := "within the range for that day, " + phrase.Ahead(fan, 0)
	switch {
	case float64(total) < fan.Quantile(0.1):
		words = "below the range for that day, " + phrase.Ahead(fan, 0)
	case float64(total) > fan.Quantile(0.9):
		words = "above the range for that day, " + phrase.Ahead(fan, 0)
	}
	return words
}

// totalOn returns the total at the end of a day, and whether there is one.
func totalOn(days []campaign.DayTotal, day campaign.Day) (int64, bool) {
	for i := len(days) - 1; i >= 0; i-- {
		if days[i].Day <= day {
			return days[i].Total, true
		}
	}
	return 0, false
}
