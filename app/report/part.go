package report

import (
	"os"
	"path/filepath"
	"strings"
	"time"
)

// The name of a file in the making: short, as names may not be long, and told
// from others by the number in its middle.
const (
	partBegins = ".muster-"
	partEnds   = ".part"
)

// staleAfter is how long nothing is written to a file that nobody is making any
// more.
const staleAfter = 24 * time.Hour

// newPart begins a file in a folder. Those that were left there when a program
// was killed are taken away.
func newPart(folder string) (*os.File, error) {
	removeStale(folder)
	return os.CreateTemp(folder, partBegins+"*"+partEnds)
}

// removeStale takes away what nobody is making any more. That it cannot is no
// reason not to save.
func removeStale(folder string) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return
	}
	for _, e := range entries {
		if !isPart(e.Name()) {
			continue
		}
		if info, err := e.Info(); err == nil && info.Mode().IsRegular() && time.Since(info.ModTime()) > staleAfter {
			_ = os.Remove(filepath.Join(folder, e.Name()))
		}
	}
}

// isPart reports whether a name is one that newPart gives.
func isPart(name string) bool {
	number, begins := strings.CutPrefix(name, partBegins)
	number, ends := strings.CutSuffix(number, partEnds)
	return begins && ends && number != "" && strings.Trim(number, "0123456789") == ""
}
