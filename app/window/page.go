package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// page scrolls its content up and down when the window is too low for it. The
// content is given its width before it is asked for its height. What scrolls
// reaches a little beyond the page, so that the edges of cards are not cut and
// the scroll bar lies beside them.
type page struct {
	widget.BaseWidget
	content fyne.CanvasObject
	scroll  *container.Scroll
}

func newPage(content fyne.CanvasObject) *page {
	p := &page{content: content, scroll: container.NewVScroll(container.New(around(pageReach), content))}
	p.ExtendBaseWidget(p)
	return p
}

// bring scrolls to an object in the content.
func (p *page) bring(o fyne.CanvasObject) {
	most := max(0, p.scroll.Content.Size().Height-p.scroll.Size().Height)
	p.scroll.ScrollToOffset(fyne.NewPos(0, min(most, o.Position().Y)))
}

// CreateRenderer implements fyne.Widget.
func (p *page) CreateRenderer() fyne.WidgetRenderer { return &pageRenderer{p} }

// pageReach is how far the scrolled part reaches beyond the page.
const pageReach = 8

type pageRenderer struct{ page *page }

func (r *pageRenderer) Destroy()                     {}
func (r *pageRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.page.scroll} }
func (r *pageRenderer) MinSize() fyne.Size           { return fyne.NewSize(r.page.content.MinSize().Width, 100) }

func (r *pageRenderer) Layout(size fyne.Size) {
	heightAt(r.page.content, size.Width)
	r.page.scroll.Move(fyne.NewPos(-pageReach, -pageReach))
	r.page.scroll.Resize(size.AddWidthHeight(2*pageReach, 2*pageReach))
}

func (r *pageRenderer) Refresh() {
	r.Layout(r.page.Size())
	r.page.scroll.Refresh()
}
