package persistence

import (
	"encoding/binary"
	"fmt"
	"hash/crc32"

	"muster/persistence/wire"
)

// castagnoli is the CRC-32C table; processors compute it in hardware.
var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// errRecord is what every decoder wraps: the bytes are not what was written.
var errRecord = wire.ErrMessage

// sealSize is the length of the checksum that each record begins with, since
// bbolt's data pages have none.
const sealSize = 4

// seal puts the checksum of key and record into the room left for it at the
// record's beginning.
func seal(key, record []byte) []byte {
	binary.BigEndian.PutUint32(record, checksum(key, record[sealSize:]))
	return record
}

// unseal returns the record without its checksum, if that is right.
func unseal(key, sealed []byte) ([]byte, error) {
	if len(sealed) < sealSize {
		return nil, fmt.Errorf("%w: %d bytes are too short", errRecord, len(sealed))
	}
	if binary.BigEndian.Uint32(sealed) != checksum(key, sealed[sealSize:]) {
		return nil, fmt.Errorf("%w: its checksum is wrong", errRecord)
	}
	return sealed[sealSize:], nil
}

// checksum covers the key, so that a record cannot stand in another's place.
func checksum(key, payload []byte) uint32 {
	return crc32.Update(crc32.Checksum(key, castagnoli), castagnoli, payload)
}

// newRecord returns an empty record with room for its checksum.
func newRecord(capacity int) []byte { return make([]byte, sealSize, sealSize+capacity) }
