package persistence

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"muster/campaign"
)

// The tests of faults run this test's own program as the processes that add.
const (
	childEnv  = "MUSTER_TEST_ADD" // data folder
	childID   = "MUSTER_TEST_CAMPAIGN"
	childSeed = "MUSTER_TEST_SEED"
	childN    = "MUSTER_TEST_COUNT"
)

// addAsChild adds updates one by one and says of each when it is on disk.
func addAsChild() {
	s, err := Open(os.Getenv(childEnv))
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	id, _ := campaign.ParseID(os.Getenv(childID))
	seed, _ := strconv.ParseUint(os.Getenv(childSeed), 10, 64)
	n, _ := strconv.Atoi(os.Getenv(childN))
	for i := range n {
		u := campaign.Update{ID: testID(seed<<32 | uint64(i)), At: t0.Add(time.Duration(i) * time.Second), Kind: campaign.Added, Count: 1,
			Cell: campaign.Cell{Measure: campaign.Pledges, Source: "process " + strconv.FormatUint(seed, 10)}}
		if _, err := s.Insert(id, u); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		fmt.Println(u.ID)
	}
}

func startChild(t *testing.T, s *Store, c campaign.Campaign, seed uint64, n int) (*exec.Cmd, io.Reader, *strings.Builder) {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self)
	cmd.Env = append(os.Environ(), childEnv+"="+s.dir, childID+"="+c.ID.String(), childSeed+"="+strconv.FormatUint(seed, 10), childN+"="+strconv.Itoa(n))
	complaints := &strings.Builder{}
	cmd.Stderr = complaints
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return cmd, out, complaints
}

// TestKilledWhileAdding kills a process at 200 random points: all that it
// acknowledged is there, and the file is whole.
func TestKilledWhileAdding(t *testing.T) {
	s := openTest(t)
	c := newCampaign(t, s, "March", "UTC")
	r := rand.New(rand.NewPCG(11, 12))
	total := 0
	for round := range 200 {
		cmd, out, _ := startChild(t, s, c, uint64(round)+1, 1_000_000)
		lines, acknowledged := bufio.NewScanner(out), []campaign.ID{}
		for range 1 + r.IntN(12) {
			if !lines.Scan() {
				t.Fatalf("the process ended by itself: %v", lines.Err())
			}
			acknowledged = append(acknowledged, mustID(t, lines.Text()))
		}
		pause := time.NewTimer(time.Duration(r.IntN(900)) * time.Microsecond) // so that the kill falls anywhere in a transaction
		<-pause.C
		if err := cmd.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		for lines.Scan() { // acknowledged before the kill reached it
			if len(lines.Text()) == 36 {
				acknowledged = append(acknowledged, mustID(t, lines.Text()))
			}
		}
		_ = cmd.Wait() // it was killed
		for _, id := range acknowledged {
			if _, err := s.Find(c.ID, id.String()); err != nil {
				t.Fatalf("round %d: %s was acknowledged: %v", round, id, err)
			}
		}
		total += len(acknowledged)
		if round%20 == 0 {
			mustCheck(t, s)
		}
	}
	book, err := s.Read(c.ID)
	if err != nil || book.Tally.Total(campaign.Pledges) < int64(total) {
		t.Errorf("%d pledges, %v; %d were acknowledged", book.Tally.Total(campaign.Pledges), err, total)
	}
}

func mustID(t *testing.T, text string) campaign.ID {
	t.Helper()
	id, err := campaign.ParseID(text)
	if err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	return id
}

// TestManyProcesses has eight processes add at once while a reader, as a
// window would, looks again and again: all is counted and nobody is refused.
func TestManyProcesses(t *testing.T) {
	const processes, each = 8, 60
	s := openTest(t)
	c := newCampaign(t, s, "March", "UTC")
	stop := make(chan struct{})
	var reader sync.WaitGroup
	reader.Go(func() {
		for {
			select {
			case <-stop:
				return
			default:
				if _, err := s.Read(c.ID); err != nil {
					t.Errorf("reading: %v", err)
					return
				}
			}
		}
	})
	var all sync.WaitGroup
	for p := range processes {
		cmd, out, complaints := startChild(t, s, c, uint64(p)+1, each)
		all.Go(func() {
			_, _ = io.Copy(io.Discard, out)
			if err := cmd.Wait(); err != nil {
				t.Errorf("process %d: %v: %s", p, err, complaints)
			}
		})
	}
	all.Wait()
	close(stop)
	reader.Wait()
	book, err := s.Read(c.ID)
	if err != nil || book.Tally.Total(campaign.Pledges) != processes*each {
		t.Errorf("%d pledges, %v; want %d", book.Tally.Total(campaign.Pledges), err, processes*each)
	}
}

