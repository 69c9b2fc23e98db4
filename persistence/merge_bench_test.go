package persistence_test

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"muster/app"
	"muster/campaign"
)

// takeEnv tells this test's own program to take the file of that path into the
// data folder beside it, in a process of its own so that its memory can be told.
const takeEnv = "MUSTER_TEST_TAKE"

func takeOnce(path string) error {
	m, err := app.Open(filepath.Join(filepath.Dir(path), "data"), time.Now)
	if err != nil {
		return err
	}
	c, err := m.Find("")
	if err != nil {
		return err
	}
	d, err := m.Desk(c.ID)
	if err != nil {
		return err
	}
	start, added := time.Now(), 0
	if strings.HasSuffix(path, ".csv") {
		result, failed := d.Import(context.Background(), path, app.ImportOptions{})
		added, err = result.Added, failed
	} else {
		result, failed := m.Merge(context.Background(), path, app.MergeOptions{})
		added, err = result.Added, failed
	}
	if err == nil && added != bigLines/2 {
		err = fmt.Errorf("%d of %d updates were added", added, bigLines/2)
	}
	fmt.Println(time.Since(start).Seconds(), peakMemory())
	return err
}

// taken takes a file into a copy of a data folder and returns how long that
// took and how much memory.
func taken(b *testing.B, data, file string) (seconds, memory float64) {
	folder := b.TempDir()
	if err := os.CopyFS(filepath.Join(folder, "data"), os.DirFS(data)); err != nil {
		b.Fatal(err)
	}
	path := filepath.Join(folder, filepath.Base(file))
	if err := os.Link(file, path); err != nil {
		b.Fatal(err)
	}
	self, err := os.Executable()
	if err != nil {
		b.Fatal(err)
	}
	cmd := exec.Command(self)
	cmd.Env = append(os.Environ(), takeEnv+"="+path)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		b.Fatal(err)
	}
	if _, err := fmt.Sscan(string(out), &seconds, &memory); err != nil {
		b.Fatal(err)
	}
	return seconds, memory
}

// BenchmarkMerge compares merging a pack of a million updates into a store that
// has half of them with importing the other half into that store: every other
// update, which is the harder, and those of the second half.
func BenchmarkMerge(b *testing.B) {
	for half, keep := range map[string]func(int) bool{
		"every-other": func(i int) bool { return i%2 == 0 },
		"the-later":   func(i int) bool { return i < bigLines/2 },
	} {
		b.Run(half, func(b *testing.B) {
			data, whole, rest := halfOfBig(b, keep)
			var ours, theirs, memory float64
			for b.Loop() {
				seconds, held := taken(b, data, whole)
				ours += seconds
				memory = max(memory, held)
				seconds, _ = taken(b, data, rest)
				theirs += seconds
			}
			b.ReportMetric(ours/float64(b.N), "s/merge")
			b.ReportMetric(theirs/float64(b.N), "s/import")
			b.ReportMetric(ours/theirs, "times-import(<=2)")
			b.ReportMetric(memory, "MB")
		})
	}
}

// halfOfBig returns a data folder with half of the big import, a pack with all
// of it, and the other half as CSV.
func halfOfBig(b *testing.B, keep func(int) bool) (data, whole, rest string) {
	folder := b.TempDir()
	data, whole, rest = filepath.Join(folder, "data"), filepath.Join(folder, "whole.muster"), filepath.Join(folder, "rest.csv")
	first, other := filepath.Join(folder, "first.csv"), filepath.Join(folder, "other")
	must := func(err error) {
		if err != nil {
			b.Fatal(err)
		}
	}
	must(writeBigCSV(first, keep))
	must(writeBigCSV(rest, func(i int) bool { return !keep(i) }))
	m, err := app.Open(data, time.Now)
	must(err)
	c, err := m.Create(campaign.Campaign{Name: "Big", TimeZone: "America/New_York"})
	must(err)
	must(os.CopyFS(other, os.DirFS(data)))
	d, err := m.Desk(c.ID)
	must(err)
	_, err = d.Import(b.Context(), first, app.ImportOptions{})
	must(err)
	elsewhere, err := app.Open(other, time.Now)
	must(err)
	must(os.RemoveAll(filepath.Join(other, "device.key")))
	d, err = elsewhere.Desk(c.ID)
	must(err)
	for _, file := range []string{first, rest} {
		_, err = d.Import(b.Context(), file, app.ImportOptions{})
		must(err)
	}
	out, err := os.Create(whole)
	must(err)
	_, err = d.Pack(b.Context(), io.Writer(out), app.PackOptions{})
	must(err)
	must(out.Close())
	return data, whole, rest
}
