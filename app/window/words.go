package window

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"muster/app/phrase"
	"muster/campaign"
)

// sentence returns what an error says as a sentence: a capital first, a full
// stop last. The errors of app and campaign are words for people already.
func sentence(err error) string {
	s := strings.TrimSpace(err.Error())
	if s == "" {
		return "Something went wrong."
	}
	return fullStop(capital(s))
}

// fullStop ends s as a sentence ends.
func fullStop(s string) string {
	if s == "" || strings.ContainsRune(".!?", rune(s[len(s)-1])) {
		return s
	}
	return s + "."
}

// describe names an update in a few words: +23 stall, Ohio.
func describe(u campaign.Update) string {
	return strings.TrimSpace(phrase.Change(u) + " " + phrase.Origin(u.Cell))
}

// capital returns s with a capital first.
func capital(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return s
	}
	return string(unicode.ToUpper(first)) + s[size:]
}
