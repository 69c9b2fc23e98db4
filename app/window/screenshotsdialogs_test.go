package window

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"muster/app"
	"muster/app/say"
	"muster/campaign"
)

// dialogs lay what lies over a window that works on a data folder: questions,
// forms, menus, calendars, file dialogs.
var dialogs = map[string]func(t *testing.T, w *Window){
	"new":        func(_ *testing.T, w *Window) { w.newCampaign() },
	"new-wrong":  func(t *testing.T, w *Window) { w.newCampaign(); click(t, w, say.Text("Start the campaign")) },
	"new-places": func(_ *testing.T, w *Window) { onForm(w).population.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown}) },
	"new-day":    func(_ *testing.T, w *Window) { onForm(w).deadline.showCalendar() },
	"void":       func(_ *testing.T, w *Window) { askVoid(w, 1) },
	"void-many":  func(_ *testing.T, w *Window) { askVoid(w, 5) },
	"void-wrong": func(t *testing.T, w *Window) { askVoid(w, 1); click(t, w, say.Text("Void")) },
	"busy":       func(_ *testing.T, w *Window) { layBusyNow(w) },
	"export":     func(_ *testing.T, w *Window) { w.exportLines() },
	"folder":     func(_ *testing.T, w *Window) { w.chooseBackupFolder() },
	"restore":    func(_ *testing.T, w *Window) { w.chooseBackup() },
	"tally":      func(_ *testing.T, w *Window) { w.makeTally() },
	"quality":    func(_ *testing.T, w *Window) { w.showQuality() },
	"about":      func(_ *testing.T, w *Window) { w.about() },
	"settings":   func(_ *testing.T, w *Window) { w.showSettings() },
	"help":       func(_ *testing.T, w *Window) { w.shell.navigate("Scenarios"); w.explain() },
	"crash": func(_ *testing.T, w *Window) {
		w.layCrash(app.Crash{At: now, Path: "muster/crashes/2026-11-23.log"})
	},
	"refused":   func(_ *testing.T, w *Window) { w.Take([]string{"Pictures/the march.jpeg"}) },
	"rename":    func(_ *testing.T, w *Window) { w.renameCampaign() },
	"duplicate": func(_ *testing.T, w *Window) { w.duplicatePlan() },
	"delete":    func(_ *testing.T, w *Window) { w.deleteCampaign() },
	"backup":    func(_ *testing.T, w *Window) { w.backUp() },
	"asof":      func(_ *testing.T, w *Window) { w.chooseAsOf() },
	"switcher":  func(_ *testing.T, w *Window) { w.shell.header.switcher.showMenu() },
	"palette":   func(_ *testing.T, w *Window) { w.findCampaign() },
	"moment": func(_ *testing.T, w *Window) {
		dated := &dated{moment: &campaign.Moment{Kind: campaign.Ours}}
		onTimeline(w).edit(nil, dated).submit()
	},
	"activity": func(_ *testing.T, w *Window) { onTimeline(w).edit(nil, &dated{activity: &campaign.Activity{}}) },
	"sizes": func(_ *testing.T, w *Window) {
		press(w, fyne.KeyEscape)
		f := onTimeline(w).edit(nil, &dated{activity: &campaign.Activity{}})
		f.sizes.unfold()
	},
	"chart": func(_ *testing.T, w *Window) {
		w.shell.navigate("Overview")
		o := w.shell.front().(*overview)
		o.page.scroll.ScrollToBottom()
		o.trend.view.openMenu()
	},
	"keep": func(_ *testing.T, w *Window) {
		w.shell.navigate("Scenarios")
		w.shell.front().(*scenarios).keepTrial(campaign.Scenario{Growth: campaign.Growth{Times: 2}})
	},
	"scenario": func(_ *testing.T, w *Window) {
		w.shell.navigate("Scenarios")
		w.shell.front().(*scenarios).edit("", campaign.Scenario{})
	},
	"scenario-foot": func(_ *testing.T, w *Window) {
		w.shell.navigate("Scenarios")
		s := w.shell.front().(*scenarios)
		s.edit("", campaign.Scenario{})
		for _, fold := range s.form.folds {
			fold.line.open = false
			fold.open(true)
		}
		for _, l := range s.form.lists {
			l.add()
		}
		s.Refresh()
		s.form.page.scroll.ScrollToBottom()
	},
	"plan-lists": func(_ *testing.T, w *Window) {
		w.shell.navigate("Plan")
		p := w.shell.front().(*plan)
		p.page.scroll.ScrollToOffset(fyne.NewPos(0, 620))
	},
	"plan-figures": func(_ *testing.T, w *Window) {
		w.shell.navigate("Plan")
		p := w.shell.front().(*plan)
		w.Canvas().Focus(p.inputs["population.name"].focus)
		p.inputs["population.name"].focus.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	},
	"toast-long": func(_ *testing.T, w *Window) {
		w.toast(say.Text("Restored. What was there before is kept as %s.", "muster-2026-11-23T14-02-00Z-before-restoring.db"), "", nil)
	},
}

