package app

import (
	"crypto/rand"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"muster/campaign"
)

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

// random returns text that cannot be made shorter.
func random(n int) string {
	var text strings.Builder
	for text.Len() < n {
		text.WriteString(rand.Text())
	}
	return text.String()
}
