package report

import (
	"fmt"
	"io"
	"math"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"muster/app"
	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
	"muster/persistence/exchange"
)

// TallyWorkbook writes a tally sheet as an Excel workbook to be filled in and
// imported. Only the cells for counts can be changed, and hold whole numbers
// alone. What an import needs to know stands in hidden rows and a hidden column:
// see exchange.TallyHead. The same sheet gives the same bytes.
func TallyWorkbook(w io.Writer, s app.TallySheet, o Options) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("the tally sheet could not be made: %v", r)
		}
	}()
	about := app.Dossier{Snapshot: app.Snapshot{Campaign: s.Campaign, Zone: s.Zone}}
	about.Standing.AsOf = s.Made
	b := &book{Dossier: about, paper: o.Paper, file: excelize.NewFile(), most: excelize.TotalRows, looks: map[look]int{}, drawn: map[int]look{}}
	defer b.file.Close()
	t := &tallyBook{book: b, TallySheet: s}
	if err := t.fill(); err != nil {
		return fmt.Errorf("the tally sheet could not be made: %w", err)
	}
	if err := b.write(w); err != nil {
		return fmt.Errorf("the tally sheet could not be written: %w", err)
	}
	return nil
}

// tallyBook is a tally sheet's workbook in the making.
type tallyBook struct {
	*book
	app.TallySheet
	sheet   *draft
	keys    []string // of the columns, for the import
	regions int      // column of each line's region; 0 for none
	sources int
	counts  int // first column of counts
}

func (t *tallyBook) fill() error {
	name := sheetName(say.Text("Tally sheet"))
	if err := t.file.SetSheetName("Sheet1", name); err != nil {
		return err
	}
	columns := t.columns()
	t.sheet = t.draft(form{name: name, columns: columns, upright: true, aside: aside(columns), veiled: veil{columns: 1}})
	t.top()
	first := t.sheet.next()
	t.lines()
	last := t.sheet.next() - 1
	t.sums(first, last)
	t.sheet.extent = address(max(len(t.keys), len(t.head().Row())), last+1)
	lists, err := t.lists()
	if err != nil {
		return err
	}
	for _, step := range []func() error{
		func() error { return t.checks(first, last, lists) },
		t.lock,
		t.properties,
		t.sheet.finish,
	} {
		if err := step(); err != nil {
			return err
		}
	}
	return t.fault
}

// columns are those of the sheet: the hidden one, the day, where each line was
// counted unless the sheet says, and the counts.
func (t *tallyBook) columns() []sheetColumn {
	all := []sheetColumn{{"", 12, false}, {say.Text("Day"), 18, true}}
	t.keys = []string{exchange.TallyDay, ""}
	if t.Region == "" && len(t.Regions) > 0 {
		all = append(all, sheetColumn{say.Text("Region"), 22, false})
		t.keys, t.regions = append(t.keys, exchange.TallyRegion), len(all)
	}
	if t.Source == "" && len(t.Sources) > 0 {
		all = append(all, sheetColumn{say.Text("Source"), 22, false})
		t.keys, t.sources = append(t.keys, exchange.TallySource), len(all)
	}
	t.counts = len(all) + 1
	for _, tier := range t.countedTiers() {
		title := tier
		if tier == "" {
			title = say.Text("Pledges")
		}
		all = append(all, sheetColumn{title, max(16, min(30, float64(wide(title)+4))), true})
		t.keys = append(t.keys, exchange.TallyCount+tier)
	}
	return all
}

// What the lines of a sheet's top take, in characters: more than most sheets'
// columns, so that empty ones beside them are printed too.
const (
	tallyWidth  = 92.0
	emptyColumn = 9.0
)

func aside(columns []sheetColumn) int {
	left := tallyWidth
	for _, c := range columns[1:] {
		left -= c.width
	}
	return max(0, int(math.Ceil(left/emptyColumn)))
}

// countedTiers returns the tiers that have a column: one without a name if there
// are none.
func (t *tallyBook) countedTiers() []string {
	if len(t.Tiers) == 0 {
		return []string{""}
	}
	return t.Tiers
}

// head is what the sheet says of itself to an import.
func (t *tallyBook) head() exchange.TallyHead {
	c := t.TallySheet.Campaign
	return exchange.TallyHead{ID: t.ID, Campaign: c.ID, Name: c.Name, Made: t.Made, Zone: c.TimeZone, For: t.For, Region: t.Region, Source: t.Source}
}

// top writes what stands above the lines, hidden and seen.
func (t *tallyBook) top() {
	t.hidden(t.head().Row())
	t.sheet.row(t.blank(), t.cell(asTitle, say.Text("Tally sheet of %s", t.For)))
	for _, line := range tallySays(t.TallySheet) {
		t.sheet.row(t.blank(), t.cell(asLead, line))
	}
	t.sheet.row()
	for _, advice := range tallyAdvice() {
		for _, line := range wrap(advice, ink{size: 10}, tallyWidth*10*0.52, 0) {
			t.sheet.row(t.blank(), t.cell(look{}, line))
		}
	}
	t.sheet.row()
	t.hidden(t.keys)
	t.sheet.heading()
}

