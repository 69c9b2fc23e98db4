package typeset

import (
	"strings"

	"golang.org/x/text/unicode/bidi"
)

// between is what our lines put between texts of others.
const between = " · "

// quotes are those that our sentences put around names, in all languages.
var quotes = map[rune]rune{'“': '”', '„': '“', '«': '»'}

// pieces returns the parts of a line that stand one after the other, from left
// to right. A sentence of ours runs that way; a name in it, which is quoted or
// stands between dots, may run the other way, and must not draw the numbers
// beside it along (UAX #9 isolates such names; they come to us in one text).
func pieces(s string) []string {
	if !strings.ContainsFunc(s, isRight) {
		return []string{s}
	}
	if parts := strings.Split(s, between); len(parts) > 1 {
		all := pieces(parts[0])
		for _, part := range parts[1:] {
			all = append(append(all, between), pieces(part)...)
		}
		return all
	}
	var all []string
	ours := ""
	for rest := s; rest != ""; {
		before, name, after := quoted(rest)
		ours += before
		all = append(all, before, name)
		rest = after
	}
	if runsRight(ours) {
		return []string{s} // the quotes are another's
	}
	return all
}

// Apart returns a name as it can stand in a sentence of ours: one that runs from
// right to left is put in quotes, or it would draw along what stands beside it.
func Apart(name string) string {
	if !strings.ContainsFunc(name, isRight) {
		return name
	}
	return "“" + name + "”"
}

// quoted returns the first name in quotes with what is before it, up to the
// quote, and after it, from the quote on; without one, all is before it.
func quoted(s string) (before, name, after string) {
	for i, r := range s {
		closing, ok := quotes[r]
		if !ok {
			continue
		}
		begin := i + len(string(r))
		if n := strings.IndexRune(s[begin:], closing); n >= 0 {
			return s[:begin], s[begin : begin+n], s[begin+n:]
		}
	}
	return s, "", ""
}

// runsRight reports whether a piece as a whole runs from right to left: whether
// more of its letters do than do not. The first letter does not decide, since
// texts begin with a foreign name at times.
func runsRight(s string) bool {
	left, right := 0, 0
	for _, r := range s {
		if p, _ := bidi.LookupRune(r); p.Class() == bidi.L {
			left++
		} else if isRight(r) {
			right++
		}
	}
	return right > left
}

func isRight(r rune) bool {
	p, _ := bidi.LookupRune(r)
	return p.Class() == bidi.R || p.Class() == bidi.AL
}
