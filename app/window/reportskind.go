package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"muster/app/report"
	"muster/app/say"
)

// reportKind is one kind of report to choose.
type reportKind struct {
	pressable
	format   report.Format
	selected bool
	title    *text
	content  *fyne.Container
}

// kindWords name each kind of report and say what it is for.
var kindWords = map[report.Format][2]say.Key{
	report.FormatPDF:      {"PDF", "To print and to forward."},
	report.FormatWorkbook: {"Excel", "With live formulas."},
	report.FormatCSV:      {"CSV", "Every update, one a line."},
	report.FormatPNG:      {"PNG", "A chart, or a card to share."},
	report.FormatSVG:      {"SVG", "The chart, sharp at any size."},
	formatCalendar:        {"Calendar", "The dates of the plan."},
	report.FormatMessage:  {"Message", "To paste into a chat."},
}

func newReportKind(f report.Format, choose func(report.Format)) *reportKind {
	k := &reportKind{format: f, title: newText(kindWords[f][0].Text(), sizeText, colorText)}
	k.content = container.New(padded{left: 12, top: 3, right: 8, bottom: 3}, k.title)
	k.pressed = func() { choose(f) }
	k.ExtendBaseWidget(k)
	return k
}

// choose shows it as the chosen one, or as another.
func (k *reportKind) choose(yes bool) {
	k.selected = yes
	k.Refresh()
}

// AccessibilityLabel returns the name of the kind.
func (k *reportKind) AccessibilityLabel() string { return k.title.words }

// CreateRenderer implements fyne.Widget.
func (k *reportKind) CreateRenderer() fyne.WidgetRenderer {
	r := &reportKindRenderer{kind: k, ground: canvas.NewRectangle(nil), bar: canvas.NewRectangle(nil)}
	r.ground.CornerRadius, r.ground.StrokeWidth, r.bar.CornerRadius = 8, 1, 1.5
	r.Refresh()
	return r
}

type reportKindRenderer struct {
	kind        *reportKind
	ground, bar *canvas.Rectangle // the bar marks the chosen one
}

func (r *reportKindRenderer) Destroy()           {}
func (r *reportKindRenderer) MinSize() fyne.Size { return r.kind.content.MinSize() }

func (r *reportKindRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.bar, r.kind.content}
}

func (r *reportKindRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	place(r.bar, 0, 6, 3, size.Height-12)
	r.kind.content.Resize(size)
}

func (r *reportKindRenderer) Refresh() {
	k := r.kind
	k.title.style.Bold = k.selected
	r.ground.FillColor = themed(k, colorCard)
	r.bar.Hidden = !k.selected
	if k.selected {
		r.ground.FillColor = themed(k, colorSidebar)
	}
	r.ground.StrokeColor = r.ground.FillColor
	if k.hovered || k.focused {
		r.ground.StrokeColor = themed(k, colorAccent)
	}
	r.bar.FillColor = themed(k, colorAccent)
	k.content.Refresh()
	canvas.Refresh(k)
}
