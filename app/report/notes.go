package report

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
)

// notes collects what the figures of a report rest on, numbered in the order
// in which the figures come.
type notes struct {
	marks map[string]campaign.Mark
	all   []note
}

// note says what one figure rests on.
type note struct {
	path   string // of the figure in the plan
	figure string
	kind   campaign.MarkKind // empty if the plan says nothing of that
	ground string
}

// ref returns the number of the mark of a figure, raised, or nothing if it has
// none.
func (n *notes) ref(path string) string {
	if i := slices.IndexFunc(n.all, func(have note) bool { return have.path == path }); i >= 0 && path != "" {
		return superscript(i + 1)
	}
	mark, ok := n.marks[path]
	if !ok {
		return ""
	}
	return n.add(note{path, about(path), mark.Kind, mark.Ground})
}

// population returns the number of the note on where a population comes from.
func (n *notes) population(p campaign.Population) string {
	const path = "population"
	mark, marked := n.marks[path]
	if i := slices.IndexFunc(n.all, func(have note) bool { return have.path == path }); i >= 0 {
		return superscript(i + 1)
	}
	from := sourceOf(p)
	switch {
	case marked && (p.Source == "" && p.Year == 0 || strings.Contains(mark.Ground, p.Source)):
		from = mark.Ground
	case marked:
		from = joined("; ", from, mark.Ground)
	}
	return n.add(note{path, say.Text("Population of %s", p.Name), mark.Kind, from})
}

// sourceOf returns where a population comes from, with its year.
func sourceOf(p campaign.Population) string {
	source := p.Source
	if year := strconv.Itoa(p.Year); p.Year != 0 && !strings.Contains(source, year) {
		source = joined(", ", source, year)
	}
	if source == "" && p.Count > 0 {
		return say.Text("no source is given")
	}
	return source
}

// rest adds the marks whose figures the report does not show.
func (n *notes) rest() {
	for _, path := range slices.Sorted(maps.Keys(n.marks)) {
		n.ref(path)
	}
}

func (n *notes) add(next note) string {
	n.all = append(n.all, next)
	return superscript(len(n.all))
}

// lines returns the notes as sentences.
func (n *notes) lines() []string {
	var all []string
	for i, note := range n.all {
		words := note.ground
		if note.kind != "" {
			words = kindOf(note.kind) + ground(note.ground)
		}
		all = append(all, superscript(i+1)+" "+note.figure+": "+words+".")
	}
	return all
}

func ground(text string) string {
	if text == "" {
		return ""
	}
	return " (" + text + ")"
}

// kindOf returns how well a figure is founded: stated, derived or assumed.
func kindOf(k campaign.MarkKind) string {
	return phrase.Mark(k)
}

// about returns what a path in the plan file stands for.
func about(path string) string {
	list, name, found := strings.Cut(path, ".")
	if found && slices.Contains([]string{"thresholds", "measures", "tiers", "regions", "sources", "activities", "moments", "scenarios"}, list) {
		return phrase.Quoted(name)
	}
	words := strings.NewReplacer(".", " ", "_", " ").Replace(path)
	return say.Text(phrase.Capital(words))
}

const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹"

func superscript(n int) string {
	digits := []rune(superscripts)
	var out strings.Builder
	for _, d := range strconv.Itoa(n) {
		out.WriteRune(digits[d-'0'])
	}
	return out.String()
}
