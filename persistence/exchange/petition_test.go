package exchange

import (
	"errors"
	"os"
	"strings"
	"testing"

	"muster/campaign"
)

func realPetition(tb testing.TB) string {
	tb.Helper()
	text, err := os.ReadFile("testdata/uk_petition_241584.json")
	if err != nil {
		tb.Fatal(err)
	}
	return string(text)
}

// TestPetition counts a real petition by each of its parts: they always add up
// to the whole, of which what no part accounts for is not given a region.
func TestPetition(t *testing.T) {
	for _, c := range []struct {
		by   string
		rows int
		rest int64
		part string
		of   int64
	}{
		{"", 233, 5_610_209 - 5_605_454, "Afghanistan", 22},
		{"country", 233, 5_610_209 - 5_605_454, "Australia", 17_291},
		{"constituency", 651, 5_610_209 - 5_279_468, "Edinburgh East", 18_013},
		{"none", 1, 5_610_209, "", 5_610_209},
	} {
		rows, err := readRows(t, realPetition(t), Options{Parts: c.by, By: "Anna"})
		if err != nil || len(rows) != c.rows {
			t.Fatalf("by %s: %d rows, %v", c.by, len(rows), err)
		}
		var sum int64
		counts := map[string]int64{}
		for _, row := range rows {
			u := row.Update
			if row.Why != nil || u.Kind != campaign.Reading || u.Source != "petition 241584" || u.By != "Anna" ||
				u.At.Format("2006-01-02T15:04:05.000Z") != "2019-03-25T20:59:28.457Z" {
				t.Fatalf("by %s: %+v", c.by, row)
			}
			sum += u.Count
			counts[u.Region] = u.Count
		}
		if sum != 5_610_209 || counts[""] != c.rest || counts[c.part] != c.of {
			t.Errorf("by %s: %d in all, %d not given, %d of %s", c.by, sum, counts[""], counts[c.part], c.part)
		}
	}
}

// TestPetitionAgain reads a petition twice and its next state: the same ids,
// then others.
func TestPetitionAgain(t *testing.T) {
	text := realPetition(t)
	first, second := idsOf(t, text, Options{}), idsOf(t, text, Options{})
	later := idsOf(t, strings.Replace(text, "T20:59:28", "T21:59:28", 1), Options{})
	for id := range first {
		if !second[id] || later[id] {
			t.Fatalf("%s: again %v, later %v", id, second[id], later[id])
		}
	}
}

// TestPetitionPartsThatAreGone: what a part of an earlier record counted does
// not stay beside the new total, and no two kinds of part are counted.
func TestPetitionPartsThatAreGone(t *testing.T) {
	counted := map[campaign.Cell]int64{
		{Measure: campaign.Pledges, Region: "Atlantis", Source: "petition 241584"}:  5,
		{Measure: campaign.Pledges, Region: "australia", Source: "Petition 241584"}: 5,
		{Measure: campaign.Pledges, Region: "Lemuria", Source: "petition 241584"}:   0,
		{Measure: campaign.Pledges, Region: "Mu", Source: "stall"}:                  5,
	}
	rows, err := readRows(t, realPetition(t), Options{Counted: counted})
	if err != nil || len(rows) != 234 || rows[232].Update.Region != "Atlantis" || rows[232].Update.Count != 0 {
		t.Errorf("%d rows, %v", len(rows), err)
	}
	for _, parts := range []string{"constituency", "none"} {
		if _, err := readRows(t, realPetition(t), Options{Counted: counted, Parts: parts}); !errors.Is(err, campaign.ErrInvalid) {
			t.Errorf("by %s: %v", parts, err)
		}
	}
}

func idsOf(t *testing.T, text string, o Options) map[campaign.ID]bool {
	t.Helper()
	rows, err := readRows(t, text, o)
	if err != nil {
		t.Fatal(err)
	}
	found := map[campaign.ID]bool{}
	for _, row := range rows {
		found[row.Update.ID] = true
	}
	return found
}

func TestPetitionRefused(t *testing.T) {
	record := func(parts string) string {
		return `{"data":{"type":"petition","id":1,"attributes":{"signature_count":10,"updated_at":"2026-01-02T03:04:05.678Z","signatures_by_country":[` + parts + `]}}}`
	}
	for _, c := range []struct{ name, text, by, want string }{
		{"other JSON", `{"a": 1}`, "", "not the record of a petition"},
		{"a list", ` [1, 2]`, "", "not the record of a petition"},
		{"other types", `{"data":"x"}`, "", "not the record of a petition"},
		{"cut off", realPetition(t)[:5000], "", "cut off"},
		{"no count", `{"data":{"type":"petition","attributes":{}}}`, "", "not the record of a petition"},
		{"no time", strings.Replace(record(""), "2026-01-02T03", "x", 1), "", "is not a date"},
		{"too many parts", record(`{"name":"A","signature_count":11}`), "", "more than its total"},
		{"a part twice", record(`{"name":"A","signature_count":1},{"name":"a","signature_count":1}`), "", "make no sense"},
		{"below zero", record(`{"name":"A","signature_count":-1}`), "", "make no sense"},
		{"no name", record(`{"name":" ","signature_count":1}`), "", "make no sense"},
		{"an unknown part", record(""), "planet", `cannot be counted by "planet": choose one of country, constituency, none`},
		{"endless", "{" + strings.Repeat(" ", mostPetition), "", "more than 16 megabytes"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := readRows(t, c.text, Options{Parts: c.by})
			if err == nil || !strings.Contains(err.Error(), c.want) || !errors.Is(err, ErrFormat) && !errors.Is(err, campaign.ErrInvalid) {
				t.Errorf("got %v, want %q in it", err, c.want)
			}
		})
	}
}

// FuzzPetition reads any JSON: it is refused, or its parts add up.
func FuzzPetition(f *testing.F) {
	f.Add(`{"data":{"type":"petition","id":1,"attributes":{"signature_count":10,"updated_at":"2026-01-02T03:04:05Z","signatures_by_country":[{"name":"A","signature_count":7}]}}}`)
	f.Add(`{"data":{"type":"archived-petition","attributes":{"signature_count":-1,"updated_at":"2026-01-02"}}}`)
	f.Add("\ufeff[]")
	f.Fuzz(func(t *testing.T, text string) {
		p, err := readPetition(strings.NewReader(text), Options{Zone: campaign.Campaign{}.Location()})
		if err != nil {
			return
		}
		var row Row
		for p.read(&row) == nil {
			if row.Why == nil && row.Update.Validate() != nil {
				t.Fatal(row.Update.Validate())
			}
		}
	})
}
