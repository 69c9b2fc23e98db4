package exchange

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"muster/campaign"
)

// lookText looks at a file of the given text.
func lookText(t testing.TB, text string, o Options) (Look, error) {
	t.Helper()
	return LookAt(write(t, text), o)
}

// said writes in short how a file would be read.
func said(l Look) string {
	var all []string
	for _, c := range l.Columns {
		text := c.Name
		if c.Field != "" {
			text = c.Field + "=" + text
		}
		if c.Hidden {
			text += "(hidden)"
		}
		all = append(all, text)
	}
	return fmt.Sprintf("%d %s %v%s%s%s", l.Kind, strings.Join(all, " "), l.Needs, l.Dates, l.List, l.Parts)
}

func TestLook(t *testing.T) {
	for _, c := range []struct {
		name, text string
		o          Options
		want       string
	}{
		{"all shows", "date,total,State,remark\n2026-01-02,5,Ohio,fine\n", Options{}, "0 at=date total=total region=State remark []"},
		{"the best of several names", "time,date,new,pledges\n1,2,3,4\n", Options{}, "0 time at=date new added=pledges []"},
		{"what is said", "date,total,State\n2026-01-02,5,Ohio\n", Options{Map: map[string]string{"region": "", "total": "", "added": "total"}}, "0 at=date added=total State []"},
		{"nothing shows", "Tag;Leute\n2026-01-02;5\n", Options{}, "0 Tag Leute [0 1]"},
		{"people may stand where no count is known", "Tag;Wer;Tel;Zahl\n2026-01-02;Xaver;+49 170 123456;5\n", Options{}, "0 Tag Wer(hidden) Tel(hidden) Zahl [0 1]"},
		{"people beside a count", "date,total,Name,who,call\n2026-01-02,5,Xaver,x@example.org,(01) 234-5678\n", Options{}, "0 at=date total=total Name(hidden) who(hidden) call(hidden) []"},
		{"the day first", "date,total\n1/2/2026,5\n13/2/2026,6\n", Options{}, "0 at=date total=total []day-first"},
		{"the month first", "date,total\n1/2/2026,5\n2/13/2026,6\n", Options{}, "0 at=date total=total []month-first"},
		{"either may be first", "date,total\n1/2/2026,5\n", Options{}, "0 at=date total=total [2]"},
		{"either, but said", "date,total\n1/2/2026,5\n", Options{Dates: MonthFirst}, "0 at=date total=total []month-first"},
		{"either, but said before", "date,total\n1/2/2026,5\n", Options{DatesBefore: DayFirst}, "0 at=date total=total []day-first"},
		{"said before, but it shows", "date,total\n1/13/2026,5\n", Options{DatesBefore: DayFirst}, "0 at=date total=total []month-first"},
		{"a list", "Timestamp,Email,State,Why\n2026-01-02 10:00,x@example.org,Ohio,because\n", Options{},
			"1 at=Timestamp Email(hidden) region=State Why(hidden) []counts"},
		{"a list because it is said", "Timestamp,Kontakt\n2026-01-02 10:00,Xaver\n", Options{List: "stall"}, "1 at=Timestamp Kontakt(hidden) []stall"},
		{"a list of which the time is to be said", "Zeitpunkt,Kontakt\n2/1/2026 10:00,Xaver\n", Options{List: "stall"}, "1 Zeitpunkt Kontakt(hidden) [0]stall"},
		{"a list that has a count", "Timestamp,Email,Leute\n2026-01-02 10:00,x@example.org,3\n", Options{Map: map[string]string{"added": "Leute"}},
			"0 at=Timestamp Email(hidden) added=Leute []"},
		{"no list although a column is called so", "Timestamp,Email,New\n2026-01-02 10:00,x@example.org,yes\n", Options{List: "stall", Map: map[string]string{"added": "", "total": ""}},
			"1 at=Timestamp Email(hidden) New(hidden) []stall"},
		{"a ledger of ours", "at,added,total,voids,id\n2026-01-02,5,,,01\n", Options{}, "3 at=at added=added total=total voids id []"},
		{"a petition", realPetition(t), Options{Parts: byConstituency}, "2 region=region total=total []constituency"},
	} {
		t.Run(c.name, func(t *testing.T) {
			look, err := lookText(t, c.text, c.o)
			if err != nil || said(look) != c.want {
				t.Errorf("got %s, %v; want %s", said(look), err, c.want)
			}
			for _, row := range look.Rows {
				for i, column := range look.Columns {
					if column.Hidden && row[i] != "" || strings.Contains(row[i], "Xaver") || strings.Contains(row[i], "example.org") {
						t.Errorf("of the column %s it shows %q", column.Name, row[i])
					}
				}
			}
		})
	}
}

