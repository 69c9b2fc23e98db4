// Package say puts the program's own texts into the language of the person in
// front of it. A text is written in English where it is used, and is its own
// key in assets/translations; what it names stands in it as fmt's verbs, with
// an index (%[2]s) where a language has another order.
package say

import (
	"fmt"
	"sync/atomic"

	"github.com/nicksnyder/go-i18n/v2/i18n"
)

// Text returns a text in the language in use: Text("Due %s", day). Without
// args its percent signs stand for themselves.
func Text(english string, args ...any) string {
	return fill(translated(i18n.LocalizeConfig{DefaultMessage: &i18n.Message{ID: english, Other: english}}, english), args)
}

// Count returns a text in the plural form that n asks for. The forms of every
// language, English too, are kept under the English plural:
// Count("%s pledges", n, number).
func Count(english string, n int64, args ...any) string {
	if n == -1 {
		n = 1
	}
	return fill(translated(i18n.LocalizeConfig{MessageID: english, PluralCount: n}, english), args)
}

// translated returns a message in the language in use, or in English where
// there is none: a test looks for those.
func translated(c i18n.LocalizeConfig, english string) string {
	text, err := current().localizer.Localize(&c)
	if err != nil && text == "" {
		return english
	}
	return text
}

func fill(text string, args []any) string {
	if len(args) > 0 {
		text = fmt.Sprintf(text, args...)
	}
	if mark := marking.Load(); mark != nil {
		return (*mark)(text)
	}
	return text
}

// marking changes what is said, so that a test sees which words are ours.
var marking atomic.Pointer[func(string) string]

// Mark puts all that is said through mark from now on; nil ends it.
func Mark(mark func(string) string) {
	if mark == nil {
		marking.Store(nil)
		return
	}
	marking.Store(&mark)
}

// Key is a text that is kept in a table and said later.
type Key string

// Text returns it in the language in use.
func (k Key) Text(args ...any) string { return Text(string(k), args...) }
