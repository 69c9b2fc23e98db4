package exchange_test

import (
	"bufio"
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"muster/app"
	"muster/campaign"
	"muster/persistence/exchange"
)

// childEnv tells this test's own program to take a file, in a process of its
// own so that its memory can be told.
const childEnv = "MUSTER_TEST_TAKE"

func TestMain(m *testing.M) {
	path := os.Getenv(childEnv)
	if path == "" {
		os.Exit(m.Run())
	}
	take := count
	if filepath.Ext(path) == ".xlsx" {
		take = importWhole
	}
	start := time.Now()
	n, err := take(path)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Println(time.Since(start).Seconds(), peakMemory(), n)
}

// importWhole imports a file into an empty campaign, and returns how many
// updates that made.
func importWhole(path string) (int, error) {
	m, err := app.Open(filepath.Join(filepath.Dir(path), "data"), time.Now)
	if err != nil {
		return 0, err
	}
	c, err := m.Create(campaign.Campaign{Name: "Big"})
	if err != nil {
		return 0, err
	}
	d, err := m.Desk(c.ID)
	if err != nil {
		return 0, err
	}
	r, err := d.Import(context.Background(), path, app.ImportOptions{})
	return r.Added, err
}

// count counts the people on a list.
func count(path string) (people int, err error) {
	r, err := exchange.Open(path, exchange.Options{})
	if err != nil {
		return 0, err
	}
	defer r.Close()
	var row exchange.Row
	for {
		switch err := r.Read(&row); {
		case err == io.EOF:
			return people, nil
		case err != nil:
			return people, err
		case row.Why != nil:
			return people, row.Why
		}
		people += row.Lines
	}
}

// took is what taking a file cost.
type took struct {
	seconds, megabytes float64
	n                  int
}

// inChild takes a file in a process of its own.
func inChild(b *testing.B, path string) (t took) {
	b.Helper()
	self, err := os.Executable()
	if err != nil {
		b.Fatal(err)
	}
	cmd := exec.Command(self)
	cmd.Env = append(os.Environ(), childEnv+"="+path)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err == nil {
		_, err = fmt.Sscan(string(out), &t.seconds, &t.megabytes, &t.n)
	}
	if err != nil {
		b.Fatal(err)
	}
	return t
}

// peakMemory returns the most memory that this process has held, in MB.
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

const (
	sheetRows = 100_000
	listLines = 1_000_000
)

// BenchmarkWorkbook compares importing a sheet of 100,000 rows, all the way
// into the ledger, with LibreOffice's turning it into CSV.
func BenchmarkWorkbook(b *testing.B) {
	office, err := exec.LookPath("soffice")
	if err != nil {
		b.Skip("LibreOffice is not installed")
	}
	var ours, theirs, memory float64
	for b.Loop() {
		folder := b.TempDir()
		path := filepath.Join(folder, "big.xlsx")
		writeSheet(b, path)
		start := time.Now()
		cmd := exec.Command(office, "-env:UserInstallation=file://"+filepath.Join(folder, "office"),
			"--headless", "--convert-to", "csv", "--outdir", folder, path)
		if out, err := cmd.CombinedOutput(); err != nil {
			b.Fatalf("%v: %s", err, out)
		}
		theirs += time.Since(start).Seconds()
		t := inChild(b, path)
		if t.n != sheetRows {
			b.Fatalf("%d rows were added", t.n)
		}
		ours += t.seconds
		memory = max(memory, t.megabytes)
	}
	b.ReportMetric(ours/float64(b.N), "s/import")
	b.ReportMetric(theirs/float64(b.N), "s/LibreOffice")
	b.ReportMetric(ours/theirs, "times-LibreOffice(<=1)")
	b.ReportMetric(memory, "MB(<200)")
}

func writeSheet(b *testing.B, path string) {
	b.Helper()
	f := excelize.NewFile()
	defer f.Close()
	dates, err := f.NewStyle(&excelize.Style{NumFmt: 22})
	if err != nil {
		b.Fatal(err)
	}
	w, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		b.Fatal(err)
	}
	rows := [][]any{{"Date", "Added", "Region", "Source", "Tier", "By", "Note", "Checked"}}
	r := rand.New(rand.NewPCG(1, 2))
	for i := range sheetRows {
		days := 45000 + float64(i)/120
		rows = append(rows, []any{excelize.Cell{StyleID: dates, Value: days}, 1 + r.IntN(5), fmt.Sprintf("Region %02d", r.IntN(50)),
			fmt.Sprintf("source %d", r.IntN(4)), "committed", "Anna", fmt.Sprintf("sheet %d", i/40), 1})
	}
	for i, row := range rows {
		if err := w.SetRow(fmt.Sprintf("A%d", i+1), row); err != nil {
			b.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil {
		b.Fatal(err)
	}
	if err := f.SaveAs(path); err != nil {
		b.Fatal(err)
	}
}

// BenchmarkSignUps compares counting a list of a million people with
// encoding/csv's reading it and doing nothing.
func BenchmarkSignUps(b *testing.B) {
	var ours, theirs, memory float64
	for b.Loop() {
		path := filepath.Join(b.TempDir(), "big.csv")
		writeList(b, path)
		start := time.Now()
		if n := readAlone(b, path); n != listLines+1 {
			b.Fatalf("%d lines", n)
		}
		theirs += time.Since(start).Seconds()
		t := inChild(b, path)
		if t.n != listLines {
			b.Fatalf("%d people were counted", t.n)
		}
		ours += t.seconds
		memory = max(memory, t.megabytes)
	}
	b.ReportMetric(ours/float64(b.N), "s/list")
	b.ReportMetric(theirs/float64(b.N), "s/encoding/csv")
	b.ReportMetric(ours/theirs, "times-encoding/csv(<=2)")
	b.ReportMetric(memory, "MB(<200)")
}

// writeList writes a list of 150 MB with quotes where spreadsheets set them.
func writeList(b *testing.B, path string) {
	b.Helper()
	file, err := os.Create(path)
	if err != nil {
		b.Fatal(err)
	}
	defer file.Close()
	w := bufio.NewWriter(file)
	fmt.Fprintln(w, "first_name,last_name,email,can2_user_address,zip_code,can2_state_abbreviated,can2_subscription_date,source_code,note")
	r := rand.New(rand.NewPCG(1, 2))
	at := time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC)
	for i := range listLines {
		at = at.Add(time.Duration(r.IntN(120)) * time.Second)
		fmt.Fprintf(w, "First%06d,Last%06d,person.number.%06d@example.org,\"%d Long Street, Flat %d\",%05d,S%02d,%s,source-%d,\"Yes, I will come, and I bring my friends and neighbours too\"\n",
			i, i, i, i%999, i%17, i%99999, i%51, at.Format(time.DateTime), i%4)
	}
	if err := w.Flush(); err != nil {
		b.Fatal(err)
	}
}

// readAlone reads a list as fast as encoding/csv can.
func readAlone(b *testing.B, path string) (lines int) {
	b.Helper()
	file, err := os.Open(path)
	if err != nil {
		b.Fatal(err)
	}
	defer file.Close()
	r := csv.NewReader(bufio.NewReaderSize(file, 1<<20))
	r.ReuseRecord = true
	for {
		if _, err := r.Read(); err == io.EOF {
			return lines
		} else if err != nil {
			b.Fatal(err)
		}
		lines++
	}
}
