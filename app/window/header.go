package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"muster/app/phrase"
	"muster/campaign"
)

// header stands above every screen: the campaign, as of when it is shown, and
// the two things done most.
type header struct {
	widget.BaseWidget
	switcher *switcher
	asOf     *text
	when     [3]string // as of, to the time zone, the minute and the day
	buttons  *fyne.Container
}

func newHeader(w *Window) *header {
	h := &header{
		switcher: newSwitcher(w.open, w.newCampaign),
		asOf:     newText("", sizeLabel, colorMuted),
		buttons: container.New(beside{gap: 12},
			newButton("Report", func() { w.shell.navigate("Reports") }),
			newMainButton("Add pledges  "+addKeyName(), w.addPledges)),
	}
	h.ExtendBaseWidget(h)
	return h
}

func (h *header) show(now view) {
	h.switcher.show(now.Campaign, now.campaigns)
	at := now.Standing.AsOf
	h.when = [3]string{"As of " + phrase.AsOf(at, now.Zone), phrase.Moment(at, now.Zone), phrase.Day(campaign.DayOf(at, now.Zone))}
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
	return fyne.NewSize(least.Width+spaceM+buttons.Width, max(40, buttons.Height))
}

// Layout gives the name what the buttons leave, and shortens or drops the
// as-of text where the name needs its room.
func (r *headerRenderer) Layout(size fyne.Size) {
	h := r.header
	buttons := r.header.buttons.MinSize()
	r.header.buttons.Resize(buttons)
	r.header.buttons.Move(fyne.NewPos(size.Width-buttons.Width, (size.Height-buttons.Height)/2))
	room := size.Width - buttons.Width - spaceM
	name := min(h.switcher.width(), room)
	height := h.switcher.MinSize().Height
	h.switcher.Resize(fyne.NewSize(name, height))
	h.switcher.Move(fyne.NewPos(0, (size.Height-height)/2))
	var least fyne.Size
	for _, when := range h.when {
		h.asOf.words = when
		if least = h.asOf.MinSize(); name+spaceS+least.Width <= room {
			break
		}
	}
	h.asOf.Hidden = name+spaceS+least.Width > room
	h.asOf.Resize(least)
	h.asOf.Refresh()
	h.asOf.Move(fyne.NewPos(name+spaceS, (size.Height-least.Height)/2+3))
}

func (r *headerRenderer) Refresh() {
	r.Layout(r.header.Size())
	canvas.Refresh(r.header)
}
