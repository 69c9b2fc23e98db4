package persistence

import (
	"encoding/binary"
	"fmt"
	"maps"
	"slices"

	"google.golang.org/protobuf/encoding/protowire"

	"muster/campaign"
)

// day is one day of the ledger, summed up: how many lines it has and what it
// did to each cell, by the cell's number.
type day struct {
	lines int
	sums  map[uint32]campaign.DaySum
}

func dayKey(d campaign.Day) []byte { return binary.BigEndian.AppendUint32(nil, uint32(d)) }

func dayOfKey(key []byte) campaign.Day { return campaign.Day(binary.BigEndian.Uint32(key)) }

// encode writes the Day of muster.proto, sealed under its key.
func (d day) encode(key []byte) []byte {
	b := appendNumber(newRecord(2+24*len(d.sums)), 1, uint64(d.lines))
	var nested []byte
	for _, cell := range slices.Sorted(maps.Keys(d.sums)) {
		sum := d.sums[cell]
		nested = appendNumber(nested[:0], 1, uint64(cell))
		if sum.Read {
			nested = appendNumber(nested, 2, 1)
		}
		nested = appendSigned(nested, 3, sum.Total)
		nested = appendSigned(nested, 4, sum.Added)
		nested = appendSigned(nested, 5, sum.Rise)
		nested = appendSigned(nested, 6, sum.Peak)
		b = protowire.AppendBytes(protowire.AppendTag(b, 2, protowire.BytesType), nested)
	}
	return seal(key, b)
}

// decodeDay reads what encode wrote, calling take with each cell's sum, and
// returns the number of lines.
func decodeDay(key, sealed []byte, take func(cell uint32, sum campaign.DaySum) error) (lines int, err error) {
	if len(key) != 4 {
		return 0, fmt.Errorf("%w: a day's key has %d bytes", errRecord, len(key))
	}
	b, err := unseal(key, sealed)
	if err != nil {
		return 0, err
	}
	err = fields(b, func(field protowire.Number, n uint64, b []byte) error {
		switch field {
		case 1:
			lines = int(n)
		case 2:
			cell, sum, err := decodeSum(b)
			if err != nil {
				return err
			}
			return take(cell, sum)
		}
		return nil
	})
	return lines, err
}

func decodeSum(b []byte) (cell uint32, sum campaign.DaySum, err error) {
	err = fields(b, func(field protowire.Number, n uint64, _ []byte) error {
		switch field {
		case 1:
			cell = uint32(n)
		case 2:
			sum.Read = n != 0
		case 3:
			sum.Total = protowire.DecodeZigZag(n)
		case 4:
			sum.Added = protowire.DecodeZigZag(n)
		case 5:
			sum.Rise = protowire.DecodeZigZag(n)
		case 6:
			sum.Peak = protowire.DecodeZigZag(n)
		}
		return nil
	})
	return cell, sum, err
}
