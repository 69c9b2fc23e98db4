package exchange

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// BenchmarkRead reads a million lines of three years, 50 regions and 4
// sources: in order of time, and all mixed up.
func BenchmarkRead(b *testing.B) {
	const lines = 1_000_000
	for _, c := range []struct {
		name  string
		place func(i int) int
	}{
		{"in order", func(i int) int { return i }},
		{"mixed", func(i int) int { return i * 7919 % lines }},
	} {
		b.Run(c.name, func(b *testing.B) {
			path := filepath.Join(b.TempDir(), "counts.csv")
			writeCounts(b, path, lines, c.place)
			b.ReportAllocs()
			for b.Loop() {
				if n := readAll(b, path); n != lines {
					b.Fatalf("%d rows, want %d", n, lines)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/lines, "ns/line")
		})
	}
}

func writeCounts(tb testing.TB, path string, lines int, place func(int) int) {
	tb.Helper()
	file, err := os.Create(path)
	if err != nil {
		tb.Fatal(err)
	}
	defer file.Close()
	w := bufio.NewWriter(file)
	fmt.Fprintln(w, "at,added,region,source")
	start := time.Date(2023, 9, 1, 0, 0, 0, 0, time.UTC)
	for i := range lines {
		n := place(i)
		at := start.Add(time.Duration(n) * 94 * time.Second)
		fmt.Fprintf(w, "%s,%d,Region %d,source %d\n", at.Format(time.RFC3339), n%7+1, n%50, n%4)
	}
	if err := w.Flush(); err != nil {
		tb.Fatal(err)
	}
}

func readAll(tb testing.TB, path string) int {
	tb.Helper()
	r, err := Open(path, Options{})
	if err != nil {
		tb.Fatal(err)
	}
	defer r.Close()
	var row Row
	for n := 0; ; n++ {
		switch err := r.Read(&row); {
		case err == io.EOF:
			return n
		case err != nil:
			tb.Fatal(err)
		case row.Why != nil:
			tb.Fatalf("line %d: %s", row.Line, row.Why)
		}
	}
}
