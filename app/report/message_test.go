package report

import (
	"bytes"
	"strings"
	"testing"
	"unicode"

	"muster/app"
	"muster/campaign"
)

func messageOf(t testing.TB, d app.Dossier) string {
	t.Helper()
	var out bytes.Buffer
	if err := Message(&out, d); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestMessage(t *testing.T) {
	for name, want := range map[string][]string{
		"march": {
			"**March on Washington**\n\n1,000 of 100,000 pledges. 99,000 short: 2.0 orders of magnitude, 6.6 doublings.\n\n- **",
			"**The march is on**: 1,000 of 100,000 pledges, 1%. Deadline: 23 Feb 2027.", "1 in 7", "Of 1,000 pledges, ", "\n_As of 23 Nov 2026, ",
		},
		"petition": {"**: 6,078,985 of 10,000 pledges; reached 18 Mar 2019.\n"},
	} {
		got := messageOf(t, exampleOf(t, name))
		for _, words := range want {
			if !strings.Contains(got, words) {
				t.Errorf("the message of the %s does not say %q:\n%s", name, words, got)
			}
		}
	}
}

func TestMessageOfLittle(t *testing.T) {
	s, _ := bare(t)
	want := "**A**\n\n0 pledges.\n\nOf 0 pledges, 0 are expected to come.\n\n_As of 23 Nov 2026, 14:00 UTC_\n"
	if got := messageOf(t, dossierOf(s)); got != want {
		t.Errorf("%q", got)
	}
}

// TestNamesDoNotBreakTheMessage gives names that are Markdown.
func TestNamesDoNotBreakTheMessage(t *testing.T) {
	for name, want := range map[string]string{
		"# **Title**\n- list": `**\# \*\*Title\*\* - list**`,
		"[x](http://y) <b>":   `**\[x\](http://y) \<b\>**`,
		"- a|b":               `**\- a\|b**`,
		"a_b`c\\d~e&amp;":     "**a\\_b\\`c\\\\d\\~e\\&amp;**",
		"\x00\u202e\t ":       "**(not given)**",
		"😀 שלום":              "**😀 שלום**",
		"\xff":                "**\ufffd**",
	} {
		s := ledger{}.snapshot(t, campaign.Campaign{Name: name})
		if got, _, _ := strings.Cut(messageOf(t, dossierOf(s)), "\n"); got != want {
			t.Errorf("%q became %s, want %s", name, got, want)
		}
	}
	s, _ := hostile(t)
	checkMessage(t, s, messageOf(t, dossierOf(s)))
}

// checkMessage holds a message to its shape: no name adds a line to it, nor a
// mark that is not escaped.
func checkMessage(t *testing.T, s app.Snapshot, message string) {
	t.Helper()
	lists := 0
	for line := range strings.Lines(message) {
		line = strings.TrimSuffix(line, "\n")
		rest, isItem := strings.CutPrefix(line, "- **")
		if isItem {
			lists++
		} else {
			rest = strings.TrimPrefix(line, "**")
		}
		rest = strings.TrimSuffix(strings.TrimPrefix(rest, "_"), "_")
		rest = strings.Replace(rest+"\n", "**: ", "", 1)
		rest = strings.TrimSuffix(strings.TrimSuffix(rest, "\n"), "**")
		for i, r := range rest {
			if strings.ContainsRune("`*_[]<>#|~&", r) && (i == 0 || rest[i-1] != '\\') || unicode.IsControl(r) {
				t.Fatalf("%q stands in %q", r, line)
			}
		}
	}
	if lists != len(s.Standing.Thresholds) {
		t.Fatalf("%d thresholds of %d in\n%s", lists, len(s.Standing.Thresholds), message)
	}
}
