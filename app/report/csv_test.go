package report

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"muster/app"
)

func TestCSV(t *testing.T) {
	s, l := march(t)
	var b bytes.Buffer
	if err := CSV(&b, s, l.each); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&b).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != s.Standing.Updates+1 {
		t.Errorf("%d rows for %d updates", len(rows), s.Standing.Updates)
	}
	if got := strings.Join(rows[1][:9], "|"); got != "2026-09-24T10:00:00-04:00|Pledges||700|Ohio|stall||Anna|" {
		t.Errorf("the first update reads %s", got)
	}
	if rows[2][10] != rows[5][11] || rows[5][9] != rows[2][11] {
		t.Errorf("a void and what it takes out do not name each other: %q, %q", rows[2], rows[5])
	}
}

func TestCSVHasNoFormulas(t *testing.T) {
	s, l := hostile(t)
	var b bytes.Buffer
	if err := CSV(&b, s, l.each); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&b).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows[1:] {
		for i, text := range row {
			if i == 2 || i == 3 || text == "" {
				continue // figures
			}
			if strings.ContainsAny(text[:1], "=+-@\t\r") {
				t.Errorf("%q would be taken for a formula", text)
			}
		}
	}
	if rows[1][4] != "'-1+1" {
		t.Errorf("the region -1+1 became %q", rows[1][4])
	}
}

func TestFormatOf(t *testing.T) {
	for path, want := range map[string]Format{"a.pdf": FormatPDF, "x/B.XLSX": FormatWorkbook, "c.d.csv": FormatCSV, "e.png": FormatPNG, "f.Svg": FormatSVG, "g.md": FormatMessage} {
		if got, err := FormatOf(path); err != nil || got != want {
			t.Errorf("FormatOf(%q) = %q, %v", path, got, err)
		}
	}
	for _, path := range []string{"", "report", "a.doc", ".pdf.old"} {
		if _, err := FormatOf(path); !errors.Is(err, ErrFormat) {
			t.Errorf("FormatOf(%q): %v", path, err)
		}
	}
}

func TestSaveKeepsTheOldFile(t *testing.T) {
	s, l := march(t)
	dir := t.TempDir()
	path := filepath.Join(dir, "march.csv")
	if err := os.WriteFile(path, []byte("old"), 0o640); err != nil {
		t.Fatal(err)
	}
	broken := func(each func(app.Line) error) error {
		if err := l.each(each); err != nil {
			return err
		}
		return errors.New("the ledger ends early")
	}
	if err := Save(t.Context(), path, dossierOf(s), Options{}, broken); err == nil {
		t.Error("a broken ledger was saved")
	}
	if got, _ := os.ReadFile(path); string(got) != "old" {
		t.Errorf("the old file became %q", got)
	}
	if err := Save(t.Context(), path, dossierOf(s), Options{}, l.each); err != nil {
		t.Fatal(err)
	}
	if got, _ := os.ReadFile(path); !bytes.HasPrefix(got, []byte("at,measure,")) {
		t.Errorf("the new file reads %q", got)
	}
	if info, _ := os.Stat(path); info.Mode().Perm() != 0o640 {
		t.Errorf("the file's mode became %v", info.Mode())
	}
	if left, _ := filepath.Glob(filepath.Join(dir, ".*")); len(left) > 0 {
		t.Errorf("left behind: %q", left)
	}
}

func TestSaveSaysWhy(t *testing.T) {
	s, l := march(t)
	dir := t.TempDir()
	for path, want := range map[string]error{
		filepath.Join(dir, "gone", "a.pdf"): fs.ErrNotExist,
		filepath.Join(dir, "a.txt"):         ErrFormat,
	} {
		if err := Save(t.Context(), path, dossierOf(s), Options{}, l.each); !errors.Is(err, want) {
			t.Errorf("%s: %v", path, err)
		}
	}
	folder := filepath.Join(dir, "folder.pdf")
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := Save(t.Context(), folder, dossierOf(s), Options{}, l.each); err == nil || !strings.Contains(err.Error(), "is a folder") {
		t.Errorf("a folder: %v", err)
	}
}

func TestSaveFollowsALink(t *testing.T) {
	s, l := bare(t)
	dir := t.TempDir()
	path, link := filepath.Join(dir, "real.svg"), filepath.Join(dir, "link.svg")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(path, link); err != nil {
		t.Skip("no links here: ", err)
	}
	if err := Save(t.Context(), link, dossierOf(s), Options{}, l.each); err != nil {
		t.Fatal(err)
	}
	if got, _ := os.ReadFile(path); !bytes.Contains(got, []byte("<svg")) {
		t.Error("the link's target was not written")
	}
}

// TestSavingCanBeLeftAtEveryStage ends it before the first line, among the
// lines and once all of them are passed on: what was there stays, alone.
func TestSavingCanBeLeftAtEveryStage(t *testing.T) {
	s, l := march(t)
	for _, f := range []Format{FormatPDF, FormatWorkbook, FormatCSV} {
		for _, at := range []int{0, 1, 1 << 30} {
			ctx, leave := context.WithCancel(t.Context())
			folder := t.TempDir()
			path := filepath.Join(folder, "old."+string(f))
			if err := os.WriteFile(path, []byte("precious"), 0o600); err != nil {
				t.Fatal(err)
			}
			n := 0
			if at == 0 || f == FormatPDF {
				leave()
			}
			err := Save(ctx, path, dossierOf(s), Options{}, func(each func(app.Line) error) error {
				defer leave()
				return l.each(func(line app.Line) error {
					if n++; n == at {
						leave()
					}
					return each(line)
				})
			})
			if got, _ := os.ReadFile(path); !errors.Is(err, context.Canceled) || string(got) != "precious" {
				t.Errorf("%s left at %d: %v, and the file holds %.20q", f, at, err, got)
			}
			if files, _ := os.ReadDir(folder); len(files) != 1 {
				t.Errorf("%s left at %d: %d files are there", f, at, len(files))
			}
		}
	}
}
