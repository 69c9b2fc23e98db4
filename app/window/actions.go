package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"muster/app/say"
)

// action is something that a person can do in the window. The menu bar, the
// shortcuts, the command palette and the help all read one list of them.
type action struct {
	menu  menu
	name  string
	about string                  // what it does, where the name does not say it all
	key   *desktop.CustomShortcut // nil for none
	apart bool                    // a line in the menu sets it off from what is above
	able  func() bool             // whether it is possible now; nil if it always is
	on    func() bool             // whether it is the case already, as a theme may be; nil if that cannot be
	do    func()
}

// possible reports whether the action can be done now.
func (a action) possible() bool { return a.able == nil || a.able() }

// perform does an action, unless something lies on top: that comes first.
func (w *Window) perform(a action) {
	if w.Canvas().Overlays().Top() == nil && a.possible() {
		a.do()
	}
}

// actions returns all that can be done in the window, in the order of its
// menus, in the language in use.
func (w *Window) actions() []action {
	var all []action
	all = append(all, w.campaignActions()...)
	all = append(all, w.shareActions()...)
	all = append(all, w.dataActions()...)
	all = append(all, w.countActions()...)
	all = append(all, w.placeActions()...)
	all = append(all, w.lookActions()...)
	return append(all, w.helpActions()...)
}

// isOpen reports whether a campaign is open.
func (w *Window) isOpen() bool { return w.desk != nil }

// canKeep reports whether the screen in front has something to save.
func (w *Window) canKeep() bool {
	_, ok := w.shell.seats[w.shell.now].screen.(keeper)
	return ok && w.isOpen()
}

// keep saves what is in front.
func (w *Window) keep() { w.shell.front().(keeper).keep() }

func (w *Window) campaignActions() []action {
	return []action{
		{menu: menuCampaign, name: say.Text("New campaign…"), key: commandShift(fyne.KeyN), do: w.newCampaign,
			about: say.Text("Starts a campaign of your own.")},
		{menu: menuCampaign, name: say.Text("Open another campaign…"), key: command(fyne.KeyO), able: w.isOpen,
			do: func() { w.shell.header.switcher.showMenu() }},
		{menu: menuCampaign, name: say.Text("Rename…"), key: plainKey(fyne.KeyF2), able: w.isOpen, do: w.renameCampaign,
			about: say.Text("Gives the campaign another name."), apart: true},
		{menu: menuCampaign, name: say.Text("Duplicate the plan…"), key: commandShift(fyne.KeyD), able: w.isOpen, do: w.duplicatePlan,
			about: say.Text("Starts another campaign with the same plan and an empty ledger.")},
		{menu: menuCampaign, name: say.Text("Delete…"), key: commandShift(fyne.KeyBackspace), able: w.isOpen, do: w.deleteCampaign,
			about: say.Text("Deletes the campaign after a backup of everything.")},
	}
}

func (w *Window) dataActions() []action {
	return []action{
		{menu: menuCampaign, name: say.Text("Back up…"), key: command(fyne.KeyB), do: w.backUp, apart: true,
			about: say.Text("Writes a copy of all campaigns to a file.")},
		{menu: menuCampaign, name: say.Text("Restore a backup…"), key: commandShift(fyne.KeyB), do: w.chooseBackup,
			about: say.Text("Replaces all campaigns by those of a backup.")},
		{menu: menuCampaign, name: say.Text("Check the data"), key: commandShift(fyne.KeyK), do: w.check,
			about: say.Text("Reads everything back and compares every checksum and sum.")},
		{menu: menuCampaign, name: say.Text("Open the data folder"), key: commandShift(fyne.KeyO), do: w.openDataFolder},
		{menu: menuCampaign, name: say.Text("Settings…"), key: command(fyne.KeyComma), do: w.showSettings, apart: true,
			about: say.Text("Theme, size, language, your name, notifications.")},
		{menu: menuCampaign, name: say.Text("Quit"), key: command(fyne.KeyQ), do: w.quit, apart: true},
	}
}

// shareActions are about what goes to other devices and comes from them.
func (w *Window) shareActions() []action {
	return []action{
		{menu: menuCampaign, name: say.Text("Make a pack…"), key: command(fyne.KeyP), able: w.isOpen, do: w.makePack, apart: true,
			about: say.Text("Writes updates and the plan to one file, for another computer.")},
		{menu: menuCampaign, name: say.Text("Send my updates to…"), key: commandShift(fyne.KeyP), able: w.isOpen, do: w.sendTo,
			about: say.Text("Makes the next pack for somebody, from where the last one ended.")},
		{menu: menuCampaign, name: say.Text("Merge a pack…"), key: command(fyne.KeyM), do: w.choosePack,
			about: say.Text("Takes in the updates of a pack, after showing what it would do.")},
		{menu: menuCampaign, name: say.Text("Share by a folder…"), key: commandShift(fyne.KeyF), able: w.isOpen, do: w.chooseShared,
			about: say.Text("Chooses the folder by which the campaign stays the same on several computers.")},
		{menu: menuCampaign, name: say.Text("Join others by their folder…"), key: commandShift(fyne.KeyJ), do: w.joinOthers,
			about: say.Text("Brings a campaign along from a folder that others share, and stays in step with it.")},
		{menu: menuCampaign, name: say.Text("Look into the shared folder"), key: command(fyne.KeyR), able: w.isShared, do: w.lookIntoFolder},
	}
}

