package window

import (
	"runtime"

	"fyne.io/fyne/v2"

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
type menuState struct{ open, past, keeps bool }

func (w *Window) menuState() menuState { return menuState{w.isOpen(), w.asOf.IsSet(), w.canKeep()} }

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
	for _, a := range w.actions() {
		m := menus[a.menu]
		if a.apart {
			m.Items = append(m.Items, fyne.NewMenuItemSeparator())
		}
		m.Items = append(m.Items, w.menuItem(a))
	}
	w.menus = w.menuState()
	w.SetMainMenu(fyne.NewMainMenu(menus...))
}

// menuItem returns an action's line in its menu.
func (w *Window) menuItem(a action) *fyne.MenuItem {
	item := fyne.NewMenuItem(a.name, func() { w.perform(a) })
	item.Disabled = !a.possible()
	item.Checked = a.on != nil && a.on()
	item.IsQuit = a.key != nil && *a.key == *command(fyne.KeyQ)
	// A Mac would give the menu even the Ctrl+Z that belongs to a text field.
	if a.key != nil && (runtime.GOOS != "darwin" || *a.key != *command(fyne.KeyZ)) {
		item.Shortcut = a.key
	}
	return item
}
