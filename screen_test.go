package main_test

import (
	"bufio"
	"crypto/sha256"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// program returns the path of Muster, built from the files as they are. It is
// left alone when it is newer than they, so that a result stays cached.
func program(t testing.TB) string {
	t.Helper()
	path, err := filepath.Abs("build/muster")
	if err != nil {
		t.Fatal(err)
	}
	built, err := os.Stat(path)
	fresh := err == nil
	for _, file := range sources(t, ".", "") {
		source, err := os.Stat(file)
		if err != nil {
			t.Fatal(err)
		}
		if fresh && !strings.HasSuffix(file, "_test.go") && source.ModTime().After(built.ModTime()) {
			fresh = false
		}
	}
	if !fresh {
		run(t, "go", "build", "-tags", "migrated_fynedo", "-o", path, ".")
	}
	return path
}

// run runs a command to its end.
func run(t testing.TB, name string, args ...string) {
	t.Helper()
	if out, err := exec.Command(name, args...).CombinedOutput(); err != nil {
		t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, out)
	}
}

// eventually asks again and again until the answer is yes.
func eventually(t testing.TB, within time.Duration, what string, yes func() bool) {
	t.Helper()
	for end := time.Now().Add(within); !yes(); time.Sleep(20 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("not within %v: %s", within, what)
		}
	}
}

// bareEnvironment is the environment of somebody who never ran Muster.
func bareEnvironment(t testing.TB) []string {
	t.Helper()
	home := t.TempDir()
	if err := os.Mkdir(filepath.Join(home, ".cache"), 0o700); err != nil {
		t.Fatal(err)
	}
	return append(os.Environ(), "HOME="+home, "XDG_CONFIG_HOME="+home, "XDG_DATA_HOME="+home, "XDG_CACHE_HOME=",
		"XDG_RUNTIME_DIR="+home, "MUSTER_DATA=", "LANG=en_US.UTF-8", "LC_ALL=")
}

// screen is an X server of its own, in memory.
type screen struct {
	t        testing.TB
	env      []string
	pictures string
}

// newScreen starts an X server on a free display, which ends with the test.
func newScreen(t testing.TB) *screen {
	t.Helper()
	for _, tool := range []string{"Xvfb", "xdotool", "import"} {
		if _, err := exec.LookPath(tool); err != nil {
			if os.Getenv("CI") != "" {
				t.Fatalf("%v: make test installs it", err)
			}
			t.Skipf("%v: make test installs it", err)
		}
	}
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	x := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", "1280x800x24", "-nolisten", "tcp")
	x.ExtraFiles = []*os.File{w}
	if err := x.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { x.Process.Kill(); x.Wait() })
	w.Close()
	display, err := bufio.NewReader(r).ReadString('\n') // written once it is ready
	if err != nil {
		t.Fatalf("Xvfb did not start: %v", err)
	}
	env := append(bareEnvironment(t), "DISPLAY=:"+strings.TrimSpace(display), "WAYLAND_DISPLAY=", "LIBGL_ALWAYS_SOFTWARE=1")
	return &screen{t: t, env: env, pictures: t.ArtifactDir()}
}

// tool runs a program against the screen and returns what it says.
func (s *screen) tool(name string, args ...string) (string, error) {
	c := exec.Command(name, args...)
	c.Env = s.env
	out, err := c.Output()
	return strings.TrimSpace(string(out)), err
}

// capture returns what the screen shows, in a form that can be compared.
func (s *screen) capture() [sha256.Size]byte {
	s.t.Helper()
	c := exec.Command("import", "-window", "root", "-depth", "8", "rgb:-")
	c.Env = s.env
	out, err := c.Output()
	if err != nil {
		s.t.Fatalf("the screen cannot be read: %v", err)
	}
	return sha256.Sum256(out)
}

// settle waits until the screen has stayed the same for a while, and returns
// what it shows.
func (s *screen) settle() [sha256.Size]byte {
	s.t.Helper()
	last, since := s.capture(), time.Now()
	eventually(s.t, 20*time.Second, "the screen comes to rest", func() bool {
		if now := s.capture(); now != last {
			last, since = now, time.Now()
		}
		return time.Since(since) > 600*time.Millisecond
	})
	return last
}

// save writes what the screen shows into the folder for pictures.
func (s *screen) save(name string) {
	s.t.Helper()
	if _, err := s.tool("import", "-window", "root", filepath.Join(s.pictures, name+".png")); err != nil {
		s.t.Errorf("no picture %s: %v", name, err)
	}
}

// painted reports whether there is anything below the header, to the right of
// the sidebar.
func (s *screen) painted() bool {
	s.t.Helper()
	path := filepath.Join(s.t.TempDir(), "screen.png")
	if _, err := s.tool("import", "-window", "root", path); err != nil {
		s.t.Fatalf("no picture: %v", err)
	}
	f, err := os.Open(path)
	if err != nil {
		s.t.Fatal(err)
	}
	defer f.Close()
	picture, err := png.Decode(f)
	if err != nil {
		s.t.Fatal(err)
	}
	ground, other := picture.At(226, 90), 0
	for x := 240; x < 1240; x += 5 {
		for y := 90; y < 780; y += 5 {
			if picture.At(x, y) != ground {
				other++
			}
		}
	}
	return other > 1000
}

// running is a program with a window on a screen.
type running struct {
	*screen
	process *exec.Cmd
	said    *strings.Builder
	id      string // of the window
}

// open starts a program and waits for its window.
func (s *screen) open(path string, args ...string) *running {
	s.t.Helper()
	r := &running{screen: s, process: exec.Command(path, args...), said: &strings.Builder{}}
	r.process.Env, r.process.Stdout, r.process.Stderr = s.env, r.said, r.said
	if err := r.process.Start(); err != nil {
		s.t.Fatal(err)
	}
	s.t.Cleanup(func() { r.process.Process.Kill(); r.process.Wait() })
	eventually(s.t, 30*time.Second, "a window opens", func() bool {
		id, err := s.tool("xdotool", "search", "--onlyvisible", "--name", "Muster")
		r.id = id
		return err == nil && id != ""
	})
	r.tell("windowmove", r.id, "0", "0")
	r.tell("windowsize", r.id, "1280", "800")
	r.tell("windowfocus", r.id)
	s.settle()
	return r
}

// tell makes the mouse and keyboard do something.
func (r *running) tell(args ...string) {
	r.t.Helper()
	if out, err := r.tool("xdotool", args...); err != nil {
		r.t.Fatalf("xdotool %v: %v %s", args, err, out)
	}
}

func (r *running) press(key string)  { r.t.Helper(); r.tell("key", key) }
func (r *running) write(text string) { r.t.Helper(); r.tell("type", "--delay", "30", text) }

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
