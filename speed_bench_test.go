package main_test

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// The campaign that the window is measured with: three years of it.
const manyUpdates = 1_000_000

// crowded makes a data folder with the campaign, once.
var crowded = sync.OnceValues(func() (folder string, err error) {
	folder, err = os.MkdirTemp("", "muster-crowded-")
	if err != nil {
		return "", err
	}
	muster, err := filepath.Abs("build/muster")
	if err != nil {
		return "", err
	}
	counts := filepath.Join(folder, "counts.csv")
	if err := writeCounts(counts); err != nil {
		return "", err
	}
	for _, args := range [][]string{
		{"new", "March", "--threshold", "100000", "--population", "Washington, DC", "--deadline", "2100-01-01"},
		{"import", counts},
	} {
		c := exec.Command(muster, append([]string{"--data", folder}, args...)...)
		if out, err := c.CombinedOutput(); err != nil {
			return "", fmt.Errorf("muster %s: %w\n%s", args[0], err, out)
		}
	}
	return folder, os.Remove(counts)
})

// writeCounts writes the updates, ending now, since a forecast looks at the
// last days.
func writeCounts(path string) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer f.Close()
	w, r := bufio.NewWriter(f), rand.New(rand.NewPCG(1, 2))
	fmt.Fprintln(w, "at,added,region,source")
	const span = 3 * 365 * 24 * time.Hour
	start := time.Now().Add(-span - time.Hour).UTC()
	for i := range manyUpdates {
		at := start.Add(time.Duration(i) * (span / manyUpdates))
		fmt.Fprintf(w, "%s,%d,Region %02d,source %d\n", at.Format("2006-01-02T15:04:05.000Z"), 1+r.IntN(5), r.IntN(50), r.IntN(4))
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return f.Close()
}

// hello builds Fyne's least window.
func hello(b *testing.B) string {
	path := filepath.Join(b.TempDir(), "hello")
	run(b, "go", "build", "-tags", "migrated_fynedo", "-o", path, "./testdata/hello")
	return path
}

// crowdedFolder returns the data folder of the big campaign.
func crowdedFolder(b *testing.B) string {
	b.Helper()
	program(b)
	folder, err := crowded()
	if err != nil {
		b.Fatal(err)
	}
	return folder
}

// BenchmarkStart compares the time from start to the first frame, with a big
// campaign, with that of a window that only says hello.
func BenchmarkStart(b *testing.B) {
	muster, plain, folder := program(b), hello(b), crowdedFolder(b)
	cache := b.TempDir() // of compiled shaders; a person's is filled by the first start ever
	firstFrame(b, cache, muster, "--data", folder)
	firstFrame(b, cache, plain)
	var ours, figures, least []time.Duration
	for b.Loop() {
		for range 5 {
			frame, whole := firstFrame(b, cache, muster, "--data", folder)
			ours, figures = append(ours, frame), append(figures, whole)
			frame, _ = firstFrame(b, cache, plain)
			least = append(least, frame)
		}
	}
	b.ReportMetric(float64(median(ours))/float64(median(least)), "times-a-hello-window")
	b.ReportMetric(float64(median(ours).Milliseconds()), "ms-to-first-frame")
	b.ReportMetric(float64(median(figures).Milliseconds()), "ms-to-figures")
	b.ReportMetric(float64(median(least).Milliseconds()), "ms-of-hello")
	b.ReportMetric(0, "ns/op")
}

// firstFrame returns how long a program takes from its start to the first
// frame on the screen, and until the screen comes to rest.
func firstFrame(b *testing.B, cache, path string, args ...string) (frame, whole time.Duration) {
	s := newScreen(b)
	s.env = append(s.env, "XDG_CACHE_HOME="+cache)
	blank := s.glimpse(1)
	start := time.Now()
	process, _ := s.start(path, args...)
	frame = s.wake(start, blank)
	whole = s.stir(start)
	process.Process.Kill()
	process.Wait()
	return frame, whole
}

// glimpse returns some lines of the screen, the first at half its height. To read
// the whole of it again and again would take the time that is measured from a
// machine with two cores.
func (s *screen) glimpse(lines int) frame {
	s.t.Helper()
	all := frame{width: s.width, height: lines}
	for i := range lines {
		y := (s.height/2 + i*s.height/lines) % s.height
		all.pixels = append(all.pixels, s.part(0, y, s.width, 1).pixels...)
	}
	return all
}

// fewLines are enough for a new line in the ledger to move what some of them cross.
const fewLines = 16

// blink is how long nothing is looked at between two glimpses.
const blink = 2 * time.Millisecond

// wake returns when the screen first shows something else, seen from a start.
func (s *screen) wake(start time.Time, before frame) time.Duration {
	for s.glimpse(before.height).same(before) {
		if time.Since(start) > patience {
			s.t.Fatal("the screen does not change")
		}
		time.Sleep(blink)
	}
	return time.Since(start)
}

// stir returns when the screen last changed, seen from a start, before it came
// to rest.
func (s *screen) stir(start time.Time) (end time.Duration) {
	end = time.Since(start)
	for last := s.glimpse(fewLines); time.Since(start)-end < rest; time.Sleep(blink) {
		if now := s.glimpse(fewLines); !now.same(last) {
			last, end = now, time.Since(start)
		}
	}
	return end
}

// BenchmarkRest compares the memory that the window holds at rest, with a big
// campaign, with that of a window that only says hello.
func BenchmarkRest(b *testing.B) {
	muster, plain, folder := program(b), hello(b), crowdedFolder(b)
	var ours, least float64
	for b.Loop() {
		ours, least = atRest(b, muster, "--data", folder), atRest(b, plain)
	}
	b.ReportMetric(ours/least, "times-a-hello-window")
	b.ReportMetric(ours, "MB")
	b.ReportMetric(least, "MB-of-hello")
	b.ReportMetric(0, "ns/op")
}

// atRest returns the resident memory of a program, in MB, ten seconds after
// its window came to rest.
func atRest(b *testing.B, path string, args ...string) float64 {
	s := newScreen(b)
	c, _ := s.start(path, args...)
	defer func() { c.Process.Kill(); c.Wait() }()
	s.settle()
	time.Sleep(10 * time.Second)
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", c.Process.Pid))
	if err != nil {
		b.Skip(err)
	}
	for line := range strings.Lines(string(data)) {
		var kilobytes float64
		if n, _ := fmt.Sscanf(line, "VmRSS: %f kB", &kilobytes); n == 1 {
			return kilobytes / 1024
		}
	}
	b.Fatal("no VmRSS in /proc")
	return 0
}

// BenchmarkRepaint measures the time from Enter, pressed under a count,
// to the last figure of the window that is repainted: under 50 ms with a
// million updates. A cursor that blinks is none.
func BenchmarkRepaint(b *testing.B) {
	muster, folder := program(b), crowdedFolder(b)
	s := newScreen(b)
	window := s.open(muster, "--data", folder)
	var first, figures []time.Duration
	for b.Loop() {
		for range 10 {
			window.press("ctrl+n")
			s.settle()
			window.write("7")
			s.settle()
			before := s.glimpse(fewLines)
			window.press("Return") // which takes a while to press
			start := time.Now()
			first = append(first, s.wake(start, before))
			figures = append(figures, s.stir(start))
		}
	}
	b.ReportMetric(float64(median(first).Microseconds())/1000, "ms-to-first-change")
	b.ReportMetric(float64(median(figures).Microseconds())/1000, "ms-to-figures")
	b.ReportMetric(0, "ns/op")
}

func median(d []time.Duration) time.Duration {
	slices.Sort(d)
	return d[len(d)/2]
}