// onForm lays the form of a new campaign and returns it.
func onForm(w *Window) *campaignForm {
	f := newCampaignForm(w)
	w.layNew(f)
	return f
}

func onTimeline(w *Window) *timeline {
	w.shell.navigate("Timeline")
	return w.shell.front().(*timeline)
}

// askVoid asks why so many lines are to be taken out.
func askVoid(w *Window, n int) {
	l := pledgesOf(w).ledger
	l.choice.set(app.Spans(nil).With(app.Span{To: n}))
	l.choice.current = 0
	l.ask()
}

// layBusyNow says at once what takes long.
func layBusyNow(w *Window) {
	was := w.threads.after
	w.threads.after = func(_ time.Duration, f func()) func() { f(); return func() {} }
	w.layBusy(say.Text("Writing %s", lines(100_000))).tell(34_000, 100_000)
	w.threads.after = was
}

// TestScreenshotsOfDialogs draws every dialog over a campaign with counts, among
// many campaigns with long names.
func TestScreenshotsOfDialogs(t *testing.T) {
	skipDrawing(t)
	t.Cleanup(func() { _ = say.Use("en") })
	w := manyCampaigns(t)
	looks := []struct {
		language, theme string
		size            fyne.Size
	}{{"de", "light", smallest}}
	if os.Getenv("MUSTER_SCREENSHOTS") != "" {
		for _, size := range []fyne.Size{usual, smallest} {
			for theme := range themes {
				looks = append(looks, struct {
					language, theme string
					size            fyne.Size
				}{"en", theme, size})
			}
		}
	}
	for _, look := range looks {
		fyne.CurrentApp().Settings().SetTheme(themes[look.theme])
		w.Resize(look.size)
		for name, lay := range dialogs {
			w.chooseLanguage(look.language)
			lay(t, w)
			shoot(t, w, fmt.Sprintf("dialog-%s-%s-%s-%.0f.png", name, look.language, look.theme, look.size.Width))
			for w.Canvas().Overlays().Top() != nil {
				w.escape()
			}
			w.shell.toasts.dismiss()
		}
	}
}

// manyCampaigns is a window on 20 campaigns with long names, one with counts.
func manyCampaigns(t *testing.T) *Window {
	m := openMuster(t)
	for i := range 19 {
		name := fmt.Sprintf("March on Washington for everybody who lives along the river, part %d of many", i+1)
		if _, err := m.Create(campaign.Campaign{Name: name}); err != nil {
			t.Fatal(err)
		}
	}
	c, err := m.Create(full())
	if err != nil {
		t.Fatal(err)
	}
	w := startWindow(t, m)
	w.open(c.ID)
	withLines(t, w, 60)
	folder := filepath.Join(t.TempDir(), "Reports of the campaign")
	if err := os.MkdirAll(filepath.Join(folder, "Older ones"), 0o750); err != nil {
		t.Fatal(err)
	}
	w.settings.setFolder(folder)
	w.changed()
	return w
}
