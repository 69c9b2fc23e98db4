package report

import (
	"slices"

	"muster/app"
	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
)

// thresholdTable lists how far each threshold is; names take up to so many
// lines.
func (l *layout) thresholdTable(lines int) *thresholdTable {
	t := &thresholdTable{lines: lines, full: 1}
	t.table = l.table(
		tableColumn{title: say.Text("Threshold")}, tableColumn{title: say.Text("By (a day)"), width: 60},
		tableColumn{title: say.Text("Now"), width: 58, right: true}, tableColumn{title: say.Text("Target"), width: 58, right: true},
		tableColumn{title: say.Text("Progress"), width: 108}, tableColumn{title: say.Text("Chance"), width: 54, right: true})
	if !l.hasChances() {
		t.columns[0].width = 0
		t.table = l.table(t.columns[:5]...)
	}
	for _, s := range l.Standing.Thresholds {
		if s.Progress > 1 {
			t.full = 1.5
		}
	}
	return t
}

type thresholdTable struct {
	*table
	lines int
	full  float64 // of its target, to which the bars go
}

// threshold sets a row: a bar with its percentage, or when it was reached.
func (l *layout) threshold(t *thresholdTable, s campaign.ThresholdStanding) {
	name := words(s.Name+l.notes.ref("thresholds."+s.Name), t.lines)
	if s.Regions.IsSet() {
		name.text = say.Text("%s, and %s", name.text, phrase.Regions(s))
		name.lines = t.lines + 1
	}
	reached := field{}
	if s.Reached {
		reached = field{text: say.Text("reached %s", phrase.Day(campaign.DayOf(s.ReachedAt, l.Zone))), ink: reachedInk, lines: 2}
		if !s.Held {
			reached.text = say.Text("%s, not held now", reached.text)
			reached.ink = cellInk
		}
	}
	chance := none
	if f, ok := foreseen(l.Snapshot, s.Name); ok && f.HasChance {
		chance = phrase.Chance(f.Chance)
	}
	fields := []field{name, words(orNone(l.deadline(s.Threshold)), 1),
		t.number(2, phrase.Amount(s.Threshold, s.Value)), t.number(3, phrase.Amount(s.Threshold, s.Target)), reached, words(chance, 2)}
	y := t.row(fields[:len(t.columns)]...)
	if s.Reached {
		return
	}
	c := t.columns[4]
	l.bar(margin+c.x, y-6, 64, s, t.full)
	progress := phrase.Progress(s)
	l.page.text(margin+c.x+c.width, y, progress, cellInk.fitting(progress, c.width-68, 5), 1)
}

// hasChances reports whether there is a threshold whose chance is known.
func (l *layout) hasChances() bool {
	return l.Forecast != nil && slices.ContainsFunc(l.Forecast.Thresholds, func(t app.ThresholdForecast) bool { return t.HasChance })
}

// foreseen returns what the forecast says of a threshold.
func foreseen(s app.Snapshot, name string) (app.ThresholdForecast, bool) {
	if s.Forecast == nil {
		return app.ThresholdForecast{}, false
	}
	i := slices.IndexFunc(s.Forecast.Thresholds, func(t app.ThresholdForecast) bool { return t.Name == name })
	if i < 0 {
		return app.ThresholdForecast{}, false
	}
	return s.Forecast.Thresholds[i], true
}

// bar draws progress as a bar whose track ends at full, 1 or more; where it is
// more, a tick shows where the target lies.
func (l *layout) bar(x, y, width float64, t campaign.ThresholdStanding, full float64) {
	const height = 5
	l.page.box(x, y, width, height, paper.Line)
	if t.Progress > 0 {
		l.page.box(x, y, max(0.8, width*min(1, t.Progress/full)), height, paper.Accent)
	}
	if full > 1 {
		at := x + width/full
		l.page.line(at, y-2, at, y+height+2, 0.7, paper.Text)
	}
}

// thresholds is the chapter on them: where they are, how likely they are, and
// what is missing in regions.
func (l *layout) thresholds() {
	l.chapter(say.Text("Thresholds"))
	if len(l.Standing.Thresholds) == 0 {
		l.paragraph(say.Text("No thresholds are set."), cellInk)
		return
	}
	table := l.thresholdTable(3)
	for _, s := range l.Standing.Thresholds {
		l.threshold(table, s)
	}
	l.y += 8
	for _, s := range l.Standing.Thresholds {
		f, foreseen := foreseen(l.Snapshot, s.Name)
		words := ""
		switch {
		case !foreseen:
		case f.HasChance:
			words = phrase.ReachedBy(s.Threshold, f.Chance, f.Deadline, l.Zone)
			if f.NeededPerDay > 0 {
				words += " " + say.Text("It takes %s a day.", phrase.PerDay(f.NeededPerDay)) + " " + phrase.Pace(l.Forecast.PerDay, f.NeededPerDay)
			}
		default:
			words = phrase.ReachedWhen(s.Threshold, f.Dates, l.Zone)
		}
		l.sentences(words)
	}
	if next, ok := l.Standing.Next(); ok && !next.Held {
		l.sentences(phrase.BaseRate(next.Target))
	}
	for _, s := range l.Standing.Thresholds {
		l.missingRegions(s)
	}
}

// missingRegions lists the regions that a threshold waits for.
func (l *layout) missingRegions(s campaign.ThresholdStanding) {
	missing := phrase.MissingRegions(s)
	if len(missing) == 0 {
		return
	}
	l.section(say.Text("“%s” waits for regions", s.Name))
	t := l.table(tableColumn{title: say.Text("Region")},
		tableColumn{title: say.Text("Now"), width: 90, right: true}, tableColumn{title: say.Text("Target"), width: 90, right: true},
		tableColumn{title: say.Text("Progress"), width: 70, right: true})
	for _, r := range missing {
		t.row(words(r.Name, 2), t.number(1, phrase.Count(r.Total)), t.number(2, phrase.Count(r.Target)),
			t.number(3, phrase.Percent(campaign.Share{Count: r.Total, Of: r.Target}.Fraction())))
	}
}
