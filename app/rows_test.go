package app

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"muster/campaign"
)

// scattered returns a desk with so many lines: late ones, several at a moment,
// voids, names and notes of all kinds.
func scattered(t *testing.T, n int) *Desk {
	t.Helper()
	d := newDesk(t, campaign.Campaign{Name: "March", TimeZone: "America/New_York", Measures: []campaign.Measure{{Name: "Letters"}}})
	r := rand.New(rand.NewPCG(5, 6))
	pick := func(names ...string) string { return names[r.IntN(len(names))] }
	var updates []campaign.Update
	for i := range n {
		id, err := newID()
		if err != nil {
			t.Fatal(err)
		}
		u := campaign.Update{ID: id, At: today.Add(-time.Duration(r.IntN(60*24)) * time.Hour), Kind: campaign.Added, Count: int64(r.IntN(2000) - 500),
			Cell: campaign.Cell{Measure: pick(campaign.Pledges, "Letters"), Region: pick("Ohio", "Northern Ohio", "Utah", ""), Source: pick("stall", "website"), Tier: pick("", "committed")},
			By:   pick("Anna", "Ben", ""), Note: pick("", "in the rain", fmt.Sprint("Sheet ", i))}
		if r.IntN(20) == 0 && i > 0 {
			u = campaign.Update{ID: id, At: u.At, Kind: campaign.Void, Voids: updates[r.IntN(i)].ID, By: u.By, Note: "typed twice"}
		}
		updates = append(updates, u)
	}
	for some := range slices.Chunk(updates, 500) {
		if _, err := d.muster.store.Insert(d.id, some...); err != nil {
			t.Fatal(err)
		}
	}
	return d
}

// all returns every line that a filter chooses, oldest first.
func all(t *testing.T, d *Desk, f Filter) []Line {
	t.Helper()
	var lines []Line
	if err := d.Each(f, func(l Line) error { lines = append(lines, l); return nil }); err != nil {
		t.Fatal(err)
	}
	return lines
}

// compare is the plain meaning of an order.
func (o Order) compare(a, b Line) int {
	text := func(u campaign.Update) string {
		return strings.ToLower(map[Column]string{ByMeasure: u.Measure, ByRegion: u.Region, BySource: u.Source, ByTier: u.Tier, ByAuthor: u.By, ByNote: u.Note}[o.By])
	}
	count := func(u campaign.Update) int64 {
		if u.Kind == campaign.Void {
			return -campaign.MaxCount // before all that count
		}
		return u.Count
	}
	c := cmp.Compare(text(a.Update), text(b.Update))
	switch o.By {
	case ByTime:
		c = a.Compare(b.Update)
	case ByCount:
		c = cmp.Compare(count(a.Update), count(b.Update))
	}
	if !o.Up {
		c = -c
	}
	return cmp.Or(c, b.Compare(a.Update))
}

func TestRowsAreInEveryOrder(t *testing.T) {
	d := scattered(t, 3000)
	for column := ByTime; column <= ByNote; column++ {
		for _, o := range []Order{{column, false}, {column, true}} {
			for _, f := range []Filter{{}, {Text: "ohio"}, {By: "Ben", Region: "Utah"}, {Since: today.AddDate(0, 0, -30), Until: today.AddDate(0, 0, -9), Source: "stall"}} {
				want := all(t, d, f)
				slices.SortFunc(want, o.compare)
				rows, err := d.Rows(t.Context(), f, o, nil)
				if err != nil || rows.Len() != len(want) {
					t.Fatalf("%+v %+v: %d rows, %v, want %d", o, f, rows.Len(), err, len(want))
				}
				if !rows.days && len(rows.marks) > 1+3000/linesUnderMark {
					t.Errorf("%+v %+v: %d marks", o, f, len(rows.marks))
				}
				got, err := rows.Lines(0, rows.Len())
				if err != nil {
					t.Fatal(err)
				}
				for i := range want {
					if got[i].Line != want[i] {
						t.Fatalf("%+v %+v: row %d is %+v, want %+v", o, f, i, got[i].Line, want[i])
					}
				}
				for _, i := range []int{0, len(want) / 3, len(want) - 1} {
					if at, ok, err := rows.Index(want[i].Update); err != nil || !ok || at != i {
						t.Errorf("%+v %+v: row %d is found at %d, %v, %v", o, f, i, at, ok, err)
					}
				}
			}
		}
	}
}

