package report

import (
	"fmt"
	"io"
	"strings"
	"time"
	"unicode"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"muster/app"
	"muster/app/say"
	"muster/campaign"
)

// Workbook writes an Excel workbook: Summary, Thresholds, By region, Daily and
// Updates. What follows from other cells is a live formula with its value
// beside it, so that it is right before and after a recalculation. Updates are
// streamed, on as many sheets as they need.
func Workbook(w io.Writer, s app.Snapshot, lines Lines) error {
	return workbook(w, s, lines, excelize.TotalRows)
}

// workbook writes a workbook whose sheets hold at most so many rows.
func workbook(w io.Writer, s app.Snapshot, lines Lines, most int) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("the workbook could not be made: %v", r)
		}
	}()
	b := &book{Snapshot: s, file: excelize.NewFile(), most: most}
	defer b.file.Close()
	if err := b.prepare(); err != nil {
		return fmt.Errorf("the workbook could not be made: %w", err)
	}
	for _, write := range []func() error{
		b.summary, b.thresholds, b.regions, b.daily,
		func() error { return b.updates(upTo(s, lines)) },
	} {
		if err := write(); err != nil {
			return fmt.Errorf("the workbook could not be made: %w", err)
		}
	}
	if err := b.file.Write(w); err != nil {
		return fmt.Errorf("the workbook could not be written: %w", err)
	}
	return nil
}

// book is a workbook in the making.
type book struct {
	app.Snapshot
	file  *excelize.File
	most  int // rows of a sheet
	looks map[look]int
}

// The names of the sheets, which formulas refer to.
func sheetSummary() string    { return say.Text("Summary") }
func sheetThresholds() string { return say.Text("Thresholds") }
func sheetRegions() string    { return say.Text("By region") }
func sheetDaily() string      { return say.Text("Daily") }
func sheetUpdates() string    { return say.Text("Updates") }

// look is how a cell shows what it holds.
type look struct {
	format string // of numbers
	bold   bool
	muted  bool
	title  bool
	right  bool
	wrap   bool
}

// The looks of cells, by what they hold.
var (
	asText     = look{}
	asNote     = look{muted: true, wrap: true}
	asHead     = look{bold: true, muted: true}
	asAmount   = look{bold: true, muted: true, right: true} // head of a column of figures
	asTitle    = look{title: true}
	asCount    = look{format: "#,##0"}
	asFigure   = look{format: "#,##0.##"}
	asDecimal  = look{format: "#,##0.00"}
	asPercent  = look{format: "0.0##%"}
	asProgress = look{format: "0.0%"}
	asDay      = look{format: "d mmm yyyy"}
	asMoment   = look{format: "d mmm yyyy, hh:mm"}
)

func (l look) style() *excelize.Style {
	style := &excelize.Style{
		Alignment: &excelize.Alignment{Horizontal: "left", Vertical: "top", Indent: 1, WrapText: l.wrap}, // indented so that texts keep off figures to their left
		Font:      &excelize.Font{Family: "Calibri", Size: 11, Bold: l.bold || l.title},
	}
	if l.format != "" {
		style.CustomNumFmt = &l.format
	}
	if l.format != "" || l.right {
		style.Alignment = &excelize.Alignment{Horizontal: "right", Vertical: "top"}
	}
	if l.muted {
		style.Font.Color = "5F6875"
	}
	if l.title {
		style.Font.Size = 18
	}
	return style
}

func (b *book) prepare() error {
	b.looks = map[look]int{}
	for _, l := range []look{asText, asNote, asHead, asAmount, asTitle, asCount, asFigure, asDecimal, asPercent, asProgress, asDay, asMoment} {
		id, err := b.file.NewStyle(l.style())
		if err != nil {
			return err
		}
		b.looks[l] = id
	}
	if err := b.file.SetSheetName("Sheet1", sheetSummary()); err != nil {
		return err
	}
	always := true
	if err := b.file.SetCalcProps(&excelize.CalcPropsOptions{FullCalcOnLoad: &always}); err != nil {
		return err
	}
	made := b.Standing.AsOf.UTC().Format(time.RFC3339)
	return b.file.SetDocProps(&excelize.DocProperties{
		Title: cellText(b.Campaign.Name), Creator: "Muster", LastModifiedBy: "Muster", Created: made, Modified: made,
	})
}

// cell is a value in its look.
func (b *book) cell(l look, value any) excelize.Cell {
	if text, ok := value.(string); ok {
		value = cellText(text)
	}
	return excelize.Cell{StyleID: b.looks[l], Value: value}
}

// formula is a live cell with its present value, nil for an empty one.
func (b *book) formula(l look, value any, format string, args ...any) excelize.Cell {
	return excelize.Cell{StyleID: b.looks[l], Value: value, Formula: fmt.Sprintf(format, args...)}
}

// day is a cell with a calendar day, or an empty one.
func (b *book) day(d campaign.Day) excelize.Cell {
	if !d.IsSet() {
		return b.cell(asText, nil)
	}
	return b.cell(asDay, d.Start(time.UTC))
}

// moment is a cell with a time as clocks of the campaign show it, since a
// spreadsheet knows no time zones.
func (b *book) moment(t time.Time) excelize.Cell {
	local := t.In(b.Zone)
	y, m, d := local.Date()
	return b.cell(asMoment, time.Date(y, m, d, local.Hour(), local.Minute(), local.Second(), local.Nanosecond(), time.UTC))
}

// mostText is how many UTF-16 units a cell of Excel holds.
const mostText = 32767

// cellText returns text that a cell can hold: without control characters but
// tabs and line ends, without marks that turn the direction of writing, and cut
// to Excel's limit.
func cellText(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\t' && r != '\n' || unicode.Is(unicode.Bidi_Control, r) || r == 0xfffe || r == 0xffff {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd"))
	if len(s) <= mostText {
		return s
	}
	units := utf16.Encode([]rune(s))
	return strings.ToValidUTF8(string(utf16.Decode(units[:min(len(units), mostText-1)])), "")
}
