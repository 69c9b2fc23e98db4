package persistence

import (
	"crypto/sha256"
	"maps"
	"slices"

	"go.etcd.io/bbolt"
	"google.golang.org/protobuf/encoding/protowire"

	"muster/campaign"
	"muster/persistence/wire"
)

// Habit is what was said of a source of files when one was imported, so that
// it need not be said again.
type Habit struct {
	Columns map[string]string // by field; an empty name is no column
	Dates   string            // how they are meant
	Sheet   string            // of a workbook
	List    string            // of sign-ups
	Parts   string            // of a petition
}

// Habit returns what was said of a source; nothing if it is not known.
func (s *Store) Habit(id campaign.ID, source string) (Habit, error) {
	h := Habit{Columns: map[string]string{}}
	err := s.view(func(tx *bbolt.Tx) error {
		b, err := bucketOf(tx, id)
		if err != nil {
			return err
		}
		habits := b.Bucket(bucketHabits)
		if habits == nil {
			return nil
		}
		key := habitKey(source)
		if record := habits.Get(key); record != nil {
			h, err = habitOf(key, record)
		}
		return err
	})
	return h, err
}

// KeepHabits remembers what was said of some sources.
func (s *Store) KeepHabits(id campaign.ID, said map[string]Habit) error {
	if len(said) == 0 {
		return nil
	}
	return s.update(func(tx *bbolt.Tx) error {
		b, err := bucketOf(tx, id)
		if err != nil {
			return err
		}
		habits, err := b.CreateBucketIfNotExists(bucketHabits)
		if err != nil {
			return err
		}
		for source, h := range said {
			key := habitKey(source)
			if err := habits.Put(key, h.encode(key)); err != nil {
				return err
			}
		}
		return nil
	})
}

// habitKey is short however much it takes to tell a source from others.
func habitKey(source string) []byte {
	sum := sha256.Sum256([]byte(source))
	return sum[:16]
}

// encode writes the Habit of muster.proto, sealed under its key.
func (h Habit) encode(key []byte) []byte {
	record := newRecord(64)
	for _, field := range slices.Sorted(maps.Keys(h.Columns)) {
		entry := wire.Text(wire.Text(nil, 1, field), 2, h.Columns[field])
		record = wire.Bytes(record, 1, entry)
	}
	record = wire.Text(record, 2, h.Dates)
	record = wire.Text(record, 3, h.Sheet)
	record = wire.Text(record, 4, h.List)
	return seal(key, wire.Text(record, 5, h.Parts))
}

// habitOf reads what encode wrote.
func habitOf(key, sealed []byte) (Habit, error) {
	h := Habit{Columns: map[string]string{}}
	b, err := unseal(key, sealed)
	if err != nil {
		return h, err
	}
	err = wire.Fields(b, func(field protowire.Number, _ uint64, b []byte) error {
		switch field {
		case 1:
			return h.column(b)
		case 2:
			h.Dates = string(b)
		case 3:
			h.Sheet = string(b)
		case 4:
			h.List = string(b)
		case 5:
			h.Parts = string(b)
		}
		return nil
	})
	return h, err
}

func (h Habit) column(entry []byte) error {
	var name, column string
	err := wire.Fields(entry, func(field protowire.Number, _ uint64, b []byte) error {
		switch field {
		case 1:
			name = string(b)
		case 2:
			column = string(b)
		}
		return nil
	})
	h.Columns[name] = column
	return err
}
