package typeset

import (
	"sort"
	"strings"

	"github.com/go-text/typesetting/segmenter"
)

// longest is more characters than ever fit on a line.
const longest = 400

// Head returns the longest beginning of a text that fits, one character at
// least, whatever marks it bears.
func Head(s string, fits func(string) bool) string {
	ends := characters(s)
	if len(ends) == 0 {
		return s
	}
	n := sort.Search(len(ends), func(i int) bool { return !fits(s[:ends[i]]) })
	return s[:ends[max(0, n-1)]]
}

// Shorten returns a text that fits, cut with an ellipsis if need be.
func Shorten(s string, fits func(string) bool) string {
	if len(s) <= longest && fits(s) {
		return s
	}
	ends := characters(s)
	n := sort.Search(len(ends), func(i int) bool { return !fits(s[:ends[i]] + "…") })
	if n == 0 {
		return "…"
	}
	return strings.TrimRight(s[:ends[n-1]], " ,.;:") + "…"
}

// characters returns where the characters of a text end, as a reader counts
// them; of a long one only so many as may matter.
func characters(s string) []int {
	runes := []rune(s)
	runes = runes[:min(len(runes), longest)]
	var seg segmenter.Segmenter
	seg.Init(runes)
	var ends []int
	at := 0
	for all := seg.GraphemeIterator(); all.Next(); {
		at += len(string(all.Grapheme().Text))
		ends = append(ends, at)
	}
	return ends
}
