package window

import (
	"muster/app"
	"muster/campaign"
)

// shared is all that the screen shows.
type shared struct {
	app.Snapshot
	own     app.Device
	others  []otherDevice
	packs   []app.Outlet   // for somebody
	waiting map[string]int // updates that are new for whom
	folder  folderNews
	held    []app.Quarantined
	origins app.Origins
}

// otherDevice is a device whose updates came here.
type otherDevice struct {
	app.Device
	updates int // of the campaign
}

// folderNews is what is known of a campaign's shared folder.
type folderNews struct {
	of    campaign.ID
	state app.FolderState
	err   error // why it is not in step; nil if it is
	asked bool  // it has been looked into
	wrong int   // files that somebody should look at, when it last could be
}

// readShared reads all that the screen shows, but for what is in the folder:
// that is told.
func readShared(m *app.Muster, desk *app.Desk, now app.Snapshot, told folderNews) (shared, error) {
	s := shared{Snapshot: now}
	if m == nil || desk == nil { // a window of samples
		return s, nil
	}
	if told.of == now.Campaign.ID {
		s.folder = told
	}
	devices, err := m.Devices()
	if err != nil {
		return s, err
	}
	if s.origins, err = desk.Origins(); err != nil {
		return s, err
	}
	s.own = devices[0]
	for _, d := range devices[1:] {
		s.others = append(s.others, otherDevice{d, s.origins.ByDevice[d.Key]})
	}
	if s.folder.state.Folder, err = desk.Folder(); err != nil {
		return s, err
	}
	outlets, err := desk.Outlets()
	if err != nil {
		return s, err
	}
	s.waiting = map[string]int{}
	for _, o := range outlets {
		if o.Kind != app.ByHand {
			continue
		}
		s.packs = append(s.packs, o)
		if o.At.IsZero() {
			continue // everything waits
		}
		if s.waiting[o.Name], err = desk.Waiting(o); err != nil {
			return s, err
		}
	}
	s.held, err = desk.Quarantine()
	return s, err
}

// nameOf returns what a device is called, as far as that is known.
func (s shared) nameOf(key campaign.DeviceKey) string {
	if key == s.own.Key {
		return deviceName(s.own.Name, key)
	}
	for _, d := range s.others {
		if d.Key == key {
			return deviceName(d.Name, key)
		}
	}
	return key.Fingerprint()
}
