package report

import (
	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
	"muster/campaign/forecast"
)

// assumptions is the chapter on what the figures rest on: what the plan says
// of each, the defaults that stand in for what it does not say, and the rules
// of thumb.
func (l *layout) assumptions() {
	l.chapter(say.Text("Assumptions and sources"))
	if l.Standing.Population.Count > 0 {
		l.notes.population(l.Standing.Population)
	}
	l.notes.rest()
	if len(l.notes.all) > 0 {
		l.marksTable()
	}
	if all := phrase.Assumptions(l.Turnout); len(all) > 0 {
		l.section(say.Text("Defaults, until the plan says otherwise"))
		t := l.table(tableColumn{title: say.Text("What"), width: 120}, tableColumn{title: say.Text("Taken as"), width: 74}, tableColumn{title: say.Text("Where it comes from")})
		for _, a := range all {
			t.row(words(a.Name(), 4), words(a.Value, 2), words(phrase.FullStop(phrase.Capital(a.Source)), 8))
		}
	}
	if l.hasDay() {
		l.section(say.Text("Rules of thumb for the day"))
		t := l.table(tableColumn{title: say.Text("Rule"), width: 120}, tableColumn{title: say.Text("Taken as"), width: 74}, tableColumn{title: say.Text("Where it comes from")})
		for _, r := range l.Campaign.Rules() {
			t.row(words(phrase.Built(r.Name), 2), words(phrase.RuleValue(r), 3), words(phrase.FullStop(phrase.Capital(phrase.Built(r.Source))), 6))
		}
	}
}

// marksTable lists what the plan says of its figures, under the numbers that
// the report refers to them by.
func (l *layout) marksTable() {
	t := l.table(tableColumn{width: 20}, tableColumn{title: say.Text("Figure"), width: 150},
		tableColumn{title: say.Text("It is"), width: 64}, tableColumn{title: say.Text("Ground or source")})
	for i, n := range l.notes.all {
		t.row(words(superscript(i+1), 1), words(n.figure, 3), words(orNone(kindOf(n.kind)), 1), words(orNone(n.ground), 60))
	}
	l.caption(say.Text("Stated: somebody published it. Derived: it follows from what was published. Assumed: somebody had to choose it."))
}

// definitions is the chapter on what the words of the report mean.
func (l *layout) definitions() {
	l.chapter(say.Text("Definitions"))
	t := l.table(tableColumn{title: say.Text("Word"), width: 110}, tableColumn{title: say.Text("What it means here")})
	for _, d := range [][2]string{
		{say.Text("Pledge"), say.Text("one person's promise. Only counts are kept, never who pledged.")},
		{say.Text("Update"), say.Text("a line of the ledger: so many added, or what a counter said at a moment. None is ever deleted; a void takes one out of the count and says why.")},
		{say.Text("Region, source, tier"), say.Text("where a pledge comes from, how it came, and how firm it is.")},
		{say.Text("Threshold"), say.Text("a target on a figure, perhaps with a deadline. It is reached at the first moment the target was met, and held while it is met.")},
		{say.Text("Need"), say.Text("how many people must actually be there.")},
		{say.Text("Turnout"), say.Text("how many will be there: pledges, less those that are not valid, times the part who show up, and those who come without having pledged.")},
		{say.Text("Share"), say.Text("a count over a population: 1 in 7 means every seventh person.")},
		{say.Text("Order of magnitude"), say.Text("a factor of ten. Two orders of magnitude short: a hundred times as many are needed.")},
		{say.Text("Doubling"), say.Text("a factor of two. Seven doublings are a factor of 128.")},
		{say.Text("8 in 10"), say.Text("a range that what comes lies within in eight of ten cases: in one of ten it is below, in one above.")},
		{say.Text("Chance"), say.Text("the part of many simulated futures in which something comes about.")},
		{say.Text("Scenario"), say.Text("a named set of changed assumptions, held against the plan on the same futures.")},
		{say.Text("Moment"), say.Text("a dated outside event that may move the count.")},
		{say.Text("Activity"), say.Text("something the team does to gain pledges.")},
	} {
		t.row(field{text: d[0], ink: ink{cellInk.size, true, cellInk.colour}, lines: 2}, words(d[1], 4))
	}
}

// method is the chapter on how the figures were worked out, in plain words.
func (l *layout) method() {
	l.chapter(say.Text("How this was worked out"))
	l.section(say.Text("The count"))
	l.paragraph(say.Text("Every figure follows from the plan and the updates in the ledger. Within one region, source and tier a reading sets the total and an added count changes it; totals are sums over these. Neither the order in which updates arrive nor their repetition changes anything."), cellInk)
	if l.Forecast != nil {
		l.section(say.Text("The forecast"))
		l.paragraph(say.Text(forecast.Method), cellInk)
	}
	l.section(say.Text("The turnout"))
	l.paragraph(say.Text("The day is simulated %s times. Each time every tier has one show rate for all who pledged in it, drawn from its range, each valid pledge comes or not with that chance, and the walk-ons are drawn from theirs. The range of 8 in 10, the chance of the need and the pledges needed are read from these draws, which are the same every time.", phrase.Count(campaign.Draws)), cellInk)
	if l.Compared != nil {
		l.section(say.Text("The scenarios"))
		l.paragraph(say.Text("Each scenario changes the plan, and the same futures of the count as in the forecast, so that two of them differ by what was changed and not by luck."), cellInk)
	}
	l.section(say.Text("The data"))
	l.paragraph(say.Text("This report was made from the plan and %s. Whoever has the same plan and the same updates gets the same report, and the same number below it (a SHA-256 over the plan and all updates in order of time).",
		say.Count("%s updates", int64(l.Standing.Updates), phrase.Count(int64(l.Standing.Updates)))), cellInk)
	if l.Fingerprint != "" {
		l.y += 4
		l.paragraph(spaced(l.Fingerprint), cellInk)
	}
}

// spaced returns digits in groups of four.
func spaced(digits string) string {
	var out []byte
	for i := range len(digits) {
		if i > 0 && i%4 == 0 {
			out = append(out, ' ')
		}
		out = append(out, digits[i])
	}
	return string(out)
}
