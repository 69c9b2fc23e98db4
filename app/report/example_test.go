package report

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"muster/app"
)

// TestExamples saves every kind of report of both examples, from the disk's
// ledger, and reads the headline figures back from the PDF.
func TestExamples(t *testing.T) {
	m, err := app.Open(t.TempDir(), func() time.Time { return now })
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string][]string{
		"march":    {"1,000", "99,000 short: 2.0 orders of magnitude, 6.6 doublings.", "1 in 7 of Washington, DC", "A first march in New York", "What each changes", "Conditional pledges", "Changes since 22 Nov 2026"},
		"petition": {"6,078,985", "Reached: 60.7 times the target.", "18 Mar 2019", "20 Mar 2019"},
	} {
		t.Run(name, func(t *testing.T) {
			c, err := m.CreateExample(name)
			if err != nil {
				t.Fatal(err)
			}
			desk, err := m.Desk(c.ID)
			if err != nil {
				t.Fatal(err)
			}
			d, err := desk.Dossier(t.Context(), time.Time{}, now.Add(-day))
			if err != nil {
				t.Fatal(err)
			}
			lines := func(each func(app.Line) error) error { return desk.Each(app.Filter{}, each) }
			dir := t.TempDir()
			for _, f := range Formats() {
				if err := Save(t.Context(), filepath.Join(dir, "report."+string(f)), d, Options{}, lines); err != nil {
					t.Errorf("%s: %v", f, err)
				}
			}
			pdf, err := os.ReadFile(filepath.Join(dir, "report.pdf"))
			if err != nil {
				t.Fatal(err)
			}
			text := read(t, pdf)
			for _, words := range want {
				if !strings.Contains(text, words) {
					t.Errorf("the PDF does not say %q:\n%s", words, text)
				}
			}
		})
	}
}
