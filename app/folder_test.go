package app

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"io"
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

func TestWhatIsLostOrSpoiltIsWrittenAgain(t *testing.T) {
	one, two, dir := shared(t)
	record(t, one, Entry{Count: 20})
	inStep(t, one)
	before := of(t, one, dir)
	if err := os.Remove(before[0]); err != nil {
		t.Fatal(err)
	}
	if s := inStep(t, one); !s.Written || len(s.Files) != 1 {
		t.Errorf("after a loss: %+v", s)
	}
	now := of(t, one, dir)
	if len(now) != 1 || now[0] <= before[1] {
		t.Errorf("there are %v after %v", now, before)
	}
	content, err := os.ReadFile(now[0])
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(now[0], content[:len(content)/2], 0o600); err != nil {
		t.Fatal(err)
	}
	if s := inStep(t, two); says(s, filepath.Base(now[0])) != "cut" || s.Wrong() != 1 {
		t.Errorf("of a file that was cut: %+v", s)
	}
	inStep(t, one)
	if s := inStep(t, two); s.Taken != 1 || pledges(t, two) != 120 {
		t.Errorf("%+v, %d pledges", s, pledges(t, two))
	}
	if err := os.WriteFile(now[0], content, 0o600); err != nil { // the rest of it comes after all
		t.Fatal(err)
	}
	if s := inStep(t, two); s.Wrong() != 0 {
		t.Errorf("a file that became whole: %+v", s)
	}
}

func TestStrangeFilesAreNamed(t *testing.T) {
	one, two, dir := shared(t)
	record(t, one, Entry{Count: 20})
	inStep(t, one)
	segments := of(t, one, dir)
	last := segments[len(segments)-1]
	whole, err := os.ReadFile(last)
	if err != nil {
		t.Fatal(err)
	}
	put := func(name string, content []byte) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, name), content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Rename(last, filepath.Join(dir, "renamed.muster")); err != nil {
		t.Fatal(err)
	}
	put("renamed (1).muster", whole)
	put("notes.txt", []byte("buy milk"))
	put("zero.muster", make([]byte, 1000))
	put("newer.muster", []byte("muster pack 99\nwhatever"))
	other := newDesk(t, campaign.Campaign{Name: "Petition"})
	if err := other.Share(dir); err != nil {
		t.Fatal(err)
	}
	inStep(t, other)
	s := inStep(t, two)
	for name, want := range map[string]string{"renamed.muster": "renamed", "renamed (1)": "copy", "notes": "foreign",
		"zero": "cut", "newer": "newer", "petition": "elsewhere"} {
		if got := says(s, name); got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
	if s.Wrong() != 5 || pledges(t, two) != 120 {
		t.Errorf("%d files to look at, %d pledges", s.Wrong(), pledges(t, two))
	}
	if again := inStep(t, two); again.Taken != 0 || again.Written || again.Wrong() != 5 {
		t.Errorf("the next time: %+v", again)
	}
	if err := os.Remove(filepath.Join(dir, "renamed.muster")); err != nil { // what was in it was passed on
		t.Fatal(err)
	}
	if s := inStep(t, two); says(s, "renamed (1)") != "renamed" {
		t.Errorf("what is the only one left is called a %s", says(s, "renamed (1)"))
	}
	third := opened(t, func(m *Muster) (campaign.Campaign, error) { return m.Join(t.Context(), dir, "march") })
	inStep(t, third)
	if n := pledges(t, third); n != 120 {
		t.Errorf("the third has %d pledges", n)
	}
}

func TestAFolderThatIsAwayStopsNothing(t *testing.T) {
	one, _, dir := shared(t)
	away := dir + " away"
	if err := os.Rename(dir, away); err != nil {
		t.Fatal(err)
	}
	record(t, one, Entry{Count: 20})
	if _, err := one.SyncFolder(t.Context()); !errors.Is(err, campaign.ErrFolder) || !strings.Contains(err.Error(), "is not there") {
		t.Fatalf("a folder that is gone: %v", err)
	}
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	if _, err := one.SyncFolder(t.Context()); !errors.Is(err, campaign.ErrFolder) || !strings.Contains(err.Error(), "is empty") {
		t.Fatalf("a folder that is empty: %v", err)
	}
	if names, _ := os.ReadDir(dir); len(names) != 0 {
		t.Fatal("something was written where a drive should be")
	}
	if err := one.Share(dir); err != nil { // it was emptied on purpose
		t.Fatal(err)
	}
	if s := inStep(t, one); !s.Written || len(of(t, one, dir)) != 1 {
		t.Errorf("shared anew: %+v", s)
	}
	if err := one.Unshare(); err != nil {
		t.Fatal(err)
	}
	if err := one.Share(dir); err != nil {
		t.Fatal(err)
	}
	if inStep(t, one); len(of(t, one, dir)) != 1 {
		t.Errorf("what was written before is still there: %v", of(t, one, dir))
	}
	if err := one.Unshare(); err != nil {
		t.Fatal(err)
	}
	if _, err := one.SyncFolder(t.Context()); !errors.Is(err, campaign.ErrNoOutlet) {
		t.Errorf("after the end of the sharing: %v", err)
	}
}

