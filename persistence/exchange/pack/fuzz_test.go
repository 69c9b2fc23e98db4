package pack_test

import (
	"os"
	"path/filepath"
	"testing"

	"muster/persistence/exchange/pack"
)

// FuzzOpen reads what no Muster wrote, with a checksum that is right: it must
// not panic nor take more memory than it may.
func FuzzOpen(f *testing.F) {
	whole := written(f, testRuns())
	f.Add(whole[:len(whole)-32], false)
	f.Add(unpack(f, whole), true)
	f.Add([]byte("muster pack 1\n"), false)
	f.Add([]byte("age-encryption.org/v1\n-> scrypt xxx 18\n\n--- \n"), false)
	path := filepath.Join(f.TempDir(), "x.muster")
	f.Fuzz(func(t *testing.T, content []byte, unpacked bool) {
		if unpacked {
			content = sealed(t, "muster pack 1\n", content)
		} else {
			content = summed(content)
		}
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
		p, err := pack.Open(path, "x")
		if err != nil {
			return
		}
		defer p.Close()
		n := 0
		for r, err := range p.Runs() {
			if err != nil {
				t.Fatalf("a pack that was found whole: %v", err)
			}
			n += len(r.Updates)
		}
		if n != p.Updates {
			t.Errorf("%d updates, then %d", p.Updates, n)
		}
	})
}
