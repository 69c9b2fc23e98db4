package report

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"muster/app/phrase"
	"muster/campaign"
)

// notes collects what the figures of a report rest on, numbered in the order
// in which the figures come.
type notes struct {
	marks map[string]campaign.Mark
	paths []string // of the marks that have a number; empty for one that is not a mark
	texts []string
}

// ref returns the number of the mark of a figure, raised, or nothing if it has
// none.
func (n *notes) ref(path string) string {
	if i := slices.Index(n.paths, path); i >= 0 && path != "" {
		return superscript(i + 1)
	}
	mark, ok := n.marks[path]
	if !ok {
		return ""
	}
	return n.add(path, about(path)+": "+string(mark.Kind)+ground(mark.Ground))
}

// population returns the number of the note on where a population comes from.
func (n *notes) population(p campaign.Population) string {
	if _, marked := n.marks["population"]; p.Source == "" && p.Year == 0 && marked {
		return n.ref("population")
	}
	source := sourceOf(p)
	if mark, ok := n.marks["population"]; ok && strings.Contains(mark.Ground, p.Source) {
		source = string(mark.Kind) + ground(mark.Ground)
	} else if ok {
		source += "; " + string(mark.Kind) + ground(mark.Ground)
	}
	return n.add("population", "Population of "+p.Name+": "+source)
}

// sourceOf returns where a population comes from, with its year.
func sourceOf(p campaign.Population) string {
	source := p.Source
	if year := fmt.Sprint(p.Year); p.Year != 0 && !strings.Contains(source, year) {
		source = joined(", ", source, year)
	}
	if source == "" && p.Count > 0 {
		return "no source is given"
	}
	return source
}

// rest adds the marks whose figures the report does not show.
func (n *notes) rest() {
	for _, path := range slices.Sorted(maps.Keys(n.marks)) {
		n.ref(path)
	}
}

func (n *notes) add(path, text string) string {
	n.paths, n.texts = append(n.paths, path), append(n.texts, text)
	return superscript(len(n.texts))
}

func ground(text string) string {
	if text == "" {
		return ""
	}
	return " (" + text + ")"
}

// about returns what a path in the plan file stands for.
func about(path string) string {
	list, name, found := strings.Cut(path, ".")
	if found && slices.Contains([]string{"thresholds", "measures", "tiers", "regions", "sources", "activities"}, list) {
		return "“" + name + "”"
	}
	words := strings.NewReplacer(".", " ", "_", " ").Replace(path)
	if words == "" {
		return words
	}
	return strings.ToUpper(words[:1]) + words[1:]
}

const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹"

func superscript(n int) string {
	digits := []rune(superscripts)
	var out strings.Builder
	for _, d := range fmt.Sprint(n) {
		out.WriteRune(digits[d-'0'])
	}
	return out.String()
}

// sources lists the notes: run on if that ends the page, a line each if they
// need another.
func (l *layout) sources() {
	l.notes.rest()
	if len(l.notes.texts) == 0 {
		return
	}
	const title = "What the figures rest on"
	small := ink{8, false, paper.Secondary}
	var all []string
	for i, text := range l.notes.texts {
		all = append(all, superscript(i+1)+" "+text+".")
	}
	legend := phrase.Plural(int64(l.Standing.Updates), "update", "updates") +
		" in the ledger. Stated: published. Derived: it follows from what was published. Assumed: somebody had to choose it."
	runOn := wrap(strings.Join(all, " "), small, column, 200)
	if height := float64(len(runOn)+2)*small.size*1.5 + 60; l.y+height <= pageHeight-footer {
		l.section(title, 0)
		l.paragraph(strings.Join(all, " "), small, len(runOn))
	} else {
		l.turn()
		l.section(title, 0)
		for _, text := range all {
			l.paragraph(text, small, 200)
		}
	}
	l.y += 2
	l.paragraph(legend, small, 2)
}
