package window

import (
	"fyne.io/fyne/v2"

	"muster/app"
	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
)

// notices are what the system is asked to say outside of the window.
type notices struct {
	reached map[campaign.ID]map[campaign.Threshold]bool // known to be, by campaign
	tray    func(*fyne.Menu)                            // nil where there is no tray
	trayed  string                                      // what the tray says
}

func newNotices(a fyne.App) notices {
	n := notices{reached: map[campaign.ID]map[campaign.Threshold]bool{}}
	if desktop, ok := a.(interface{ SetSystemTrayMenu(*fyne.Menu) }); ok {
		n.tray = desktop.SetSystemTrayMenu
	}
	return n
}

// announce notifies thresholds that were reached since the campaign was first
// seen, each once. While an earlier day is shown it waits.
func (w *Window) announce(now app.Snapshot) {
	if now.Past {
		return
	}
	known, seen := w.notices.reached[now.Campaign.ID]
	if !seen {
		known = map[campaign.Threshold]bool{}
		w.notices.reached[now.Campaign.ID] = known
	}
	for _, t := range now.Standing.Thresholds {
		same := campaign.Threshold{Figure: t.Figure, Target: t.Target, Regions: t.Regions} // by whatever name
		if !t.Reached || known[same] {
			continue
		}
		known[same] = true
		if seen && w.settings.notifications() {
			fyne.CurrentApp().SendNotification(fyne.NewNotification(
				say.Text("Threshold reached: %s", t.Name), now.Campaign.Name+" · "+pledgesInAll(now)))
		}
	}
}

// showTray keeps the entry in the system tray up to date, where there is one
// and it is wanted.
func (w *Window) showTray(present app.Snapshot) {
	if w.notices.tray == nil || !w.settings.tray() {
		return
	}
	says := present.Campaign.Name + " · " + pledgesInAll(present)
	if says == w.notices.trayed {
		return // to lay the menu anew would close it
	}
	w.notices.trayed = says
	front := func(do func()) func() {
		return func() {
			w.Show()
			w.RequestFocus()
			do()
		}
	}
	count := fyne.NewMenuItem(says, nil)
	count.Disabled = true
	quit := fyne.NewMenuItem(say.Text("Quit"), w.quit)
	quit.IsQuit = true
	w.notices.tray(fyne.NewMenu("", count, fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem(say.Text("Add pledges…"), front(w.addPledges)),
		fyne.NewMenuItem(say.Text("Show the window"), front(func() {})), fyne.NewMenuItemSeparator(), quit))
}

// pledgesInAll says how many pledges there are.
func pledgesInAll(s app.Snapshot) string {
	return say.Count("%s pledges", s.Standing.Pledges, phrase.Count(s.Standing.Pledges))
}
