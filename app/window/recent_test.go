package window

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"muster/campaign"
)

func TestSwitcherNamesTheLastOnesFirst(t *testing.T) {
	m := openMuster(t)
	var ids []campaign.ID
	for i := range 12 {
		c, err := m.Create(campaign.Campaign{Name: fmt.Sprintf("Campaign %02d", i)})
		if err != nil {
			t.Fatal(err)
		}
		ids = append(ids, c.ID)
	}
	a := test.NewTempApp(t)
	w := built(t, a, m, inline)
	w.start()
	for _, i := range []int{7, 3, 9, 3} {
		w.open(ids[i])
	}
	labels := func() string {
		var all []string
		for _, item := range w.shell.header.switcher.menu().Items {
			if !item.IsSeparator {
				all = append(all, strings.TrimPrefix(item.Label, "Campaign "))
			}
		}
		return strings.Join(all, " ")
	}
	if got := labels(); got != "03 09 07 00 01 02 04 05 Find among all 12 campaigns… New campaign…" {
		t.Errorf("the menu says %s", got)
	}
	if _, err := m.Delete(ids[3]); err != nil {
		t.Fatal(err)
	}
	again := built(t, a, m, inline)
	again.start()
	if got := again.snapshot.Campaign.Name; got != "Campaign 09" {
		t.Errorf("with the last one gone the next window opens %s", got)
	}
	w = again
	w.findCampaign()
	if got := shown(w.Canvas().Overlays().Top()); !strings.Contains(got, "Campaign 07 Open campaign") || strings.Contains(got, "Settings") {
		t.Errorf("the search offers %s", got)
	}
}
