package persistence_test

import (
	"bufio"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"go.etcd.io/bbolt"

	"muster/app"
	"muster/campaign"
	"muster/persistence"
)

// importEnv tells this test's own program to import a file, in a process of
// its own so that its memory can be told.
const importEnv = "MUSTER_TEST_IMPORT"

func init() {
	persistence.ImportAsChild = func() bool {
		do := importOnce
		folder := os.Getenv(importEnv)
		if folder == "" {
			do, folder = takeOnce, os.Getenv(takeEnv)
		}
		if folder == "" {
			return false
		}
		if err := do(folder); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return true
	}
}

func importOnce(folder string) error {
	m, err := app.Open(filepath.Join(folder, "data"), time.Now)
	if err != nil {
		return err
	}
	c, err := m.Create(campaign.Campaign{Name: "Big", TimeZone: "America/New_York"})
	if err != nil {
		return err
	}
	d, err := m.Desk(c.ID)
	if err != nil {
		return err
	}
	start := time.Now()
	result, err := d.Import(context.Background(), filepath.Join(folder, "big.csv"), app.ImportOptions{})
	if err == nil && result.Added != bigLines {
		err = fmt.Errorf("%d of %d lines were added", result.Added, bigLines)
	}
	fmt.Println(time.Since(start).Seconds(), peakMemory())
	return err
}

// peakMemory returns the most memory that this process has held, in MB. What
// the system says of an ended child counts its parent's as well.
func peakMemory() float64 {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	for line := range strings.Lines(string(status)) {
		var kilobytes float64
		if n, _ := fmt.Sscanf(line, "VmHWM: %f kB", &kilobytes); n == 1 {
			return kilobytes / 1024
		}
	}
	return 0
}

const bigLines = 1_000_000

// writeBigCSV writes the lines of the big import that keep chooses.
func writeBigCSV(path string, keep func(line int) bool) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer f.Close()
	w := bufio.NewWriter(f)
	fmt.Fprintln(w, "at,added,region,source")
	r := rand.New(rand.NewPCG(1, 2))
	at := time.Date(2023, 1, 1, 0, 0, 0, 0, time.UTC)
	for i := range bigLines {
		at = at.Add(94 * time.Second)
		count, region, source := 1+r.IntN(5), r.IntN(50), r.IntN(4)
		if keep(i) {
			fmt.Fprintf(w, "%s,%d,Region %02d,source %d\n", at.Format(time.RFC3339), count, region, source)
		}
	}
	return w.Flush()
}

// BenchmarkImport compares importing a million CSV lines with bare bbolt puts
// of the same records in transactions of 10,000.
func BenchmarkImport(b *testing.B) {
	self, err := os.Executable()
	if err != nil {
		b.Fatal(err)
	}
	var ours, theirs, memory float64
	for b.Loop() {
		folder := b.TempDir()
		if err := writeBigCSV(filepath.Join(folder, "big.csv"), func(int) bool { return true }); err != nil {
			b.Fatal(err)
		}
		cmd := exec.Command(self)
		cmd.Env = append(os.Environ(), importEnv+"="+folder)
		cmd.Stderr = os.Stderr
		out, err := cmd.Output()
		if err != nil {
			b.Fatal(err)
		}
		var seconds, held float64
		if _, err := fmt.Sscan(string(out), &seconds, &held); err != nil {
			b.Fatal(err)
		}
		ours += seconds
		memory = max(memory, held)
		bare, err := putBare(filepath.Join(folder, "data"), filepath.Join(folder, "bare.db"))
		if err != nil {
			b.Fatal(err)
		}
		theirs += bare.Seconds()
	}
	b.ReportMetric(ours/float64(b.N), "s/import")
	b.ReportMetric(theirs/float64(b.N), "s/bare")
	b.ReportMetric(ours/theirs, "times-bare(<=4)")
	b.ReportMetric(memory, "MB(<300)")
}

// putBare puts the records of an imported ledger into a bare file.
func putBare(data, path string) (time.Duration, error) {
	keys, records, err := persistence.RawRecords(data)
	if err != nil {
		return 0, err
	}
	db, err := bbolt.Open(path, 0o600, &bbolt.Options{FreelistType: bbolt.FreelistMapType})
	if err != nil {
		return 0, err
	}
	defer db.Close()
	start := time.Now()
	for from := 0; from < len(keys); from += 10_000 {
		err := db.Update(func(tx *bbolt.Tx) error {
			ledger, err := tx.CreateBucketIfNotExists([]byte("ledger"))
			if err != nil {
				return err
			}
			ledger.FillPercent = 0.9
			for i := from; i < min(from+10_000, len(keys)); i++ {
				if err := ledger.Put(keys[i], records[i]); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return 0, err
		}
	}
	return time.Since(start), nil
}
