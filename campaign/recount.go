package campaign

import (
	"encoding/binary"
	"time"
)

// A recount is an added count of one day and place that is counted anew each
// time a longer export of the same list comes in. Of the recounts of a day and
// place only the one that counted most stands; the others are voided. Which one
// that is shows from their ids alone, so that it does not matter which export
// came first, how often, or on whose machine.
//
// The id of a recount, which is fixed for ever:
//
//	48 bits  Unix time in milliseconds, 0 for times before 1970
//	 4 bits  version, 8
//	12 bits  of the place
//	 2 bits  variant, 0b11, which no other id of ours has
//	30 bits  of the place
//	32 bits  how many were counted

// samePlace is how many bytes of the ids of a day and place are the same.
const samePlace = 12

// RecountID returns the id of so many counted on a day at a place, of whose
// number the lowest 42 bits are taken.
func RecountID(at time.Time, place uint64, count uint32) ID {
	var id ID
	binary.BigEndian.PutUint64(id[:8], uint64(max(at.UnixMilli(), 0))<<16|8<<12|place>>30&0xfff)
	binary.BigEndian.PutUint32(id[8:12], 0b11<<30|uint32(place&(1<<30-1)))
	binary.BigEndian.PutUint32(id[12:], count)
	return id
}

// RecountPlace returns what the ids of a day and place begin with, and whether
// the update is a recount at all.
func (u Update) RecountPlace() ([]byte, bool) {
	return u.ID[:samePlace], u.Kind == Added && isRecount(u.ID)
}

func isRecount(id ID) bool { return id[8]>>6 == 0b11 && id[6]>>4 == 8 }
