package window

import (
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
)

// switcher shows the name of the open campaign, and opens another one or a new
// one from a menu.
type switcher struct {
	pressable
	title     *text
	campaigns []campaign.Campaign
	open      campaign.ID
	choose    func(campaign.ID)
	start     func() // a new campaign
	find      func() // one among many
}

func newSwitcher(choose func(campaign.ID), start, find func()) *switcher {
	s := &switcher{title: newText("", sizeTitle, colorText), choose: choose, start: start, find: find}
	s.title.style.Bold = true
	s.title.shrinks = true
	s.pressed = s.showMenu
	s.ExtendBaseWidget(s)
	return s
}

func (s *switcher) show(open campaign.Campaign, all []campaign.Campaign) {
	s.open, s.campaigns = open.ID, all
	s.title.words = open.Name
	s.Refresh()
}

// width returns how wide the whole name is.
func (s *switcher) width() float32 {
	size := fyne.MeasureText(s.title.words, s.Theme().Size(sizeTitle), s.title.style)
	return size.Width + switcherTail
}

// switcherMost is how many campaigns the menu names.
const switcherMost = 8

// menu returns the campaigns that were open last, the present one checked, and
// the ways to others and to a new one.
func (s *switcher) menu() *fyne.Menu {
	var items []*fyne.MenuItem
	for _, c := range s.campaigns[:min(len(s.campaigns), switcherMost)] {
		item := fyne.NewMenuItem(shortName(c.Name), func() { s.choose(c.ID) })
		item.Checked = c.ID == s.open
		items = append(items, item)
	}
	if n := int64(len(s.campaigns)); n > switcherMost {
		items = append(items, fyne.NewMenuItemSeparator(), fyne.NewMenuItem(say.Text("Find among all %s campaigns…", phrase.Count(n)), s.find))
	}
	items = append(items, fyne.NewMenuItemSeparator(), fyne.NewMenuItem(say.Text("New campaign…"), s.start))
	return fyne.NewMenu("", items...)
}

func (s *switcher) showMenu() {
	driver := fyne.CurrentApp().Driver()
	at := driver.AbsolutePositionForObject(s).AddXY(0, s.Size().Height+spaceXS)
	widget.ShowPopUpMenuAtPosition(s.menu(), driver.CanvasForObject(s), at)
}

// AccessibilityLabel returns the name of the open campaign.
func (s *switcher) AccessibilityLabel() string { return s.title.words }

// CreateRenderer implements fyne.Widget.
func (s *switcher) CreateRenderer() fyne.WidgetRenderer {
	r := &switcherRenderer{switcher: s, ground: canvas.NewRectangle(nil), down: newDrawing(glyphDown, colorMuted, 16)}
	r.ground.CornerRadius = 8
	r.ground.StrokeWidth = 2
	r.paint()
	return r
}

// switcherTail is the room for the arrow after the name.
const switcherTail = 34

type switcherRenderer struct {
	switcher *switcher
	ground   *canvas.Rectangle
	down     *drawing
}

func (r *switcherRenderer) Destroy() {}

func (r *switcherRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.switcher.title, r.down}
}

func (r *switcherRenderer) MinSize() fyne.Size {
	return r.switcher.title.MinSize().AddWidthHeight(switcherTail, 4)
}

func (r *switcherRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size.AddWidthHeight(8, 0))
	r.ground.Move(fyne.NewPos(-8, 0)) // so that the name stands in line with the cards
	least := r.switcher.title.MinSize()
	r.switcher.title.Resize(fyne.NewSize(size.Width-switcherTail, least.Height))
	r.switcher.title.Move(fyne.NewPos(0, (size.Height-least.Height)/2))
	r.down.Resize(fyne.NewSquareSize(16))
	r.down.Move(fyne.NewPos(size.Width-switcherTail+8, (size.Height-16)/2+2))
}

func (r *switcherRenderer) Refresh() {
	r.paint()
	r.switcher.title.Refresh()
	r.down.Refresh()
	canvas.Refresh(r.switcher)
}

func (r *switcherRenderer) paint() {
	s := r.switcher
	r.ground.FillColor = themed(s, theme.ColorNameBackground)
	if s.hovered {
		r.ground.FillColor = themed(s, theme.ColorNameHover)
	}
	r.ground.StrokeColor = r.ground.FillColor
	if s.focused {
		r.ground.StrokeColor = themed(s, colorAccent)
	}
}

// shortName keeps a menu narrower than the window.
func shortName(name string) string {
	return shortenMiddle(name, 60, func(s string) float32 { return float32(utf8.RuneCountInString(s)) })
}
