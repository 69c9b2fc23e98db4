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
	var ours, figures, least []time.Duration
	for b.Loop() {
		for range 5 {
			frame, whole := firstFrame(b, muster, "--data", folder)
			ours, figures = append(ours, frame), append(figures, whole)
			frame, _ = firstFrame(b, plain)
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
func firstFrame(b *testing.B, path string, args ...string) (frame, rest time.Duration) {
	s := newScreen(b)
	x := s.look()
	blank := x.lines(80, 800)
	start := time.Now()
	c := s.start(path, args...)
	for frame == 0 {
		if !slices.Equal(x.lines(80, 800), blank) {
			frame = time.Since(start)
		}
		if time.Since(start) > 30*time.Second {
			b.Fatalf("%s shows nothing", path)
		}
	}
	rest = time.Since(start)
	for last := x.lines(80, 800); time.Since(start)-rest < 500*time.Millisecond; {
		if now := x.lines(80, 800); !slices.Equal(now, last) {
			last, rest = now, time.Since(start)
		}
	}
	c.Process.Kill()
	c.Wait()
	return frame, rest
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
	c := s.start(path, args...)
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

// BenchmarkRepaint measures the time from Enter, under a count that was typed,
// to the last change of the screen.
func BenchmarkRepaint(b *testing.B) {
	muster, folder := program(b), crowdedFolder(b)
	s := newScreen(b)
	window := s.open(muster, "--data", folder)
	x := s.look()
	var took, rest []time.Duration
	for b.Loop() {
		for range 10 {
			window.press("ctrl+n")
			s.settle()
			window.write("7")
			s.settle()
			before := x.lines(420, 800)
			start := time.Now()
			x.press(keyReturn)
			for slices.Equal(x.lines(420, 800), before) {
				if time.Since(start) > 10*time.Second {
					b.Fatal("the count that was entered is not shown")
				}
			}
			first := time.Since(start)
			took = append(took, first)
			last, end := x.lines(80, 800), first
			for time.Since(start)-end < 300*time.Millisecond {
				if now := x.lines(80, 800); !slices.Equal(now, last) {
					last, end = now, time.Since(start)
				}
			}
			rest = append(rest, end)
		}
	}
	b.ReportMetric(float64(median(took).Microseconds())/1000, "ms-to-count")
	b.ReportMetric(float64(median(rest).Microseconds())/1000, "ms-to-rest")
	b.ReportMetric(0, "ns/op")
}

func median(d []time.Duration) time.Duration {
	slices.Sort(d)
	return d[len(d)/2]
}
