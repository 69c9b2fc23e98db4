package campaign

import (
	"crypto/sha256"
	"encoding/binary"
	"time"
)

// A filling is what one line of a tally sheet said when the sheet was saved: an
// added count that takes the place of what the line said before. Of the
// fillings of a line only the one that was saved last stands, of those saved at
// the same moment the largest; the others are voided. Which one that is shows
// from their ids alone, so that it does not matter which filling came first, how
// often, or on whose machine. A line that was emptied is a filling of none.
//
// The id of a filling, which is fixed for ever:
//
//	48 bits  Unix time in milliseconds when it was saved
//	 4 bits  version, 9, which no other id of ours has
//	12 bits  of the line
//	 2 bits  variant, 0b11
//	30 bits  of the line
//	20 bits  the count
//	12 bits  the first of SHA-256 over region and source with a zero byte between

// MaxFilling is the most that a line of a tally sheet may say, so that the
// count fits the id.
const MaxFilling = 1_000_000

const fillingVersion = 9

// FillingID returns the id of what a line said when its sheet was saved. Of the
// line's number the lowest 42 bits are taken.
func FillingID(saved time.Time, line uint64, count int64, region, source string) ID {
	var id ID
	where := sha256.Sum256([]byte(region + "\x00" + source))
	binary.BigEndian.PutUint64(id[:8], uint64(max(saved.UnixMilli(), 0))<<16|fillingVersion<<12|line>>30&0xfff)
	binary.BigEndian.PutUint32(id[8:12], 0b11<<30|uint32(line&(1<<30-1)))
	binary.BigEndian.PutUint32(id[12:], uint32(count)<<12|uint32(binary.BigEndian.Uint16(where[:])>>4))
	return id
}

// IsFilling reports whether the update is what a line of a tally sheet said.
func (u Update) IsFilling() bool {
	return u.Kind == Added && isFilling(u.ID)
}

func isFilling(id ID) bool { return id[6]>>4 == fillingVersion && id[8]>>6 == 0b11 }

// SameLine reports whether two fillings are of one line of a tally sheet.
func (id ID) SameLine(other ID) bool { return [6]byte(id[6:12]) == [6]byte(other[6:12]) }

// SaysAsMuch reports whether two fillings of a line say the same.
func (u Update) SaysAsMuch(other Update) bool { return u.Count == other.Count && u.Cell == other.Cell }
