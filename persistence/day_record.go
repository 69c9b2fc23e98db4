package persistence

import (
	"encoding/binary"
	"fmt"
	"maps"
	"slices"

	"google.golang.org/protobuf/encoding/protowire"

	"muster/campaign"
	"muster/persistence/wire"
)

// day is one day of the ledger, summed up: how many lines it has and what it
// did to each cell, by the cell's number.
type day struct {
	lines int
	sums  map[uint32]campaign.DaySum
}

func dayKey(d campaign.Day) []byte { return binary.BigEndian.AppendUint32(nil, uint32(d)) }

func dayOfKey(key []byte) campaign.Day { return campaign.Day(binary.BigEndian.Uint32(key)) }

// encode writes the Day of muster.proto, sealed under its key. The sums stand
// in columns, which read several times faster than a message for each.
func (d day) encode(key []byte) []byte {
	var cells, added, rise, read, total, peak []byte
	for i, cell := range slices.Sorted(maps.Keys(d.sums)) {
		sum := d.sums[cell]
		cells = protowire.AppendVarint(cells, uint64(cell))
		added = protowire.AppendVarint(added, protowire.EncodeZigZag(sum.Added))
		rise = protowire.AppendVarint(rise, uint64(sum.Rise))
		if sum.Read {
			read = protowire.AppendVarint(read, uint64(i))
			total = protowire.AppendVarint(total, protowire.EncodeZigZag(sum.Total))
			peak = protowire.AppendVarint(peak, protowire.EncodeZigZag(sum.Peak))
		}
	}
	b := wire.Number(newRecord(16+len(cells)+len(added)+len(rise)+len(read)+len(total)+len(peak)), 1, uint64(d.lines))
	for i, column := range [][]byte{cells, added, rise, read, total, peak} {
		if len(column) > 0 {
			b = wire.Bytes(b, protowire.Number(i+2), column)
		}
	}
	return seal(key, b)
}

// dayColumns is a day as it was read. It is kept from one day to the next to
// spare the memory.
type dayColumns struct {
	lines int
	cells []uint64
	sums  []campaign.DaySum
	ints  []uint64
}

// decode reads what encode wrote.
func (c *dayColumns) decode(key, sealed []byte) error {
	if len(key) != 4 {
		return fmt.Errorf("%w: a day's key has %d bytes", errRecord, len(key))
	}
	b, err := unseal(key, sealed)
	if err != nil {
		return err
	}
	var columns [7][]byte
	c.lines = 0
	err = wire.Fields(b, func(field protowire.Number, n uint64, b []byte) error {
		switch {
		case field == 1:
			c.lines = int(n)
		case field >= 2 && field <= 7:
			columns[field-1] = b
		}
		return nil
	})
	if err != nil {
		return err
	}
	if c.cells, err = varints(c.cells[:0], columns[1]); err != nil {
		return err
	}
	c.sums = slices.Grow(c.sums[:0], len(c.cells))[:len(c.cells)]
	clear(c.sums)
	if err := c.column(columns[2], len(c.cells), func(i int, n uint64) { c.sums[i].Added = protowire.DecodeZigZag(n) }); err != nil {
		return err
	}
	if err := c.column(columns[3], len(c.cells), func(i int, n uint64) { c.sums[i].Rise = int64(n) }); err != nil {
		return err
	}
	return c.readings(columns[4], columns[5], columns[6])
}

// readings reads the columns of the cells that had a reading.
func (c *dayColumns) readings(read, total, peak []byte) error {
	if len(read) == 0 {
		return nil
	}
	places, err := varints(nil, read)
	if err != nil {
		return err
	}
	for _, i := range places {
		if i >= uint64(len(c.sums)) {
			return fmt.Errorf("%w: a reading of cell %d of %d", errRecord, i, len(c.sums))
		}
		c.sums[i].Read = true
	}
	if err := c.column(total, len(places), func(i int, n uint64) { c.sums[places[i]].Total = protowire.DecodeZigZag(n) }); err != nil {
		return err
	}
	return c.column(peak, len(places), func(i int, n uint64) { c.sums[places[i]].Peak = protowire.DecodeZigZag(n) })
}

// column reads a column of n numbers.
func (c *dayColumns) column(b []byte, n int, put func(i int, n uint64)) (err error) {
	if c.ints, err = varints(c.ints[:0], b); err != nil {
		return err
	}
	if len(c.ints) != n {
		return fmt.Errorf("%w: a column of %d where %d are needed", errRecord, len(c.ints), n)
	}
	for i, v := range c.ints {
		put(i, v)
	}
	return nil
}

// varints reads a packed column.
func varints(into []uint64, b []byte) ([]uint64, error) {
	for len(b) > 0 {
		n, used := protowire.ConsumeVarint(b)
		if used < 0 {
			return into, fmt.Errorf("%w: %w", errRecord, protowire.ParseError(used))
		}
		into, b = append(into, n), b[used:]
	}
	return into, nil
}
