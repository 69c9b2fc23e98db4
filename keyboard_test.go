package main_test

import (
	"strings"
	"testing"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
	"github.com/jezek/xgb/xtest"
)

// stroke is the key that brings a symbol, alone or with Shift.
type stroke struct {
	code    byte
	shifted bool
}

// named are the symbols of keys that are called by a name, see
// X11/keysymdef.h. Letters and signs are their own symbols.
var named = map[string]xproto.Keysym{
	"Return": 0xff0d, "Escape": 0xff1b, "Tab": 0xff09, "Down": 0xff54, "ctrl": 0xffe3, "shift": 0xffe1,
}

// strokes returns how all symbols are brought on a server's keyboard.
func strokes(t testing.TB, conn *xgb.Conn) map[xproto.Keysym]stroke {
	t.Helper()
	setup := xproto.Setup(conn)
	keys, err := xproto.GetKeyboardMapping(conn, setup.MinKeycode, byte(setup.MaxKeycode-setup.MinKeycode+1)).Reply()
	if err != nil {
		t.Fatal(err)
	}
	all := map[xproto.Keysym]stroke{}
	for i, symbol := range keys.Keysyms {
		column := i % int(keys.KeysymsPerKeycode)
		if _, known := all[symbol]; !known && column < 2 {
			all[symbol] = stroke{byte(setup.MinKeycode) + byte(i/int(keys.KeysymsPerKeycode)), column == 1}
		}
	}
	return all
}

// press presses and releases keys together, such as ctrl+shift+n.
func (s *screen) press(chord string) {
	s.t.Helper()
	var codes []byte
	for _, key := range strings.Split(chord, "+") {
		symbol, ok := named[key]
		if !ok {
			symbol = xproto.Keysym([]rune(key)[0])
		}
		codes = append(codes, s.stroke(symbol).code)
	}
	s.hit(codes)
}

// write types a text.
func (s *screen) write(text string) {
	s.t.Helper()
	for _, sign := range text {
		k := s.stroke(xproto.Keysym(sign))
		if k.shifted {
			s.hit([]byte{s.stroke(named["shift"]).code, k.code})
		} else {
			s.hit([]byte{k.code})
		}
	}
}

func (s *screen) stroke(symbol xproto.Keysym) stroke {
	s.t.Helper()
	k, ok := s.keys[symbol]
	if !ok {
		s.t.Fatalf("no key has the symbol %x", symbol)
	}
	return k
}

// between is how many milliseconds go by between two keys. Of two strokes of
// the same key in one moment the window would take only the first.
const between = 5

// hit presses keys in order and releases them in reverse.
func (s *screen) hit(codes []byte) {
	for _, c := range codes {
		xtest.FakeInput(s.conn, xproto.KeyPress, c, between, s.root, 0, 0, 0)
	}
	for i := range codes {
		xtest.FakeInput(s.conn, xproto.KeyRelease, codes[len(codes)-1-i], 0, s.root, 0, 0, 0)
	}
	s.conn.Sync()
}
