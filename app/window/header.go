package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"muster/app/say"
)

// header stands above every screen: the campaign, as of when it is shown, and
// the two things done most.
type header struct {
	widget.BaseWidget
	w        *Window
	switcher *switcher
	asOf     *asOfChip
	buttons  *fyne.Container
}

func newHeader(w *Window) *header {
	h := &header{
		w:        w,
		switcher: newSwitcher(w.open, w.newCampaign, w.findCampaign),
		asOf:     newAsOfChip(w.chooseAsOf),
		buttons: container.New(beside{gap: 12},
			newButton(say.Text("Report"), func() { w.shell.navigate("Reports") }),
			newMainButton(say.Text("Add pledges")+"  "+addKeyName(), w.addPledges)),
	}
	h.switcher.Hide() // until a campaign is open
	h.asOf.Hide()
	h.ExtendBaseWidget(h)
	return h
}

func (h *header) show(now view) {
	h.switcher.show(now.Campaign, h.w.settings.byRecency(now.campaigns))
	h.asOf.show(now.Snapshot)
	h.switcher.Show()
	h.asOf.Show()
	h.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (h *header) CreateRenderer() fyne.WidgetRenderer {
	return &headerRenderer{h}
}

type headerRenderer struct {
	header *header
}

func (r *headerRenderer) Destroy() {}

func (r *headerRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.header.switcher, r.header.asOf, r.header.buttons}
}

func (r *headerRenderer) MinSize() fyne.Size {
	least := r.header.switcher.MinSize()
	buttons := r.header.buttons.MinSize()
	return fyne.NewSize(least.Width+2*spaceM+r.header.asOf.least()+buttons.Width, max(40, buttons.Height))
}

// Layout gives the name what the buttons leave, and what it does not need to
// the words of the as-of day.
func (r *headerRenderer) Layout(size fyne.Size) {
	h := r.header
	buttons := h.buttons.MinSize()
	place(h.buttons, size.Width-buttons.Width, (size.Height-buttons.Height)/2, buttons.Width, buttons.Height)
	room := size.Width - buttons.Width - spaceM
	name := min(h.switcher.width(), room-spaceM-h.asOf.least())
	height := h.switcher.MinSize().Height
	place(h.switcher, 0, (size.Height-height)/2, name, height)
	width := h.asOf.fit(room - name - spaceM)
	height = h.asOf.MinSize().Height
	place(h.asOf, name+spaceM, (size.Height-height)/2, width, height)
}

func (r *headerRenderer) Refresh() {
	r.Layout(r.header.Size())
	canvas.Refresh(r.header)
}
