package persistence

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"muster/campaign"
)

// TestOwnKeyIsMadeOnce has several ask for the key at once: all get the same.
func TestOwnKeyIsMadeOnce(t *testing.T) {
	dir := t.TempDir()
	var keys [8]Own
	var all sync.WaitGroup
	for i := range keys {
		s, err := Open(dir)
		if err != nil {
			t.Fatal(err)
		}
		all.Go(func() {
			var err error
			if keys[i], err = s.Own(); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	for _, own := range keys {
		if !bytes.Equal(own.Key, keys[0].Key) || own.Device().IsZero() {
			t.Fatal("not all have the same key")
		}
	}
	path := filepath.Join(dir, keyName)
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
	if left, _ := filepath.Glob(path + ".*"); len(left) > 0 {
		t.Errorf("%q are left", left)
	}
}

// TestOwnNameAndDamage gives the device a name, and damages its key.
func TestOwnNameAndDamage(t *testing.T) {
	s := openTest(t)
	before := testOwn(t, s)
	if err := s.NameOwn("Stall 3"); err != nil {
		t.Fatal(err)
	}
	if after := testOwn(t, s); after.Name != "Stall 3" || after.Device() != before.Device() {
		t.Errorf("%+v", after)
	}
	if err := os.WriteFile(filepath.Join(s.dir, keyName), []byte(keyTitle+"\nabc\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Own(); !errors.Is(err, campaign.ErrDamaged) || !strings.Contains(err.Error(), "move it away") {
		t.Errorf("got %v", err)
	}
}

// TestBackupHoldsNoKey restores a backup elsewhere: that is another device.
func TestBackupHoldsNoKey(t *testing.T) {
	s, elsewhere := openTest(t), openTest(t)
	newCampaign(t, s, "March", "UTC")
	own := testOwn(t, s)
	path, err := s.Backup("", t0)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := elsewhere.Restore(path, t0); err != nil {
		t.Fatal(err)
	}
	if testOwn(t, elsewhere).Device() == own.Device() {
		t.Error("two folders are one device")
	}
}

func TestAcceptNeedsADevice(t *testing.T) {
	s := openTest(t)
	if err := s.AcceptDevice(campaign.DeviceKey{1}, t0); !errors.Is(err, campaign.ErrNoDevice) {
		t.Errorf("got %v", err)
	}
}
