package exchange

import (
	"cmp"
	"crypto/sha256"
	"encoding/binary"

	"muster/campaign"
)

// ties gives rows their ids and keeps what is needed to tell rows of one
// instant apart. While a file is in order of time, forwards or backwards, only
// the present instant is kept; otherwise all.
//
// The id of a row depends on nothing but the file, so that the same file
// imported twice, into whichever copy of the campaign, adds nothing. It is
// fixed for ever: ids made today must be found again by later versions.
//
//	48 bits  Unix time in milliseconds, 0 for times before 1970
//	 4 bits  version, 8
//	12 bits  turn
//	 2 bits  variant, 0b10
//	62 bits  the first bits of SHA-256 over: the byte 1; the kind (1 added,
//	         2 reading); count and Unix milliseconds (8 bytes each); repeat
//	         (4 bytes); measure, region, source, tier and by, each as its
//	         length (2 bytes) and its UTF-8 bytes; all numbers big-endian
//
// The turn keeps the order that rows of the same instant and cell have in the
// file, where order matters: it begins at 0 and goes up (to 4095 at most) with
// each reading and with the first added count after one. Added counts in a row
// share a turn, so that a line put in between leaves the ids of the others
// alone.
// Repeat tells wholly identical added counts of an instant apart: the second
// has 1. A reading that repeats the one right before it is the same row.
type ties struct {
	all   bool
	begun bool
	at    int64             // the present instant
	order int               // 1 forwards, -1 backwards, 0 not known yet
	turns map[uint64]turn   // by instant and cell, once it had a reading
	added map[uint64]uint32 // how often an added count was there already, by its hash
	text  []byte            // that is hashed; kept to save memory
}

// turn is what the rows of one instant and cell have come to.
type turn struct {
	number  uint16
	reading bool   // the last row was a reading
	last    uint64 // hash of that row
}

// lastTurn is as far as 12 bits go.
const lastTurn = 1<<12 - 1

func newTies() ties {
	return ties{turns: map[uint64]turn{}, added: map[uint64]uint32{}}
}

// follows reports whether what is kept is enough for a row at the given
// instant. It is not when the file turns back in time.
func (t *ties) follows(at int64) bool {
	if t.all || t.begun && at == t.at {
		return true
	}
	if t.begun {
		order := cmp.Compare(at, t.at)
		if t.order != 0 && order != t.order {
			return false
		}
		t.order = order
	}
	t.begun, t.at = true, at
	clear(t.turns)
	clear(t.added)
	return true
}

// id returns the id of the next row, which counts in cell c.
func (t *ties) id(u *campaign.Update, c *cell) campaign.ID {
	at := u.At.UnixMilli()
	sum := t.sum(u, at, c, 0)
	row := binary.BigEndian.Uint64(sum[:])
	if u.Kind == campaign.Added {
		repeat := t.added[row]
		t.added[row] = repeat + 1
		if repeat > 0 {
			sum = t.sum(u, at, c, repeat)
		}
	}
	number := t.turn(at, c, u.Kind, row)

	var id campaign.ID
	binary.BigEndian.PutUint64(id[:8], uint64(max(at, 0))<<16|8<<12|uint64(number))
	copy(id[8:], sum[:8])
	id[8] = id[8]&0x3f | 0x80
	return id
}

// turn returns the turn of the next row of a cell.
func (t *ties) turn(at int64, c *cell, kind campaign.Kind, row uint64) uint16 {
	place := c.hash ^ uint64(at)*0x9e3779b97f4a7c15 // spreads the instants over all bits
	now := t.turns[place]
	switch {
	case kind == campaign.Reading && now.reading && now.last == row: // the same row again
		return now.number
	case kind == campaign.Reading || now.reading:
		now.number = min(now.number+1, lastTurn)
		t.turns[place] = turn{now.number, kind == campaign.Reading, row}
	}
	return now.number
}

func (t *ties) sum(u *campaign.Update, at int64, c *cell, repeat uint32) [sha256.Size]byte {
	b := append(t.text[:0], 1, byte(u.Kind))
	b = binary.BigEndian.AppendUint64(b, uint64(u.Count))
	b = binary.BigEndian.AppendUint64(b, uint64(at))
	b = binary.BigEndian.AppendUint32(b, repeat)
	t.text = append(b, c.text...)
	return sha256.Sum256(t.text)
}

// appendText appends the length of a text and its bytes.
func appendText(b []byte, text string) []byte {
	return append(binary.BigEndian.AppendUint16(b, uint16(len(text))), text...)
}
