package report

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// What ECMA-376, part 1, says of the order of elements. Excel offers to repair
// a workbook that has another one; LibreOffice does not mind.
const (
	inWorkbook  = "fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences definedNames calcPr"
	inWorksheet = "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter " +
		"sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions " +
		"pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing tableParts extLst"
	inStyles     = "numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst"
	inChartSpace = "date1904 lang roundedCorners AlternateContent style clrMapOvr pivotSource protection chart spPr txPr externalData printSettings userShapes extLst"
	inChart      = "title autoTitleDeleted pivotFmts view3D floor sideWall backWall plotArea legend plotVisOnly dispBlanksAs showDLblsOverMax extLst"
	inSeries     = "idx order tx spPr invertIfNegative pictureOptions marker dPt dLbls trendline errBars cat val smooth shape extLst"
	inAxis       = "axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx " +
		"crosses crossesAt crossBetween majorUnit minorUnit dispUnits auto lblAlgn lblOffset tickLblSkip tickMarkSkip noMultiLvlLbl extLst"
)

// checkSchema looks a workbook through as Excel does when it opens one.
func checkSchema(t *testing.T, book []byte) {
	t.Helper()
	for _, fault := range faultsOf(t, book) {
		t.Error(fault)
	}
}

func faultsOf(t *testing.T, book []byte) []string {
	t.Helper()
	p := takenApart(t, book)
	p.workbook()
	styles := p.styles()
	for name, part := range p.sheets {
		p.worksheet(name, p.files[part], styles)
		for _, d := range p.files[part].all("drawing") {
			p.drawing(p.targets(part)[d.attr("id")])
		}
	}
	return p.faults
}

// workbook checks the list of sheets and names.
func (p *parts) workbook() {
	const part = "xl/workbook.xml"
	root := p.files[part]
	p.ordered(part, root, inWorkbook)
	targets := p.targets(part)
	ids := map[string]bool{}
	var order []string
	for _, s := range root.all("sheets", "sheet") {
		name := s.attr("name")
		if units := len([]rune(name)); units == 0 || units > 31 || strings.ContainsAny(name, `:\/?*[]`) || strings.HasPrefix(name, "'") {
			p.errorf("no sheet may be called %q", name)
		}
		for other := range p.sheets {
			if strings.EqualFold(other, name) {
				p.errorf("two sheets are called %q", name)
			}
		}
		if n, err := strconv.Atoi(s.attr("sheetId")); err != nil || n < 1 || ids[s.attr("sheetId")] {
			p.errorf("the sheet %s has the number %q", name, s.attr("sheetId"))
		}
		ids[s.attr("sheetId")] = true
		p.sheets[name] = targets[s.attr("id")]
		order = append(order, name)
	}
	seen := map[string]bool{}
	for _, n := range root.all("definedNames", "definedName") {
		name, scope := n.attr("name"), n.attr("localSheetId")
		if key := strings.ToLower(name) + " " + scope; seen[key] {
			p.errorf("the name %s is given twice", name)
		} else {
			seen[key] = true
		}
		if i, err := strconv.Atoi(scope); scope != "" && (err != nil || i >= len(order)) {
			p.errorf("the name %s is of the sheet %s", name, scope)
		}
		if scope == "" {
			p.names[name] = true
			if _, _, err := excelize.CellNameToCoordinates(name); err == nil || !regexp.MustCompile(`^[\pL_][\pL\d_.]*$`).MatchString(name) {
				p.errorf("nothing may be named %s", name)
			}
		}
		for _, area := range strings.Split(n.Text, ",") {
			p.area("the name "+name, area)
		}
	}
}

// area checks what a formula refers to: 'A sheet'!$A$1:$B$2, $2:$2.
var areas = regexp.MustCompile(`^'((?:[^']|'')+)'!(\$[A-Z]{1,3}\$\d+(?::\$[A-Z]{1,3}\$\d+)?|\$\d+:\$\d+|\$[A-Z]{1,3}:\$[A-Z]{1,3})$`)

