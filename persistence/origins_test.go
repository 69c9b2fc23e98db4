package persistence

import (
	"testing"

	"muster/campaign"
)

// TestOriginsAreCounted: updates of others are told apart by who signed them,
// and are unverified until that device is accepted.
func TestOriginsAreCounted(t *testing.T) {
	from, to := openTest(t), openTest(t)
	c := newCampaign(t, from, "March", "UTC")
	all := manyUpdates(33)
	insert(t, from, c.ID, all[:30]...)
	first := delivery(t, from, c.ID, Which{})
	merge(t, to, first)
	insert(t, to, c.ID, all[30:32]...)
	device := testOwn(t, from).Device()

	check := func(unverified int) {
		t.Helper()
		got, err := to.Origins(c.ID)
		if err != nil || len(got.ByDevice) != 1 || got.ByDevice[device] != 30 || got.Unverified != unverified {
			t.Errorf("the origins are %+v, %v; want 30 of one device, %d unverified", got, err, unverified)
		}
	}
	check(30)
	if err := to.AcceptDevice(device, t0); err != nil {
		t.Fatal(err)
	}
	check(0)

	merge(t, to, Delivery{Batch: Batch{File: "x", At: t0}, Campaign: c.ID, Runs: runsOf([]campaign.Run{{Updates: all[32:]}}, nil)})
	got, err := to.Origins(c.ID)
	if err != nil || got.ByDevice[campaign.DeviceKey{}] != 1 || got.Unverified != 1 {
		t.Errorf("with an update that nobody signed: %+v, %v", got, err)
	}
}

// TestPendingIsCounted counts what waits for an outlet: what was entered, and
// what came with many others.
func TestPendingIsCounted(t *testing.T) {
	s := openTest(t)
	c := newCampaign(t, s, "March", "UTC")
	all := manyUpdates(54)
	insert(t, s, c.ID, all[:3]...)
	if err := s.OpenOutlet(c.ID, Outlet{Kind: ByHand, Name: "Anna"}); err != nil {
		t.Fatal(err)
	}
	waiting := func(want int) {
		t.Helper()
		p, err := s.Pending(c.ID, ByHand, "Anna")
		if err != nil {
			t.Fatal(err)
		}
		if n, err := s.CountPending(c.ID, p); err != nil || n != want {
			t.Errorf("%d updates wait, %v; want %d", n, err, want)
		}
	}
	waiting(3)
	p, err := s.Pending(c.ID, ByHand, "Anna")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Leave(c.ID, p, p.Outlet, FileChanges{}); err != nil {
		t.Fatal(err)
	}
	waiting(0)
	insert(t, s, c.ID, all[3:4]...)
	waiting(1)
	if _, err := s.InsertAll(t.Context(), c.ID, Batch{File: "x.csv", At: t0}, importOf(all[1:], nil), nil); err != nil {
		t.Fatal(err)
	}
	waiting(51) // what was there already has left
}
