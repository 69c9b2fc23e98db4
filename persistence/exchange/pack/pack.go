// Package pack writes and reads packs: files with some updates of a campaign
// and its plan, to be merged into another copy. docs/pack.md describes them.
//
// A pack comes from somebody else, so that nothing of it is believed: it is
// read whole before any of it is used, within limits on what it may cost.
package pack

import (
	"time"

	"muster/campaign"
)

// Ending is what names of packs end in.
const Ending = ".muster"

// Version is the format that this version of Muster writes, and the latest
// that it reads.
const Version = 1

// A pack begins with one line in clear, such as "muster pack 1", and ends with
// the SHA-256 of all before it.
const (
	magic   = "muster pack "
	sumSize = 32
)

// Limits on what a pack may cost whoever reads it. Ids alone keep honest
// updates from being packed to a tenth of their size.
const (
	maxMessage   = 16 << 20 // bytes of a run or a revision
	maxRevisions = 10_000
	maxDocuments = 64 << 20 // bytes of all revisions
	maxKnown     = 10_000   // devices named
	freeUnpacked = 64 << 20 // bytes that any pack may unpack to
	maxRatio     = 100      // bytes more for each byte of the pack
	maxWindow    = 8 << 20  // how far back the packing may look
)

// Header says what a pack is of.
type Header struct {
	Campaign campaign.ID
	Name     string // of the campaign
	Maker    Device // that wrote the pack
	Made     time.Time
	Known    []Device // names of the devices whose runs are in it
}

// Device is a device and what its owner calls it.
type Device struct {
	Key  campaign.DeviceKey
	Name string
}
