package exchange

import (
	"bytes"
	"encoding/csv"
	"errors"
	"os"
	"strings"
	"testing"
	"time"

	"muster/campaign"
)

// tallyHead is that of the sheets below.
var tallyHead = TallyHead{ID: campaign.ID{1, 2, 3}, Campaign: campaign.ID{9}, Name: "March, on", Zone: "America/New_York",
	Made: time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC), For: "Anna", Region: "Ohio"}

// tallyText returns a sheet as a CSV file has it.
func tallyText(h TallyHead, lines ...string) string {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	_ = w.Write(h.Row())
	w.Flush()
	return b.String() + strings.Join(lines, "\n") + "\n"
}

// tallyRows returns the rows of a sheet that was written at some time, in short.
func tallyRows(t *testing.T, text string, written time.Time, o Options) ([]Row, error) {
	t.Helper()
	path := write(t, text)
	if err := os.Chtimes(path, written, written); err != nil {
		t.Fatal(err)
	}
	r, err := Open(path, o)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	var rows []Row
	for {
		var row Row
		if err := r.Read(&row); err != nil {
			return rows, nil
		}
		rows = append(rows, row)
	}
}

var tallyWritten = time.Date(2026, 12, 3, 20, 0, 0, 500e6, time.UTC)

func TestTallySheetLines(t *testing.T) {
	text := tallyText(tallyHead, ",Tally sheet of Anna", "day,,source,added:committed,added:", ",Day,Source,Committed,Others",
		"2026-12-01,Tue,stall,5,7", "2026-12-02,Wed,,,3", "2026-12-03,Thu,stall,2.5,-1", "2026-12-03,Thu,,1,1",
		"soon,,,1,", "2026-12-04,Fri,stall,1000001,0", ",Sum,,5,10")
	rows, err := tallyRows(t, text, tallyWritten, Options{})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"5: 2026-12-01T05:00:00Z added 5 Pledges Ohio stall committed Anna tally sheet 0000-0000",
		"5: 2026-12-01T05:00:00Z added 7 Pledges Ohio stall Anna tally sheet 0000-0000",
		"6: 2026-12-02T05:00:00Z added 3 Pledges Ohio Anna tally sheet 0000-0000",
		`7: "2.5" is not a whole number for certain: write it in digits alone, such as 1234`,
		"7: a tally is a whole number from 0 to 1,000,000",
		"8: the day stands on the sheet twice: put both counts on one line",
		"9: the day of the line, which is hidden, was changed",
		"10: a tally is a whole number from 0 to 1,000,000",
		"10: 2026-12-04T05:00:00Z added 0 Pledges Ohio stall Anna tally sheet 0000-0000",
	}
	for i, row := range rows {
		if got := summary(row); i >= len(want) || got != want[i] {
			t.Errorf("row %d is %q, want %q", i, got, want[min(i, len(want)-1)])
		}
		if row.Tally != "Anna" || row.Lines != 1 {
			t.Errorf("row %d is of %q, %d lines", i, row.Tally, row.Lines)
		}
	}
	if len(rows) != len(want) {
		t.Errorf("%d rows, want %d", len(rows), len(want))
	}
	if id := rows[0].Update.ID; !id.Time().Equal(tallyWritten) || id.SameLine(rows[1].Update.ID) || id.SameLine(rows[2].Update.ID) {
		t.Errorf("the id %s is wrong", id)
	}
}

