package window

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"muster/app"
	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
)

// headline is the card with the big count against the next threshold, and the
// sentence about the gap.
type headline struct {
	widget.BaseWidget
	title *text
	mark  *mark // of the target
	big   *bigFigure
	bar   *bar
	gap   *prose
	ahead *prose // where the deadline finds the campaign
	more  *prose
	plan  *fyne.Container // a way to Plan, while there is no threshold
}

func newHeadline(toPlan func()) *headline {
	h := &headline{
		title: newHeading(""),
		mark:  newMark(say.Text("target")),
		big:   newBigFigure(),
		bar:   newBar(10),
		gap:   newProse(sizeGap, colorText),
		ahead: newProse(sizeText, colorText),
		more:  newProse(sizeText, colorMuted),
		plan:  container.New(beside{}, newButton(say.Text("Set a threshold"), toPlan)),
	}
	h.ExtendBaseWidget(h)
	return h
}

func (h *headline) show(now app.Snapshot) {
	s := now.Standing
	next, ok := s.Next()
	h.title.set(headlineTitle(next, ok))
	h.bar.Hidden, h.plan.Hidden = !ok, ok
	h.ahead.Hidden = now.Forecast == nil
	if now.Forecast != nil {
		day, isDeadline := now.Outlook()
		h.ahead.set(plain(phrase.Outlook(now.Forecast.On(day.Start(now.Zone)), now.Forecast.Total, day, isDeadline)))
	}
	h.more.Hidden = now.Campaign.Ask == ""
	h.more.set(plain(now.Campaign.Ask))
	if !ok {
		h.mark.Hide()
		h.big.set(phrase.Count(s.Pledges), "")
		h.gap.set(plain(noThreshold(s)))
		return
	}
	h.mark.set(now.Campaign.Marks, "thresholds."+next.Name)
	h.big.set(phrase.Count(s.Pledges), say.Text("of %s", phrase.Figure(next.Target)))
	h.bar.set(next.Progress, next.Held)
	h.gap.set(gapRuns(s, next)...)
}

// headlineTitle says what the count is held against.
func headlineTitle(next campaign.ThresholdStanding, ok bool) string {
	if !ok {
		return say.Text("Pledges")
	}
	if next.Deadline.IsSet() {
		return say.Text("Pledges towards “%s”, by %s", next.Name, phrase.Day(next.Deadline))
	}
	return say.Text("Pledges towards “%s”", next.Name)
}

func noThreshold(s campaign.Standing) string {
	if s.Updates == 0 {
		return say.Text("Nothing is counted yet. How many pledges would be enough?")
	}
	return say.Text("How many pledges would be enough? No threshold is set yet.")
}

// gapRuns returns the gap sentence with the orders of magnitude in bold.
func gapRuns(s campaign.Standing, next campaign.ThresholdStanding) []run {
	gap := phrase.Gap(next)
	if s.Updates == 0 {
		return []run{plain(gap + " " + say.Text("Nothing is counted yet: add the first pledges with %s.", addKeyName()))}
	}
	before, after, found := strings.Cut(gap, phrase.Orders(next.Gap))
	if !found {
		return []run{plain(gap)}
	}
	return []run{plain(before), {words: phrase.Orders(next.Gap), bold: true}, plain(after)}
}

// CreateRenderer implements fyne.Widget.
func (h *headline) CreateRenderer() fyne.WidgetRenderer {
	top := container.New(ends{gap: spaceS}, h.title, h.mark)
	content := container.New(column{gap: spaceS}, top, h.big, h.bar, h.gap, h.ahead, h.more, h.plan)
	return widget.NewSimpleRenderer(newCard(content))
}