func TestDaysAreRowsWithoutALook(t *testing.T) {
	d := scattered(t, 2000)
	zone := d.Campaign().Location()
	first := campaign.DayOf(today, zone) - 40
	for _, up := range []bool{false, true} {
		f := Filter{Since: first.Start(zone), Until: (first + 20).Start(zone)}
		rows, err := d.Rows(t.Context(), f, Order{Up: up}, func(*Rows) { t.Error("the ledger was looked through") })
		want := all(t, d, f)
		if !up {
			slices.Reverse(want)
		}
		if err != nil || rows.Len() != len(want) || len(rows.marks) > 20 {
			t.Fatalf("%d rows under %d marks, %v; want %d", rows.Len(), len(rows.marks), err, len(want))
		}
		for i := 0; i < len(want); i += 7 {
			if got, err := rows.Lines(i, 3); err != nil || got[0].Line != want[i] {
				t.Fatalf("row %d is %+v, %v; want %+v", i, got[0].Line, err, want[i])
			}
			if at, ok, err := rows.Index(want[i].Update); err != nil || !ok || at != i {
				t.Fatalf("row %d is found at %d, %v, %v", i, at, ok, err)
			}
		}
	}
}

func TestFilterOfNamesHalfTyped(t *testing.T) {
	d := scattered(t, 400)
	for f, want := range map[Filter]func(Line) bool{
		{Region: "oh"}:                         func(Line) bool { return false },
		{Region: "oh", Typing: true}:           func(l Line) bool { return strings.HasSuffix(l.Region, "Ohio") },
		{Region: "ohio ", Typing: true}:        func(l Line) bool { return l.Region == "Ohio" },
		{By: "AN", Typing: true}:               func(l Line) bool { return l.By == "Anna" },
		{Source: "web", By: "b", Typing: true}: func(l Line) bool { return l.Source == "website" && l.By == "Ben" },
	} {
		var lines []Line
		for _, l := range all(t, d, Filter{}) {
			if want(l) {
				lines = append(lines, l)
			}
		}
		if got := all(t, d, f); !slices.Equal(got, lines) {
			t.Errorf("%+v chooses %d lines, want %d", f, len(got), len(lines))
		}
	}
	some := all(t, d, Filter{})[7]
	if got := all(t, d, Filter{Text: some.ID.String()}); len(got) != 1 || got[0] != some {
		t.Errorf("the id finds %d lines", len(got))
	}
}

// TestSearchAnswersWhileItGoesOn holds what is told early against the end.
func TestSearchAnswersWhileItGoesOn(t *testing.T) {
	d := scattered(t, linesFirst*6)
	var told []*Rows
	rows, err := d.Rows(t.Context(), Filter{Region: "Utah"}, Order{}, func(r *Rows) { told = append(told, r) })
	if err != nil || len(told) == 0 {
		t.Fatalf("%d answers on the way, %v", len(told), err)
	}
	first := told[0]
	if looked, of := first.Looked(); looked != linesFirst || of != linesFirst*6 || first.Len() == 0 || first.Len() >= rows.Len() {
		t.Errorf("first there are %d rows of %d lines of %d; in the end %d", first.Len(), looked, of, rows.Len())
	}
	early, err := first.Lines(0, first.Len())
	if err != nil {
		t.Fatal(err)
	}
	late, err := rows.Lines(0, first.Len())
	if err != nil || !slices.Equal(early, late) {
		t.Errorf("rows change while the search goes on: %v", err)
	}
	ctx, stop := context.WithCancel(t.Context())
	if _, err := d.Rows(ctx, Filter{Region: "Utah"}, Order{}, func(*Rows) { stop() }); !errors.Is(err, context.Canceled) {
		t.Errorf("a search that is cancelled returns %v", err)
	}
	n := 0
	err = d.Back(t.Context(), Filter{By: "ben"}, func(l Line) bool { n++; return n < 3 })
	if err != nil || n != 3 {
		t.Errorf("%d lines from behind, %v", n, err)
	}
}

