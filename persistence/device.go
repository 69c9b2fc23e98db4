package persistence

import (
	"bufio"
	"cmp"
	"crypto/ed25519"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"muster/campaign"
)

// keyName is the file with this device's key. It lies beside the data and not
// in it, so that a backup brought back elsewhere does not make two devices of
// one.
const keyName = "device.key"

// keyTitle is the first line of that file; the second is the key in hexadecimal
// digits, the third what the device is called.
const keyTitle = "muster device key 1"

// Own is this device: the key that it signs with, and its name.
type Own struct {
	Key  ed25519.PrivateKey
	Name string
}

// Device returns the public key; zero if no key was made yet.
func (o Own) Device() campaign.DeviceKey {
	if len(o.Key) == 0 {
		return campaign.DeviceKey{}
	}
	return campaign.DeviceOf(o.Key)
}

// Own returns this device, making its key when it is first asked for.
func (s *Store) Own() (Own, error) {
	own, err := s.readOwn()
	if !errors.Is(err, os.ErrNotExist) {
		return own, err
	}
	_, key, err := ed25519.GenerateKey(nil)
	if err != nil {
		return own, err
	}
	host, _ := os.Hostname() // a device without a name shows its fingerprint
	if err := s.writeOwn(Own{key, plainName(host)}, putNew); err != nil && !errors.Is(err, os.ErrExist) {
		return own, err
	}
	return s.readOwn()
}

// putNew gives a file a name that is free. A link fails if another process was
// quicker, whose file then is used.
func putNew(from, to string) error {
	err := os.Link(from, to)
	if err != nil && !errors.Is(err, os.ErrExist) {
		return os.Rename(from, to) // there are file systems without links
	}
	return err
}

// NameOwn gives this device another name.
func (s *Store) NameOwn(name string) error {
	own, err := s.Own()
	if err != nil {
		return err
	}
	own.Name = name
	return s.writeOwn(own, os.Rename)
}

// ownSoFar returns this device, without a key if none was made yet: to read, it
// is not needed.
func (s *Store) ownSoFar() (Own, error) {
	own, err := s.readOwn()
	if errors.Is(err, os.ErrNotExist) {
		err = nil
	}
	return own, err
}

func (s *Store) readOwn() (own Own, err error) {
	path := filepath.Join(s.dir, keyName)
	file, err := os.Open(path)
	if err != nil {
		return own, err
	}
	defer file.Close()
	var lines [3]string
	in := bufio.NewScanner(file)
	for i := range lines {
		if in.Scan() {
			lines[i] = in.Text()
		}
	}
	seed, bad := hex.DecodeString(lines[1])
	if err := cmp.Or(in.Err(), bad); err != nil || lines[0] != keyTitle || len(seed) != ed25519.SeedSize {
		return own, campaign.Explain(campaign.ErrDamaged,
			"%s is not the key of a device. Bring it back from a copy, or move it away: Muster then makes a new one, and others have to accept this device again", path)
	}
	return Own{ed25519.NewKeyFromSeed(seed), lines[2]}, nil
}

// writeOwn writes the key file under a temporary name, synced, and has put
// give it its own.
func (s *Store) writeOwn(own Own, put func(from, to string) error) error {
	temp, err := os.CreateTemp(s.dir, keyName+".new-*") // 0600
	if err != nil {
		return s.explain(err)
	}
	defer os.Remove(temp.Name())
	_, err = fmt.Fprintf(temp, "%s\n%x\n%s\n", keyTitle, own.Key.Seed(), own.Name)
	if err = errors.Join(err, temp.Sync(), temp.Close()); err != nil {
		return s.explain(err)
	}
	if err := put(temp.Name(), filepath.Join(s.dir, keyName)); err != nil {
		return s.explain(err)
	}
	return syncFolder(s.dir)
}

// plainName returns a name that a device can have, as near as can be to a text.
func plainName(text string) string {
	name := strings.Join(strings.Fields(strings.ToValidUTF8(text, "")), " ")
	for len(name) > campaign.MaxNameLen {
		name = name[:len(name)-1]
	}
	return strings.ToValidUTF8(name, "")
}
