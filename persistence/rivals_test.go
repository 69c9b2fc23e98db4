package persistence

import (
	"context"
	"math/rand/v2"
	"testing"
	"time"

	"muster/campaign"
)

// TestFillingsInAnyOrder brings the fillings of a tally sheet into a store in
// every order, some by one at a time, one of them twice: what was saved last
// stands, and the ledger holds the same lines each time.
func TestFillingsInAnyOrder(t *testing.T) {
	day := time.Date(2026, 12, 1, 0, 0, 0, 0, time.UTC)
	filled := func(hour int, line uint64, n int64, region string) campaign.Update {
		return campaign.Update{ID: campaign.FillingID(day.Add(time.Duration(hour)*time.Hour), line, n, region, ""), At: day,
			Kind: campaign.Added, Count: n, Cell: campaign.Cell{Measure: campaign.Pledges, Region: region}, By: "Anna"}
	}
	fillings := [][]campaign.Update{
		{filled(1, 1, 40, "Ohio"), filled(1, 2, 9, "Ohio")},
		{filled(2, 1, 30, "Ohio"), filled(2, 2, 0, "Ohio")}, // less, and emptied
		{filled(3, 1, 35, "Texas")},                         // moved
		{filled(3, 3, 5, "Ohio"), filled(3, 3, 6, "Ohio")},  // saved at once
		{campaign.Update{ID: campaign.ID{6: 0x70, 8: 0x80, 15: 1}, At: day, Kind: campaign.Added, Count: 100,
			Cell: campaign.Cell{Measure: campaign.Pledges}}},
	}
	const want = 35 + 0 + 6 + 100
	var lines map[campaign.ID]bool
	random := rand.New(rand.NewPCG(3, 4))
	for range 20 {
		store := openTest(t)
		c := newCampaign(t, store, "March", "UTC")
		for _, i := range append(random.Perm(len(fillings)), random.IntN(len(fillings))) {
			var err error
			if random.IntN(2) == 0 {
				_, err = store.Insert(c.ID, fillings[i]...)
			} else {
				_, err = store.InsertAll(context.Background(), c.ID, Batch{}, all(fillings[i]), nil)
			}
			if err != nil {
				t.Fatal(err)
			}
		}
		found := map[campaign.ID]bool{}
		if err := store.Each(c.ID, time.Time{}, time.Time{}, func(u campaign.Update) error { found[u.ID] = true; return nil }); err != nil {
			t.Fatal(err)
		}
		book, err := store.Read(c.ID)
		if err != nil {
			t.Fatal(err)
		}
		if total := book.Tally.Total(campaign.Pledges); total != want {
			t.Fatalf("%d pledges, want %d", total, want)
		}
		if lines == nil {
			lines = found
		}
		if len(found) != len(lines) {
			t.Fatalf("%d lines, want %d", len(found), len(lines))
		}
		for id := range found {
			if !lines[id] {
				t.Fatalf("%s is there this time", id)
			}
		}
		rivals, err := store.Rivals(c.ID, fillings[0][0])
		if err != nil || len(rivals) != 3 || rivals[2].Region != "Texas" {
			t.Fatalf("the rivals are %v, %v", rivals, err)
		}
	}
}

// TestFillingsSaidAgain notes that a line says again what it said: what it said in
// between comes in later, by itself or with others, and does not stand.
func TestFillingsSaidAgain(t *testing.T) {
	day := time.Date(2026, 12, 1, 0, 0, 0, 0, time.UTC)
	filled := func(hour int, n int64) campaign.Update {
		return campaign.Update{ID: campaign.FillingID(day.Add(time.Duration(hour)*time.Hour), 7, n, "", ""), At: day,
			Kind: campaign.Added, Count: n, Cell: campaign.Cell{Measure: campaign.Pledges}, By: "Anna"}
	}
	for name, c := range map[string]struct {
		again []campaign.Update
		comes []campaign.Update
		want  int64
	}{
		"in between":           {[]campaign.Update{filled(3, 5)}, []campaign.Update{filled(2, 8)}, 5},
		"twice again":          {[]campaign.Update{filled(6, 5), filled(3, 5)}, []campaign.Update{filled(4, 8)}, 5},
		"several in between":   {[]campaign.Update{filled(5, 5)}, []campaign.Update{filled(2, 8), filled(4, 9)}, 5},
		"later":                {[]campaign.Update{filled(3, 5)}, []campaign.Update{filled(4, 8)}, 8},
		"in between and later": {[]campaign.Update{filled(3, 5)}, []campaign.Update{filled(4, 8), filled(2, 9)}, 8},
		"before it all":        {[]campaign.Update{filled(3, 5)}, []campaign.Update{filled(0, 8)}, 5},
		"nothing":              {[]campaign.Update{filled(3, 5)}, nil, 5},
	} {
		t.Run(name, func(t *testing.T) {
			store := openTest(t)
			plan := newCampaign(t, store, "March", "UTC")
			if _, err := store.Insert(plan.ID, filled(1, 5)); err != nil {
				t.Fatal(err)
			}
			for _, u := range c.again {
				if err := store.Confirm(plan.ID, u); err != nil {
					t.Fatal(err)
				}
			}
			if _, err := store.Insert(plan.ID, c.comes...); err != nil {
				t.Fatal(err)
			}
			book, err := store.Read(plan.ID)
			if err != nil {
				t.Fatal(err)
			}
			if total := book.Tally.Total(campaign.Pledges); total != c.want {
				t.Errorf("%d pledges, want %d", total, c.want)
			}
			if found, err := store.Check(); err != nil || len(found.Damage) > 0 {
				t.Errorf("the check finds %v, %v", found.Damage, err)
			}
		})
	}
}
