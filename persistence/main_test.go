package persistence

import (
	"os"
	"testing"
)

var bigDir string

// bigFolder returns the folder of the big campaign, removed when all is done.
func bigFolder() (string, error) {
	var err error
	bigDir, err = os.MkdirTemp("", "muster-big-")
	return bigDir, err
}

func TestMain(m *testing.M) {
	if ImportAsChild() {
		return
	}
	if os.Getenv(childEnv) != "" {
		addAsChild()
		return
	}
	code := m.Run()
	if bigDir != "" {
		os.RemoveAll(bigDir)
	}
	os.Exit(code)
}