func TestTheDataFolderIsNotShared(t *testing.T) {
	d := newDesk(t, campaign.Campaign{Name: "March"})
	inside := filepath.Join(d.muster.Dir(), "inside")
	if err := os.Mkdir(inside, 0o700); err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(t.TempDir(), "link")
	if err := os.Symlink(inside, link); err != nil {
		t.Skip(err)
	}
	for _, dir := range []string{d.muster.Dir(), inside, filepath.Dir(d.muster.Dir()), link} {
		if err := d.Share(dir); !errors.Is(err, campaign.ErrFolder) || !strings.Contains(err.Error(), "data of Muster") {
			t.Errorf("%s: %v", dir, err)
		}
	}
	for _, dir := range []string{filepath.Join(inside, "none"), filepath.Join(d.muster.Dir(), "muster.db")} {
		if err := d.Share(dir); !errors.Is(err, campaign.ErrFolder) {
			t.Errorf("%s: %v", dir, err)
		}
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

func TestABackupBroughtBackGetsTheRestFromTheFolder(t *testing.T) {
	one, two, _ := shared(t)
	backup, err := one.muster.Backup("")
	if err != nil {
		t.Fatal(err)
	}
	record(t, one, Entry{Count: 20})
	inStep(t, one)
	if _, err := one.muster.Restore(backup); err != nil {
		t.Fatal(err)
	}
	one = elsewhere(t, one)
	inStep(t, one)
	record(t, one, Entry{Count: 3})
	inStep(t, one)
	if inStep(t, two); pledges(t, one) != 123 || pledges(t, two) != 123 {
		t.Errorf("%d and %d pledges, want 123", pledges(t, one), pledges(t, two))
	}
}

// TestTwoDevicesWithOneKey copies a whole data folder to another computer,
// which nobody should do.
func TestTwoDevicesWithOneKey(t *testing.T) {
	one, two, dir := shared(t)
	cloned := t.TempDir()
	if err := os.CopyFS(cloned, os.DirFS(one.muster.Dir())); err != nil {
		t.Fatal(err)
	}
	m, err := Open(cloned, one.muster.now)
	if err != nil {
		t.Fatal(err)
	}
	clone, err := m.Desk(one.id)
	if err != nil {
		t.Fatal(err)
	}
	for n := range manySegments {
		record(t, one, Entry{Count: 1})
		inStep(t, one)
		record(t, clone, Entry{Count: 1})
		inStep(t, clone)
		if n == 5 { // both wrote a file of this name, and the service kept one
			names := of(t, one, dir)
			if err := os.Rename(names[1], names[0]); err != nil {
				t.Fatal(err)
			}
		}
	}
	still := false
	for range 6 {
		still = true
		for _, d := range []*Desk{one, clone, two} {
			s := inStep(t, d)
			still = still && s.Taken == 0 && !s.Written
		}
	}
	for _, d := range []*Desk{one, clone, two} {
		if n := pledges(t, d); n != 100+2*manySegments || !still {
			t.Errorf("%d pledges; come to rest: %v", n, still)
		}
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

func TestPacksForSomebodyFollowEachOther(t *testing.T) {
	d := newDesk(t, campaign.Campaign{Name: "March"})
	send := func(name string, o SendOptions) (PackResult, int) {
		t.Helper()
		var file bytes.Buffer
		r, err := d.SendTo(t.Context(), name, o, func(write func(io.Writer) error) error { return write(&file) })
		if err != nil {
			t.Fatal(err)
		}
		return r, file.Len()
	}
	record(t, d, Entry{Count: 1})
	record(t, d, Entry{Count: 2})
	if r, _ := send("Anna", SendOptions{}); r.Updates != 2 || r.Revisions != 1 {
		t.Errorf("the first pack: %+v", r)
	}
	if r, size := send(" anna ", SendOptions{}); r != (PackResult{}) || size > 0 {
		t.Errorf("with nothing new: %+v in %d bytes", r, size)
	}
	record(t, d, Entry{Count: 3})
	full := errors.New("full")
	if _, err := d.SendTo(t.Context(), "Anna", SendOptions{}, func(func(io.Writer) error) error { return full }); !errors.Is(err, full) {
		t.Fatal(err)
	}
	if r, _ := send("Anna", SendOptions{}); r.Updates != 1 || r.Revisions != 1 {
		t.Errorf("the next, at the second try: %+v", r)
	}
	if r, _ := send("Ben", SendOptions{}); r.Updates != 3 {
		t.Errorf("the first for another: %+v", r)
	}
	if r, _ := send("Anna", SendOptions{Again: true}); r.Updates != 3 {
		t.Errorf("everything again: %+v", r)
	}
	if all, err := d.Outlets(); err != nil || len(all) != 2 || all[0].Name != "Anna" || all[1].Name != "Ben" {
		t.Errorf("%+v, %v", all, err)
	}
	if at, err := d.LastSent("Ben"); err != nil || !at.Equal(today) {
		t.Errorf("last sent %v, %v", at, err)
	}
	if err := d.EndSending("Anna"); err != nil {
		t.Fatal(err)
	}
	if r, _ := send("Anna", SendOptions{}); r.Updates != 3 {
		t.Errorf("after the end of the sending: %+v", r)
	}
	if _, err := d.SendTo(t.Context(), "  ", SendOptions{}, nil); !errors.Is(err, campaign.ErrInvalid) {
		t.Errorf("to nobody: %v", err)
	}
}

// random returns text that cannot be made shorter.
func random(n int) string {
	var text strings.Builder
	for text.Len() < n {
		text.WriteString(rand.Text())
	}
	return text.String()
}
