package persistence

import (
	"encoding/binary"
	"fmt"
	"time"

	"google.golang.org/protobuf/encoding/protowire"

	"muster/campaign"
	"muster/persistence/wire"
)

// keySize is the length of a ledger key: the moment in eight bytes, the id in
// sixteen, so that the ledger stands in the order of Update.Compare.
const keySize = 24

func ledgerKey(at time.Time, id campaign.ID) []byte {
	return appendKey(make([]byte, 0, keySize), at, id)
}

func appendKey(b []byte, at time.Time, id campaign.ID) []byte {
	return append(appendMoment(b, at), id[:]...)
}

// appendMoment writes milliseconds since 1970 so that earlier sorts first.
func appendMoment(b []byte, at time.Time) []byte {
	return binary.BigEndian.AppendUint64(b, uint64(at.UnixMilli())^1<<63)
}

func momentOf(key []byte) time.Time {
	return time.UnixMilli(int64(binary.BigEndian.Uint64(key) ^ 1<<63)).UTC()
}

func idOf(key []byte) campaign.ID { return campaign.ID(key[8:keySize]) }

// tellsMoment reports whether the id itself says when the update was, so that
// it can be found without an index.
func tellsMoment(u campaign.Update) bool { return u.ID.Time().Equal(u.At) }

// provenance is how an update came into this data folder.
type provenance struct {
	batch uint64 // the import it came with; 0: entered by hand
	run   uint64 // the run it came with; 0: it is this device's own
}

// encodeUpdate writes the Update of muster.proto, sealed under its key.
func encodeUpdate(key []byte, u campaign.Update, from provenance) []byte {
	return appendUpdate(newRecord(64)[:0], key, u, from)
}

// appendUpdate appends what encodeUpdate returns, and returns that part alone.
func appendUpdate(into, key []byte, u campaign.Update, from provenance) []byte {
	start := len(into)
	b := append(into, make([]byte, sealSize)...)
	b = wire.Number(b, 1, uint64(u.Kind))
	b = wire.Signed(b, 2, u.Count)
	if u.Measure != campaign.Pledges {
		b = wire.Text(b, 3, u.Measure)
	}
	b = wire.Text(b, 4, u.Region)
	b = wire.Text(b, 5, u.Source)
	b = wire.Text(b, 6, u.Tier)
	b = wire.Text(b, 7, u.By)
	b = wire.Text(b, 8, u.Note)
	if !u.Voids.IsZero() {
		b = wire.Bytes(b, 9, u.Voids[:])
	}
	b = wire.Number(b, 10, from.batch)
	b = wire.Number(b, 11, from.run)
	return seal(key, b[start:len(b):len(b)])
}

// decodeUpdate reads what encodeUpdate wrote.
func decodeUpdate(key, sealed []byte, known wire.Names) (u campaign.Update, from provenance, err error) {
	if len(key) != keySize {
		return u, from, fmt.Errorf("%w: its key has %d bytes", errRecord, len(key))
	}
	b, err := unseal(key, sealed)
	if err != nil {
		return u, from, err
	}
	u.At, u.ID = momentOf(key), idOf(key)
	err = wire.Fields(b, func(field protowire.Number, n uint64, b []byte) error {
		switch field {
		case 1:
			u.Kind = campaign.Kind(n)
		case 2:
			u.Count = protowire.DecodeZigZag(n)
		case 3:
			u.Measure = known.Of(b)
		case 4:
			u.Region = known.Of(b)
		case 5:
			u.Source = known.Of(b)
		case 6:
			u.Tier = known.Of(b)
		case 7:
			u.By = known.Of(b)
		case 8:
			u.Note = string(b)
		case 9:
			if len(b) != len(u.Voids) {
				return fmt.Errorf("%w: it voids an id of %d bytes", errRecord, len(b))
			}
			copy(u.Voids[:], b)
		case 10:
			from.batch = n
		case 11:
			from.run = n
		}
		return nil
	})
	if u.Measure == "" && u.Kind != campaign.Void {
		u.Measure = campaign.Pledges
	}
	return u, from, err
}
