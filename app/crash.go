package app

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// Crash is a record of a window that ended unexpectedly.
type Crash struct {
	Path string // of the file that says what happened
	At   time.Time
}

const crashFile = "crash-*.txt" // with the number of the process, while it runs

// CatchCrash has whatever may bring this process down written to a file in the
// data folder. Release removes the file again when all ended well.
func (m *Muster) CatchCrash() (release func(), err error) {
	name := strings.Replace(crashFile, "*", strconv.Itoa(os.Getpid()), 1)
	f, err := os.OpenFile(filepath.Join(m.Dir(), name), os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, fmt.Errorf("a crash could not be written down: %w", err)
	}
	err = debug.SetCrashOutput(f, debug.CrashOptions{})
	f.Close() // it was duplicated
	return func() {
		debug.SetCrashOutput(nil, debug.CrashOptions{})
		os.Remove(f.Name())
	}, err
}

// LastCrash returns the newest crash that nobody was told of yet, and whether
// there is one. What it says is kept under a dated name.
func (m *Muster) LastCrash() (last Crash, ok bool, err error) {
	files, err := filepath.Glob(filepath.Join(m.Dir(), crashFile))
	if err != nil {
		return last, false, err
	}
	for _, path := range files {
		info, err := os.Stat(path)
		switch {
		case err != nil:
			continue // another window has just told of it
		case info.Size() == 0: // it was ended from outside, unless it still runs
			if !runs(path) {
				os.Remove(path)
			}
			continue
		}
		at := info.ModTime()
		kept := filepath.Join(m.Dir(), "crashed "+at.Format("2006-01-02 15.04.05")+".txt")
		if err := os.Rename(path, kept); err != nil {
			return last, ok, err
		}
		if !ok || at.After(last.At) {
			last, ok = Crash{Path: kept, At: at}, true
		}
	}
	return last, ok, nil
}

// runs reports whether the process that a crash file is named after may still
// be there.
func runs(path string) bool {
	digits := strings.TrimSuffix(strings.TrimPrefix(filepath.Base(path), "crash-"), ".txt")
	pid, err := strconv.Atoi(digits)
	if err != nil {
		return false
	}
	process, err := os.FindProcess(pid)
	return err == nil && process.Signal(syscall.Signal(0)) == nil
}
