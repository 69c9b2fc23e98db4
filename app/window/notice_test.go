package window

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"muster/app"
	"muster/campaign"
)

// notified returns what was notified since it was last asked.
type notified struct {
	fyne.App
	said []string
}

func (n *notified) SendNotification(m *fyne.Notification) {
	n.said = append(n.said, m.Title+" | "+m.Content)
}

func (n *notified) since() string {
	said := strings.Join(n.said, "; ")
	n.said = nil
	return said
}

// noticeWindow opens a campaign with thresholds at 100, which is reached, and
// at 200 and 300.
func noticeWindow(t *testing.T) (*Window, *notified) {
	t.Helper()
	m := openMuster(t)
	plan := campaign.Campaign{Name: "Library"}
	for name, target := range map[string]float64{"One": 100, "Two": 200, "Three": 300} {
		plan.Thresholds = append(plan.Thresholds, campaign.Threshold{Name: name, Figure: campaign.FigurePledges, Target: target})
	}
	if _, err := m.Create(plan); err != nil {
		t.Fatal(err)
	}
	a := &notified{App: test.NewTempApp(t)}
	w := built(t, a, m, inline)
	fyne.SetCurrentApp(a)
	w.start()
	record(t, w, 150, campaign.Cell{})
	again := built(t, a, m, inline)
	again.start()
	a.since()
	return again, a
}

func TestThresholdIsNotifiedOnce(t *testing.T) {
	w, a := noticeWindow(t)
	record(t, w, 10, campaign.Cell{})
	if got := a.since(); got != "" {
		t.Errorf("what was reached before the window opened is notified: %s", got)
	}
	record(t, w, 60, campaign.Cell{})
	if got := a.since(); got != "Threshold reached: Two | Library · 220 pledges" {
		t.Errorf("it is notified %q", got)
	}
	record(t, w, -60, campaign.Cell{})
	record(t, w, 60, campaign.Cell{})
	if got := a.since(); got != "" {
		t.Errorf("it is notified again: %s", got)
	}
	w.settings.setNotifications(false)
	record(t, w, 100, campaign.Cell{})
	w.settings.setNotifications(true)
	w.changed()
	if got := a.since(); got != "" {
		t.Errorf("against the setting it is notified: %s", got)
	}
}

// TestNotificationWaitsForThePresent: while an earlier day is shown nothing is
// notified, and what another process brought is once the present is back.
func TestNotificationWaitsForThePresent(t *testing.T) {
	w, a := noticeWindow(t)
	w.lookFrom(w.today() - 3)
	other, err := app.Open(w.muster.Dir(), w.muster.Now)
	if err != nil {
		t.Fatal(err)
	}
	desk, err := other.Desk(w.snapshot.Campaign.ID)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := desk.Record(app.Entry{Count: 1000}); err != nil {
		t.Fatal(err)
	}
	w.changed()
	if got := a.since(); got != "" || w.present.Standing.Pledges != 1150 {
		t.Errorf("with %d pledges it is notified: %s", w.present.Standing.Pledges, got)
	}
	w.lookFrom(0)
	if got := a.since(); !strings.Contains(got, "Two") || !strings.Contains(got, "Three") || strings.Contains(got, "One") {
		t.Errorf("back to today it is notified %q", got)
	}
}

func TestTrayShowsTheCountOnlyIfWanted(t *testing.T) {
	w, _ := noticeWindow(t)
	var menus []*fyne.Menu
	w.notices.tray = func(m *fyne.Menu) { menus = append(menus, m) }
	w.changed()
	if len(menus) > 0 {
		t.Fatal("there is an entry in the tray that nobody asked for")
	}
	w.settings.setTray(true)
	w.changed()
	w.changed()
	if len(menus) != 1 || menus[0].Items[0].Label != "Library · 150 pledges" {
		t.Fatalf("the tray was laid %d times", len(menus))
	}
	record(t, w, 1, campaign.Cell{})
	w.lookFrom(w.today() - 3)
	if got := menus[len(menus)-1].Items[0].Label; len(menus) != 2 || got != "Library · 151 pledges" {
		t.Errorf("after %d times it says %q", len(menus), got)
	}
	w.lookFrom(0)
	for _, item := range menus[1].Items {
		if item.Label == "Add pledges…" {
			item.Action()
		}
	}
	if w.shell.front() != w.shell.screen(1) || w.Canvas().Focused() == nil {
		t.Error("Add pledges… does not lead to the count")
	}
}
