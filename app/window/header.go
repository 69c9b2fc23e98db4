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
	report   fyne.CanvasObject
	add      *button
	buttons  *fyne.Container
}

func newHeader(w *Window) *header {
	h := &header{
		w:        w,
		switcher: newSwitcher(w.open, w.newCampaign, w.findCampaign),
		asOf:     newAsOfChip(w.chooseAsOf),
		report:   newButton(say.Text("Report"), func() { w.shell.navigate("Reports") }),
		add:      makeMainButton(addWords(true), w.addPledges),
	}
	h.buttons = container.New(beside{gap: 12}, h.report, container.New(broad{16}, h.add))
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

// addWords name the button that is pressed most, with its key where there is
// room for that.
func addWords(key bool) string {
	if key {
		return say.Text("Add pledges") + "  " + addKeyName()
	}
	return say.Text("Add pledges")
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
	h := r.header
	least, button := h.switcher.MinSize(), h.buttons.Objects[1].MinSize() // at its shortest
	return fyne.NewSize(least.Width+2*spaceM+h.asOf.least()+button.Width, max(40, button.Height))
}

// Layout gives the name what the buttons leave, and what it does not need to
// the words of the as-of day. So that both can be read, the buttons are short
// in a narrow window, or there is one alone: Reports are in the sidebar too.
func (r *headerRenderer) Layout(size fyne.Size) {
	h := r.header
	wanted := h.switcher.width() + spaceM + h.asOf.brief() + spaceM
	for _, so := range []struct{ key, report bool }{{true, true}, {false, true}, {false, false}} {
		h.short(so.key, so.report)
		if wanted+h.buttons.MinSize().Width <= size.Width {
			break
		}
	}
	buttons := h.buttons.MinSize()
	place(h.buttons, size.Width-buttons.Width, (size.Height-buttons.Height)/2, buttons.Width, buttons.Height)
	room := size.Width - buttons.Width - spaceM
	name := min(h.switcher.width(), room-spaceM-h.asOf.brief())
	height := h.switcher.MinSize().Height
	place(h.switcher, 0, (size.Height-height)/2, name, height)
	width := h.asOf.fit(room - name - spaceM)
	height = h.asOf.MinSize().Height
	place(h.asOf, name+spaceM, (size.Height-height)/2, width, height)
}

// short shows more or less of the buttons.
func (h *header) short(key, report bool) {
	showOrHide(h.report, report)
	if words := addWords(key); h.add.Text != words {
		h.add.Text = words
		h.add.Refresh()
	}
}

func (r *headerRenderer) Refresh() {
	r.Layout(r.header.Size())
	canvas.Refresh(r.header)
}
