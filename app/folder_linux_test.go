package app

import (
	"errors"
	"strings"
	"syscall"
	"testing"

	"muster/campaign"
)

// TestAFolderThatIsFullOrReadOnly fills a small disk with a shared folder on
// it, then takes the right to write to it away: what others wrote still comes
// in, and what is entered here waits.
func TestAFolderThatIsFullOrReadOnly(t *testing.T) {
	dir := t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size=64k"); err != nil {
		t.Skipf("a small disk needs the right to mount one: %v", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(dir, 0); err != nil {
			t.Error(err)
		}
	})
	one := newDesk(t, campaign.Campaign{Name: "March"})
	if err := one.Share(dir); err != nil {
		t.Fatal(err)
	}
	inStep(t, one)
	two := opened(t, func(m *Muster) (campaign.Campaign, error) { return m.Join(t.Context(), dir, "") })
	inStep(t, two)
	var full error
	for n := int64(1); full == nil && n < 1000; n++ {
		record(t, one, Entry{Count: 1, Note: random(4000)})
		_, full = one.SyncFolder(t.Context())
	}
	if !errors.Is(full, campaign.ErrFolder) || !strings.Contains(full.Error(), "is full") {
		t.Fatalf("a folder that is full: %v", full)
	}
	waiting := func(d *Desk, why string) {
		t.Helper()
		s, err := d.SyncFolder(t.Context())
		if !errors.Is(err, campaign.ErrFolder) || !strings.Contains(err.Error(), why) || !s.Waiting {
			t.Fatalf("waiting %v: %v", s.Waiting, err)
		}
	}
	waiting(one, "is full")
	if err := syscall.Mount("tmpfs", dir, "tmpfs", syscall.MS_REMOUNT|syscall.MS_RDONLY, "size=64k"); err != nil {
		t.Fatal(err)
	}
	record(t, two, Entry{Count: 1000})
	waiting(two, "can only be read")
	if n := pledges(t, two); n < 1001 {
		t.Errorf("what the other wrote did not come in: %d pledges", n)
	}
	if err := syscall.Mount("tmpfs", dir, "tmpfs", syscall.MS_REMOUNT, "size=10m"); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		inStep(t, one)
		inStep(t, two)
	}
	if a, b := pledges(t, one), pledges(t, two); a != b || a < 1001 {
		t.Errorf("%d and %d pledges", a, b)
	}
}
