package say_test

import (
	"testing"

	"muster/app/say"
)

// speak uses a language for one test.
func speak(t *testing.T, code string) {
	t.Helper()
	if err := say.Use(code); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := say.Use("en"); err != nil {
			t.Error(err)
		}
	})
}

func TestText(t *testing.T) {
	for _, c := range []struct{ code, cancel, none, one, two, million, number string }{
		{"en", "Cancel", "0 pledges", "1 pledge", "2 pledges", "1000000 pledges", "1,234.5"},
		{"de", "Abbrechen", "0 Zusagen", "1 Zusage", "2 Zusagen", "1000000 Zusagen", "1.234,5"},
		{"es", "Cancelar", "0 compromisos", "1 compromiso", "2 compromisos", "1000000 de compromisos", "1.234,5"},
		{"fr", "Annuler", "0 engagement", "1 engagement", "2 engagements", "1000000 d’engagements", "1\u00a0234,5"},
	} {
		t.Run(c.code, func(t *testing.T) {
			speak(t, c.code)
			for _, got := range [][2]string{
				{say.Text("Cancel"), c.cancel},
				{say.Count("%s pledges", 0, "0"), c.none},
				{say.Count("%s pledges", 1, "1"), c.one},
				{say.Count("%s pledges", 2, "2"), c.two},
				{say.Count("%s pledges", 1_000_000, "1000000"), c.million},
				{say.Number("%.1f", 1234.5), c.number},
				{say.Text("no such text of %s", "ours"), "no such text of ours"},
				{say.Text("100%"), "100%"},
			} {
				if got[0] != got[1] {
					t.Errorf("%q, want %q", got[0], got[1])
				}
			}
		})
	}
}

func TestUseOfAnUnknownLanguage(t *testing.T) {
	speak(t, "de")
	if err := say.Use("tlh"); err == nil {
		t.Error("a language that there is not was taken")
	}
	if got := say.Text("Cancel"); got != "Abbrechen" {
		t.Errorf("after that it says %q", got)
	}
}
