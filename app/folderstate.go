package app

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"muster/campaign"
	"muster/persistence/exchange/folder"
)

// FolderState is what is known of a campaign's shared folder.
type FolderState struct {
	Folder  string
	At      time.Time // when everything from here was last written there; zero if never
	Devices []FolderDevice
	Files   []FolderFile // by name
	Taken   int          // updates that came in this time
	Written bool         // something from here was written there this time
	Waiting bool         // something from here is not written there yet
}

// FolderDevice is a device that has written into the folder.
type FolderDevice struct {
	Key      campaign.DeviceKey
	Name     string
	Own      bool // it is this one
	Last     time.Time
	Segments int
}

// FolderFile is a file in the folder.
type FolderFile struct{ folder.File }

// Wrong returns how many files there are that somebody should look at.
func (s FolderState) Wrong() int {
	n := 0
	for _, f := range s.Files {
		if !f.State.Good() {
			n++
		}
	}
	return n
}

// Words says what a file is and what to do about it.
func (f FolderFile) Words() campaign.Words {
	switch f.State {
	case folder.Own:
		return campaign.Words{Format: "written here"}
	case folder.Missing:
		return campaign.Words{Format: "written here, and gone or changed since: everything from here will be written again"}
	case folder.Taken:
		return campaign.Words{Format: "taken in"}
	case folder.Unread:
		return campaign.Words{Format: "not taken in yet"}
	case folder.Copy:
		return campaign.Words{Format: "the same as another file here: it may be deleted"}
	case folder.Renamed:
		return campaign.Words{Format: "taken in and passed on, though it does not have the name it was written under: it may be deleted"}
	case folder.Unsigned:
		return campaign.Words{Format: "taken in, but for what cannot be believed, which is in quarantine: look at it there"}
	case folder.Cut:
		return campaign.Words{Format: "not whole: it may still be on its way. If it stays so, delete it: its device then writes it again"}
	case folder.Elsewhere:
		return campaign.Words{Format: "of another campaign: left alone"}
	case folder.Newer:
		return campaign.Words{Format: "written by a later version of Muster: update Muster to take it in"}
	case folder.Locked:
		return campaign.Words{Format: "locked with a passphrase: merge it by hand"}
	case folder.Closed:
		return campaign.Words{Format: "it cannot be read now: %s", Args: []any{f.Why}}
	case folder.Refused:
		return campaign.Words{Format: "it cannot be taken in: %s", Args: []any{f.Why}}
	}
	return campaign.Words{Format: "not one of Muster's: left alone"}
}

// devices returns who wrote the files, this device first, then by name.
func devices(files []folder.File, own campaign.DeviceKey) []FolderDevice {
	byKey := map[campaign.DeviceKey]FolderDevice{}
	for _, f := range files {
		if f.Device.IsZero() || f.State == folder.Elsewhere || f.State == folder.Missing {
			continue
		}
		d := byKey[f.Device]
		if f.Changed.After(d.Last) {
			d.Last, d.Name = f.Changed, cmp.Or(f.By, d.Name)
		}
		d.Key, d.Own, d.Segments = f.Device, f.Device == own, d.Segments+1
		byKey[f.Device] = d
	}
	var all []FolderDevice
	for _, d := range byKey {
		all = append(all, d)
	}
	slices.SortFunc(all, func(a, b FolderDevice) int {
		if a.Own != b.Own {
			if a.Own {
				return -1
			}
			return 1
		}
		return cmp.Or(strings.Compare(strings.ToLower(a.Name), strings.ToLower(b.Name)), strings.Compare(a.Key.Fingerprint(), b.Key.Fingerprint()))
	})
	return all
}
