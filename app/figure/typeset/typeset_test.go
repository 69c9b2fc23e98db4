package typeset

import (
	"math"
	"strings"
	"testing"

	"gonum.org/v1/plot/vg"
)

func TestLegible(t *testing.T) {
	for give, want := range map[string]string{
		"March on\tWashington\n ":        "March on Washington",
		"a\x00b\u202ec\u200bd\ufe0f":     "abcd",
		"e\u0301":                        "é",
		"👩‍👩‍👧 and 😀😀":                   "� and �",
		"مسيرة إلى":                      "مسيرة إلى",
		"שלום":                           "שלום",
		"नमस्ते\u200d":                   "नमस्ते\u200d",
		"สวัสดี":                         "สวัสดี",
		"Ελλάδα Україна":                 "Ελλάδα Україна",
		"華盛頓遊行 ワシントン 행진":                 "華盛頓遊行 ワシントン 행진",
		"−5 °C":                          "–5 °C",
		"\xff":                           "�",
		strings.Repeat("🎉", 1000) + " x": "� x",
		"ᚠ":                              "�",
	} {
		if got := Legible(give); got != want {
			t.Errorf("%q: %q, want %q", give, got, want)
		}
	}
}

// order returns the texts of the parts as they are seen, those that run from
// right to left in brackets.
func order(s string) string {
	var out []string
	for _, p := range shape(Legible(s)) {
		if p.level%2 == 1 {
			out = append(out, "["+p.text+"]")
		} else {
			out = append(out, p.text)
		}
	}
	return strings.Join(out, "|")
}

func TestOrderIsThatInWhichTheLineIsSeen(t *testing.T) {
	for give, want := range map[string]string{
		"abcdefghi אבג 123 דהו":   "abcdefghi |[ דהו]|123|[אבג ]",
		"שלום":                    "[שלום]",
		"שלום עולם 2027":          "2027|[שלום עולם ]",
		"“שלום”: stated here":     "“|[שלום]|”: stated here",
		"“שלום” (100) is far":     "“|[שלום]|” (100) is far",
		"ירושלים, יפו 23 · 1 May": "23|[יפו ]|[, ]|[ירושלים]| · |1 May",
		"Muster · مسيرة 2027":     "Muster| · |2027|[مسيرة ]", "הצעדה “שלנו” כאן": "[כאן]|[” ]|[שלנו]|[“]|[הצעדה ]",
		"नमस्ते Delhi":          "नमस्ते |Delhi",
		"Athens, عمّان, Berlin": "Athens, |[عمّان]|, Berlin",
	} {
		if got := order(give); got != want {
			t.Errorf("%q: %q, want %q", give, got, want)
		}
	}
}

// TestLettersJoin holds the width of joined letters against those of single
// ones: an Arabic word is no row of its letters.
func TestLettersJoin(t *testing.T) {
	word, apart := Width("سلام", 10, false), 0.0
	for _, r := range "سلام" {
		apart += Width(string(r), 10, false)
	}
	if !(word > 0 && word < 0.95*apart) {
		t.Errorf("the word is %.1f wide, its letters %.1f", word, apart)
	}
}

func TestCuts(t *testing.T) {
	short := func(n int) func(string) bool {
		return func(s string) bool { return len([]rune(s)) <= n }
	}
	for _, c := range []struct {
		give string
		n    int
		want string
	}{
		{"Washington", 20, "Washington"}, {"Washington", 5, "Wash…"}, {"March, and", 7, "March…"},
		{"नमस्ते", 4, "नम…"}, {"x", 0, "…"}, {strings.Repeat("é", 10_000), 3, "éé…"},
	} {
		if got := Shorten(c.give, short(c.n)); got != c.want {
			t.Errorf("%.20q to %d: %q, want %q", c.give, c.n, got, c.want)
		}
	}
	if got := Head("नमस्ते", short(1)); got != "न" {
		t.Errorf("head %q", got)
	}
	if got := Head("ते", short(1)); got != "ते" {
		t.Errorf("a sign was torn off its letter: %q", got)
	}
	if got := Head("", short(1)); got != "" {
		t.Errorf("head of nothing: %q", got)
	}
}

func FuzzSetting(f *testing.F) {
	for _, s := range []string{"a", "שלום abc 12", "\u202e😀\x00", "न\u200dม", "한국어 ไทย"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = Legible(s)
		if again := Legible(s); again != s {
			t.Fatalf("legible twice: %q, then %q", s, again)
		}
		if w := Width(s, 10, true); !(w >= 0) {
			t.Fatalf("%q is %v wide", s, w)
		}
		Shorten(s, func(string) bool { return false })
	})
}

// TestSpacesAreNarrow looks for fonts whose space is missing, and would be set
// as the box of a character that is not there.
func TestSpacesAreNarrow(t *testing.T) {
	for script, font := range standIns {
		if _, ok := font.open().NominalGlyph(' '); !ok {
			t.Errorf("%s, for script %s, has no space", font.name, script)
		}
	}
}

// TestOutlineIsWhereTheTextIs: outlines begin and end where their text does.
func TestOutlineIsWhereTheTextIs(t *testing.T) {
	for _, bold := range []bool{false, true} {
		for _, s := range []string{"March on Washington", "AVAT 1,000", "Ελλάδα Żółć"} {
			face := Face(20, bold)
			left, right := vg.Length(math.Inf(1)), vg.Length(math.Inf(-1))
			for _, c := range Outline(face, s, vg.Point{X: 100, Y: 50}) {
				if c.Type != vg.CloseComp {
					left, right = min(left, c.Pos.X), max(right, c.Pos.X)
				}
			}
			if width := face.Width(s); left < 99 || left > 103 || right > 101+width || right < 97+width {
				t.Errorf("%q goes from %v to %v, and is %v wide", s, left, right, width)
			}
		}
	}
	if path := Outline(Face(20, false), "  ", vg.Point{}); len(path) > 0 {
		t.Errorf("spaces have the outline %v", path)
	}
}

// TestApart: a name from right to left stands in a sentence as a whole.
func TestApart(t *testing.T) {
	if got := Apart("The march is on"); got != "The march is on" {
		t.Errorf("it became %q", got)
	}
	if got, want := order(Apart("عربية 12")+", reached"), "“|12|[عربية ]|”, reached"; got != want {
		t.Errorf("%q is seen, not %q", got, want)
	}
	if got, want := order(Apart("שלום עולם")+", reached"), "“|[שלום עולם]|”, reached"; got != want {
		t.Errorf("%q is seen, not %q", got, want)
	}
}
