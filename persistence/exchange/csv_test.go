package exchange

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/encoding/unicode"

	"muster/campaign"
)

// write puts a file in a folder of the test's own and returns its path.
func write(tb testing.TB, text string) string {
	tb.Helper()
	path := filepath.Join(tb.TempDir(), "counts.csv")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		tb.Fatal(err)
	}
	return path
}

// readRows returns all rows of a file, and the error that ended it.
func readRows(tb testing.TB, text string, o Options) ([]Row, error) {
	tb.Helper()
	r, err := Open(write(tb, text), o)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	var rows []Row
	for {
		var row Row
		if err := r.Read(&row); err == io.EOF {
			return rows, nil
		} else if err != nil {
			return rows, err
		}
		rows = append(rows, row)
	}
}

// summary writes a row in short.
func summary(row Row) string {
	if row.Why != nil {
		return fmt.Sprintf("%d: %s", row.Line, row.Why)
	}
	u := row.Update
	kind := map[campaign.Kind]string{campaign.Added: "added", campaign.Reading: "total"}[u.Kind]
	parts := []string{fmt.Sprintf("%d:", row.Line), u.At.Format(time.RFC3339Nano), kind, fmt.Sprint(u.Count), u.Measure,
		u.Region, u.Source, u.Tier, u.By, u.Note}
	return strings.TrimSpace(strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), " "))
}

func TestRead(t *testing.T) {
	newYork, err := time.LoadLocation("America/New_York")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, text string
		o          Options
		want       []string
	}{
		{"readings", "at,total\n2019-03-18T13:26:30Z,10000\n2019-03-18T14:00:00Z,10500\n", Options{}, []string{
			"2: 2019-03-18T13:26:30Z total 10000 Pledges", "3: 2019-03-18T14:00:00Z total 10500 Pledges"}},
		{"all fields", "At,Added,Region,Source,Tier,Measure,By,Note\n2026-01-02,5,Ohio,stall,Committed,Copies sold,Anna,rain\n", Options{}, []string{
			"2: 2026-01-02T00:00:00Z added 5 Copies sold Ohio stall Committed Anna rain"}},
		{"names in any case and spacing", " TIMESTAMP ;Count_So  Far;State\n2026-01-02;5;Ohio\n", Options{}, []string{
			"2: 2026-01-02T00:00:00Z total 5 Pledges Ohio"}},
		{"mapped columns", "when,how many,state,by\n2026-01-02,5,Ohio,x\n", Options{Map: map[string]string{"at": "When", "added": "how many", "tier": "state"}},
			[]string{"2: 2026-01-02T00:00:00Z added 5 Pledges Ohio x"}},
		{"a mapped column is taken", "date,time,new\n2026-01-02,x,5\n", Options{Map: map[string]string{"at": "date", "note": "time"}},
			[]string{"2: 2026-01-02T00:00:00Z added 5 Pledges x"}},
		{"the author who imports", "at,added,by\n2026-01-02,5,\n2026-01-02,5,Ben\n", Options{By: "Anna"}, []string{
			"2: 2026-01-02T00:00:00Z added 5 Pledges Anna", "3: 2026-01-02T00:00:00Z added 5 Pledges Ben"}},
		{"tabs", "at\tadded\n2026-01-02\t5\n", Options{}, []string{"2: 2026-01-02T00:00:00Z added 5 Pledges"}},
		{"byte order mark and CRLF", "\ufeffat,added\r\n2026-01-02,5\r\n", Options{}, []string{"2: 2026-01-02T00:00:00Z added 5 Pledges"}},
		{"no line end at the end", "at,added\n2026-01-02,5", Options{}, []string{"2: 2026-01-02T00:00:00Z added 5 Pledges"}},
		{"blank lines", "\n\nat,added\n\n2026-01-02,5\n ,\t\n;\n2026-01-03,6\n\n", Options{}, []string{
			"5: 2026-01-02T00:00:00Z added 5 Pledges", "7: \";\" is not a date: write it as 2027-03-01 or 2027-03-01T14:30:00Z", "8: 2026-01-03T00:00:00Z added 6 Pledges"}},
		{"quotes", "\"at\",\"added\",\"region\",note\n\"2026-01-02\",\"1,234\",\"Washington, DC\",\"a \"\"b\"\"\nc\"\n2026-01-03,5,\"\",5\" pipe\n", Options{}, []string{
			"2: 2026-01-02T00:00:00Z added 1234 Pledges Washington, DC a \"b\"\nc", "4: 2026-01-03T00:00:00Z added 5 Pledges 5\" pipe"}},
		{"a quote in the wrong place", "at,added,note\n2026-01-02,5,\"a\"b\n2026-01-03,5,\n", Options{}, []string{
			"2: " + errQuote.Error(), "3: 2026-01-03T00:00:00Z added 5 Pledges"}},
		{"days of the campaign's zone", "at,added\n2026-07-01,5\n2026-07-01 12:30,6\n2026-01-01T12:30:15,7\n2026-01-01T12:30:15Z,8\n", Options{Zone: newYork}, []string{
			"2: 2026-07-01T04:00:00Z added 5 Pledges", "3: 2026-07-01T16:30:00Z added 6 Pledges",
			"4: 2026-01-01T17:30:15Z added 7 Pledges", "5: 2026-01-01T12:30:15Z added 8 Pledges"}},
		{"total or added", "at,total,added\n2026-01-02,5,\n2026-01-02,,6\n2026-01-02,5,6\n2026-01-02,,\n,5,\n", Options{}, []string{
			"2: 2026-01-02T00:00:00Z total 5 Pledges", "3: 2026-01-02T00:00:00Z added 6 Pledges",
			"4: " + errBoth.Error(), "5: " + errNoCount.Error(), "6: " + errNoTime.Error()}},
		{"fields beyond the header", "at,added\n2026-01-02,1,234\n2026-01-02,5,\n2026-01-02,5,,,\n2026-01-02\n", Options{}, []string{
			"2: " + errWide.Error(), "3: 2026-01-02T00:00:00Z added 5 Pledges", "4: 2026-01-02T00:00:00Z added 5 Pledges",
			"5: " + errNoCount.Error()}},
		{"what the model refuses", "at,total,region\n2026-01-02,-5,\n2026-01-02,1000000000001,\n2026-01-02,5,a\x01b\n1899-12-31,5,\n", Options{}, []string{
			"2: a reading cannot be below zero: -5", "3: 1000000000001 is more than Muster counts (1000000000000 at most)",
			"4: the region contains a control character (\"a\\x01b\")",
			"5: the date \"1899-12-31\" is not plausible: the year must be between 1900 and 2199"}},
		{"NUL after a while", "at,total,region\n" + strings.Repeat("\n", 5000) + "2026-01-02,5,a\x00b\n", Options{}, []string{"5002: " + errText.Error()}},
		{"pledges by name", "at,total,measure\n2026-01-02,5,PLEDGES\n", Options{}, []string{"2: 2026-01-02T00:00:00Z total 5 Pledges"}},
		{"only a header", "at,total\n", Options{}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			rows, err := readRows(t, c.text, c.o)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, row := range rows {
				got = append(got, summary(row))
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(c.want, "\n"))
			}
		})
	}
}

