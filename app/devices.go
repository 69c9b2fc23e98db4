package app

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"muster/campaign"
	"muster/persistence"
)

// Device is a device that signs updates: this data folder, or another.
type Device struct {
	persistence.Device
	Own bool
}

// IsAccepted reports whether updates that the device signed are verified.
func (d Device) IsAccepted() bool { return d.Own || !d.Accepted.IsZero() }

// Device returns this device.
func (m *Muster) Device() (Device, error) {
	own, err := m.store.Own()
	if err != nil {
		return Device{}, err
	}
	return Device{Own: true, Device: persistence.Device{Key: own.Device(), Name: own.Name}}, nil
}

// NameDevice gives this device another name. Error: campaign.ErrInvalid.
func (m *Muster) NameDevice(name string) error {
	name = strings.TrimSpace(name)
	if err := campaign.CheckDeviceName(name); err != nil {
		return err
	}
	return m.store.NameOwn(name)
}

// Devices returns this device and then the others whose signed updates came
// here, by name.
func (m *Muster) Devices() ([]Device, error) {
	own, err := m.Device()
	if err != nil {
		return nil, err
	}
	others, err := m.store.Devices()
	all := []Device{own}
	for _, d := range others {
		if d.Key != own.Key {
			all = append(all, Device{Device: d})
		}
	}
	slices.SortFunc(all[1:], func(a, b Device) int {
		return cmp.Or(cmp.Compare(strings.ToLower(a.Name), strings.ToLower(b.Name)), cmp.Compare(a.Key.Fingerprint(), b.Key.Fingerprint()))
	})
	return all, err
}

// FindDevice returns the device whose fingerprint begins with a text; hyphens
// and spaces do not matter. Error: campaign.ErrNoDevice.
func (m *Muster) FindDevice(fingerprint string) (Device, error) {
	all, err := m.Devices()
	if err != nil {
		return Device{}, err
	}
	plain := strings.NewReplacer("-", "", " ", "")
	digits := strings.ToLower(plain.Replace(fingerprint))
	var found []Device
	for _, d := range all {
		if len(digits) >= 4 && strings.HasPrefix(plain.Replace(d.Key.Fingerprint()), digits) {
			found = append(found, d)
		}
	}
	switch len(found) {
	case 0:
		return Device{}, campaign.Explain(campaign.ErrNoDevice,
			"there is no device with the fingerprint %q: `muster device list` shows those whose updates came here", fingerprint)
	case 1:
		return found[0], nil
	}
	return Device{}, campaign.Explain(campaign.ErrNoDevice, "several devices have a fingerprint that begins with %q: give more of it", fingerprint)
}

// Accept notes that somebody has compared a device's fingerprint: the updates
// that it signs are verified from now on. What is counted does not depend on
// it. Error: campaign.ErrNoDevice.
func (m *Muster) Accept(key campaign.DeviceKey) error { return m.store.AcceptDevice(key, m.Now()) }

// Refuse takes the acceptance of a device back. Error: campaign.ErrNoDevice.
func (m *Muster) Refuse(key campaign.DeviceKey) error {
	return m.store.AcceptDevice(key, time.Time{})
}
