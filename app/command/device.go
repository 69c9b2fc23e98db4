package command

import (
	"encoding/base64"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"muster/app"
	"muster/app/phrase"
	"muster/campaign"
)

func (f *face) deviceCommand() *cobra.Command {
	var asJSON bool
	c := f.command(&cobra.Command{
		Use:   "device",
		Short: "Show, name and accept the devices that updates come from",
		Long: "Each data folder is a device with a key that its updates are signed with. Whoever merges\n" +
			"them compares the fingerprint with the owner's, once, and accepts the device: its updates\n" +
			"are verified from then on. What is counted does not depend on it.",
		Example: "  muster device show\n  muster device name \"stall laptop\"\n  muster device list\n  muster device accept 3f1c-90ab-77d2",
		Args:    knownCommand,
	}, func([]string) error { return f.showDevice(asJSON) })
	jsonFlag(c, &asJSON)
	c.AddCommand(f.deviceAction("show", "Show the name and the fingerprint of this device", 0, "", func(_ []string, asJSON bool) error { return f.showDevice(asJSON) }),
		f.deviceAction("list", "List this device and those whose updates came here", 0, "", func(_ []string, asJSON bool) error { return f.listDevices(asJSON) }),
		f.deviceAction("name NAME", "Give this device a name that others know it by", 1, "NAME", f.nameDevice),
		f.deviceAction("accept FINGERPRINT", "Accept a device, once its fingerprint was compared", 1, "FINGERPRINT",
			func(args []string, asJSON bool) error { return f.acceptDevice(args[0], (*app.Muster).Accept, asJSON) }),
		f.deviceAction("refuse FINGERPRINT", "Take the acceptance of a device back", 1, "FINGERPRINT",
			func(args []string, asJSON bool) error { return f.acceptDevice(args[0], (*app.Muster).Refuse, asJSON) }))
	return c
}

// deviceAction returns a command below `muster device`.
func (f *face) deviceAction(use, short string, n int, form string, run func(args []string, asJSON bool) error) *cobra.Command {
	var asJSON bool
	c := f.command(&cobra.Command{Use: use, Short: short, Args: between(n, n, form)}, func(args []string) error { return run(args, asJSON) })
	jsonFlag(c, &asJSON)
	return c
}

// deviceJSON is a device, as programs get it.
type deviceJSON struct {
	Name        *string `json:"name"`
	Fingerprint string  `json:"fingerprint"`
	Key         string  `json:"key"` // base64
	Own         bool    `json:"own"`
	Seen        *string `json:"seen"`
	Accepted    *string `json:"accepted"`
}

func jsonDevice(d app.Device) deviceJSON {
	return deviceJSON{Name: orNull(d.Name), Fingerprint: d.Key.Fingerprint(), Key: base64.StdEncoding.EncodeToString(d.Key[:]),
		Own: d.Own, Seen: jsonTime(d.Seen), Accepted: jsonTime(d.Accepted)}
}

// deviceName returns how people tell a device: its name and fingerprint.
func deviceName(d app.Device) string {
	return strings.TrimSpace(fmt.Sprintf("%s %s", d.Name, d.Key.Fingerprint()))
}

func (f *face) showDevice(asJSON bool) error {
	m, err := f.muster()
	if err != nil {
		return err
	}
	own, err := m.Device()
	if err != nil {
		return err
	}
	if asJSON {
		return f.json(jsonDevice(own))
	}
	f.printf("This device is %s. Others compare the fingerprint before they accept it.\n", deviceName(own))
	return nil
}

func (f *face) nameDevice(args []string, asJSON bool) error {
	m, err := f.muster()
	if err != nil {
		return err
	}
	if err := m.NameDevice(args[0]); err != nil {
		return err
	}
	return f.showDevice(asJSON)
}

func (f *face) listDevices(asJSON bool) error {
	m, err := f.muster()
	if err != nil {
		return err
	}
	all, err := m.Devices()
	if err != nil {
		return err
	}
	found, lines := []deviceJSON{}, newTable()
	for _, d := range all {
		found = append(found, jsonDevice(d))
		lines.add(d.Key.Fingerprint(), d.Name, trust(d))
	}
	if asJSON {
		return f.json(found)
	}
	f.printf("%s", lines)
	return nil
}

// trust says in words whether a device was accepted.
func trust(d app.Device) string {
	switch {
	case d.Own:
		return "this device"
	case d.IsAccepted():
		return "accepted " + phrase.Moment(d.Accepted, time.UTC)
	}
	return "not accepted"
}

func (f *face) acceptDevice(fingerprint string, change func(*app.Muster, campaign.DeviceKey) error, asJSON bool) error {
	m, err := f.muster()
	if err != nil {
		return err
	}
	d, err := m.FindDevice(fingerprint)
	if err != nil {
		return err
	}
	if d.Own {
		return usage("%s is this device: its own updates need no acceptance", deviceName(d))
	}
	if err := change(m, d.Key); err != nil {
		return err
	}
	if d, err = m.FindDevice(d.Key.Fingerprint()); err != nil {
		return err
	}
	if asJSON {
		return f.json(jsonDevice(d))
	}
	if d.IsAccepted() {
		f.printf("Accepted: the updates of %s are verified.\n", deviceName(d))
	} else {
		f.printf("No longer accepted: the updates of %s count, but are not verified.\n", deviceName(d))
	}
	return nil
}