func (p *parts) area(where, area string) {
	m := areas.FindStringSubmatch(area)
	if m == nil {
		p.errorf("%s refers to %s", where, area)
	} else if _, there := p.sheets[strings.ReplaceAll(m[1], "''", "'")]; !there {
		p.errorf("%s refers to %s, but there is no such sheet", where, area)
	}
}

// styles checks the looks of cells and returns how many there are.
func (p *parts) styles() int {
	const part = "xl/styles.xml"
	root := p.files[part]
	p.ordered(part, root, inStyles)
	formats, have := map[string]bool{}, map[string]int{}
	for _, list := range root.Children {
		p.counted(part, list)
		have[list.XMLName.Local] = len(list.Children)
	}
	for _, f := range root.all("numFmts", "numFmt") {
		id, err := strconv.Atoi(f.attr("numFmtId"))
		if code := f.attr("formatCode"); err != nil || id < 164 || formats[f.attr("numFmtId")] || code == "" || len(code) > 255 || strings.Count(code, `"`)%2 > 0 {
			p.errorf("the format %s is %q", f.attr("numFmtId"), code)
		}
		formats[f.attr("numFmtId")] = true
	}
	for _, x := range root.all("cellXfs", "xf") {
		for attr, list := range map[string]string{"fontId": "fonts", "fillId": "fills", "borderId": "borders", "xfId": "cellStyleXfs"} {
			if n, err := strconv.Atoi(x.attr(attr)); x.attr(attr) != "" && (err != nil || n >= have[list]) {
				p.errorf("a style has the %s %s of %d", attr, x.attr(attr), have[list])
			}
		}
		if n, err := strconv.Atoi(x.attr("numFmtId")); err != nil || n >= 164 && !formats[x.attr("numFmtId")] {
			p.errorf("a style has the format %s", x.attr("numFmtId"))
		}
	}
	return have["cellXfs"]
}

// drawing checks the charts of a sheet.
func (p *parts) drawing(part string) {
	charts := p.targets(part)
	for _, anchor := range p.files[part].Children {
		p.ordered(part, anchor, "from to sp grpSp graphicFrame cxnSp pic clientData")
		corner := func(of string) (at [2]int) {
			for i, side := range []string{"col", "row"} {
				for _, v := range anchor.all(of, side) {
					at[i], _ = strconv.Atoi(v.Text)
				}
			}
			return at
		}
		if from, to := corner("from"), corner("to"); to[0] < from[0] || to[1] < from[1] || to[0] >= excelize.MaxColumns || to[1] >= excelize.TotalRows {
			p.errorf("%s: a chart goes from %v to %v", part, from, to)
		}
	}
	p.files[part].each("chart", func(c element) { p.chart(charts[c.attr("id")]) })
}

func (p *parts) chart(part string) {
	root := p.files[part]
	p.ordered(part, root, inChartSpace)
	axes := map[string]bool{}
	for _, c := range root.all("chart") {
		p.ordered(part, c, inChart)
		for _, kind := range []string{"catAx", "valAx", "dateAx"} {
			for _, axis := range c.all("plotArea", kind) {
				p.ordered(part, axis, inAxis)
				axes[axis.all("axId")[0].attr("val")] = true
			}
		}
	}
	root.each("crossAx", func(e element) {
		if !axes[e.attr("val")] {
			p.errorf("%s: an axis crosses %s, which is not there", part, e.attr("val"))
		}
	})
	var orders []string
	root.each("ser", func(s element) {
		p.ordered(part, s, inSeries, "dPt")
		for _, o := range s.all("order") {
			if slices.Contains(orders, o.attr("val")) {
				p.errorf("%s: two series have the place %s", part, o.attr("val"))
			}
			orders = append(orders, o.attr("val"))
		}
	})
	root.each("f", func(f element) { p.area(part, f.Text) })
	for _, plot := range root.all("chart", "plotArea")[0].Children {
		if kind := plot.XMLName.Local; strings.HasSuffix(kind, "Chart") {
			if ids := plot.all("axId"); len(ids) != 2 || !axes[ids[0].attr("val")] || !axes[ids[1].attr("val")] {
				p.errorf("%s: the axes of its %s are %s", part, kind, fmt.Sprint(ids))
			}
		}
	}
}
