package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
)

// funnelCard shows what becomes of the pledges, a tier a row and a stage a
// column.
type funnelCard struct {
	cardPart
	mark *mark
	rows *fyne.Container
	says *prose
	plan *fyne.Container // a way to Plan, while there are no tiers
	how  *opening
}

func newFunnelCard(toPlan, again func()) *funnelCard {
	c := &funnelCard{
		mark: newMark(say.Text("tiers")),
		rows: container.New(column{gap: 6}),
		says: newProse(sizeText, colorMuted),
		plan: container.New(beside{}, newButton(say.Text("Add tiers"), toPlan)),
		how: newHow(again,
			say.Text("Joining are the pledges whose condition is met when everybody trusts the count. Valid are those of them that are real: no double entries, no made-up names. Expected are the valid ones at the likely show rate."),
			say.Text("Below each figure stands the rate that leads to it: the valid part, and the low, likely and high show rate.")),
	}
	top := container.New(ends{gap: spaceS}, newHeading(say.Text("From pledges to people")), c.mark)
	c.Container = newCard(container.New(column{gap: 10}, top, c.rows, c.says, c.plan, c.how))
	return c
}

func (c *funnelCard) show(o outlook) {
	c.mark.set(o.Campaign.Marks, "tiers")
	c.plan.Hidden = len(o.Campaign.Tiers) > 0
	c.says.Hidden = false
	informed, several := o.Campaign.Informed()
	switch {
	case len(o.Campaign.Tiers) == 0:
		c.says.set(plain(say.Text("The plan has no tiers, so all pledges are taken alike. Tiers tell how firm a pledge is, such as “Committed” and “Keep me informed”, each with its own show rate.")))
	case several:
		c.says.set(plain(say.Text("The informed are the tier “%s”: the least firm of the plan, and the first step on the way.", informed.Name)))
	default:
		c.says.Hide()
	}
	c.rows.Hidden, c.how.Hidden = o.Pledges == 0, o.Pledges == 0
	stages := o.Funnel()
	c.rows.RemoveAll()
	c.rows.Add(funnelHead(stages, several))
	for i := range o.Tiers {
		tier := o.Tiers[len(o.Tiers)-1-i] // the widest first, as in a funnel
		c.rows.Add(widget.NewSeparator())
		c.rows.Add(funnelRow(o, stages, len(o.Tiers)-1-i, several && tier.Name == informed.Name))
	}
	c.rows.Add(widget.NewSeparator())
	c.rows.Add(walkOnsRow(o, stages))
	if len(o.Tiers)+len(stages) > 1 {
		c.rows.Add(widget.NewSeparator())
		c.rows.Add(funnelSum(stages))
	}
}

// funnelFirst is the part of the width that the names of the tiers take.
const funnelFirst = 0.26

func newFunnelLine(cells ...fyne.CanvasObject) *fyne.Container {
	return container.New(&tabular{first: funnelFirst, gap: spaceM}, cells...)
}

func funnelHead(stages []campaign.Stage, informed bool) fyne.CanvasObject {
	heading := func(words string) fyne.CanvasObject {
		return newProse(sizeLabel, colorMuted, run{words: words, bold: true})
	}
	cells := []fyne.CanvasObject{heading(say.Text("Tier"))}
	for _, s := range stages {
		name := phrase.Capital(phrase.Stage(s.Name))
		if informed && s.Name == campaign.StagePledged {
			name = say.Text("Informed, pledged")
		}
		cells = append(cells, heading(name))
	}
	return newFunnelLine(cells...)
}

// funnelRow shows one tier through all stages.
func funnelRow(o outlook, stages []campaign.Stage, i int, informed bool) fyne.CanvasObject {
	tier := o.Tiers[i]
	name := container.New(column{}, newProse(sizeText, colorText, plain(phrase.Capital(phrase.TierName(tier.Name)))))
	if informed {
		name.Add(newText(say.Text("the informed"), sizeLabel, colorMuted))
	}
	cells := []fyne.CanvasObject{name}
	for _, s := range stages {
		cells = append(cells, funnelCell(s.ByTier[i], stages[0].Total, stageNote(s.Name, tier), stageMark(s.Name, tier, o.Campaign.Marks)))
	}
	return newFunnelLine(cells...)
}

// funnelCell shows a figure over its bar, and the rate it comes from.
func funnelCell(n, of float64, note string, m *mark) fyne.CanvasObject {
	b := newBar(6)
	if of > 0 {
		b.set(n/of, false)
	}
	said := newText(note, sizeLabel, colorMuted)
	cell := container.New(column{}, newText(phrase.Whole(n), sizeText, colorText), b, said)
	if m != nil { // beside the rate where there is room
		rooms := []room{{said.MinSize().Width, 0}, {m.MinSize().Width, 0}}
		cell.Objects[2] = container.New(&flow{gap: 6, rooms: rooms}, said, container.New(beside{}, m))
	}
	return cell
}

// stageNote says what leads to a stage.
func stageNote(s campaign.StageName, t campaign.TierTurnout) string {
	switch s {
	case campaign.StageJoining:
		if t.JoinsAt > 0 {
			return say.Text("at %s", phrase.Count(t.JoinsAt))
		}
		return say.Text("at once")
	case campaign.StageValid:
		return phrase.Percent(t.Valid)
	case campaign.StageExpected:
		return phrase.Rates(t.Show)
	}
	return ""
}

// stageMark marks the rate of a stage if it is a default, or the plan marks it.
func stageMark(s campaign.StageName, t campaign.TierTurnout, marks map[string]campaign.Mark) *mark {
	m := newMark("")
	switch s {
	case campaign.StageValid:
		d := campaign.DefaultValid()
		setDefault(m, t.ValidDefault, phrase.Percent(d.Value), d.Source)
	case campaign.StageExpected:
		d := campaign.DefaultShow()
		setDefault(m, t.ShowDefault, phrase.Rates(d.Value), d.Source)
		if !t.ShowDefault {
			m.set(marks, showPath(t.Name))
		}
	}
	if m.Hidden {
		return nil
	}
	return m
}

func walkOnsRow(o outlook, stages []campaign.Stage) fyne.CanvasObject {
	cells := []fyne.CanvasObject{newProse(sizeText, colorText, plain(say.Text("Walk-ons, without a pledge")))}
	for range len(stages) - 1 {
		cells = append(cells, newText("", sizeText, colorText))
	}
	m := newMark("")
	setDefault(m, o.WalkOnsDefault, say.Text("none"), campaign.DefaultWalkOns().Source)
	note := say.Text("none")
	if !o.WalkOnsDefault {
		note = phrase.Between(o.WalkOns.Low, o.WalkOns.High)
		m = nil
	}
	return newFunnelLine(append(cells, funnelCell(o.WalkOns.Likely, max(stages[0].Total, o.WalkOns.Likely), note, m))...)
}

func funnelSum(stages []campaign.Stage) fyne.CanvasObject {
	bold := func(words string) fyne.CanvasObject {
		t := newText(words, sizeText, colorText)
		t.style.Bold = true
		return t
	}
	cells := []fyne.CanvasObject{bold(say.Text("In all"))}
	for _, s := range stages {
		cells = append(cells, bold(phrase.Whole(s.Total)))
	}
	return newFunnelLine(cells...)
}