func TestRefused(t *testing.T) {
	long := strings.Repeat("x", longest)
	for _, c := range []struct {
		name, text string
		said       map[string]string
		is         error
		want       string
	}{
		{"empty", "", nil, ErrFormat, "the file is empty: it needs a line with the names of the columns, such as date,total"},
		{"blank", "\n \r\n", nil, ErrFormat, "the file is empty: it needs a line with the names of the columns, such as date,total"},
		{"workbook", "PK\x03\x04rest", nil, ErrFormat, "the workbook is damaged: open it in a spreadsheet, save it anew and import that"},
		{"old workbook", "\xd0\xcf\x11\xe0rest", nil, ErrFormat, "this is an old Excel workbook, or one with a password: open it in a spreadsheet and save it as .xlsx without a password"},
		{"PDF", "%PDF-1.7", nil, ErrFormat, "this is a PDF, which has no columns: ask for the counts as a CSV file"},
		{"binary", "at,total\n\x00\x01", nil, ErrFormat, "this is not a text file: save the counts as a CSV file first"},
		{"JSON", "\n {\"at\": 1}", nil, ErrFormat, "this is JSON, but not the record of a petition on petition.parliament.uk: save the counts as a CSV file and import that"},
		{"web page", "\n<html>", nil, ErrFormat, "this looks like a web page, not CSV: it needs a line with the names of the columns, such as date,total"},
		{"Latin-1", "at,total,region\n2026-01-02,5,Ohio\n2026-01-02,5,Qu\xe9bec\n", nil, ErrFormat,
			`line 3 is not UTF-8 text: the file was probably saved as Latin-1 or Windows-1252; save it as "CSV UTF-8" and import that`},
		{"Macintosh", "at,total\r2026-01-02,5\r", nil, ErrFormat, `the lines end in the old Macintosh way: save the file as "CSV UTF-8" and import that`},
		{"long line", "at,total\n" + long, nil, ErrFormat, "line 2 is longer than a megabyte: this is hardly a CSV file of counts"},
		{"open quote", "at,total\n2026-01-02,\"5\n6\n", nil, ErrFormat, `line 2 opens a quote (") that is never closed`},
		{"long quote", "at,total\n\"" + strings.Repeat(strings.Repeat("x", 1000)+"\n", 1100), nil, ErrFormat, `line 2 opens a quote (") that is never closed`},
		{"quote in the header", "\"a\"b,total\n", nil, ErrFormat, "the header cannot be read: " + errQuote.Error()},
		{"no time", "name,total\n", nil, ErrColumns,
			`no column has the time (at, date, timestamp or time): the columns of the file are "name", "total"; say which it is with --map at=COLUMN`},
		{"no count", "date,people\n", nil, ErrColumns,
			`no column has the count (total, signatures, count so far, added, pledges or new): the columns of the file are "date", "people"; say which it is with --map total=COLUMN or --map added=COLUMN`},
		{"two times", "date,time,total\n", nil, ErrColumns, `two columns could be the field at: "date" and "time"; choose one with --map at="date"`},
		{"unknown field", "date,total\n", map[string]string{"when": "date"}, ErrColumns,
			`there is no field "when": the fields are at, total, added, region, source, tier, measure, by, note`},
		{"unknown column", "date,total\n", map[string]string{"at": "when"}, ErrColumns,
			`there is no column "when": the columns of the file are "date", "total"`},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := readRows(t, c.text, Options{Map: c.said})
			if err == nil || err.Error() != c.want || !errors.Is(err, c.is) {
				t.Errorf("got  %v\nwant %v", err, c.want)
			}
		})
	}
}

