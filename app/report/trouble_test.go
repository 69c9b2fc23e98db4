package report

import (
	"math/rand/v2"
	"strings"
	"testing"

	"muster/app"
	"muster/campaign"
)

// trouble is what FuzzReports makes a campaign of.
type trouble struct {
	name, region, note    string
	count, target, people int64
}

// troubles are those that the fuzz target begins with.
var troubles = []trouble{
	{"March on Washington", "Ohio", "a note", 1000, 100_000, 702_250},
	{"=HYPERLINK(\"x\")", "\u202e😀\x00", "\t\n\r", -5, 1, 0},
	{"", "\xff\xfe", "नमस्ते", 1e12, 1e12, 1},
	{"“שלום” · العربية 12", "https://example.org/(a)\\b", "서울 ไทย \u200d🎉", 7, 70, 7000},
	{"'quoted'", "a'b!$A$1", "&L&\"x\"&C&12", 3, 12, 40},
	{strings.Repeat("long ", 2000), strings.Repeat("W", 10_000), " spaced\u00a0", 0, 0, 0},
}

// more returns further troubles, the same ones every time: texts of what means
// something to a spreadsheet, to XML or to writers of other scripts.
func more(n int) []trouble {
	r := rand.New(rand.NewPCG(6, 1))
	pieces := []string{"=", "+", "-", "@", "'", "\"", "&", "<", ">", "]]>", "!", "$A$1", "{1}", "#REF!", "1e9", "TRUE", "2026-01-01", ";", ",", "|", "%s",
		" ", "\t", "\n", "\r\n", "\x00", "\x1b", "\u00a0", "\u200d", "\u202e", "\u2028", "\ufeff", "\ufffe", "\xff", "a", "Ж", "ß", "e\u0301", "東京", "ไทย", "שלום", "العربية", "😀", "_x0041_"}
	text := func() string {
		var b strings.Builder
		for range r.IntN(8) {
			b.WriteString(pieces[r.IntN(len(pieces))])
		}
		return b.String()
	}
	number := func() int64 {
		return []int64{0, 1, -1, 7, 1000, r.Int64N(1e6), campaign.MaxCount, -campaign.MaxCount}[r.IntN(8)]
	}
	var all []trouble
	for range n {
		all = append(all, trouble{text(), text(), text(), number(), number(), number()})
	}
	return all
}

// dossier makes a campaign of it, with a ledger.
func (f trouble) dossier(t testing.TB) (app.Dossier, ledger) {
	t.Helper()
	c := fuzzed(f.name, f.region, f.note, f.count, f.target, f.people)
	var l ledger
	l.add(3*day, campaign.Reading, max(0, bound(f.count)), campaign.Cell{Region: f.region, Source: f.name}, f.name, f.note)
	l.add(day, campaign.Added, bound(f.count), campaign.Cell{Region: f.note, Tier: f.name}, f.region, f.name)
	d := dossierOf(l.snapshot(t, c))
	earlier := l[:1].snapshot(t, c)
	d.Earlier = &earlier
	return d, l
}
