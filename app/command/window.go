package command

import (
	"errors"
	"runtime"
)

// ErrNoDisplay is what Env.Window returns when there is nowhere to open a
// window.
var ErrNoDisplay = errors.New("no display")

// window opens the window.
func (f *face) window([]string) error {
	noDisplay := errors.New("there is no display to open a window on; use a command instead: " +
		"new, list, rename, delete, plan, add, void, log, status, import, report, backup, restore or check (`muster --help` explains them)")
	if f.env.Window == nil || !f.display() {
		return noDisplay
	}
	dir, err := f.dataDir()
	if err != nil {
		return err
	}
	if err := f.env.Window(dir); !errors.Is(err, ErrNoDisplay) {
		return err
	}
	return noDisplay
}

// display reports whether there may be one: X11 and Wayland tell it in the
// environment, other systems always have one.
func (f *face) display() bool {
	return runtime.GOOS == "windows" || runtime.GOOS == "darwin" ||
		f.getenv("DISPLAY") != "" || f.getenv("WAYLAND_DISPLAY") != ""
}
