package persistence

import (
	"testing"
	"time"

	"muster/campaign"
)

// BenchmarkAddShared compares adding one update to a campaign that is shared
// with adding one to a campaign that is not.
func BenchmarkAddShared(b *testing.B) {
	var stores [2]*Store
	var plans [2]campaign.Campaign
	for i := range stores {
		stores[i] = openTest(b)
		plans[i] = newCampaign(b, stores[i], "March", "UTC")
	}
	if err := stores[1].OpenOutlet(plans[1].ID, Outlet{Kind: ByFolder, Folder: b.TempDir()}); err != nil {
		b.Fatal(err)
	}
	p, err := stores[1].Pending(plans[1].ID, ByFolder, "")
	if err != nil {
		b.Fatal(err)
	}
	if _, err := stores[1].Leave(plans[1].ID, p, p.Outlet, FileChanges{}); err != nil {
		b.Fatal(err)
	}
	var took [2]time.Duration
	n := uint64(0)
	for b.Loop() {
		n++
		u := campaign.Update{ID: testID(n), At: t0.Add(time.Duration(n) * time.Second), Kind: campaign.Added, Count: 1,
			Cell: campaign.Cell{Measure: campaign.Pledges}}
		for turn := range stores {
			i := (turn + int(n)) % len(stores)
			start := time.Now()
			if _, err := stores[i].Insert(plans[i].ID, u); err != nil {
				b.Fatal(err)
			}
			took[i] += time.Since(start)
		}
	}
	b.ReportMetric(float64(took[1])/float64(took[0]), "of-unshared")
}
