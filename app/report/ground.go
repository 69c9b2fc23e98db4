package report

import (
	"muster/app/phrase"
	"muster/app/say"
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
		var rows [][]field
		for _, r := range l.Campaign.Rules() {
			rows = append(rows, []field{words(phrase.Built(r.Name), 2), words(phrase.RuleValue(r), 3), words(phrase.FullStop(phrase.Capital(phrase.Built(r.Source))), 6)})
		}
		t.rows(rows)
	}
}

// marksTable lists what the plan says of its figures, under the numbers that
// the report refers to them by.
func (l *layout) marksTable() {
	t := l.table(tableColumn{width: 20}, tableColumn{title: say.Text("Figure"), width: 150},
		tableColumn{title: say.Text("It is"), width: 64}, tableColumn{title: say.Text("Ground or source")})
	var rows [][]field
	for i, n := range l.notes.all {
		rows = append(rows, []field{words(superscript(i+1), 1), words(n.figure, 3), words(orNone(kindOf(n.kind)), 1), words(orNone(n.ground), 60)})
	}
	t.rows(rows)
	l.caption(say.Text("Stated: somebody published it. Derived: it follows from what was published. Assumed: somebody had to choose it."))
}

// definitions is the chapter on what the words of the report mean.
func (l *layout) definitions() {
	l.chapter(say.Text("Definitions"))
	t := l.table(tableColumn{title: say.Text("Word"), width: 110}, tableColumn{title: say.Text("What it means here")})
	var rows [][]field
	for _, d := range definitions() {
		rows = append(rows, []field{{text: d.word, ink: ink{cellInk.size, true, cellInk.colour}, lines: 2}, words(d.meaning, 4)})
	}
	t.rows(rows)
}

// method is the chapter on how the figures were worked out, in plain words.
func (l *layout) method() {
	l.chapter(say.Text("How this was worked out"))
	all := methods(l.Dossier)
	for i, m := range all {
		l.section(m.word)
		if i == len(all)-1 { // the fingerprint stays with what it is of
			l.room(cellInk.size * 1.5 * float64(len(wrap(m.meaning, cellInk, l.column, 0))+2))
		}
		l.paragraph(m.meaning, cellInk)
	}
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
