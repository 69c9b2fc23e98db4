package exchange

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"muster/campaign"
)

func ids(t *testing.T, text string, o Options) []string {
	t.Helper()
	rows, err := readRows(t, text, o)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, row := range rows {
		if row.Why != nil {
			t.Fatalf("line %d: %s", row.Line, row.Why)
		}
		out = append(out, row.Update.ID.String())
	}
	return out
}

// TestIDsForEver holds ids that were given out: they must never change.
func TestIDsForEver(t *testing.T) {
	got := ids(t, "at,total,added,region,source,tier,measure,by,note\n"+
		"1950-01-01,,5,,,,,,\n"+
		"2019-03-18T13:26:30Z,10000,,,,,,,\n"+
		"2026-01-02T03:04:05.678Z,,-7,Ohio,stall,Committed,Copies sold,Anna,rain\n"+
		"2026-01-02T03:04:05.678Z,,-7,Ohio,stall,Committed,Copies sold,Anna,\n", Options{})
	want := []string{
		"00000000-0000-8000-a006-85e2e354230b",
		"016990fb-6b70-8001-95ce-9e604fe8f453",
		"019b7ca9-8f2e-8000-98c1-db08f244d642",
		"019b7ca9-8f2e-8000-8777-32415c1ba8b2",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestIDsDoNotDependOnTheWriting(t *testing.T) {
	plain := ids(t, "at,total,region\n2026-01-02T00:00:00Z,1234,Ohio\n", Options{})
	for _, text := range []string{
		"\ufeffREGION;note;DATE;signatures\r\n Ohio ;x;2026-01-02;1 234\r\n",
		"time,state,count so far,measure\n\"2026-01-02 01:00+01\",\"Ohio\",\"1,234\",pledges\n",
	} {
		if got := ids(t, text, Options{By: "Anna"}); !slices.Equal(got, plain) {
			t.Errorf("%q: got %s, want %s", text, got, plain)
		}
	}
	for _, other := range []string{"at,added,region\n2026-01-02,1234,Ohio\n", "at,total,region\n2026-01-02,1235,Ohio\n",
		"at,total,source\n2026-01-02,1234,Ohio\n", "at,total,region,by\n2026-01-02,1234,Ohio,Anna\n", "at,total,region\n2026-01-03,1234,Ohio\n"} {
		if got := ids(t, other, Options{}); slices.Equal(got, plain) {
			t.Errorf("%q: another row has the same id", other)
		}
	}
}

// TestSpelling has the plan's names put for those of the file.
func TestSpelling(t *testing.T) {
	const text = "at,added,region,measure\n2026-01-02,5,ohio,\n2026-01-02,5,Ohio,x\n"
	plain, err := readRows(t, text, Options{})
	if err != nil {
		t.Fatal(err)
	}
	rows, err := readRows(t, text, Options{Cell: func(c campaign.Cell) (campaign.Cell, error) {
		if c.Measure == "x" {
			return c, errors.New("the plan has no measure x")
		}
		c.Region = "Ohio"
		return c, nil
	}})
	if err != nil || rows[0].Update.Region != "Ohio" || rows[0].Update.ID != plain[0].Update.ID || rows[1].Why.Error() != "the plan has no measure x" {
		t.Errorf("got %+v, %v", rows, err)
	}
}

// TestTies checks what becomes of rows of the same instant.
func TestTies(t *testing.T) {
	const day = "2026-01-02,"
	total := func(n int) string { return fmt.Sprintf("%s%d,\n", day, n) }
	added := func(n int) string { return fmt.Sprintf("%s,%d\n", day, n) }
	for _, c := range []struct {
		name     string
		rows     []string
		distinct int
		total    int64
	}{
		{"two added counts alike", []string{added(5), added(5)}, 2, 10},
		{"two readings alike", []string{total(5), total(5)}, 1, 5},
		{"a reading again after another", []string{total(5), total(9), total(5)}, 3, 5},
		{"file order decides", []string{total(9), total(8), total(7), total(6), total(5)}, 5, 5},
		{"added around a reading", []string{added(3), added(4), total(10), added(1), added(2)}, 5, 13},
		{"added after each reading", []string{total(10), added(1), total(20), added(1)}, 4, 21},
		{"a reading, an added count, the reading", []string{total(10), added(1), total(10)}, 3, 10},
	} {
		t.Run(c.name, func(t *testing.T) {
			rows, err := readRows(t, "at,total,added\n"+strings.Join(c.rows, ""), Options{})
			if err != nil {
				t.Fatal(err)
			}
			distinct := map[campaign.ID]bool{}
			var updates []campaign.Update
			for _, row := range rows {
				distinct[row.Update.ID] = true
				updates = append(updates, row.Update)
			}
			if len(distinct) != c.distinct {
				t.Errorf("%d ids, want %d", len(distinct), c.distinct)
			}
			if got := campaign.Fold(updates, campaign.Campaign{}.Location()).Total(campaign.Pledges); got != c.total {
				t.Errorf("total %d, want %d", got, c.total)
			}
		})
	}
}

// TestLineInBetween puts a late line among others of its day: the rest keep
// their ids, so importing the longer file adds one update.
func TestLineInBetween(t *testing.T) {
	before := ids(t, "at,added\n2026-01-02,5\n2026-01-02,5\n2026-01-02,7\n", Options{})
	after := ids(t, "at,added\n2026-01-02,6\n2026-01-02,7\n2026-01-02,5\n2026-01-02,5\n", Options{})
	for _, id := range before {
		if !slices.Contains(after, id) {
			t.Errorf("%s is lost", id)
		}
	}
}

// TestManyTies goes past what the twelve bits of the turn can hold.
func TestManyTies(t *testing.T) {
	var text strings.Builder
	text.WriteString("at,total\n")
	for i := range lastTurn + 100 {
		fmt.Fprintf(&text, "2026-01-02,%d\n", i)
	}
	got := ids(t, text.String(), Options{})
	slices.Sort(got)
	if n := len(slices.Compact(got)); n != lastTurn+100 {
		t.Errorf("%d ids, want %d", n, lastTurn+100)
	}
}

// TestOrderOfFile mixes up the lines of different instants: every row keeps
// its id, whether the ties are kept for an instant or for the whole file.
func TestOrderOfFile(t *testing.T) {
	const header = "at,total,added,region\n"
	var groups [][]string // of one instant each
	for i := range 50 {
		day := fmt.Sprintf("2026-02-01T%02d:%02d:00Z", i/5, i%5)
		groups = append(groups, []string{day + ",,5,Ohio\n", day + ",,5,Ohio\n", day + ",7,,Ohio\n", day + ",,5,Ohio\n", day + ",7,,Texas\n", day + ",7,,Texas\n"})
	}
	sorted := ids(t, header+strings.Join(slices.Concat(groups...), ""), Options{})
	slices.Reverse(groups)
	backwards := ids(t, header+strings.Join(slices.Concat(groups...), ""), Options{})

	// One line of each instant in turn, then the next of each.
	var dealt []string
	random := rand.New(rand.NewPCG(1, 2))
	for len(dealt) < 300 {
		if g := random.IntN(len(groups)); len(groups[g]) > 0 {
			dealt = append(dealt, groups[g][0])
			groups[g] = groups[g][1:]
		}
	}
	mixed := ids(t, header+strings.Join(dealt, ""), Options{})
	for _, list := range [][]string{sorted, backwards, mixed} {
		slices.Sort(list)
	}
	if !slices.Equal(sorted, backwards) {
		t.Error("backwards gives other ids")
	}
	if !slices.Equal(sorted, mixed) {
		t.Error("mixed up gives other ids")
	}
	if n := len(slices.Compact(sorted)); n != 250 {
		t.Errorf("%d ids, want 250", n)
	}
}
