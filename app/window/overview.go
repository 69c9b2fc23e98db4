package window

import (
	"fyne.io/fyne/v2/widget"

	"fyne.io/fyne/v2"

	"muster/app"
)

type overview struct {
	widget.BaseWidget
	w    *Window
	head *text
}

func newOverview(w *Window) *overview {
	o := &overview{w: w, head: newText("", sizeGap, colorText)}
	o.ExtendBaseWidget(o)
	return o
}

func (o *overview) name() string          { return "Overview" }
func (o *overview) icon() glyph           { return glyphOverview }
func (o *overview) show(now app.Snapshot) {}
func (o *overview) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(newPage(newCard(o.head)))
}