// hidden writes a row for the import.
func (t *tallyBook) hidden(texts []string) {
	cells := make([]excelize.Cell, len(texts))
	for i, text := range texts {
		cells[i] = t.cell(asText, text)
	}
	t.sheet.veiled.rows = append(t.sheet.veiled.rows, t.sheet.row(cells...))
}

// lines writes a line for each day.
func (t *tallyBook) lines() {
	for d := t.From; d <= t.To; d++ {
		cells := []excelize.Cell{t.cell(asText, d.String()), t.cell(asTallyDay, serial(d.Start(time.UTC)))}
		for column := 3; column < t.counts; column++ {
			cells = append(cells, t.cell(asText.changeable(), ""))
		}
		for range t.countedTiers() {
			cells = append(cells, t.cell(asCount.changeable(), nil))
		}
		t.sheet.row(cells...)
	}
}

// asTallyDay shows the weekday too: who counts thinks in those.
var asTallyDay = look{format: "ddd d mmm yyyy"}

// sums writes the sums of the columns below them.
func (t *tallyBook) sums(first, last int) {
	cells := []excelize.Cell{t.blank(), t.cell(look{format: "@", right: true}.inBold(), say.Text("Sum"))}
	for column := 3; column < t.counts; column++ {
		cells = append(cells, t.blank())
	}
	for i := range t.countedTiers() {
		column := t.counts + i
		cells = append(cells, t.live(asCount.inBold(), 0, "SUM(%s:%s)", address(column, first), address(column, last)))
	}
	t.sheet.row(cells...)
}

// lists writes the names to choose from on a sheet of their own, which is hidden,
// and returns where those for a column stand.
func (t *tallyBook) lists() (map[int]string, error) {
	if t.regions == 0 && t.sources == 0 {
		return nil, nil
	}
	name := sheetName(say.Text("Names"))
	if _, err := t.file.NewSheet(name); err != nil {
		return nil, err
	}
	if err := t.file.SetSheetVisible(name, false); err != nil {
		return nil, err
	}
	names := t.draft(form{name: name, unseen: true, columns: []sheetColumn{{say.Text("Region"), 22, false}, {say.Text("Source"), 22, false}}})
	for i := range max(len(t.Regions), len(t.Sources)) {
		cells := make([]excelize.Cell, 2)
		for column, list := range [][]string{t.Regions, t.Sources} {
			if i < len(list) {
				cells[column] = t.text(list[i])
			}
		}
		names.row(cells...)
	}
	where := map[int]string{}
	if t.regions > 0 {
		where[t.regions] = on(name, absolute(1, 1)+":"+absolute(1, len(t.Regions)))
	}
	if t.sources > 0 {
		where[t.sources] = on(name, absolute(2, 1)+":"+absolute(2, len(t.Sources)))
	}
	return where, names.finish()
}

// checks keeps what is typed to whole numbers and, until somebody insists, to the
// names that are known.
func (t *tallyBook) checks(first, last int, lists map[int]string) error {
	counts := excelize.NewDataValidation(true)
	counts.Sqref = address(t.counts, first) + ":" + address(len(t.keys), last)
	if err := counts.SetRange(0, campaign.MaxFilling, excelize.DataValidationTypeWhole, excelize.DataValidationOperatorBetween); err != nil {
		return err
	}
	counts.SetError(excelize.DataValidationErrorStyleStop, "Muster", say.Text("Only whole numbers from 0 to %s.", phrase.Count(campaign.MaxFilling)))
	checks := []*excelize.DataValidation{counts}
	for _, column := range []int{t.regions, t.sources} {
		if lists[column] == "" {
			continue
		}
		names := excelize.NewDataValidation(true)
		names.Sqref = address(column, first) + ":" + address(column, last)
		names.SetSqrefDropList(lists[column])
		names.SetError(excelize.DataValidationErrorStyleWarning, "Muster", say.Text("This name is not on the list. Is it spelt right?"))
		checks = append(checks, names)
	}
	for _, v := range checks {
		if err := t.file.AddDataValidation(t.sheet.form.name, v); err != nil {
			return err
		}
	}
	return nil
}

// lock locks all but the cells to fill in.
func (t *tallyBook) lock() error {
	return t.file.ProtectSheet(t.sheet.form.name, &excelize.SheetProtectionOptions{
		SelectLockedCells: true, SelectUnlockedCells: true, FormatColumns: true, FormatRows: true})
}

// tallySays returns what the sheet is of: the campaign, what is asked for, and
// where and when is counted.
func tallySays(s app.TallySheet) []string {
	var said []string
	for _, line := range []string{
		joined(" · ", s.Campaign.Name, s.Campaign.Ask),
		joined(" · ", s.Region, s.Source, phrase.Span(s.From, s.To)),
	} {
		if line = strings.TrimSpace(line); line != "" {
			said = append(said, line)
		}
	}
	return said
}

// tallyAdvice says how a sheet is filled in.
func tallyAdvice() []string {
	return []string{
		say.Text("Write into the yellow cells how many pledged on each day; leave the other days empty."),
		say.Text("Counts only: never the names of people who pledge."),
		say.Text("Send the file back as often as you like: changes are taken over, and nothing counts twice."),
	}
}
