package main

import (
	"net"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"time"
)

// reachable reports whether a display answers. The environment may name one
// that is gone, as after su or a lost ssh connection, and Fyne panics on it.
func reachable() bool {
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		return true
	}
	return answers(waylandAddress()) || answers(x11Address())
}

// waylandAddress returns where Wayland listens, as its documentation says of
// the two variables.
func waylandAddress() (network, address string) {
	name := os.Getenv("WAYLAND_DISPLAY")
	if name != "" && !filepath.IsAbs(name) {
		name = filepath.Join(os.Getenv("XDG_RUNTIME_DIR"), name)
	}
	return "unix", name
}

// x11Address returns where the X server listens, which DISPLAY names as
// host:number.screen; no host is this machine, see X(7).
func x11Address() (network, address string) {
	display := os.Getenv("DISPLAY")
	colon := strings.LastIndexByte(display, ':')
	if colon < 0 {
		return "unix", ""
	}
	host := display[:colon]
	digits, _, _ := strings.Cut(display[colon+1:], ".")
	number, err := strconv.Atoi(digits)
	switch {
	case err != nil:
		return "unix", ""
	case host == "" || host == "unix":
		return "unix", "/tmp/.X11-unix/X" + digits
	case strings.HasPrefix(host, "/"):
		return "unix", display
	}
	return "tcp", net.JoinHostPort(host, strconv.Itoa(6000+number))
}

func answers(network, address string) bool {
	if address == "" {
		return false
	}
	c, err := net.DialTimeout(network, address, 5*time.Second)
	if err != nil {
		return false
	}
	c.Close()
	return true
}
