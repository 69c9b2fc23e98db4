package window

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2/container"

	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
	"muster/campaign/forecast"
)

// aheadCard says in a sentence where the count may be and, of an earlier day,
// what came.
type aheadCard struct {
	cardPart
	title  *text
	big    *bigFigure
	says   *prose
	chance *prose
	came   *prose
}

func newAheadCard() *aheadCard {
	c := &aheadCard{
		title: newHeading(""), big: newBigFigure(),
		says: newProse(sizeGap, colorText), chance: newProse(sizeGap, colorText),
		came: newProse(sizeText, colorMuted),
	}
	c.Container = newCard(container.New(column{gap: spaceS}, c.title, c.big, c.says, c.chance, c.came))
	return c
}

func (c *aheadCard) show(p prospect) {
	c.Hidden = p.Forecast == nil
	if c.Hidden {
		return
	}
	day, isDeadline := p.Outlook()
	fan := p.Forecast.On(day.Start(p.Zone))
	c.title.set(aheadTitle(p, day, isDeadline))
	c.came.Hidden = !p.Past
	c.big.set(phrase.Ahead(fan, float64(p.Forecast.Total)), say.Text("8 times in 10"))
	c.says.set(plain(phrase.Outlook(fan, p.Forecast.Total, day, isDeadline)))
	c.chance.set(plain(chances(p)))
	came, known := whatCame(p, day)
	if !known {
		came = say.Text("Nothing has been counted since.")
	}
	c.came.set(plain(came))
}

// aheadTitle says of when the big figure is, and from when it is seen.
func aheadTitle(p prospect, day campaign.Day, isDeadline bool) string {
	title := say.Text("Pledges by %s", phrase.Day(day))
	if isDeadline {
		title = say.Text("Pledges by the deadline, %s", phrase.Day(day))
	}
	if p.Past {
		title = say.Text("%s, as seen on %s", title, phrase.Day(dayOf(p.Snapshot)))
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
		return say.Text("Every threshold on pledges is reached already.")
	case len(open) == 0:
		return say.Text("No threshold on pledges is set, so there is nothing to hold this against.")
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
	days := p.present.Daily[campaign.Pledges]
	if !p.Past || len(days) == 0 {
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
	return say.Text("What came: %s by %s, %s.", phrase.Count(total), phrase.Day(day), place8(p.Forecast.On(at), total)), true
}

// place8 says how a total lies to the range that holds 8 times in 10.
func place8(fan forecast.Fan, total int64) string {
	switch {
	case float64(total) < fan.Quantile(0.1):
		return say.Text("below the range for that day, %s", phrase.Ahead(fan, 0))
	case float64(total) > fan.Quantile(0.9):
		return say.Text("above the range for that day, %s", phrase.Ahead(fan, 0))
	}
	return say.Text("within the range for that day, %s", phrase.Ahead(fan, 0))
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
