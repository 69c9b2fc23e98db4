package report

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"muster/app"
)

// TestEveryKindKeepsTheOldFile saves every kind of report, and every picture,
// where there is no room left, where nothing may be written, and where the
// folder is gone: what was there stays as it was, and nothing is left behind.
func TestEveryKindKeepsTheOldFile(t *testing.T) {
	dir := t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size=64k"); err != nil {
		t.Skipf("a small disk needs the right to mount one: %v", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(dir, 0); err != nil {
			t.Error(err)
		}
	})
	path := func(f Format) string { return filepath.Join(dir, "report."+string(f)) }
	for _, f := range Formats() {
		if err := os.WriteFile(path(f), []byte("old"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "rest"), make([]byte, 64<<10), 0o600); !errors.Is(err, syscall.ENOSPC) {
		t.Fatalf("the disk is not full: %v", err)
	}
	d := exampleOf(t, "petition")
	refused := func(why error, says string, place func(Format) string) {
		t.Helper()
		for _, f := range Formats() {
			charts := []Chart{""}
			if f == FormatPNG || f == FormatSVG {
				charts = []Chart{ChartPledges, ChartTurnout, ChartPeople, Card}
			}
			for _, chart := range charts {
				if err := Save(t.Context(), place(f), d, Options{Chart: chart}, func(func(app.Line) error) error { return nil }); !errors.Is(err, why) || !strings.Contains(err.Error(), says) {
					t.Errorf("%s %s: %v, want %v", f, chart, err, why)
				}
			}
			if got, err := os.ReadFile(path(f)); err != nil || string(got) != "old" {
				t.Errorf("the old %s became %.20q, %v", f, got, err)
			}
		}
		if files, _ := os.ReadDir(dir); len(files) != len(Formats())+1 {
			t.Errorf("%d files are left", len(files))
		}
	}
	refused(syscall.ENOSPC, "no room left", path)
	refused(os.ErrNotExist, "does not exist", func(f Format) string { return filepath.Join(dir, "gone", "report."+string(f)) })
	if err := syscall.Mount("tmpfs", dir, "tmpfs", syscall.MS_REMOUNT|syscall.MS_RDONLY, ""); err != nil {
		t.Fatal(err)
	}
	refused(syscall.EROFS, "does not allow it", path)
}