// TestTallySheetWhatStood shows how what a line said before decides what it says
// now.
func TestTallySheetWhatStood(t *testing.T) {
	line := func(hour int, n int64, region string) campaign.Update {
		u := campaign.Update{Kind: campaign.Added, Count: n, Cell: campaign.Cell{Measure: campaign.Pledges, Region: region}}
		u.ID = campaign.FillingID(tallyWritten.Add(time.Duration(hour)*time.Hour), 5, n, region, "")
		return u
	}
	for name, c := range map[string]struct {
		cell    string
		held    []campaign.Update
		same    int // which of what is held is said again; -1 for none
		count   int64
		none    bool
		changed bool
	}{
		"new":                 {cell: "5", same: -1, count: 5},
		"blank":               {none: true},
		"as before":           {cell: "5", held: []campaign.Update{line(-2, 3, "Ohio"), line(-1, 5, "Ohio")}, same: 1, count: 5},
		"changed":             {cell: "4", held: []campaign.Update{line(-1, 5, "Ohio")}, same: -1, count: 4, changed: true},
		"elsewhere":           {cell: "5", held: []campaign.Update{line(-1, 5, "Texas")}, same: -1, count: 5, changed: true},
		"emptied":             {held: []campaign.Update{line(-1, 5, "Ohio")}, same: -1, count: 0, changed: true},
		"emptied before":      {held: []campaign.Update{line(-2, 5, "Ohio"), line(-1, 0, "Ohio")}, same: 1, count: 0},
		"an old one":          {cell: "4", held: []campaign.Update{line(1, 5, "Ohio")}, same: -1, count: 4},
		"an old one, alike":   {cell: "5", held: []campaign.Update{line(1, 5, "Ohio")}, same: 0, count: 5},
		"an old blank":        {held: []campaign.Update{line(1, 5, "Ohio")}, none: true},
		"between, as before":  {cell: "5", held: []campaign.Update{line(-1, 5, "Ohio"), line(1, 6, "Ohio")}, same: 0, count: 5},
		"between, as after":   {cell: "6", held: []campaign.Update{line(-1, 5, "Ohio"), line(1, 6, "Ohio")}, same: 1, count: 6},
		"between, like none":  {cell: "7", held: []campaign.Update{line(-1, 5, "Ohio"), line(1, 6, "Ohio")}, same: -1, count: 7},
		"none, said in words": {cell: "0", same: -1, count: 0},
	} {
		t.Run(name, func(t *testing.T) {
			rows, err := tallyRows(t, tallyText(tallyHead, "day,,added:", "2026-12-01,Tue,"+c.cell), tallyWritten,
				Options{Filled: func(campaign.Update) []campaign.Update { return c.held }})
			if err != nil || (len(rows) == 0) != c.none {
				t.Fatalf("rows %v, %v", rows, err)
			}
			if c.none {
				return
			}
			u := rows[0].Update
			if rows[0].Why != nil && c.same < 0 {
				t.Fatal(rows[0].Why)
			}
			if u.Count != c.count || rows[0].Changed != c.changed {
				t.Errorf("counts %d, changed %v; want %d, %v", u.Count, rows[0].Changed, c.count, c.changed)
			}
			for i, held := range c.held {
				if (u.ID == held.ID) != (i == c.same) {
					t.Errorf("says what %d said: %v", i, u.ID == held.ID)
				}
			}
		})
	}
}

func TestTallySheetsRefused(t *testing.T) {
	elsewhere := tallyHead
	elsewhere.Campaign = campaign.ID{8}
	strange := tallyHead
	strange.Zone = "Nowhere/At all"
	const columns = "day,,added:\n2026-12-01,,5"
	for name, c := range map[string]struct {
		text, want string
	}{
		"another campaign": {tallyText(elsewhere, columns), "another campaign"},
		"a later version":  {strings.Replace(tallyText(tallyHead, columns), "muster tally,1", "muster tally,2", 1), "later version"},
		"a changed head":   {"muster tally,1,x\n" + columns, "first row"},
		"a strange zone":   {tallyText(strange, columns), "first row"},
		"no columns":       {tallyText(tallyHead, "2026-12-01,,5"), "names its columns"},
		"no counts":        {tallyText(tallyHead, "day,,sum\n2026-12-01,,5"), "names its columns"},
	} {
		_, err := tallyRows(t, c.text, tallyWritten, Options{Campaign: tallyHead.Campaign})
		if !errors.Is(err, ErrFormat) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
	for ahead, refused := range map[time.Duration]bool{time.Hour: false, 25 * time.Hour: true} {
		_, err := tallyRows(t, tallyText(tallyHead, columns), tallyWritten.Add(ahead), Options{Now: tallyWritten})
		if (err != nil) != refused {
			t.Errorf("saved %s ahead: %v", ahead, err)
		}
	}
}

// FuzzTally reads a tally sheet with anything at all below its head: every count
// becomes an update that the model takes, or a rejection with a reason.
func FuzzTally(f *testing.F) {
	f.Add("day,,region,added:committed\n2026-12-01,Tue,Ohio,5\n2026-12-01,,,\"\n,Sum,,5\n")
	f.Add("day,added:,added:\n2026-12-01\n2026-12-02,\x00,1\n")
	f.Fuzz(func(t *testing.T, below string) {
		rows, err := readRows(t, tallyText(tallyHead, below), Options{By: "Anna"})
		if err != nil && !errors.Is(err, ErrFormat) && err.Error() == "" {
			t.Fatal(err)
		}
		for _, row := range rows {
			if row.Why != nil {
				continue
			}
			if err := row.Update.Validate(); err != nil {
				t.Fatal(err)
			}
			if !row.Update.IsFilling() {
				t.Fatalf("%v is no filling", row.Update)
			}
		}
	})
}
