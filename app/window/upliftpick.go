package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"muster/app"
	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
)

// upliftPick offers what past moments of the plan brought as the size of one
// to come: "As much as “Essay published” brought". It is made with what to do
// with the size, three numbers of pledges with low ≤ likely ≤ high, which is
// called on the window's goroutine; whoever embeds it puts them into its own
// fields. offer tells it the uplifts of the snapshot (Snapshot.Uplifts, which
// are there once the window has foreseen); while none of them has a size it is
// hidden and takes no room.
type upliftPick struct {
	widget.BaseWidget
	take  func(campaign.Range)
	sizes []app.Uplift
	open  *button
	row   *fyne.Container
}

func newUpliftPick(take func(campaign.Range)) *upliftPick {
	p := &upliftPick{take: take}
	p.open = makeButton(say.Text("As much as a past moment brought…"), widget.LowImportance, p.unfold)
	p.row = container.New(beside{}, container.NewStack(newSurface(8), container.New(broad{12}, p.open)))
	p.ExtendBaseWidget(p)
	p.offer(nil)
	return p
}

// offer sets the moments to choose from, the newest first.
func (p *upliftPick) offer(uplifts []app.Uplift) {
	p.sizes = app.Sizes(uplifts)
	p.Hidden = len(p.sizes) == 0
	p.Refresh()
}

// menu returns an item for each moment.
func (p *upliftPick) menu() *fyne.Menu {
	m := fyne.NewMenu("")
	for _, u := range p.sizes {
		words := say.Text("As much as “%s” brought: %s", shortName(u.Title), phrase.Yield(u.Size()))
		m.Items = append(m.Items, fyne.NewMenuItem(words, func() { p.take(u.Size()) }))
	}
	return m
}

// unfold shows the menu below the button.
func (p *upliftPick) unfold() {
	canvas := fyne.CurrentApp().Driver().CanvasForObject(p)
	if canvas == nil {
		return
	}
	widget.NewPopUpMenu(p.menu(), canvas).ShowAtRelativePosition(fyne.NewPos(0, p.open.Size().Height), p.open)
}

// CreateRenderer implements fyne.Widget.
func (p *upliftPick) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(p.row) }
