package report

import (
	"strings"

	"muster/app/figure/typeset"
)

// wrap breaks text into lines no wider than width, at most so many (any number
// if 0); the last ends in an ellipsis if there is more. Words too long for a
// line are cut where it ends. The text is made legible first.
func wrap(s string, i ink, width float64, most int) []string {
	var lines []string
	var line []string
	var wide float64
	space := i.width(" ")
	words := strings.FieldsFunc(typeset.Legible(s), func(r rune) bool { return r == ' ' })
	for len(words) > 0 {
		word := words[0]
		w := i.width(word)
		switch {
		case len(line) == 0 && w <= width:
			line, wide, words = []string{word}, w, words[1:]
			continue
		case len(line) > 0 && wide+space+w <= width:
			line, wide, words = append(line, word), wide+space+w, words[1:]
			continue
		case len(line) > 0:
			lines, line = append(lines, strings.Join(line, " ")), nil
		default:
			head := typeset.Head(word, func(s string) bool { return i.width(s) <= width })
			if lines, words[0] = append(lines, head), word[len(head):]; words[0] == "" {
				words = words[1:]
			}
		}
		if len(lines) == most && len(words) > 0 {
			lines[most-1] = typeset.Shorten(lines[most-1]+" "+words[0], func(s string) bool { return i.width(s) <= width })
			return lines
		}
	}
	if len(line) > 0 {
		lines = append(lines, strings.Join(line, " "))
	}
	return lines
}

// single returns text on one line no wider than width.
func single(s string, i ink, width float64) string {
	if lines := wrap(s, i, width, 1); len(lines) > 0 {
		return lines[0]
	}
	return ""
}
