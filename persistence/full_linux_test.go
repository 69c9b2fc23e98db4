package persistence

import (
	"strings"
	"syscall"
	"testing"

	"muster/campaign"
)

// TestFullDisk fills a small disk: the error says so, nothing acknowledged is
// lost, and the file still opens.
func TestFullDisk(t *testing.T) {
	dir := t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size=1m"); err != nil {
		t.Skipf("a small disk needs the right to mount one: %v", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(dir, 0); err != nil {
			t.Error(err)
		}
	})
	s, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	c := newCampaign(t, s, "March", "UTC")
	acknowledged := int64(0)
	var full error
	for _, u := range manyUpdates(20_000) {
		u.Note = strings.Repeat("x", 2000)
		if _, full = s.Insert(c.ID, u); full != nil {
			break
		}
		acknowledged++
	}
	if full == nil || !strings.Contains(full.Error(), "full") {
		t.Fatalf("after %d updates: %v", acknowledged, full)
	}
	if _, err := s.InsertAll(t.Context(), c.ID, Batch{}, importOf(manyUpdates(50_000)[20_000:], nil), nil); err == nil || !strings.Contains(err.Error(), "full") {
		t.Errorf("an import on a full disk: %v", err)
	}
	book, err := s.Read(c.ID)
	if err != nil {
		t.Fatal(err)
	}
	if got := book.Tally.Total(campaign.Pledges); got != acknowledged {
		t.Errorf("%d pledges are there, %d were acknowledged", got, acknowledged)
	}
	mustCheck(t, s)
}
