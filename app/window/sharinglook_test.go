package window

import (
	"errors"
	"fmt"
	"os"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"muster/app"
	"muster/app/say"
	"muster/campaign"
	"muster/persistence"
	"muster/persistence/exchange/folder"
)

// sharedAlone is what the screen shows before anything was shared.
func sharedAlone(now app.Snapshot) shared {
	return shared{Snapshot: now, own: deviceOf(1, "office", 0, 0).Device}
}

// sharedMuch has somebody to send packs to, a shared folder and other devices.
func sharedMuch(now app.Snapshot) shared {
	s := sharedAlone(now)
	s.others = []otherDevice{deviceOf(2, "Anna's laptop", 8, 214), deviceOf(3, "stall-2", 0, 1)}
	s.packs = []app.Outlet{{Kind: app.ByHand, Name: "Ben", At: s.Standing.AsOf.Add(-50 * time.Hour)}, {Kind: app.ByHand, Name: "The coordinators in Ohio"}}
	s.waiting = map[string]int{"Ben": 12}
	s.origins = app.Origins{Unverified: 1}
	at := s.Standing.AsOf
	s.folder = folderNews{of: s.Campaign.ID, asked: true, state: app.FolderState{
		Folder: "/media/cloud/March on Washington", At: at.Add(-2 * time.Hour),
		Devices: []app.FolderDevice{{Key: campaign.DeviceKey{1}, Name: "office", Own: true, Last: at.Add(-2 * time.Hour)},
			{Key: campaign.DeviceKey{2}, Name: "Anna's laptop", Last: at.Add(-time.Hour)}},
		Files: []app.FolderFile{{File: folder.File{Name: "march-on-washington-5778-f985-db75-000004 (conflicted copy 2026-11-23).muster", State: folder.Copy}},
			{File: folder.File{Name: "holiday.jpg", State: folder.Foreign}}, {File: folder.File{Name: "good.muster", State: folder.Taken}}},
	}}
	return s
}

// sharedAmiss has a folder that is gone, and something in quarantine.
func sharedAmiss(now app.Snapshot) shared {
	s := sharedMuch(now)
	s.folder.err = errors.New("the shared folder /media/cloud/March on Washington is not there: connect the drive or start the service that keeps it, or choose the folder again if it was moved")
	s.folder.state.Files, s.folder.state.Devices = nil, nil
	s.held = []app.Quarantined{{Run: campaign.Run{Device: campaign.DeviceKey{3}, Updates: make([]campaign.Update, 3)}, File: "stall-2 2026-11-23.muster", At: s.Standing.AsOf.Add(-time.Hour),
		Why: errors.New("the signature of a3c5-0b1e-6f2d is wrong: the updates were changed after it signed them, or somebody else made them")}}
	return s
}

// deviceOf is a device, accepted so many days ago unless that is none.
func deviceOf(key byte, name string, accepted, updates int) otherDevice {
	d := persistence.Device{Key: campaign.DeviceKey{key}, Name: name, Seen: now.AddDate(0, 0, -accepted-1)}
	if accepted > 0 {
		d.Accepted = now.AddDate(0, 0, -accepted)
	}
	return otherDevice{app.Device{Device: d, Own: key == 1}, updates}
}

func TestSharingGolden(t *testing.T) {
	view := sampleView(t, march(), one())
	for name, s := range map[string]shared{
		"sharing-alone": sharedAlone(view.Snapshot), "sharing-much": sharedMuch(view.Snapshot), "sharing-amiss": sharedAmiss(view.Snapshot),
	} {
		golden(t, name, 640, func() fyne.CanvasObject {
			cards := container.New(column{gap: spaceM})
			for _, part := range []sharingPart{newSendCard(nil), newReceiveCard(nil), newFolderCard(nil), newDevicesCard(nil, func() {}), newQuarantineCard(nil)} {
				part.show(s)
				cards.Add(part.card())
			}
			return cards
		})
	}
}

// TestScreenshotsOfSharing draws the screen with little and with much on it, and
// what it lays over the window. Without a folder for the pictures one look is
// enough.
func TestScreenshotsOfSharing(t *testing.T) {
	skipDrawing(t)
	t.Cleanup(func() { _ = say.Use("en") })
	all := os.Getenv("MUSTER_SCREENSHOTS") != ""
	w := exploring(t)
	for _, language := range []string{"en", "de"} {
		w.chooseLanguage(language)
		eachLook(t, func(variant string, size fyne.Size) {
			if !all && (variant != "dark" || size != smallest) {
				return
			}
			fyne.CurrentApp().Settings().SetTheme(themes[variant])
			w.Resize(size)
			for name, bring := range sharingLooks(t, w) {
				bring()
				shoot(t, w, fmt.Sprintf("Sharing-%s-%s-%s-%.0f.png", name, language, variant, size.Width))
				for w.Canvas().Overlays().Top() != nil {
					w.escape()
				}
			}
		})
	}
}

// sharingLooks are the states that the screen is drawn in.
func sharingLooks(t *testing.T, w *Window) map[string]func() {
	w.shell.navigate("Sharing")
	s := w.shell.front().(*sharing)
	shows := func(what func(app.Snapshot) shared, down bool) func() {
		return func() {
			s.take(what(w.snapshot))
			s.page.scroll.ScrollToTop()
			if down {
				s.page.scroll.ScrollToBottom()
			}
		}
	}
	found := app.MergeResult{Campaign: w.snapshot.Campaign.ID, Name: w.snapshot.Campaign.Name, Maker: deviceOf(2, "Anna's laptop", 0, 0).Device}
	found.Merged = persistence.Merged{Added: 1204, Duplicates: 31, Quarantined: 3, Revisions: 2}
	another := found
	another.Campaign, another.Name = campaign.ID{9}, "Library"
	return map[string]func(){
		"alone": shows(sharedAlone, false), "much": shows(sharedMuch, false), "amiss": shows(sharedAmiss, false),
		"alone-foot": shows(sharedAlone, true), "much-foot": shows(sharedMuch, true), "amiss-foot": shows(sharedAmiss, true),
		"pack":    w.makePack,
		"lock":    func() { w.setBy("Anna"); w.makePack(); openLock(t, w); choose(t, w, say.Text("Since a day")) },
		"send":    w.sendTo,
		"next":    func() { w.sendNext("Ben") },
		"merge":   func() { w.offerMerge("Library 2026-11-23.muster", "", found) },
		"another": func() { w.offerMerge("Library 2026-11-23.muster", "", another) },
		"locked":  func() { w.askPassphrase("Library 2026-11-23.muster", "", nil) },
		"accept":  func() { w.acceptDevice(deviceOf(3, "stall-2", 0, 1).Device) },
		"which":   func() { w.askWhich("") },
		"help":    w.explain,
	}
}
