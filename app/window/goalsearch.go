package window

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"
)

// search returns the goals that all typed words are found in, the best first.
// Nothing typed finds all of them.
func search(goals []goal, typed string) []goal {
	words := strings.Fields(folded(typed))
	type hit struct {
		goal
		worth int
	}
	var hits []hit
	for _, g := range goals {
		if worth := g.worth(words); worth > 0 {
			hits = append(hits, hit{g, worth})
		}
	}
	slices.SortStableFunc(hits, func(a, b hit) int { return b.worth - a.worth })
	found := make([]goal, len(hits))
	for i, h := range hits {
		found[i] = h.goal
	}
	return found
}

// worth says how well the typed words go with a goal; 0 if one does not.
func (g goal) worth(words []string) int {
	total := 1
	name, kind, about := folded(g.name), folded(g.kind), folded(g.about)
	for _, word := range words {
		best := worthIn(name, word)
		if best == 0 {
			best = min(1, max(worthIn(kind, word), worthWhole(about, word)))
		}
		if best == 0 {
			return 0
		}
		total += best
	}
	return total
}

// worthIn says how well a word goes with a text: as its beginning, that of a
// word in it, a part of it, or letters of it in their order.
func worthIn(text, word string) int {
	switch at := strings.Index(text, word); {
	case at == 0:
		return 8
	case at > 0 && beginsWord(text, word):
		return 6
	case at > 0:
		return 4
	case len(word) > 1 && inOrder(text, word):
		return 2
	}
	return 0
}

// worthWhole counts only the beginnings of words, for a text so long that it
// holds most letters.
func worthWhole(text, word string) int {
	if strings.HasPrefix(text, word) || beginsWord(text, word) {
		return 1
	}
	return 0
}

// beginsWord reports whether a word of the text, other than the first, begins
// so.
func beginsWord(text, word string) bool {
	for i, r := range text {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && strings.HasPrefix(text[i+len(string(r)):], word) {
			return true
		}
	}
	return false
}

// inOrder reports whether the text has the letters of a word in their order,
// the first of them at the beginning of a word.
func inOrder(text, word string) bool {
	for start := range strings.FieldsSeq(text) {
		if !strings.HasPrefix(start, word[:1]) {
			continue
		}
		rest := []rune(word)
		for _, r := range text[strings.Index(text, start):] {
			if len(rest) > 0 && r == rest[0] {
				rest = rest[1:]
			}
		}
		if len(rest) == 0 {
			return true
		}
	}
	return false
}

// folded returns a text without capitals and accents.
func folded(s string) string {
	plain, _, err := transform.String(transform.Chain(norm.NFD, runes.Remove(runes.In(unicode.Mn)), norm.NFC), s)
	if err != nil {
		plain = s
	}
	return strings.ToLower(plain)
}
