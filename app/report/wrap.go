package report

import (
	"strings"

	"muster/app/figure/typeset"
)

// wrap breaks text into lines no wider than width, at most so many; the last
// ends in an ellipsis if there is more. Words too long for a line are cut
// where it ends. The text is made legible first.
func wrap(s string, i ink, width float64, most int) []string {
	var lines []string
	line := ""
	words := strings.Fields(typeset.Legible(s))
	for len(words) > 0 {
		word := words[0]
		longer := strings.TrimPrefix(line+" "+word, " ")
		switch {
		case i.width(longer) <= width:
			line, words = longer, words[1:]
			continue
		case line != "":
			lines, line = append(lines, line), ""
		default:
			head := fitting(word, i, width)
			lines, words[0] = append(lines, head), word[len(head):]
		}
		if len(lines) == most {
			lines[most-1] = shorten(lines[most-1]+" "+words[0], i, width)
			return lines
		}
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}

// fitting returns the longest beginning of a word that is no wider than width,
// one character at least.
func fitting(word string, i ink, width float64) string {
	return typeset.Head(word, func(s string) bool { return i.width(s) <= width })
}

// shorten cuts text, with an ellipsis, so that it is no wider than width.
func shorten(s string, i ink, width float64) string {
	return typeset.Shorten(s, func(s string) bool { return i.width(s) <= width })
}

// single returns text on one line no wider than width.
func single(s string, i ink, width float64) string {
	if lines := wrap(s, i, width, 1); len(lines) > 0 {
		return lines[0]
	}
	return ""
}
