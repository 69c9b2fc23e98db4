package persistence_test

import (
	"crypto/sha256"
	"errors"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// service carries a folder between devices, as Nextcloud and its like do: each
// has a replica, and what changed there goes to the server and from there to
// the others, one day, in pieces.
type service struct {
	server   string
	replicas []*replica
	r        *rand.Rand
}

// replica is the folder on one device.
type replica struct {
	dir  string
	seen map[string][sha256.Size]byte // what server and replica agreed on
	half map[string]bool              // files that came in part
}

func newService(dir string, devices int, r *rand.Rand) (*service, error) {
	s := &service{server: filepath.Join(dir, "server"), r: r}
	err := os.Mkdir(s.server, 0o700)
	for i := range devices {
		one := &replica{dir: filepath.Join(dir, "replica"+string(rune('0'+i))), seen: map[string][sha256.Size]byte{}, half: map[string]bool{}}
		err = errors.Join(err, os.Mkdir(one.dir, 0o700))
		s.replicas = append(s.replicas, one)
	}
	return s, err
}

// carry brings server and a replica closer: wholly, or only some files and
// some of these in part.
func (s *service) carry(one *replica, wholly bool) error {
	here, err := sums(one.dir)
	if err != nil {
		return err
	}
	there, err := sums(s.server)
	if err != nil {
		return err
	}
	names := maps.Clone(here)
	maps.Copy(names, there)
	maps.Copy(names, one.seen)
	for _, name := range slices.Sorted(maps.Keys(names)) {
		if !wholly && s.r.IntN(3) == 0 {
			continue
		}
		if err := s.file(one, name, here, there, wholly); err != nil {
			return err
		}
	}
	return nil
}

// file carries one file, or its absence, whichever way it goes.
func (s *service) file(one *replica, name string, here, there map[string][sha256.Size]byte, wholly bool) error {
	local, server := filepath.Join(one.dir, name), filepath.Join(s.server, name)
	var none [sha256.Size]byte
	h, t, seen := here[name], there[name], one.seen[name]
	var err error
	switch {
	case h == t:
	case h == seen || one.half[name] && t != none: // it changed on the server
		one.half[name] = !wholly && t != none && s.r.IntN(4) == 0
		if err = replace(server, local, t == none, one.half[name]); one.half[name] {
			return err
		}
	case t == seen: // it changed here
		err = replace(local, server, h == none, false)
		t = h
	case h == none: // it was changed there and removed here
		err = replace(server, local, false, false)
	case t == none: // it was removed there and changed here
		err = replace(local, server, false, false)
		t = h
	default:
		kept := strings.TrimSuffix(local, ".muster") + " (conflicted copy).muster"
		err = errors.Join(os.Rename(local, kept), replace(server, local, false, false))
	}
	if one.seen[name] = t; t == none {
		delete(one.seen, name)
	}
	return err
}

// replace copies a file over another, or half of it, or removes the other.
func replace(from, to string, gone, half bool) error {
	if gone {
		return os.Remove(to)
	}
	content, err := os.ReadFile(from)
	if half {
		content = content[:len(content)/2]
	}
	return errors.Join(err, os.WriteFile(to, content, 0o600))
}

// sums returns the sum of every file in a folder.
func sums(dir string) (map[string][sha256.Size]byte, error) {
	all := map[string][sha256.Size]byte{}
	return all, filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := os.ReadFile(path)
		all[d.Name()] = sha256.Sum256(content)
		return err
	})
}
