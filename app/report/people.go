package report

import (
	"muster/app/figure"
	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
)

// turnout is the chapter on how many may come and what they need.
func (l *layout) turnout() {
	l.chapter(say.Text("Turnout, and what it needs"))
	t := l.Turnout
	l.sentences(phrase.Came(l.Campaign.Event), phrase.Expected(t), joined(" ", phrase.MeetingNeed(t), phrase.Needed(t), phrase.MoreNeeded(t)))
	if d := figure.DistributionOf(t); !d.Empty() {
		l.chart(d.Scene(style), 130, say.Text("How many may come, and how likely each number is, from %s draws.", phrase.Count(campaign.Draws)))
	}
	l.funnel()
	l.cascade()
	l.needs()
}

// funnel is the way from pledges to people, a tier a line.
func (l *layout) funnel() {
	l.section(say.Text("From pledges to people"))
	t := l.table(tableColumn{title: say.Text("Tier")}, tableColumn{title: say.Text("Pledged"), width: 66, right: true},
		tableColumn{title: say.Text("Joining"), width: 66, right: true}, tableColumn{title: say.Text("Valid"), width: 46, right: true},
		tableColumn{title: say.Text("Show rate"), width: 74, right: true}, tableColumn{title: say.Text("Likely"), width: 66, right: true})
	line := func(name, pledged, joining, valid, show, likely string) {
		t.row(words(name, 2), t.number(1, pledged), t.number(2, joining), t.number(3, valid), t.number(4, show), t.number(5, likely))
	}
	defaults := false
	star := func(text string, isDefault bool) string {
		if defaults = defaults || isDefault; isDefault {
			return text + "*"
		}
		return text
	}
	for _, tier := range l.Turnout.Tiers {
		line(phrase.TierName(tier.Name)+l.notes.ref("tiers."+tier.Name), phrase.Count(tier.Pledges), phrase.Count(tier.Counted),
			star(phrase.Percent(tier.Valid), tier.ValidDefault), star(phrase.Rates(tier.Show), tier.ShowDefault), phrase.Whole(tier.Likely))
	}
	line(say.Text("Walk-ons"), "", "", "", "", star(phrase.Whole(l.Turnout.WalkOns.Likely), l.Turnout.WalkOnsDefault))
	line(say.Text("In all"), phrase.Count(l.Turnout.Pledges), phrase.Count(l.Turnout.Cascade.Trusted), "", "", phrase.Whole(l.Turnout.Likely))
	if defaults {
		l.caption(say.Text("* A default until the plan says otherwise; see the assumptions."))
	}
}

// cascade says what conditional pledges do to each other, if there are any.
func (l *layout) cascade() {
	c := l.Turnout.Cascade
	if !phrase.IsConditional(c) {
		return
	}
	l.section(say.Text("Conditional pledges"))
	l.sentences(joined(" ", phrase.FromStart(c), phrase.IfTrusted(c), phrase.Tipping(c)))
	if c.Pledged > 0 {
		l.chart(figure.Cascade{Of: c}.Scene(style), 170,
			say.Text("How many would come for each number that are expected to. Where the line meets the diagonal, a number brings about itself."))
	}
	for _, step := range c.Steps {
		l.paragraph("· "+phrase.Step(step), smallInk)
	}
}

// hasDay reports whether people are to come together on a day, so that it is of
// use to know what the day needs.
func (l *layout) hasDay() bool {
	event := l.Campaign.Event
	return l.Turnout.PlanFor() >= 1 && (l.Turnout.Need > 0 || event.Date.IsSet() || event.Place != "")
}

// needs lists what so many people need on the day.
func (l *layout) needs() {
	if !l.hasDay() {
		return
	}
	people := l.Turnout.PlanFor()
	l.section(say.Text("What %s people need on the day", phrase.About(people)))
	t := l.table(tableColumn{title: say.Text("What")}, tableColumn{title: say.Text("How much"), width: 170}, tableColumn{title: say.Text("By the rule of thumb"), width: 190})
	var rows [][]field
	for _, n := range phrase.DayNeeds(l.Campaign.DayNeeds(people)) {
		var rules []string
		for _, r := range n.Rules {
			rules = append(rules, phrase.Rule(r))
		}
		rows = append(rows, []field{words(n.Name, 2), words(n.Amount, 2), words(joined("; ", rules...), 3)})
	}
	t.rows(rows)
	l.caption(say.Text("Rules of thumb only: police, city and coach company know better. Their sources are among the assumptions."))
}
