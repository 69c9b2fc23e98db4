package window

import (
	"cmp"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
)

// devicesCard is whose devices the updates come from, and which of them are
// known to be theirs.
type devicesCard struct {
	*fyne.Container
	w          *Window
	rows       *fyne.Container
	unverified *prose
	what       *opening
}

func newDevicesCard(w *Window, again func()) *devicesCard {
	c := &devicesCard{w: w, rows: container.New(column{gap: 10}), unverified: newProse(sizeText, colorMuted)}
	c.what = newOpening(say.Text("What does accepting a device mean?"), again, newProse(sizeLabel, colorMuted, plain(acceptingMeans())))
	c.Container = newCard(container.New(column{gap: spaceM}, newHeading(say.Text("Devices")), c.rows, c.unverified, c.what))
	return c
}

func acceptingMeans() string {
	return say.Text("Every device signs what is entered on it. Accepting one says that you know whose it is: compare its fingerprint with the one that its owner sees here, " +
		"by telephone for instance. Its updates then show as verified. It changes no count, and can be taken back.")
}

func (c *devicesCard) card() *fyne.Container { return c.Container }

func (c *devicesCard) show(now shared) {
	rows := []fyne.CanvasObject{newSharingRow(newDrawing(glyphDevice, colorMuted, 15), deviceName(now.own.Name, now.own.Key),
		[]string{say.Text("This device · %s", now.own.Key.Fingerprint())},
		newButton(say.Text("Rename…"), func() { c.w.nameDevice(now.own) }))}
	for _, d := range now.others {
		rows = append(rows, c.row(d, now))
	}
	listRows(c.rows, rows)
	c.unverified.set(plain(unverifiedWords(now)))
	c.what.Hidden = len(now.others) == 0
}

// row returns the line of another device.
func (c *devicesCard) row(d otherDevice, now shared) fyne.CanvasObject {
	name := deviceName(d.Name, d.Key)
	zone := zoneOf(now.Snapshot)
	what := say.Text("%[1]s · first seen %[2]s · %[3]s", d.Key.Fingerprint(), phrase.Day(campaign.DayOf(d.Seen, zone)),
		say.Count("%s updates", int64(d.updates), phrase.Count(int64(d.updates))))
	if !d.IsAccepted() {
		return newSharingRow(newDrawing(glyphWarning, colorMuted, 15), name, []string{what, say.Text("Not accepted yet: its updates count, and show as unverified.")},
			newButton(say.Text("Accept…"), func() { c.w.acceptDevice(d.Device) }))
	}
	return newSharingRow(newDrawing(glyphCheck, colorReached, 15), name, []string{what, say.Text("Accepted %s.", phrase.Day(campaign.DayOf(d.Accepted, zone)))},
		newButton(say.Text("Take back…"), func() { c.w.refuseDevice(d.Device) }))
}

// deviceName is what a device is called: its fingerprint until it has a name.
func deviceName(name string, key campaign.DeviceKey) string { return cmp.Or(name, key.Fingerprint()) }

// unverifiedWords says how many updates nobody vouches for.
func unverifiedWords(now shared) string {
	switch {
	case len(now.others) == 0:
		return say.Text("No other device has sent anything yet. Those that do are listed here.")
	case now.origins.Unverified == 0:
		return say.Text("Every update comes from this device or from one that was accepted.")
	}
	n, all := int64(now.origins.Unverified), int64(now.Standing.Updates)
	return say.Count("%s updates are unverified, of %s in all.", n, phrase.Count(n), phrase.Count(all))
}
