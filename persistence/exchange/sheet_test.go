package exchange

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

// parts are those of a workbook as it is packed by hand.
type parts map[string]string

const sheetPart, stylesPart, textsPart = "xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/sharedStrings.xml"

// handmade returns a workbook of one sheet, with some parts put in.
func handmade(tb testing.TB, put parts) []byte {
	tb.Helper()
	const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	all := parts{
		"xl/workbook.xml": `<?xml version="1.0"?><workbook xmlns:r="` + office + `"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" Type="` + office + `/worksheet" Target="worksheets/sheet1.xml"/>` +
			`<Relationship Id="rId2" Type="` + office + `/styles" Target="styles.xml"/><Relationship Id="rId3" Type="` + office + `/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>`,
	}
	for name, text := range put {
		all[name] = text
	}
	var packed bytes.Buffer
	z := zip.NewWriter(&packed)
	for name, text := range all {
		w, err := z.Create(name)
		if err == nil {
			_, err = io.WriteString(w, text)
		}
		if err != nil {
			tb.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		tb.Fatal(err)
	}
	return packed.Bytes()
}

// inline writes a row of texts.
func inline(fields ...string) string {
	var b strings.Builder
	b.WriteString("<row>")
	for _, f := range fields {
		fmt.Fprintf(&b, `<c t="inlineStr"><is><t>%s</t></is></c>`, f)
	}
	return b.String() + "</row>"
}

func wrap(rows ...string) string {
	return "<worksheet><sheetData>" + strings.Join(rows, "") + "</sheetData></worksheet>"
}

// TestWorkbook reads a workbook that excelize wrote, with dates of all kinds.
func TestWorkbook(t *testing.T) {
	f := excelize.NewFile()
	defer f.Close()
	set := func(cell string, value any) {
		if err := f.SetCellValue("Sheet1", cell, value); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.SetSheetVisible("Sheet1", true); err != nil {
		t.Fatal(err)
	}
	for i, row := range [][]any{
		{"Date", "Signatures", "Region", "Note"},
		{time.Date(2026, 1, 2, 0, 0, 0, 0, time.UTC), 1234, "Washington, DC", "a & \"b\" <c>\n<d>"},
		{},
		{time.Date(2026, 1, 2, 14, 30, 15, 0, time.UTC), 1300.0, "Québec", nil},
		{"2026-01-03", "1,400", "Ohio", true},
		{time.Date(2026, 1, 4, 0, 0, 0, 0, time.UTC), 12.5, "Ohio", nil},
		{"4/1/2026", 12, "Ohio", nil},
	} {
		for j, value := range row {
			name, err := excelize.CoordinatesToCellName(j+1, i+3)
			if err != nil {
				t.Fatal(err)
			}
			if value != nil {
				set(name, value)
			}
		}
	}
	custom := `[$-409]d\ "of" mmmm yyyy;@`
	style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &custom})
	if err == nil {
		err = f.SetCellStyle("Sheet1", "A4", "A4", style)
	}
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "counts.xlsx")
	if err := f.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	checkRows(t, string(text), Options{}, []string{
		"4: 2026-01-02T00:00:00Z total 1234 Pledges Washington, DC a & \"b\" <c>\n<d>",
		"6: 2026-01-02T14:30:15Z total 1300 Pledges Québec",
		"7: 2026-01-03T00:00:00Z total 1400 Pledges Ohio 1",
		`8: "12.5" is not a whole number for certain: write it in digits alone, such as 1234`,
		`9: "4/1/2026" is not a date: write it as 2027-03-01 or 2027-03-01T14:30:00Z`,
	})
}

