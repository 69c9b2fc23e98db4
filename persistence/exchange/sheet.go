package exchange

import (
	"bytes"
	"io"
	"math"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"muster/campaign"
)

// Limits on a sheet: counts need few columns, and no sheet has more rows.
const (
	mostColumns = 256
	mostRows    = 1 << 20
)

var errManyColumns = campaign.Explain(ErrFormat, "the sheet has more than %d columns: this is hardly a sheet of counts", mostColumns)

// sheet reads the rows of a sheet as they stand in its file, one at a time.
// Numbers come in digits as they are stored, not as they look, and dates as
// 2027-03-01.
type sheet struct {
	book      workbook
	markup    *markup
	texts     texts
	dates     []bool // by style
	since1904 bool

	width  int // columns of the header
	row    int
	fields [][]byte
	held   []byte // the fields' text
	spans  []int  // where each ends; fields are cut from it last
}

// header reads the first row that is not blank.
func (s *sheet) header() ([]string, error) {
	fields, err := s.next()
	if err == io.EOF {
		return nil, campaign.Explain(ErrFormat, "the first sheet of the workbook is empty: it needs a row with the names of the columns, such as date and total")
	} else if err != nil {
		return nil, err
	}
	s.width = len(fields)
	names := make([]string, len(fields))
	for i, f := range fields {
		names[i] = strings.TrimSpace(string(f))
	}
	return names, nil
}

func (s *sheet) place() (int, error) { return s.row, nil }

func (s *sheet) wide(fields [][]byte) bool {
	for i := s.width; i < len(fields); i++ {
		if len(bytes.TrimSpace(fields[i])) > 0 {
			return true
		}
	}
	return false
}

// next returns the cells of the next row that is not blank.
func (s *sheet) next() ([][]byte, error) {
	for {
		err := s.markup.next(nil)
		switch {
		case err != nil:
			return nil, cutOff(err)
		case string(s.markup.tag) == "sheetData" && (s.markup.end || s.markup.empty):
			return nil, s.markup.finishPart()
		case string(s.markup.tag) != "row" || s.markup.end:
			continue
		}
		s.markup.tags = 0
		if s.row++; s.row > mostRows {
			return nil, errSheetDamaged
		}
		if n, err := strconv.Atoi(string(s.markup.attr("r"))); err == nil && n > s.row {
			s.row = n
		}
		if s.markup.empty {
			continue
		}
		if err := s.cells(); err != nil {
			return nil, err
		}
		if s.cut() {
			return s.fields, nil
		}
	}
}

// cells reads the cells of a row.
func (s *sheet) cells() error {
	s.held, s.spans = s.held[:0], s.spans[:0]
	for {
		if err := s.markup.next(nil); err != nil {
			return cutOff(err)
		}
		switch {
		case s.markup.end && string(s.markup.tag) == "row":
			return nil
		case s.markup.end || string(s.markup.tag) != "c":
			continue
		}
		column := columnOf(s.markup.attr("r"), len(s.spans))
		if column >= mostColumns {
			return errManyColumns
		}
		for len(s.spans) < column {
			s.spans = append(s.spans, len(s.held))
		}
		s.held = s.held[:s.before(column)] // a cell that comes again takes the place of those after it
		s.spans = s.spans[:column]
		if err := s.cell(); err != nil {
			return err
		}
		s.spans = append(s.spans, len(s.held))
	}
}

// before returns where the text of a column begins.
func (s *sheet) before(column int) int {
	if column == 0 {
		return 0
	}
	return s.spans[column-1]
}

// columnOf returns the column of a cell such as B7, counted from 0; the usual
// one if the cell does not say.
func columnOf(ref []byte, usual int) int {
	n := 0
	for _, b := range ref {
		if b < 'A' || b > 'Z' || n > 1<<16 {
			break
		}
		n = n*26 + int(b-'A'+1)
	}
	if n == 0 {
		return usual
	}
	return n - 1
}

// cell adds the text of the cell that the tag opens.
func (s *sheet) cell() error {
	if s.markup.empty {
		return nil
	}
	kind := string(s.markup.attr("t"))
	style, _ := strconv.Atoi(string(s.markup.attr("s")))
	from, inText := len(s.held), false
	for {
		err := s.markup.next(func(some []byte) {
			if inText {
				s.held = append(s.held, some...)
			}
		})
		if err == nil && !s.markup.end && string(s.markup.tag) == "rPh" {
			err = s.markup.skip()
		}
		if err != nil {
			return cutOff(err)
		}
		if len(s.held) > longest {
			return errSheetLong
		}
		switch string(s.markup.tag) {
		case "v", "t":
			inText = !s.markup.end && !s.markup.empty
		case "c":
			if s.markup.end {
				return s.finish(from, kind, style)
			}
			return errSheetDamaged
		}
	}
}

// finish makes of what is stored in a cell what it says.
func (s *sheet) finish(from int, kind string, style int) error {
	stored := bytes.TrimSpace(s.held[from:])
	switch {
	case kind == "s":
		i, err := strconv.Atoi(string(stored))
		if err != nil || i < 0 || i >= len(s.texts.ends) {
			return errSheetDamaged
		}
		s.held = append(s.held[:from], s.texts.at(i)...)
	case (kind == "" || kind == "n") && style >= 0 && style < len(s.dates) && s.dates[style]:
		if serial, err := strconv.ParseFloat(string(stored), 64); err == nil {
			s.held = s.appendDate(s.held[:from], serial)
		}
	case (kind == "" || kind == "n") && bytes.ContainsAny(stored, ".eE"):
		if n, err := strconv.ParseFloat(string(stored), 64); err == nil && n == math.Trunc(n) && math.Abs(n) < 1e15 {
			s.held = strconv.AppendInt(s.held[:from], int64(n), 10)
		}
	}
	if !utf8.Valid(s.held[from:]) {
		return errSheetDamaged
	}
	return nil
}

// appendDate writes the date that a number stands for: days since 30 December
// 1899, or in workbooks that came from old Macintoshes since 1 January 1904.
func (s *sheet) appendDate(b []byte, serial float64) []byte {
	const day = 24 * 60 * 60 * 1000
	start := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	if s.since1904 {
		start = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	if !(math.Abs(serial) <= 1e6) {
		return strconv.AppendFloat(b, serial, 'f', -1, 64) // no date: whoever reads it says so
	}
	ms := int64(math.Round(serial * day))
	at := time.UnixMilli(start.UnixMilli() + ms).UTC()
	switch {
	case ms%day == 0:
		return at.AppendFormat(b, time.DateOnly)
	case ms%1000 == 0:
		return at.AppendFormat(b, time.DateTime)
	}
	return at.AppendFormat(b, "2006-01-02 15:04:05.000")
}

// cut cuts the fields from the text of the row, and reports whether any says
// something.
func (s *sheet) cut() bool {
	s.fields = s.fields[:0]
	from, says := 0, false
	for _, end := range s.spans {
		field := s.held[from:end]
		says = says || len(bytes.TrimSpace(field)) > 0
		s.fields = append(s.fields, field)
		from = end
	}
	return says
}
