package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// settledRenderer draws a screen that is one page, or what stands in for it.
type settledRenderer struct {
	screen fyne.CanvasObject
	page   *page
	fyne.WidgetRenderer
}

func newSettledRenderer(screen fyne.CanvasObject, p *page, instead *standIn) fyne.WidgetRenderer {
	return &settledRenderer{screen, p, widget.NewSimpleRenderer(container.NewStack(p, inPlace(instead)))}
}

// MinSize lets the window be made small: the page scrolls.
func (r *settledRenderer) MinSize() fyne.Size { return fyne.NewSize(420, 200) }

// Refresh lays the page out anew.
func (r *settledRenderer) Refresh() { settle(r.screen, r.page) }

// settle lays a page out anew. What wraps is high only once it has its width,
// so it takes as many rounds as things change their height. The screen is
// painted anew, since the canvas does not know a page that was never seen.
func settle(screen fyne.CanvasObject, p *page) {
	for least, round := (fyne.Size{}), 0; least != p.content.MinSize() && round < 5; round++ {
		least = p.content.MinSize()
		p.content.Refresh()
	}
	p.Refresh()
	canvas.Refresh(screen)
}
