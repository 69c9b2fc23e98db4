package persistence

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"

	"google.golang.org/protobuf/encoding/protowire"
)

// castagnoli is the CRC-32C table; processors compute it in hardware.
var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// errRecord is what every decoder wraps: the bytes are not what was written.
var errRecord = errors.New("a record is damaged")

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

func appendText(b []byte, field protowire.Number, text string) []byte {
	if text == "" {
		return b
	}
	return protowire.AppendString(protowire.AppendTag(b, field, protowire.BytesType), text)
}

func appendNumber(b []byte, field protowire.Number, n uint64) []byte {
	if n == 0 {
		return b
	}
	return protowire.AppendVarint(protowire.AppendTag(b, field, protowire.VarintType), n)
}

func appendSigned(b []byte, field protowire.Number, n int64) []byte {
	return appendNumber(b, field, protowire.EncodeZigZag(n))
}

// fields calls take with each field of a message. Numbers come in n, texts and
// nested messages in b; take passes over the fields it does not know.
func fields(b []byte, take func(field protowire.Number, n uint64, b []byte) error) error {
	for len(b) > 0 {
		field, kind, used := protowire.ConsumeTag(b)
		if used < 0 {
			return fmt.Errorf("%w: %w", errRecord, protowire.ParseError(used))
		}
		b = b[used:]
		var n uint64
		var text []byte
		switch kind {
		case protowire.VarintType:
			n, used = protowire.ConsumeVarint(b)
		case protowire.BytesType:
			text, used = protowire.ConsumeBytes(b)
		default:
			used = protowire.ConsumeFieldValue(field, kind, b)
		}
		if used < 0 {
			return fmt.Errorf("%w: %w", errRecord, protowire.ParseError(used))
		}
		b = b[used:]
		if err := take(field, n, text); err != nil {
			return err
		}
	}
	return nil
}
