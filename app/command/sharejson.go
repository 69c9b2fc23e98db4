package command

import "muster/app"

// folderJSON is how a shared folder stands, as programs get it.
type folderJSON struct {
	Campaign string             `json:"campaign"`
	Folder   *string            `json:"folder"`
	At       *string            `json:"at"`
	Taken    int                `json:"taken"`
	Written  bool               `json:"written"`
	Waiting  bool               `json:"waiting"`
	Devices  []folderDeviceJSON `json:"devices"`
	Files    []folderFileJSON   `json:"files"`
	Packs    []packsJSON        `json:"packs,omitempty"`
}

// packsJSON is whom packs are for, and when the last one was written.
type packsJSON struct {
	To string  `json:"to"`
	At *string `json:"at"`
}

func jsonPacks(outlets []app.Outlet) []packsJSON {
	var all []packsJSON
	for _, o := range outlets {
		if o.Kind == app.ByHand {
			all = append(all, packsJSON{o.Name, jsonTime(o.At)})
		}
	}
	return all
}

type folderDeviceJSON struct {
	Name        string  `json:"name"`
	Fingerprint string  `json:"fingerprint"`
	Own         bool    `json:"own"`
	Files       int     `json:"files"`
	Last        *string `json:"last"`
}

type folderFileJSON struct {
	Name   string  `json:"name"`
	Size   int64   `json:"size"`
	State  string  `json:"state"`
	Device *string `json:"device"`
	Good   bool    `json:"good"`
	Says   string  `json:"says"`
}

func jsonFolder(name string, s app.FolderState) folderJSON {
	j := folderJSON{Campaign: name, Folder: orNull(s.Folder), At: jsonTime(s.At), Taken: s.Taken, Written: s.Written, Waiting: s.Waiting,
		Devices: []folderDeviceJSON{}, Files: []folderFileJSON{}}
	for _, d := range s.Devices {
		j.Devices = append(j.Devices, folderDeviceJSON{d.Name, d.Key.Fingerprint(), d.Own, d.Segments, jsonTime(d.Last)})
	}
	for _, f := range s.Files {
		device := ""
		if !f.Device.IsZero() {
			device = f.Device.Fingerprint()
		}
		j.Files = append(j.Files, folderFileJSON{f.Name, f.Size, f.State.String(), orNull(device), f.State.Good(), f.Words().String()})
	}
	return j
}
