package main_test

import (
	"io"
	"os/exec"
	"strings"
	"testing"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
	"github.com/jezek/xgb/xtest"
)

// eye reads the screen and presses keys without starting a program for it, so
// that what it takes does not count.
type eye struct {
	tb   testing.TB
	conn *xgb.Conn
	root xproto.Drawable
}

// keyReturn is the key symbol of Enter, see X11/keysymdef.h.
const keyReturn = 0xff0d

// look connects to the screen.
func (s *screen) look() *eye {
	s.t.Helper()
	var display string
	for _, v := range s.env {
		if d, ok := strings.CutPrefix(v, "DISPLAY="); ok {
			display = d
		}
	}
	xgb.Logger.SetOutput(io.Discard) // it complains of a server that has ended
	conn, err := xgb.NewConnDisplay(display)
	if err == nil {
		err = xtest.Init(conn)
	}
	if err != nil {
		s.t.Fatalf("the screen cannot be read: %v", err)
	}
	s.t.Cleanup(conn.Close)
	root := xproto.Setup(conn).DefaultScreen(conn).Root
	return &eye{s.t, conn, xproto.Drawable(root)}
}

// lines returns every twentieth line of the screen's right part between two
// heights.
func (e *eye) lines(from, to int16) []byte {
	var all []byte
	for y := from; y < to; y += 20 {
		image, err := xproto.GetImage(e.conn, xproto.ImageFormatZPixmap, e.root, 230, y, 1050, 1, 0xffffffff).Reply()
		if err != nil {
			e.tb.Fatalf("the screen cannot be read: %v", err)
		}
		all = append(all, image.Data...)
	}
	return all
}

// press presses and releases the key of a symbol.
func (e *eye) press(symbol xproto.Keysym) {
	setup := xproto.Setup(e.conn)
	first, count := setup.MinKeycode, setup.MaxKeycode-setup.MinKeycode+1
	keys, err := xproto.GetKeyboardMapping(e.conn, first, byte(count)).Reply()
	if err != nil {
		e.tb.Fatal(err)
	}
	for i, s := range keys.Keysyms {
		if s == symbol {
			code := byte(first) + byte(i/int(keys.KeysymsPerKeycode))
			xtest.FakeInput(e.conn, xproto.KeyPress, code, 0, 0, 0, 0, 0)
			xtest.FakeInput(e.conn, xproto.KeyRelease, code, 0, 0, 0, 0, 0)
			e.conn.Sync()
			return
		}
	}
	e.tb.Fatalf("no key has the symbol %x", symbol)
}

// start starts a program on the screen, which ends with the test.
func (s *screen) start(path string, args ...string) *exec.Cmd {
	s.t.Helper()
	c := exec.Command(path, args...)
	c.Env = s.env
	if err := c.Start(); err != nil {
		s.t.Fatal(err)
	}
	s.t.Cleanup(func() { c.Process.Kill(); c.Wait() })
	return c
}
