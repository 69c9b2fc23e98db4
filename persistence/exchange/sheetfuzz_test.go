package exchange

import (
	"bytes"
	"testing"
)

// FuzzWorkbook reads anything as a workbook.
func FuzzWorkbook(f *testing.F) {
	f.Add(handmade(f, parts{sheetPart: wrap(inline("date", "added"), inline("2026-01-02", "5"))}))
	f.Add([]byte("PK\x03\x04"))
	f.Fuzz(func(t *testing.T, text []byte) {
		s, err := firstSheet(text)
		if err == nil {
			readSheet(t, s)
		}
	})
}

// FuzzSheet reads anything as the parts of a workbook.
func FuzzSheet(f *testing.F) {
	f.Add(wrap(inline("date", "added"), `<row r="7"><c r="B7" s="1"><v>46024.5</v></c><c t="s"><v>0</v></c></row>`),
		`<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`, `<sst><si><t>a&amp;b</t><rPh><t/></rPh></si></sst>`)
	f.Add(`<row><c r='A1' t="inlineStr"><is><t><![CDATA[x]]></t></is></c></row><!-- > -->`, "", "<t>")
	f.Fuzz(func(t *testing.T, sheet, styles, texts string) {
		packed := handmade(t, parts{sheetPart: sheet, stylesPart: styles, textsPart: texts})
		s, err := firstSheet(packed)
		if err == nil {
			readSheet(t, s)
		}
	})
}

// firstSheet opens the first sheet of a workbook.
func firstSheet(packed []byte) (*sheet, error) {
	w, err := newWorkbook(bytes.NewReader(packed), int64(len(packed)))
	if err != nil {
		return nil, err
	}
	return w.sheet(w.sheets[0].name)
}

// readSheet reads a sheet to its end and checks what it says on the way.
func readSheet(t *testing.T, s *sheet) {
	t.Helper()
	last := 0
	for {
		fields, err := s.next()
		if err != nil {
			return
		}
		if line, _ := s.place(); line <= last {
			t.Fatalf("row %d after row %d", line, last)
		} else {
			last = line
		}
		if len(fields) > mostColumns || len(s.held) > mostColumns*mostToken {
			t.Fatalf("%d fields of %d bytes", len(fields), len(s.held))
		}
	}
}
