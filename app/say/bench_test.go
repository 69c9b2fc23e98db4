package say_test

import (
	"testing"

	"muster/app/say"
)

// BenchmarkText is what a text costs: a screenful of the ledger says a hundred.
func BenchmarkText(b *testing.B) {
	if err := say.Use("de"); err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = say.Use("en") })
	for b.Loop() {
		say.Text("total %s", "1.000")
	}
}

func BenchmarkUse(b *testing.B) {
	b.Cleanup(func() { _ = say.Use("en") })
	for b.Loop() {
		if err := say.Use("de"); err != nil {
			b.Fatal(err)
		}
	}
}