func checkRows(t *testing.T, text string, o Options, want []string) {
	t.Helper()
	rows, err := readRows(t, text, o)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, row := range rows {
		got = append(got, summary(row))
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// TestSheets reads what other programs write into sheets.
func TestSheets(t *testing.T) {
	dates := `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="0.00 &quot;days&quot;"/><numFmt numFmtId="165" formatCode="dd\.mm\.yyyy"/></numFmts>` +
		`<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>`
	for _, c := range []struct {
		name string
		put  parts
		want []string
	}{
		{"rows and cells without places", parts{sheetPart: wrap(inline("date", "added"), inline("2026-01-02", "5"))},
			[]string{"2: 2026-01-02T00:00:00Z added 5 Pledges"}},
		{"gaps, prefixes, comments and characters", parts{sheetPart: `<?xml version="1.0"?><!-- a > b --><x:worksheet xmlns:x="m"><x:sheetData>` +
			`<x:row r="2"><x:c r="B2" t="str"><x:v>date</x:v></x:c><x:c r="D2" t="str"><x:v>added</x:v></x:c><x:c r="E2" t="str"><x:v>note</x:v></x:c></x:row><x:row r="3"/>` +
			`<x:row r="9" spans='a>b'><x:c r="B9" t="str"><x:f>NOW()</x:f><x:v>2026-01-02</x:v></x:c><x:c r="C9"/><x:c r="D9"><x:v>7</x:v></x:c>` +
			`<x:c r="E9" t="inlineStr"><x:is><x:r><x:t>a&#x20AC;</x:t></x:r><x:r><x:t><![CDATA[<b>&amp;]]></x:t></x:r><x:rPh><x:t>no</x:t></x:rPh></x:is></x:c></x:row></x:sheetData></x:worksheet>`},
			[]string{"9: 2026-01-02T00:00:00Z added 7 Pledges a€<b>&amp;"}},
		{"shared texts, dates by style", parts{stylesPart: dates, textsPart: `<sst><si><t>date</t></si><si><r><t>ad</t></r><r><t>ded</t></r><rPh><t>x</t></rPh></si><si/></sst>`,
			sheetPart: wrap(`<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c></row>`,
				`<row><c s="1"><v>46024</v></c><c s="2"><v>5</v></c></row>`, `<row><c s="3"><v>46024.604166666664</v></c><c><v>1.2E3</v></c></row>`,
				`<row><c><v>46024</v></c><c><v>5</v></c></row>`, `<row><c s="3"><v>1E300</v></c><c><v>5</v></c></row>`)},
			[]string{"2: 2026-01-02T00:00:00Z added 5 Pledges", "3: 2026-01-02T14:30:00Z added 1200 Pledges",
				`4: "46024" is not a date: write it as 2027-03-01 or 2027-03-01T14:30:00Z`,
				`5: "1000000000000000000000000000000000000000…" is not a date: write it as 2027-03-01 or 2027-03-01T14:30:00Z`}},
		{"days since 1904, a hidden sheet before", parts{stylesPart: dates,
			"xl/workbook.xml": `<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr date1904="1"/><sheets>` +
				`<sheet name="H" state="hidden" r:id="rId9"/><sheet name="A" r:id="rId1"/></sheets></workbook>`,
			sheetPart: wrap(inline("date", "added"), `<row><c s="1"><v>44562</v></c><c><v>5</v></c></row>`)},
			[]string{"2: 2026-01-02T00:00:00Z added 5 Pledges"}},
		{"beyond the header", parts{sheetPart: wrap(inline("date", "added"), inline("2026-01-02", "5", "6"), inline("2026-01-02", "5", " "))},
			[]string{"2: " + errWide.Error(), "3: 2026-01-02T00:00:00Z added 5 Pledges"}},
		{"a list", parts{sheetPart: wrap(inline("date", "name"), inline("2026-01-02", "A"), inline("2026-01-02", "B"))},
			[]string{"2: 2026-01-02T00:00:00Z added 2 Pledges counts"}},
	} {
		t.Run(c.name, func(t *testing.T) { checkRows(t, string(handmade(t, c.put)), Options{}, c.want) })
	}
}

// TestOrderOfSheet: a sheet that is not in order of time gives the ids that it
// gives in order.
func TestOrderOfSheet(t *testing.T) {
	a, b, c := inline("2026-01-02", "5"), inline("2026-01-02", "5"), inline("2026-01-03", "6")
	sorted := idsOf(t, string(handmade(t, parts{sheetPart: wrap(inline("date", "added"), a, b, c)})), Options{})
	mixed := idsOf(t, string(handmade(t, parts{sheetPart: wrap(inline("date", "added"), a, c, b)})), Options{})
	text := idsOf(t, "date,added\n2026-01-02,5\n2026-01-02,5\n2026-01-03,6\n", Options{})
	for id := range sorted {
		if len(sorted) != 3 || len(mixed) != 3 || !mixed[id] || !text[id] {
			t.Errorf("%s: mixed %v, as CSV %v", id, mixed[id], text[id])
		}
	}
}

// TestHostileWorkbooks: each is refused in one sentence, and none takes more
// than its share of memory or time.
func TestHostileWorkbooks(t *testing.T) {
	far := strings.Repeat(`<row><c r="XFD1"><v>1</v></c></row>`, 20_000)
	row := wrap(inline("date", "added"))
	for _, c := range []struct {
		name string
		file func() []byte
		want string
	}{
		{"column XFD on 20,000 rows", func() []byte { return handmade(t, parts{sheetPart: wrap(far)}) }, "more than 256 columns"},
		{"column XFD after the header", func() []byte { return handmade(t, parts{sheetPart: wrap(inline("date", "added"), far)}) }, "more than 256 columns"},
		{"a long column name", func() []byte {
			return handmade(t, parts{sheetPart: wrap(`<row><c r="` + strings.Repeat("Z", 1000) + `1"/></row>`)})
		}, "more than 256 columns"},
		{"a bomb", func() []byte { return bomb(t, sheetPart) }, "far more than counts need"},
		{"a bomb of shared texts", func() []byte { return bomb(t, textsPart) }, "far more than counts need"},
		{"a bomb of styles", func() []byte {
			return handmade(t, parts{sheetPart: row, stylesPart: strings.Repeat(" ", mostDetails+1)})
		}, "far more than counts need"},
		{"an endless text", func() []byte {
			return handmade(t, parts{sheetPart: wrap(inline("date", strings.Repeat("x", mostToken*2)))})
		}, "longer than any cell"},
		{"a cell of many texts", func() []byte {
			return handmade(t, parts{sheetPart: wrap(`<row><c t="inlineStr"><is>` + strings.Repeat("<t>"+strings.Repeat("x", 1000)+"</t>", 1100) + `</is></c></row>`)})
		}, "longer than any cell"},
		{"rows without end", func() []byte {
			return handmade(t, parts{sheetPart: wrap(inline("date", "added"), strings.Repeat("<row/>", mostRows))})
		}, "damaged"},
		{"a row without end", func() []byte {
			return handmade(t, parts{sheetPart: wrap("<row>", strings.Repeat(`<c r="A1"/>`, mostTags))})
		}, "damaged"},
		{"nothing without end", func() []byte { return handmade(t, parts{sheetPart: strings.Repeat("<a/>", mostTags+1)}) }, "damaged"},
		{"no texts without end", func() []byte {
			return handmade(t, parts{sheetPart: row, textsPart: strings.Repeat("<a/>", mostTags+1)})
		}, "damaged"},
		{"an endless tag", func() []byte { return handmade(t, parts{sheetPart: "<row " + strings.Repeat("x", mostToken*2)}) }, "longer than any cell"},
		{"an endless comment", func() []byte { return handmade(t, parts{sheetPart: "<!--" + strings.Repeat(">", mostToken*2)}) }, "longer than any cell"},
		{"a cell without end", func() []byte { return handmade(t, parts{sheetPart: "<row><c>"}) }, "damaged"},
		{"a sheet without end", func() []byte { return handmade(t, parts{sheetPart: "<sheetData>" + inline("date", "added")}) }, "damaged"},
		{"other bytes than were packed", func() []byte {
			packed := handmade(t, parts{sheetPart: wrap(inline("date", "added"), inline("2026-01-02", "5"))})
			for _, sum := range [][]byte{[]byte("PK\x07\x08"), []byte("PK\x01\x02")} { // the checksum is in both
				for at := 0; ; at++ {
					i := bytes.Index(packed[at:], sum)
					if i < 0 {
						break
					}
					at += i
					packed[at+map[byte]int{7: 4, 1: 16}[sum[2]]] ^= 1
				}
			}
			return packed
		}, "damaged"},
		{"a shared text that is not there", func() []byte { return handmade(t, parts{sheetPart: wrap(`<row><c t="s"><v>7</v></c></row>`)}) }, "damaged"},
		{"no text but bytes", func() []byte { return handmade(t, parts{sheetPart: wrap(inline("\xff"))}) }, "damaged"},
		{"an empty sheet", func() []byte { return handmade(t, parts{sheetPart: wrap()}) }, "first sheet of the workbook is empty"},
		{"no sheet", func() []byte { return handmade(t, nil) }, "damaged"},
		{"an empty plan of the sheets", func() []byte { return handmade(t, parts{"xl/workbook.xml": ""}) }, "damaged"},
		{"a zip of something else", func() []byte { return []byte("PK\x03\x04PK\x05\x06" + strings.Repeat("\x00", 18)) }, "not an Excel workbook"},
		{"cut off", func() []byte { return handmade(t, parts{sheetPart: row})[:300] }, "damaged"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := readRows(t, string(c.file()), Options{})
			if err == nil || !strings.Contains(err.Error(), c.want) || !errors.Is(err, ErrFormat) {
				t.Errorf("got %v, want %q in it", err, c.want)
			}
		})
	}
}

// bomb returns a workbook of a few kilobytes of which a part unpacks to more
// than may be read, but says that it does not.
func bomb(t *testing.T, name string) []byte {
	t.Helper()
	packed := handmade(t, parts{sheetPart: wrap(inline("date", "added")), name: strings.Repeat("<a></a>", 1000)})
	if name == textsPart { // texts are held, and so are limited to less
		packed = handmade(t, parts{sheetPart: wrap(inline("date", "added")), name: strings.Repeat("<si><t>"+strings.Repeat("x", 1000)+"</t></si>", mostHeld/1000+1)})
	}
	if name == sheetPart {
		r, err := zip.NewReader(bytes.NewReader(packed), int64(len(packed)))
		if err != nil {
			t.Fatal(err)
		}
		packed = restated(t, r, name, mostUnzipped+1)
	}
	return packed
}

// restated packs a zip anew with another size stated for one of its files.
func restated(t *testing.T, r *zip.Reader, name string, size uint64) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, f := range r.File {
		header := f.FileHeader
		if f.Name == name {
			header.UncompressedSize64 = size
		}
		w, err := z.CreateRaw(&header)
		if err == nil {
			var raw io.Reader
			if raw, err = f.OpenRaw(); err == nil {
				_, err = io.Copy(w, raw)
			}
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestLyingSize: more is read of no part than is allowed, whatever the zip says.
func TestLyingSize(t *testing.T) {
	endless := &capped{part: zeros{}, left: 1 << 20}
	n, err := io.Copy(io.Discard, endless)
	if n != 1<<20 || !errors.Is(err, ErrFormat) {
		t.Errorf("%d bytes, %v", n, err)
	}
}

type zeros struct{}

func (zeros) Read(p []byte) (int, error) { return len(p), nil }

// TestOneLongLine: a line of a gigabyte is refused once a megabyte is read.
func TestOneLongLine(t *testing.T) {
	for _, start := range []string{"", "at,total\n", "at,total\n2026-01-02,\"", "at,\""} {
		endless := &counted{from: io.MultiReader(strings.NewReader(start), io.LimitReader(letters{}, 1<<30))}
		l := newLines(endless)
		_, err := l.header()
		if err == nil {
			_, err = l.next()
		}
		if !errors.Is(err, ErrFormat) || endless.n > 2*longest {
			t.Errorf("after %q: %v, %d bytes read", start, err, endless.n)
		}
	}
}

type letters struct{}

func (letters) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'x'
	}
	return len(p), nil
}

type counted struct {
	from io.Reader
	n    int
}

func (c *counted) Read(p []byte) (int, error) {
	n, err := c.from.Read(p)
	c.n += n
	return n, err
}
