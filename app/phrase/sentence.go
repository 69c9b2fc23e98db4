package phrase

import (
	"errors"
	"strings"
	"unicode"
	"unicode/utf8"

	"muster/app/say"
	"muster/campaign"
)

// Sentence returns what an error says as a sentence: a capital first, a full
// stop last. The errors of app and campaign are words for people already.
func Sentence(err error) string {
	s := strings.TrimSpace(Why(err))
	if s == "" {
		return say.Text("Something went wrong.")
	}
	return FullStop(Capital(s))
}

// Why returns what an error says, in the language in use as far as it was put
// together from words of ours.
func Why(err error) string {
	if ours, ok := err.(interface{ Words() campaign.Words }); ok {
		return Words(ours.Words())
	}
	whole := err.Error()
	if inner := errors.Unwrap(err); inner != nil {
		if before, ok := strings.CutSuffix(whole, inner.Error()); ok {
			return before + Why(inner)
		}
	}
	return whole
}

// Words says words of campaign in the language in use.
func Words(w campaign.Words) string {
	if len(w.Args) == 0 {
		if w.Format == "" {
			return ""
		}
		return strings.ReplaceAll(say.Text(w.Format), "%%", "%")
	}
	args := make([]any, len(w.Args))
	for i, arg := range w.Args {
		switch arg := arg.(type) {
		case campaign.Words:
			args[i] = Words(arg)
		case campaign.Term:
			args[i] = say.Text(string(arg))
		case error:
			args[i] = Why(arg)
		default:
			args[i] = arg
		}
	}
	return say.Text(w.Format, args...)
}

// FullStop ends s as a sentence ends.
func FullStop(s string) string {
	if s == "" || strings.ContainsRune(".!?", rune(s[len(s)-1])) {
		return s
	}
	return s + "."
}

// Capital returns s with a capital first.
func Capital(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return s
	}
	return string(unicode.ToUpper(first)) + s[size:]
}
