package report

import (
	"strings"

	"muster/app/figure"
	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign/scenario"
)

// mostBeside is how many scenarios stand beside the plan in one table.
const mostBeside = 3

// scenarios is the chapter that puts the scenarios beside the plan.
func (l *layout) scenarios() {
	l.chapter(say.Text("Scenarios"))
	outcomes := l.Compared.Outcomes
	for from := 1; from < len(outcomes); from += mostBeside {
		beside := append([]scenario.Outcome{outcomes[0]}, outcomes[from:min(from+mostBeside, len(outcomes))]...)
		if from > 1 {
			l.y += 10
		}
		l.sideBySide(beside)
	}
	if l.Compared.NoForecast != nil {
		l.y += 6
		l.paragraph(say.Text("There is no forecast, so there are no chances: %s", phrase.Sentence(l.Compared.NoForecast)), smallInk)
	}
	l.section(say.Text("What each changes"))
	for _, o := range outcomes[1:] {
		l.paragraph(say.Text("“%s”: %s.", phrase.ScenarioName(o.Scenario), strings.Join(phrase.Changes(o.Scenario), "; ")), cellInk)
		l.y += 3
	}
	l.ways()
	l.matters()
}

// matters shows which assumption of the plan moves the turnout most.
func (l *layout) matters() {
	t := figure.TornadoOf(l.Compared.Outcomes[0], l.Matters)
	if !t.Moves() {
		return
	}
	l.section(say.Text("What matters most to the plan"))
	l.chart(t.Scene(style), min(t.Height(style, l.column), 240),
		say.Text("How many people come, in the middle of the range, if one assumption comes out low or high and the others stay as uncertain as they are."))
}

// sideBySide is a column for the plan and some scenarios.
func (l *layout) sideBySide(outcomes []scenario.Outcome) {
	columns := []tableColumn{{}}
	for _, o := range outcomes {
		columns = append(columns, tableColumn{title: phrase.ScenarioName(o.Scenario), width: 92})
	}
	t := l.table(columns...)
	for _, row := range phrase.SideBySide(outcomes, l.Compared.Zone) {
		name := words(row.Name, 2)
		if row.Opens {
			name.ink.bold = true
		}
		fields := []field{name}
		for _, c := range row.Cells {
			fields = append(fields, words(joined(", ", orNone(c.Words), c.Range), 4))
		}
		t.row(fields...)
	}
}

// ways says what would give each threshold a chance.
func (l *layout) ways() {
	var all []string
	for _, o := range l.Compared.Outcomes {
		for _, t := range o.Thresholds {
			if way, ok := l.Compared.Basis.Seek(o, t, scenario.UsualChance); ok {
				all = append(all, phrase.ScenarioName(o.Scenario)+": "+phrase.Takes(t, way, l.Compared.Zone))
			}
		}
	}
	if len(all) > 0 {
		l.section(say.Text("What it would take"))
		l.sentences(all...)
	}
}
