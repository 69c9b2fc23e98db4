package campaign

import (
	"bytes"
	"encoding/hex"
	"errors"
	"strings"
	"time"
)

// ID names an update or a campaign: 16 bytes laid out as a UUID whose first
// six bytes are a Unix time in milliseconds (RFC 9562, versions 7 and 8), so
// that ids sort by time.
type ID [16]byte

// errID is what ParseID returns for anything that is not an id.
var errID = errors.New("not an id: it has 32 hexadecimal digits, such as 0193a5b2-7c1e-7000-8000-0123456789ab")

// ParseID reads the form that String writes; hyphens may be left out.
func ParseID(s string) (ID, error) {
	var id ID
	b, err := hex.DecodeString(strings.ReplaceAll(s, "-", ""))
	if err != nil || len(b) != len(id) {
		return ID{}, errID
	}
	copy(id[:], b)
	return id, nil
}

// String returns the usual form of a UUID.
func (id ID) String() string {
	var out [36]byte
	hex.Encode(out[0:8], id[0:4])
	hex.Encode(out[9:13], id[4:6])
	hex.Encode(out[14:18], id[6:8])
	hex.Encode(out[19:23], id[8:10])
	hex.Encode(out[24:36], id[10:16])
	out[8], out[13], out[18], out[23] = '-', '-', '-', '-'
	return string(out[:])
}

// Compare orders ids by their bytes, so mostly by time.
func (id ID) Compare(other ID) int { return bytes.Compare(id[:], other[:]) }

// IsZero reports whether id is not set.
func (id ID) IsZero() bool { return id == ID{} }

// Time returns the moment that the id carries, in UTC to the millisecond.
func (id ID) Time() time.Time {
	var ms int64
	for _, b := range id[:6] {
		ms = ms<<8 | int64(b)
	}
	return time.UnixMilli(ms).UTC()
}
