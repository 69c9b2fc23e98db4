package command

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/spf13/cobra"
)

// ErrNoDisplay is what Env.Window returns when there is nowhere to open a
// window.
var ErrNoDisplay = errors.New("no display")

// filesOrCommand takes files for the window to open, and refuses a command that
// there is not. No command has a dot or a slash in its name.
func filesOrCommand(c *cobra.Command, args []string) error {
	for _, arg := range args {
		info, err := os.Stat(arg)
		switch {
		case err == nil && info.IsDir():
			return fmt.Errorf("%s is a folder: name the files in it that are to be opened", arg)
		case err == nil:
		case strings.ContainsAny(arg, `./\`):
			return fmt.Errorf("there is no file %s to open", arg)
		default:
			return knownCommand(c, []string{arg})
		}
	}
	return nil
}

// window opens the window, and files in it.
func (f *face) window(files []string) error {
	noDisplay := errors.New("there is no display to open a window on; use a command instead: " +
		"new, list, rename, delete, plan, add, void, log, status, import, report, pack, merge, share, sync, backup, restore or check (`muster --help` explains them)")
	if f.env.Window == nil || !f.display() {
		return noDisplay
	}
	dir, err := f.dataDir()
	if err != nil {
		return err
	}
	for i, file := range files {
		if files[i], err = filepath.Abs(file); err != nil {
			return err
		}
	}
	if err := f.env.Window(dir, files); !errors.Is(err, ErrNoDisplay) {
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
