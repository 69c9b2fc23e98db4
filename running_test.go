package main_test

import (
	"os/exec"
	"strings"
	"syscall"

	"github.com/jezek/xgb/xproto"
)

// running is Muster with its window on a screen.
type running struct {
	*screen
	process *exec.Cmd
	said    *strings.Builder
	id      xproto.Window
}

// open starts Muster and waits for its window, which fills the screen and has
// the keyboard.
func (s *screen) open(muster string, args ...string) *running {
	s.t.Helper()
	r := &running{screen: s}
	r.process, r.said = s.start(muster, args...)
	eventually(s.t, patience, "a window opens", func() bool {
		r.id = s.window()
		return r.id != 0
	})
	xproto.ConfigureWindow(s.conn, r.id, xproto.ConfigWindowX|xproto.ConfigWindowY|xproto.ConfigWindowWidth|xproto.ConfigWindowHeight,
		[]uint32{0, 0, uint32(s.width), uint32(s.height)})
	if err := xproto.SetInputFocusChecked(s.conn, xproto.InputFocusParent, r.id, xproto.TimeCurrentTime).Check(); err != nil {
		s.t.Fatal(err)
	}
	s.settle()
	return r
}

// window returns the window of Muster that is to be seen; 0 if there is none.
func (s *screen) window() xproto.Window {
	s.t.Helper()
	tree, err := xproto.QueryTree(s.conn, s.root).Reply()
	if err != nil {
		s.t.Fatal(err)
	}
	for _, w := range tree.Children {
		name, err := xproto.GetProperty(s.conn, false, w, xproto.AtomWmName, xproto.AtomAny, 0, 100).Reply()
		if err != nil || !strings.HasPrefix(string(name.Value), "Muster") {
			continue
		}
		if state, err := xproto.GetWindowAttributes(s.conn, w).Reply(); err == nil && state.MapState == xproto.MapStateViewable {
			return w
		}
	}
	return 0
}

// quit ends the program the way the system does, and reports if it panicked or
// touched the screen from the wrong goroutine.
func (r *running) quit() {
	r.t.Helper()
	r.process.Process.Signal(syscall.SIGTERM)
	r.process.Wait()
	if said := r.said.String(); strings.Contains(said, "panic") || strings.Contains(said, "call thread") {
		r.t.Errorf("the window said:\n%s", said)
	}
}
