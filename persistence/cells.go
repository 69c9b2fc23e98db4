package persistence

import (
	"encoding/binary"
	"fmt"

	"go.etcd.io/bbolt"
	"google.golang.org/protobuf/encoding/protowire"

	"muster/campaign"
	"muster/persistence/wire"
)

// cells numbers the cells of a campaign, so that day sums need not repeat
// their names.
type cells struct {
	names, numbers *bbolt.Bucket
	known          map[campaign.Cell]uint32
}

func cellsOf(b *bbolt.Bucket) *cells {
	return &cells{names: b.Bucket(bucketCells), numbers: b.Bucket(bucketNumbers), known: map[campaign.Cell]uint32{}}
}

// number returns the number of a cell, giving a new cell the next one.
func (c *cells) number(cell campaign.Cell) (uint32, error) {
	if n, ok := c.known[cell]; ok {
		return n, nil
	}
	record := encodeCell(cell)
	n := uint32(0)
	if b := c.numbers.Get(record); len(b) == 4 {
		n = binary.BigEndian.Uint32(b)
	} else {
		next, err := c.names.NextSequence()
		if err != nil {
			return 0, err
		}
		n = uint32(next)
		key := binary.BigEndian.AppendUint32(nil, n)
		if err := c.numbers.Put(record, key); err != nil {
			return 0, err
		}
		if err := c.names.Put(key, seal(key, append(newRecord(len(record)), record...))); err != nil {
			return 0, err
		}
	}
	c.known[cell] = n
	return n, nil
}

// all returns the cells by number.
func (c *cells) all() (map[uint32]campaign.Cell, error) {
	byNumber := map[uint32]campaign.Cell{}
	err := c.names.ForEach(func(key, sealed []byte) error {
		cell, err := decodeCell(key, sealed)
		if err != nil {
			return err
		}
		byNumber[binary.BigEndian.Uint32(key)] = cell
		return nil
	})
	return byNumber, err
}

// encodeCell writes the Cell of muster.proto, without a checksum.
func encodeCell(c campaign.Cell) []byte {
	b := wire.Text(nil, 1, c.Measure)
	b = wire.Text(b, 2, c.Region)
	b = wire.Text(b, 3, c.Source)
	return wire.Text(b, 4, c.Tier)
}

func decodeCell(key, sealed []byte) (c campaign.Cell, err error) {
	if len(key) != 4 {
		return c, fmt.Errorf("%w: a cell's key has %d bytes", errRecord, len(key))
	}
	b, err := unseal(key, sealed)
	if err != nil {
		return c, err
	}
	err = wire.Fields(b, func(field protowire.Number, _ uint64, b []byte) error {
		switch field {
		case 1:
			c.Measure = string(b)
		case 2:
			c.Region = string(b)
		case 3:
			c.Source = string(b)
		case 4:
			c.Tier = string(b)
		}
		return nil
	})
	return c, err
}
