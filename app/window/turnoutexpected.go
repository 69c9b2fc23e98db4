package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
)

// expectedCard says in a sentence how many are expected to come.
type expectedCard struct {
	cardPart
	title  *text
	big    *bigFigure
	says   *prose
	chance *prose
	add    *fyne.Container // a way to Pledges, while there are none
	how    *opening
}

func newExpectedCard(w *Window, again func()) *expectedCard {
	c := &expectedCard{
		title:  newHeading(""),
		big:    newBigFigure(),
		says:   newProse(sizeGap, colorText),
		chance: newProse(sizeGap, colorText),
		add:    container.New(beside{}, newButton(say.Text("Add the first pledges"), w.addPledges)),
		how: newHow(again,
			say.Text("Of each tier: the pledges whose condition is met, times the part of them that is real, times the part of those who come. Walk-ons are added."),
			say.Text("How many of them come is uncertain as a whole: a wet day keeps many at home. So %s days are simulated, always the same ones. On each, every tier has one show rate, drawn from its low, likely and high (1 in 10 days lie below low, 1 in 10 above high), and each person comes or not besides.",
				phrase.Count(campaign.Draws)),
			say.Text("8 in 10 of those days lie in the range; 1 in 10 lies below it, 1 in 10 above.")),
	}
	c.Container = newCard(container.New(column{gap: spaceS}, c.title, c.big, c.says, c.chance, c.add, c.how))
	return c
}

func (c *expectedCard) show(o outlook) {
	event := o.Campaign.Event
	over := event.Came > 0
	c.title.set(expectedTitle(event))
	c.add.Hidden = o.Pledges > 0
	c.how.Hidden = o.Pledges == 0
	meeting := phrase.MeetingNeed(o.Turnout)
	c.chance.Hidden = over || meeting == "" || o.Expected.P90 == 0
	c.chance.set(plain(meeting))
	switch {
	case over:
		c.big.set(phrase.Count(event.Came), say.Count("people came", event.Came))
	case o.Expected.P90 == 0:
		c.big.set(phrase.Count(0), say.Text("people expected"))
	case o.Expected.P10 == o.Expected.P90:
		c.big.set(phrase.About(o.Expected.P50), say.Text("people expected"))
	case o.Pledges == 0:
		c.big.set(phrase.Between(o.Expected.P10, o.Expected.P90), say.Text("walk-ons, 8 times in 10"))
	default:
		c.big.set(phrase.Between(o.Expected.P10, o.Expected.P90), say.Text("people, 8 times in 10"))
	}
	switch {
	case o.Pledges == 0:
		c.says.set(plain(say.Text("Nothing is pledged yet. Once it is, this says how many people to expect.")))
	case over:
		c.says.set(plain(phrase.WereExpected(o.Turnout)))
	default:
		c.says.set(plain(phrase.Expected(o.Turnout)))
	}
}

// expectedTitle says when and where people are expected.
func expectedTitle(e campaign.Event) string {
	title := say.Text("Expected to come")
	switch {
	case e.Came > 0 && e.Date.IsSet():
		title = say.Text("Came on %s", phrase.Day(e.Date))
	case e.Came > 0:
		title = say.Text("Came")
	case e.Date.IsSet():
		title = say.Text("Expected to come on %s", phrase.Day(e.Date))
	}
	if e.Place != "" {
		title += ", " + e.Place
	}
	return title
}

// neededCard says how many pledges make the need sure enough.
type neededCard struct {
	cardPart
	title *text
	mark  *mark // of the confidence
	big   *bigFigure
	says  *prose
	short *prose
	plan  *fyne.Container // a way to Plan, while there is no need
	how   *opening
}

func newNeededCard(toPlan, again func()) *neededCard {
	c := &neededCard{
		title: newHeading(say.Text("Pledges needed")),
		mark:  newMark(""),
		big:   newBigFigure(),
		says:  newProse(sizeText, colorText),
		short: newProse(sizeText, colorMuted),
		plan:  container.New(beside{}, newButton(say.Text("Set the need"), toPlan)),
		how: newHow(again,
			say.Text("On each simulated day the pledges are multiplied, in today's mix of tiers, until the need is met. This many are enough on as many of the days as the plan wants to be sure of."),
			say.Text("Conditional pledges count as soon as more pledges would meet their condition.")),
	}
	c.Container = newCard(container.New(column{gap: spaceS},
		container.New(ends{gap: spaceS}, c.title, c.mark), c.big, c.says, c.short, c.plan, c.how))
	return c
}

func (c *neededCard) show(o outlook) {
	none := o.Need == 0
	c.plan.Hidden = !none
	c.big.Hidden, c.short.Hidden, c.how.Hidden = !o.Possible, !o.Possible, none
	setDefault(c.mark, o.ConfidenceDefault && !none, phrase.Percent(o.Confidence), campaign.DefaultConfidence().Source)
	if none {
		c.says.set(plain(say.Text("How many people must be there? With a need in the plan, this says how many pledges it takes.")))
		return
	}
	c.big.set(phrase.AtLeast(o.Needed), say.Count("pledges", o.Needed))
	c.says.set(plain(phrase.Needed(o.Turnout)))
	c.short.set(plain(phrase.MoreNeeded(o.Turnout)))
	c.short.Hidden = c.short.Hidden || phrase.MoreNeeded(o.Turnout) == ""
}

// setDefault marks a figure that is not in the plan, with where it comes from.
func setDefault(m *mark, isDefault bool, value, source string) {
	marks := map[string]campaign.Mark{}
	if isDefault {
		marks["it"] = campaign.Mark{Kind: "default", Ground: value + ", " + source}
	}
	m.set(marks, "it")
}