// TestLookIsBounded: little is shown of a file, however long it is.
func TestLookIsBounded(t *testing.T) {
	look, err := lookText(t, "date,total,remark\n"+strings.Repeat("2026-01-02,5,"+strings.Repeat("long ", 1000)+"\n", 100), Options{})
	if err != nil || len(look.Rows) != shownRows || len([]rune(look.Rows[0][2])) > shownText {
		t.Errorf("%d rows, %v", len(look.Rows), err)
	}
}

func TestLookRefuses(t *testing.T) {
	for name, text := range map[string]string{"nothing": "", "a letter": "a letter\n", "a page": "<html>", "another petition": "{}",
		"a column that is not there": "x"} {
		o := Options{}
		if name == "a column that is not there" {
			text, o.Map = "date,total\n", map[string]string{"at": "when"}
		}
		if _, err := lookText(t, text, o); !errors.Is(err, ErrFormat) && !errors.Is(err, ErrColumns) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := LookAt(filepath.Join(t.TempDir(), "gone.csv"), Options{}); !errors.Is(err, os.ErrNotExist) {
		t.Error(err)
	}
}

// TestSheetIsChosen reads another sheet of a workbook than the first.
func TestSheetIsChosen(t *testing.T) {
	book := excelize.NewFile()
	for i, name := range []string{"Sheet1", "March 2027", "Hidden"} {
		if i > 0 {
			if _, err := book.NewSheet(name); err != nil {
				t.Fatal(err)
			}
		}
		if i > 0 {
			if err := errors.Join(book.SetSheetRow(name, "A1", &[]any{"date", "added"}), book.SetSheetRow(name, "A2", &[]any{"2026-01-02", 5 + i})); err != nil {
				t.Fatal(err)
			}
		}
	}
	path := filepath.Join(t.TempDir(), "book.xlsx")
	if err := errors.Join(book.SetSheetVisible("Hidden", false), book.SaveAs(path)); err != nil {
		t.Fatal(err)
	}
	look, err := LookAt(path, Options{})
	if !errors.Is(err, ErrFormat) || !slices.Equal(look.Sheets, []string{"Sheet1", "March 2027"}) {
		t.Errorf("an empty first sheet: %v, %v", look.Sheets, err)
	}
	for _, o := range []Options{{Sheet: "march 2027"}, {Recall: func(source string, o *Options) {
		if strings.HasPrefix(source, "sheets") {
			o.Sheet = "March 2027"
		}
	}}} {
		look, err = LookAt(path, o)
		if err != nil || len(look.Rows) != 1 || look.Rows[0][1] != "6" {
			t.Errorf("%v, %v", look.Rows, err)
		}
		r, err := Open(path, o)
		if err != nil {
			t.Fatal(err)
		}
		var row Row
		if err := errors.Join(r.Read(&row), r.Close()); err != nil || row.Update.Count != 6 {
			t.Errorf("%+v, %v", row, err)
		}
	}
	for name, path := range map[string]string{"Hidden": path, "any": write(t, "date,added\n")} {
		if _, err := LookAt(path, Options{Sheet: name}); err == nil {
			t.Errorf("the sheet %s of %s is read", name, filepath.Base(path))
		}
	}
}

// TestOwnLedger reads lines as Muster writes them, and as they are saved anew
// with tabs between them or as a workbook.
func TestOwnLedger(t *testing.T) {
	for name, saved := range map[string]func(*testing.T, string) string{
		"as it is": func(_ *testing.T, text string) string { return text },
		"tabs":     func(_ *testing.T, text string) string { return strings.ReplaceAll(text, ",", "\t") },
		"workbook": func(t *testing.T, text string) string {
			var rows []string
			for line := range strings.Lines(text) {
				rows = append(rows, inline(strings.Split(strings.TrimSuffix(line, "\n"), ",")...))
			}
			return string(handmade(t, parts{sheetPart: wrap(rows...)}))
		},
	} {
		t.Run(name, func(t *testing.T) { readOwn(t, saved) })
	}
}

func readOwn(t *testing.T, saved func(*testing.T, string) string) {
	const header = "at,measure,added,total,region,source,tier,by,note,voids,voided_by,id\n"
	const a, b = "019ab0f2-7c1e-7000-8000-000000000001", "019ab0f2-7c1e-7000-8000-000000000002"
	rows, err := readRows(t, saved(t, header+
		"2026-01-02T10:00:00.5+01:00,Pledges,,7,'=Ohio,,,,''-1 at first,,"+b+","+a+"\n"+
		"2026-01-03T10:00:00Z,,,,,,,,typed twice,"+a+",,"+b+"\n"+
		"2026-01-04,,5,,Utah,,,,put in by hand,,,\n"+
		"2026-01-04,,5,,Utah,,,,,,,no-id\n"+
		"2026-01-04,,,,,,,,a void without an id,"+a+",,\n"), Options{By: "Ben"})
	if err != nil || len(rows) != 5 {
		t.Fatalf("%v, %v", rows, err)
	}
	first := rows[0].Update
	if first.ID.String() != a || first.Region != "=Ohio" || first.Note != "'-1 at first" || first.By != "" || first.At.Nanosecond() != 5e8 {
		t.Errorf("the first line is %+v", first)
	}
	if void := rows[1].Update; void.Kind != campaign.Void || void.ID.String() != b || void.Voids.String() != a || void.Cell != (campaign.Cell{}) || void.Validate() != nil {
		t.Errorf("the void is %+v, %v", void, rows[1].Why)
	}
	if made := rows[2].Update; made.ID.String() == a || made.By != "Ben" || rows[2].Why != nil {
		t.Errorf("the line put in is %+v, %v", made, rows[2].Why)
	}
	if !errors.Is(rows[3].Why, errOwnID) || !errors.Is(rows[4].Why, errNoID) {
		t.Errorf("%v, %v", rows[3].Why, rows[4].Why)
	}
}

func TestInert(t *testing.T) {
	for _, text := range []string{"", "Ohio", "=1+1", "-1", "'=1", "''-1", "'", "it's", "@home", "+5"} {
		inert := Inert(text)
		if isFormula(inert) && inert[0] != '\'' || string(unmark([]byte(inert))) != text {
			t.Errorf("%q becomes %q and then %q", text, inert, unmark([]byte(inert)))
		}
	}
}

// FuzzLook looks at anything at all: it is refused in a sentence or shown in
// part, and then it can be read, unless something must be said.
func FuzzLook(f *testing.F) {
	for _, text := range []string{
		"date,total,State\n1/2/2026,10000,Ohio\n", "Timestamp,Email\n2026-01-02 10:00,x@example.org\n", "Tag;Wer\n1.2.2026;Xaver\n",
		"at,added,voids,id\n2026-01-02,5,,019ab0f2-7c1e-7000-8000-000000000001\n", "muster tally,1\n", "{}", "PK\x03\x04",
		string(handmade(f, parts{sheetPart: wrap(inline("date", "added"), inline("2026-01-02", "5"))})),
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		path := write(t, string(text))
		o := Options{Zone: time.UTC}
		look, err := LookAt(path, o)
		if err != nil {
			if err.Error() == "" || strings.Contains(err.Error(), "\n") {
				t.Fatalf("not a sentence: %q", err)
			}
			return
		}
		if len(look.Rows) > shownRows {
			t.Fatalf("%d rows are shown", len(look.Rows))
		}
		for _, row := range look.Rows {
			if len(row) != len(look.Columns) {
				t.Fatalf("%d texts in %d columns", len(row), len(look.Columns))
			}
		}
		o.Map = map[string]string{} // the columns that were found, and no others
		for _, field := range Fields() {
			o.Map[field] = ""
		}
		for _, c := range look.Columns {
			if c.Field != "" && c.Name != "" {
				o.Map[c.Field] = c.Name
			}
		}
		if look.Kind != Counts || len(look.Needs) > 0 || slices.Contains([]string{o.Map["at"], o.Map["total"] + o.Map["added"]}, "") {
			return
		}
		r, err := Open(path, o)
		if err != nil {
			t.Fatalf("what was found is refused: %v", err)
		}
		r.Close()
	})
}