// TestSorterHasABound gives it more texts than it tells apart.
func TestSorterHasABound(t *testing.T) {
	s := newSorter(Order{By: ByNote, Up: true})
	r := rand.New(rand.NewPCG(1, 1))
	var notes []string
	for range keysMost * 2 {
		notes = append(notes, fmt.Sprintf("%c%c %016x", 'a'+rune(r.IntN(26)), 'a'+rune(r.IntN(26)), r.Uint64()))
		s.add(&campaign.Update{Note: notes[len(notes)-1]})
	}
	if len(s.keys) > keysMost {
		t.Errorf("%d texts are kept", len(s.keys))
	}
	sorted := s.sorted()
	for i := 1; i < len(sorted); i++ {
		if a, b := notes[sorted[i-1]][:2], notes[sorted[i]][:2]; a > b {
			t.Fatalf("%q comes before %q", a, b)
		}
	}
}

func TestManyAreVoidedAtOnceAndBroughtBack(t *testing.T) {
	for _, n := range []int{40, rowsAtATime + 40} {
		d := scattered(t, 2*n)
		before := pledges(t, d)
		rows, err := d.Rows(t.Context(), Filter{Source: "stall", Measure: campaign.Pledges}, Order{}, nil)
		if err != nil {
			t.Fatal(err)
		}
		var ids []campaign.ID
		err = rows.Each(t.Context(), Spans{{0, rows.Len()}}, func(r Row) error { ids = append(ids, r.ID); return nil })
		if err != nil || len(ids) != rows.Len() {
			t.Fatalf("%d ids of %d rows, %v", len(ids), rows.Len(), err)
		}
		if err := rows.Hold(); err != nil {
			t.Errorf("nothing has happened: %v", err)
		}
		if _, err := d.VoidAll(t.Context(), " ", "Anna", ids, nil); !errors.Is(err, campaign.ErrInvalid) {
			t.Errorf("without a reason: %v", err)
		}
		voids, err := d.VoidAll(t.Context(), "the wrong stall", "Anna", ids, nil)
		if err != nil || len(voids) == 0 || len(voids) > len(ids) {
			t.Fatalf("%d voids of %d, %v", len(voids), len(ids), err)
		}
		if err := rows.Hold(); !errors.Is(err, campaign.ErrConflict) {
			t.Errorf("after the voids: %v", err)
		}
		s, err := d.Standing(time.Time{})
		if err != nil {
			t.Fatal(err)
		}
		for _, source := range s.BySource {
			if source.Name == "stall" && source.Total != 0 {
				t.Errorf("the stall still counts %d", source.Total)
			}
		}
		why, err := d.Details(voids[0])
		if err != nil || why.Note != "the wrong stall" || why.Target.ID != why.Voids || why.By != "Anna" {
			t.Errorf("a void is %+v, %v", why, err)
		}
		out, err := d.Details(why.Voids)
		if err != nil || out.Out.ID != voids[0] {
			t.Errorf("what it takes out is %+v, %v", out, err)
		}
		if back, err := d.VoidAll(t.Context(), "brought back", "Anna", voids, nil); err != nil || len(back) != len(voids) {
			t.Fatalf("%d brought back, %v", len(back), err)
		}
		if got := pledges(t, d); got != before {
			t.Errorf("brought back, there are %d pledges, want %d", got, before)
		}
	}
}

func TestSpans(t *testing.T) {
	var s Spans
	in := map[int]bool{}
	r := rand.New(rand.NewPCG(3, 3))
	for step := range 2000 {
		from := r.IntN(60)
		span := Span{from, from + r.IntN(9)}
		if step%3 == 0 {
			s = s.Without(span)
		} else {
			s = s.With(span)
		}
		for i := span.From; i < span.To; i++ {
			in[i] = step%3 != 0
		}
		n := 0
		for i := range 80 {
			if in[i] {
				n++
			}
			if s.Has(i) != in[i] {
				t.Fatalf("step %d: %v has %d: %v", step, s, i, s.Has(i))
			}
		}
		if s.Len() != n || !slices.IsSortedFunc(s, func(a, b Span) int { return a.From - b.To }) {
			t.Fatalf("step %d: %v has %d rows, want %d", step, s, s.Len(), n)
		}
	}
}