// TestInterruptedImportIsTakenBack breaks an import off in the middle: nothing
// of it counts, and what was there before does.
func TestInterruptedImportIsTakenBack(t *testing.T) {
	s := openTest(t)
	c := newCampaign(t, s, "March", "UTC")
	if _, err := s.Insert(c.ID, manyUpdates(25_010)[25_000:]...); err != nil {
		t.Fatal(err)
	}
	halfway := errors.New("the power failed")
	func() {
		defer func() { _ = recover() }()
		_, _ = s.InsertAll(t.Context(), c.ID, Batch{File: "a.csv"}, importOf(manyUpdates(25_000), nil), func(int) { panic(halfway) })
	}()
	if r := mustCheck(t, s); r.Updates != 10 {
		t.Errorf("%d updates, want 10", r.Updates)
	}
}

func TestDamagedFiles(t *testing.T) {
	for what, damage := range map[string]func(b []byte) []byte{
		"cut to a third":    func(b []byte) []byte { return b[:len(b)/3] },
		"one byte":          func(b []byte) []byte { return b[:1] },
		"wiped header":      func(b []byte) []byte { clear(b[:8<<10]); return b },
		"zeroes behind":     func(b []byte) []byte { clear(b[16<<10:]); return b },
		"a flipped bit":     func(b []byte) []byte { b[len(b)/2] ^= 4; return b },
		"garbage behind it": func(b []byte) []byte { copy(b[16<<10:], strings.Repeat("garbage ", 4<<10)); return b },
	} {
		t.Run(what, func(t *testing.T) {
			s, err := Open(t.TempDir())
			if err != nil {
				t.Fatal(err)
			}
			c := newCampaign(t, s, "March", "UTC")
			if _, err := s.InsertAll(t.Context(), c.ID, Batch{}, importOf(manyUpdates(3000), nil), nil); err != nil {
				t.Fatal(err)
			}
			whole, err := os.ReadFile(s.path())
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(s.path(), damage(whole), 0o600); err != nil {
				t.Fatal(err)
			}
			r, err := s.Check()
			if err == nil && len(r.Damage) == 0 {
				if what == "a flipped bit" {
					t.Skip("the bit was in a page that is not in use")
				}
				t.Fatal("the check found nothing")
			}
			if err != nil && !errors.Is(err, campaign.ErrDamaged) {
				t.Errorf("not told as damage: %v", err)
			}
		})
	}
}

// TestFlippedBits flips one bit anywhere in the records: the check finds it or
// nothing that is read differs.
func TestFlippedBits(t *testing.T) {
	s, err := Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	c := newCampaign(t, s, "March", "UTC")
	if _, err := s.Insert(c.ID, manyUpdates(500)...); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(s.path())
	if err != nil {
		t.Fatal(err)
	}
	before := everything(t, s, c)
	r := rand.New(rand.NewPCG(5, 6))
	found := 0
	for range 150 {
		at, bit := r.IntN(len(whole)), byte(1)<<r.IntN(8)
		whole[at] ^= bit
		if err := os.WriteFile(s.path(), whole, 0o600); err != nil {
			t.Fatal(err)
		}
		result, err := s.Check()
		if err != nil || len(result.Damage) > 0 {
			found++
		} else if after := everything(t, s, c); after != before {
			t.Errorf("bit %d of byte %d: the check found nothing, but what is read differs", bit, at)
		}
		whole[at] ^= bit
	}
	if found == 0 {
		t.Error("no flipped bit was ever found")
	}
}

func everything(t *testing.T, s *Store, c campaign.Campaign) string {
	t.Helper()
	var all strings.Builder
	err := s.Each(c.ID, time.Time{}, time.Time{}, func(u campaign.Update) error {
		fmt.Fprintln(&all, u)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all.String()
}

func TestLockedFileIsBusy(t *testing.T) {
	s := openTest(t)
	c := newCampaign(t, s, "March", "UTC")
	holding, release := make(chan struct{}), make(chan struct{})
	var holder sync.WaitGroup
	holder.Go(func() {
		_, err := s.InsertAll(t.Context(), c.ID, Batch{}, func(yield func([]campaign.Update, error) bool) {
			close(holding)
			<-release
		}, nil)
		if err != nil {
			t.Errorf("the holder: %v", err)
		}
	})
	<-holding
	hurried := &Store{dir: s.dir, wait: 20 * time.Millisecond}
	if _, err := hurried.Insert(c.ID, manyUpdates(1)...); !errors.Is(err, campaign.ErrBusy) {
		t.Errorf("got %v", err)
	}
	close(release)
	holder.Wait()
}

func TestReadOnlyFolder(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("root may write anywhere")
	}
	dir := t.TempDir()
	if err := os.Chmod(dir, 0o500); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(filepath.Join(dir, "data")); !errors.Is(err, os.ErrPermission) {
		t.Errorf("got %v", err)
	}
}
