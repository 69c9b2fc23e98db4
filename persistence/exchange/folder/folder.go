// Package folder keeps the files of a shared folder apart: which are segments
// of one's own, which are other devices', and what is wrong with the rest. A
// service such as Nextcloud or Syncthing carries them from device to device,
// and may do so late, half, twice, or under another name.
//
// No device ever writes a file of another's, so that there is nothing to be in
// conflict about. A segment is a pack, and is never changed once it is there.
package folder

import (
	"crypto/sha256"
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode"

	"muster/campaign"
	"muster/persistence/exchange/pack"
)

// State is what a file in the folder was found to be.
type State uint8

// What files are. Their numbers are stored.
const (
	Own       State = iota + 1 // a segment of this device's
	Missing                    // a segment of this device's that somebody removed or changed
	Taken                      // what is in it has been merged
	Copy                       // the same as another file in the folder
	Renamed                    // merged, but its name is not the one that it was written under
	Unsigned                   // merged but for what has a wrong signature, which is in quarantine
	Cut                        // a pack that is not whole, or damaged
	Elsewhere                  // of another campaign
	Newer                      // written by a later version of Muster
	Locked                     // encrypted with a passphrase
	Foreign                    // no pack at all
	Closed                     // cannot be read
	Refused                    // a pack that cannot be merged
	Unread                     // not looked into yet
)

// states are what programs call them.
var states = [...]string{"", "own", "missing", "taken", "copy", "renamed", "quarantined", "cut", "elsewhere", "newer", "locked", "foreign", "closed", "refused", "unread"}

// String returns what programs call the state.
func (s State) String() string {
	if int(s) < len(states) {
		return states[s]
	}
	return "unknown"
}

// Good reports whether nothing need be done about the file.
func (s State) Good() bool { return s == Own || s == Taken || s == Elsewhere || s == Unread }

// File is what is known of a file in the folder.
type File struct {
	Name    string
	Size    int64
	Changed time.Time // as the system tells it
	State   State
	Sum     [sha256.Size]byte  // of its content; zero if that is not known
	Device  campaign.DeviceKey // that wrote it; zero if that is not known
	By      string             // the device's name
	Why     string             // what is said of a file that cannot be read or merged
}

// same reports whether the file still looks as it did.
func (f File) same(g File) bool {
	return f.Name == g.Name && f.Size == g.Size && f.Changed.Equal(g.Changed)
}

// Writer is who writes segments: a device, for a campaign.
type Writer struct {
	Campaign string // its name
	Device   campaign.DeviceKey
}

// Name returns the name of the writer's segment of a number.
func (w Writer) Name(number uint64) string {
	return fmt.Sprintf("%s%06d%s", w.prefix(), number, pack.Ending)
}

func (w Writer) prefix() string { return slug(w.Campaign) + "-" + w.Device.Fingerprint() + "-" }

// number returns the number of a segment of the writer's, and whether a name
// is that of one.
func (w Writer) number(name string) (uint64, bool) {
	digits, is := strings.CutPrefix(strings.TrimSuffix(name, pack.Ending), w.prefix())
	n, err := strconv.ParseUint(digits, 10, 63)
	return n, is && err == nil && w.Name(n) == name
}

// longestSlug is how many letters of a campaign's name its segments carry.
const longestSlug = 40

// slug returns a name as every file system takes it.
func slug(name string) string {
	var out strings.Builder
	gap := false
	for _, r := range strings.ToLower(name) {
		if r > unicode.MaxASCII || !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			gap = true
			continue
		}
		if gap && out.Len() > 0 {
			out.WriteByte('-')
		}
		out.WriteRune(r)
		if gap = false; out.Len() == longestSlug {
			break
		}
	}
	if out.Len() == 0 {
		return "campaign"
	}
	return out.String()
}
