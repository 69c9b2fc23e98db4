package window

import (
	"testing"
	"unicode/utf8"
)

func TestBreakLine(t *testing.T) {
	letters := func(s string) float32 { return 10 * float32(utf8.RuneCountInString(s)) }
	for _, c := range []struct {
		text  string
		width float32
		empty bool
		want  string
	}{
		{"so many pledges", 200, true, "so many pledges"},
		{"so many pledges", 80, true, "so many "},
		{"pledges", 40, false, ""},
		{"pledges", 40, true, "pledges"}, // too narrow to be the line's own width
		{"/data/campaigns/muster", 120, true, "/data/"},
		{"abcdefghijkl", 100, true, "abcdefghij"},
		{"éèéèéèéèéè", 70, true, "éèéèéèé"},
		{"word", 0, true, "word"},
	} {
		if got := breakLine(c.text, c.width, c.empty, true, letters); got != c.want {
			t.Errorf("%q in %v: %q, want %q", c.text, c.width, got, c.want)
		}
	}
	if got := breakLine("all of it", 10, true, false, letters); got != "all of it" {
		t.Errorf("without a limit: %q", got)
	}
}