// isShared reports whether the open campaign has a shared folder.
func (w *Window) isShared() bool { return w.isOpen() && w.folder.state.Folder != "" }

func (w *Window) countActions() []action {
	return []action{
		{menu: menuPledges, name: say.Text("Add pledges"), key: command(fyne.KeyN), able: w.isOpen, do: w.addPledges,
			about: say.Text("Brings the Pledges screen with the cursor in the count.")},
		{menu: menuPledges, name: say.Text("Undo my last update"), key: command(fyne.KeyZ), able: w.isOpen, do: w.undo,
			about: say.Text("Takes the last update under your name out of the count. Nothing is deleted.")},
		{menu: menuPledges, name: say.Text("Import counts…"), key: command(fyne.KeyI), able: w.isOpen, do: w.chooseImport,
			about: say.Text("Takes counts from a file, after showing what it would do."), apart: true},
		{menu: menuPledges, name: say.Text("Files that were imported…"), key: commandShift(fyne.KeyI), able: w.isOpen, do: w.showImports,
			about: say.Text("Lists the imports. Each can be taken back as a whole, and brought back.")},
		{menu: menuPledges, name: say.Text("Tally sheet…"), key: commandShift(fyne.KeyT), able: w.isOpen, do: w.makeTally,
			about: say.Text("Makes a sheet for one person to count in, on a computer or on paper.")},
		{menu: menuPledges, name: say.Text("Find in the ledger"), key: command(fyne.KeyF), able: w.isOpen, do: w.findInLedger,
			about: say.Text("Brings the Pledges screen with the cursor in the ledger's filter."), apart: true},
		{menu: menuPledges, name: say.Text("Export lines of the ledger…"), key: commandShift(fyne.KeyE), able: w.isOpen, do: w.exportLines,
			about: say.Text("Writes the lines that are chosen, or all that go with the filter, to a CSV file.")},
		{menu: menuPledges, name: say.Text("Data quality…"), key: commandShift(fyne.KeyQ), able: w.isOpen, do: w.showQuality,
			about: say.Text("Tells which counts are unusual, where counts are missing, and what is not verified.")},
		{menu: menuPledges, name: say.Text("Save"), key: command(fyne.KeyS), able: w.canKeep, do: w.keep,
			about: say.Text("Saves the plan or the report that is in front."), apart: true},
		{menu: menuPledges, name: say.Text("Reports…"), key: command(fyne.KeyE), able: w.isOpen,
			do:    func() { w.shell.navigate("Reports") },
			about: say.Text("Brings the Reports screen: PDF, workbook, list or picture.")},
	}
}

// placeActions bring the screens.
func (w *Window) placeActions() []action {
	var all []action
	for i, s := range w.shell.seats {
		all = append(all, action{menu: menuView, name: s.title, key: command(fyne.KeyName(rune('1' + i))),
			do: func() { w.shell.bring(i) }})
	}
	return all
}

func (w *Window) lookActions() []action {
	all := []action{
		{menu: menuView, name: say.Text("Show another day…"), key: command(fyne.KeyD), able: w.isOpen, do: w.chooseAsOf, apart: true,
			about: say.Text("Shows the campaign as it stood on a past day.")},
		{menu: menuView, name: say.Text("Show now"), key: command(fyne.KeyT),
			able: func() bool { return w.isOpen() && w.asOf.IsSet() }, do: func() { w.lookFrom(0) }},
	}
	for i, t := range themeChoices() {
		all = append(all, action{menu: menuView, name: t.action, key: t.key, apart: i == 0,
			on: func() bool { return w.settings.theme() == t.name }, do: func() { w.chooseTheme(t.name) }})
	}
	return all
}

func (w *Window) helpActions() []action {
	return []action{
		{menu: menuHelp, name: say.Text("Explain this screen"), key: plainKey(fyne.KeyF1), do: w.explain,
			about: say.Text("What the screen shows, what to do there, and what the words mean.")},
		{menu: menuHelp, name: say.Text("Find anything…"), key: command(fyne.KeyK), do: w.find,
			about: say.Text("Finds actions, screens, campaigns, thresholds and regions by a few letters.")},
		{menu: menuHelp, name: say.Text("Show the tour"), key: command(fyne.KeyF1), do: w.tour, able: w.isOpen},
		{menu: menuHelp, name: say.Text("About Muster"), key: commandShift(fyne.KeyF1), do: w.about, apart: true,
			about: say.Text("The version, the licences, and where the data lies.")},
	}
}
