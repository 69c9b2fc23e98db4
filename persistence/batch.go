package persistence

import (
	"encoding/binary"
	"time"

	"google.golang.org/protobuf/encoding/protowire"

	"muster/persistence/wire"
)

// Batch describes an import.
type Batch struct {
	File string // its name, without the folder
	By   string
	At   time.Time // when it was imported

	// Folder says that it came from the shared folder, where it need not go
	// again. That is not stored with the import.
	Folder bool
}

// encode writes the Batch of muster.proto, sealed under its key.
func (of Batch) encode(key []byte) []byte {
	record := wire.Text(newRecord(64), 1, of.File)
	record = wire.Text(record, 2, of.By)
	return seal(key, wire.Number(record, 3, uint64(of.At.UnixMilli())))
}

func batchKey(number uint64) []byte { return binary.BigEndian.AppendUint64(nil, number) }

// batchOf reads the Batch of muster.proto.
func batchOf(key, sealed []byte) (Batch, error) {
	var of Batch
	b, err := unseal(key, sealed)
	if err != nil {
		return of, err
	}
	err = wire.Fields(b, func(field protowire.Number, n uint64, b []byte) error {
		switch field {
		case 1:
			of.File = string(b)
		case 2:
			of.By = string(b)
		case 3:
			of.At = time.UnixMilli(int64(n)).UTC()
		}
		return nil
	})
	return of, err
}
