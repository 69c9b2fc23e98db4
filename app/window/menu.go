package window

import (
	"runtime"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"muster/app/say"
)

// menu is one of the menu bar.
type menu int

// The menus, in their order.
const (
	menuCampaign menu = iota
	menuPledges
	menuView
	menuHelp
)

// title is what is written in the menu bar.
func (m menu) title() string {
	return [...]string{say.Text("Campaign"), say.Text("Pledges"), say.Text("View"), say.Text("Help")}[m]
}

// rank puts first what is done most.
func (m menu) rank() int {
	return [...]int{menuPledges: 0, menuView: 1, menuCampaign: 2, menuHelp: 3}[m]
}

// menuState is what decides which lines of the menus are possible.
type menuState struct{ open, past, keeps, shared bool }

func (w *Window) menuState() menuState {
	return menuState{w.isOpen(), w.asOf.IsSet(), w.canKeep(), w.isShared()}
}

// keepMenus lays the menus anew where others are possible than before. To do it
// more often would close the one that is open.
func (w *Window) keepMenus() {
	if w.menus != w.menuState() {
		w.layMenus()
	}
}

// layMenus puts the menu bar over the window, as things now stand.
func (w *Window) layMenus() {
	menus := []*fyne.Menu{
		menuCampaign: fyne.NewMenu(menuCampaign.title()), menuPledges: fyne.NewMenu(menuPledges.title()),
		menuView: fyne.NewMenu(menuView.title()), menuHelp: fyne.NewMenu(menuHelp.title()),
	}
	all := w.actions()
	widths := map[menu]float32{}
	for _, a := range all {
		widths[a.menu] = max(widths[a.menu], menuWidth(a.name))
	}
	for _, a := range all {
		m := menus[a.menu]
		if a.apart {
			m.Items = append(m.Items, fyne.NewMenuItemSeparator())
		}
		m.Items = append(m.Items, w.menuItem(a, widths[a.menu]))
	}
	w.menus = w.menuState()
	w.SetMainMenu(fyne.NewMainMenu(menus...))
}

// menuItem returns an action's line in its menu, whose widest name is given. A
// Mac shows shortcuts in its own way, though it would take Ctrl+Z even from a
// text field. Elsewhere Fyne writes them in a grey that is hard to read, so
// that they stand behind the name.
func (w *Window) menuItem(a action, width float32) *fyne.MenuItem {
	item := fyne.NewMenuItem(a.name, func() { w.perform(a) })
	item.Disabled = !a.possible()
	item.Checked = a.on != nil && a.on()
	item.IsQuit = a.key != nil && *a.key == *command(fyne.KeyQ)
	switch {
	case a.key == nil:
	case runtime.GOOS != "darwin":
		item.Label = spread(a.name, width+24) + keyName(a.key)
	case *a.key != *command(fyne.KeyZ):
		item.Shortcut = a.key
	}
	return item
}

// spread makes a name as wide as it is told, with spaces and then thinner ones.
func spread(name string, width float32) string {
	for _, space := range []string{" ", "\u200a"} {
		lacks := (width - menuWidth(name)) / menuWidth(space)
		name += strings.Repeat(space, max(0, int(lacks)))
	}
	return name
}

func menuWidth(s string) float32 {
	return fyne.MeasureText(s, theme.TextSize(), fyne.TextStyle{}).Width
}