func TestFolderIsNoFile(t *testing.T) {
	if _, err := Open(t.TempDir(), Options{}); !errors.Is(err, ErrFormat) {
		t.Errorf("got %v, want ErrFormat", err)
	}
	if _, err := Open(filepath.Join(t.TempDir(), "none.csv"), Options{}); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("got %v, want os.ErrNotExist", err)
	}
}

func TestUTF16(t *testing.T) {
	for _, order := range []unicode.Endianness{unicode.LittleEndian, unicode.BigEndian} {
		text, err := unicode.UTF16(order, unicode.UseBOM).NewEncoder().String("at\ttotal\tregion\r\n2026-01-02\t5\tQuébec\r\n")
		if err != nil {
			t.Fatal(err)
		}
		rows, err := readRows(t, text, Options{})
		if err != nil || len(rows) != 1 || rows[0].Update.Region != "Québec" {
			t.Errorf("got %v, %v", rows, err)
		}
	}
}

// TestRealSeries reads the record of a real petition.
func TestRealSeries(t *testing.T) {
	text, err := os.ReadFile("../../assets/examples/uk_241584.csv")
	if err != nil {
		t.Fatal(err)
	}
	rows, err := readRows(t, string(text), Options{})
	if err != nil {
		t.Fatal(err)
	}
	var updates []campaign.Update
	for _, row := range rows {
		if row.Why != nil {
			t.Errorf("line %d: %s", row.Line, row.Why)
		}
		updates = append(updates, row.Update)
	}
	folded := campaign.Fold(updates, time.UTC)
	if got := folded.Total(campaign.Pledges); got != 6_078_985 {
		t.Errorf("got %d, want 6,078,985", got)
	}
	for target, want := range map[float64]string{10_000: "2019-03-18T13:26:30Z", 100_000: "2019-03-20T20:33:35Z"} {
		at, ok, err := folded.Reached(campaign.Pledges, target, folded)
		if err != nil || !ok || at.Format(time.RFC3339) != want {
			t.Errorf("%v: got %v, %v, %v, want %s", target, at, ok, err, want)
		}
	}
}
