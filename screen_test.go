package main_test

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
	"github.com/jezek/xgb/xtest"
)

// screen is an X server of its own, in memory, and a connection to it: looking
// at it and pressing keys starts no program, so that neither takes long.
type screen struct {
	t             testing.TB
	width, height int
	home          string // of whoever sits in front of it
	env           []string
	pictures      string // folder for them
	conn          *xgb.Conn
	root          xproto.Window
	keys          map[xproto.Keysym]stroke
}

// newScreen starts an X server on a free display, which ends with the test.
func newScreen(t testing.TB) *screen { return newScreenOf(t, 1280, 800) }

// newScreenOf does so for a screen of a given size.
func newScreenOf(t testing.TB, width, height int) *screen {
	t.Helper()
	if _, err := exec.LookPath("Xvfb"); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatalf("%v: make test installs it", err)
		}
		t.Skipf("%v: make test installs it", err)
	}
	home := t.TempDir()
	s := &screen{t: t, width: width, height: height, home: home, pictures: t.ArtifactDir()}
	display := s.serve()
	s.env = append(bareEnvironment(t, home), "DISPLAY="+display, "WAYLAND_DISPLAY=", "LIBGL_ALWAYS_SOFTWARE=1")
	s.connect(display)
	return s
}

// serve starts the server and returns its display.
func (s *screen) serve() string {
	s.t.Helper()
	r, w, err := os.Pipe()
	if err != nil {
		s.t.Fatal(err)
	}
	size := fmt.Sprintf("%dx%dx24", s.width, s.height)
	x := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", size, "-nolisten", "tcp")
	x.ExtraFiles = []*os.File{w}
	if err := x.Start(); err != nil {
		s.t.Fatal(err)
	}
	s.t.Cleanup(func() { x.Process.Kill(); x.Wait() })
	w.Close()
	r.SetReadDeadline(time.Now().Add(patience))
	display, err := bufio.NewReader(r).ReadString('\n') // written once it is ready
	if err != nil {
		s.t.Fatalf("Xvfb did not start: %v", err)
	}
	return ":" + strings.TrimSpace(display)
}

// connect connects to the server.
func (s *screen) connect(display string) {
	s.t.Helper()
	xgb.Logger.SetOutput(io.Discard) // it complains of a server that has ended
	conn, err := xgb.NewConnDisplay(display)
	if err == nil {
		err = xtest.Init(conn)
	}
	if err != nil {
		s.t.Fatalf("the screen cannot be read: %v", err)
	}
	s.t.Cleanup(conn.Close)
	s.conn, s.root = conn, xproto.Setup(conn).DefaultScreen(conn).Root
	s.keys = strokes(s.t, conn)
}

// capture returns what the screen shows.
func (s *screen) capture() frame { return s.part(0, 0, s.width, s.height) }

// part returns what a part of the screen shows.
func (s *screen) part(x, y, width, height int) frame {
	s.t.Helper()
	image, err := xproto.GetImage(s.conn, xproto.ImageFormatZPixmap, xproto.Drawable(s.root), int16(x), int16(y), uint16(width), uint16(height), 0xffffffff).Reply()
	if err != nil {
		s.t.Fatalf("the screen cannot be read: %v", err)
	}
	return frame{width, height, image.Data}
}

// How long the screen may take to follow, on a machine that has much else to
// do, and how long it stays the same once it has come to rest.
const patience, rest = time.Minute, 600 * time.Millisecond

// settle waits until the screen has stayed the same for a while, and returns
// what it shows.
func (s *screen) settle() frame {
	s.t.Helper()
	last, since := s.capture(), time.Now()
	eventually(s.t, patience, "the screen comes to rest", func() bool {
		if now := s.capture(); !now.same(last) {
			last, since = now, time.Now()
		}
		return time.Since(since) > rest
	})
	return last
}

// follow does something, waits until the screen shows something else and has
// come to rest again, and saves what it shows under a name.
func (s *screen) follow(name string, do func()) frame {
	s.t.Helper()
	before := s.capture()
	do()
	eventually(s.t, patience, "the screen changes: "+name, func() bool { return !s.capture().same(before) })
	after := s.settle()
	s.save(name, after)
	return after
}

// save writes a frame into the folder for pictures.
func (s *screen) save(name string, f frame) {
	s.t.Helper()
	if err := f.write(filepath.Join(s.pictures, name+".png")); err != nil {
		s.t.Errorf("no picture %s: %v", name, err)
	}
}

// start starts a program on the screen, which ends with the test.
func (s *screen) start(path string, args ...string) (process *exec.Cmd, said *strings.Builder) {
	s.t.Helper()
	said = &strings.Builder{}
	process = exec.Command(path, args...)
	process.Env, process.Stdout, process.Stderr = s.env, said, said
	if err := process.Start(); err != nil {
		s.t.Fatal(err)
	}
	s.t.Cleanup(func() { process.Process.Kill(); process.Wait() })
	return process, said
}
