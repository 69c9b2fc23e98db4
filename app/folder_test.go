package app

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"muster/campaign"
	"muster/persistence/exchange/folder"
)

// shared returns a campaign that is shared by way of a folder, on two devices.
func shared(t *testing.T) (one, two *Desk, dir string) {
	t.Helper()
	one, dir = newDesk(t, campaign.Campaign{Name: "March"}), t.TempDir()
	record(t, one, Entry{Count: 100, Reading: true})
	if err := one.Share(dir); err != nil {
		t.Fatal(err)
	}
	inStep(t, one)
	two = opened(t, func(m *Muster) (campaign.Campaign, error) { return m.Join(t.Context(), dir, "") })
	if s := inStep(t, two); s.Written || len(s.Files) != 1 {
		t.Fatalf("whoever joins writes what came from there: %+v", s)
	}
	return one, two, dir
}

func inStep(t *testing.T, d *Desk) FolderState {
	t.Helper()
	s, err := d.SyncFolder(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// says returns what a state says of the files that a name is part of.
func says(s FolderState, name string) string {
	var all []string
	for _, f := range s.Files {
		if strings.Contains(f.Name, name) {
			all = append(all, f.State.String())
		}
	}
	return strings.Join(all, " ")
}

// of returns the names of a device's segments in a folder.
func of(t *testing.T, d *Desk, dir string) []string {
	t.Helper()
	own, err := d.muster.store.Own()
	if err != nil {
		t.Fatal(err)
	}
	names, err := filepath.Glob(filepath.Join(dir, "*"+own.Device().Fingerprint()+"*.muster"))
	if err != nil {
		t.Fatal(err)
	}
	return names
}

func TestFolderKeepsTwoDevicesInStep(t *testing.T) {
	one, two, dir := shared(t)
	record(t, one, Entry{Count: 20})
	record(t, one, Entry{Count: 3})
	record(t, two, Entry{Count: 7})
	if s := inStep(t, one); !s.Written || s.Waiting {
		t.Errorf("what was entered was not written: %+v", s)
	}
	if s := inStep(t, two); s.Taken != 2 || !s.Written || len(s.Devices) != 2 || s.Wrong() != 0 {
		t.Errorf("taken: %+v", s)
	}
	if s := inStep(t, one); s.Taken != 1 || s.Written {
		t.Errorf("what came from there was written back: %+v", s)
	}
	for range 2 {
		for _, d := range []*Desk{one, two} {
			if s := inStep(t, d); s.Taken != 0 || s.Written || s.Waiting {
				t.Errorf("they do not come to rest: %+v", s)
			}
		}
	}
	if a, b := pledges(t, one), pledges(t, two); a != 130 || b != 130 {
		t.Errorf("%d and %d pledges, want 130", a, b)
	}
	if all, err := two.Imports(); err != nil || len(all) != 0 {
		t.Errorf("what came from the folder is listed as imported: %+v, %v", all, err)
	}
	plan := one.Campaign()
	plan.Need = 5000
	if err := one.SavePlan(plan, "Anna"); err != nil {
		t.Fatal(err)
	}
	inStep(t, one)
	inStep(t, two)
	if two.Campaign().Need != 5000 {
		t.Error("the plan did not come along")
	}
	if n := len(of(t, one, dir)); n != 3 {
		t.Errorf("the first device wrote %d files, want everything, two counts and the plan", n)
	}
	again := elsewhere(t, one) // as after a new start
	if s := inStep(t, again); s.Taken != 0 || s.Written {
		t.Errorf("after a new start: %+v", s)
	}
}

func TestManySmallSegmentsBecomeOne(t *testing.T) {
	one, two, dir := shared(t)
	for range 3 * manySegments {
		record(t, one, Entry{Count: 1})
		inStep(t, one)
		if n := len(of(t, one, dir)); n > manySegments {
			t.Fatalf("%d files of one device", n)
		}
	}
	if err := os.Chtimes(of(t, one, dir)[0], time.Now(), time.Now().Add(-time.Hour)); err != nil { // its content is the same
		t.Fatal(err)
	}
	inStep(t, one)
	if s := inStep(t, two); s.Taken != 3*manySegments || pledges(t, two) != 100+3*manySegments {
		t.Errorf("%+v, %d pledges", s, pledges(t, two))
	}
	third := opened(t, func(m *Muster) (campaign.Campaign, error) { return m.Join(t.Context(), dir, "") })
	if inStep(t, third); pledges(t, third) != 100+3*manySegments {
		t.Errorf("the third has %d pledges", pledges(t, third))
	}
}

// TestSeveralProcessesOfOneDevice has a window, a second one and commands add
// and exchange all at once.
func TestSeveralProcessesOfOneDevice(t *testing.T) {
	one, two, dir := shared(t)
	var wait sync.WaitGroup
	for range 4 {
		d := elsewhere(t, one)
		wait.Go(func() {
			for range 5 {
				if _, err := d.Record(Entry{Count: 1}); err != nil {
					t.Error(err)
				}
				if _, err := d.SyncFolder(t.Context()); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wait.Wait()
	inStep(t, one)
	if s := inStep(t, two); s.Wrong() != 0 || pledges(t, two) != 120 {
		t.Errorf("%+v, %d pledges; there are %v", s, pledges(t, two), of(t, one, dir))
	}
	if s := inStep(t, one); s.Written {
		t.Errorf("it does not come to rest: %+v", s)
	}
}

// TestWatchFolder waits for what comes; the poll is too far off to help.
func TestWatchFolder(t *testing.T) {
	folderPace = folder.Pace{Calm: time.Millisecond, Poll: time.Hour}
	t.Cleanup(func() { folderPace = folder.UsualPace })
	one, two, _ := shared(t)
	ctx, cancel := context.WithCancel(t.Context())
	states, done := make(chan FolderState), make(chan struct{})
	go func() {
		defer close(done)
		one.WatchFolder(ctx, func(s FolderState, err error) {
			if err != nil {
				t.Error(err)
			}
			select {
			case states <- s:
			case <-ctx.Done():
			}
		})
	}()
	<-states
	record(t, two, Entry{Count: 20})
	inStep(t, two)
	for s := range states {
		if s.Taken == 1 {
			break
		}
	}
	record(t, one, Entry{Count: 3}) // its own window writes it
	for s := range states {
		if s.Written {
			break
		}
	}
	if inStep(t, two); pledges(t, one) != 123 || pledges(t, two) != 123 {
		t.Errorf("%d and %d pledges, want 123", pledges(t, one), pledges(t, two))
	}
	if err := one.Unshare(); err != nil {
		t.Fatal(err)
	}
	for s := range states {
		if s.Folder == "" {
			break
		}
	}
	cancel()
	<-done
}

func TestFolderStateTouchesNothing(t *testing.T) {
	one, two, dir := shared(t)
	record(t, one, Entry{Count: 20})
	if s, err := one.FolderState(); err != nil || !s.Waiting {
		t.Errorf("before it is written: %+v, %v", s, err)
	}
	inStep(t, one)
	segments := of(t, one, dir)
	last := segments[len(segments)-1]
	before, err := os.ReadFile(last)
	if err != nil {
		t.Fatal(err)
	}
	s, err := two.FolderState()
	if err != nil || says(s, filepath.Base(last)) != "unread" || s.Wrong() != 0 || pledges(t, two) != 100 {
		t.Errorf("%+v, %v", s, err)
	}
	if after, err := os.ReadFile(last); err != nil || !bytes.Equal(before, after) {
		t.Error("a file was changed", err)
	}
	if inStep(t, two); pledges(t, two) != 120 {
		t.Error("it was not taken in afterwards")
	}
}
