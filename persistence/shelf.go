package persistence

import (
	"time"

	"go.etcd.io/bbolt"
	"google.golang.org/protobuf/encoding/protowire"

	"muster/campaign"
	"muster/persistence/exchange/folder"
	"muster/persistence/wire"
)

// Files returns what is remembered of the files in a campaign's shared folder,
// by name.
func (s *Store) Files(id campaign.ID) (all []folder.File, err error) {
	err = s.inCampaign(id, func(b *bbolt.Bucket) error {
		all, err = allOf(b.Bucket(bucketFiles), decodeFile)
		return err
	})
	return all, err
}

// FileChanges are what is to be remembered of files in a shared folder, and
// which are to be forgotten.
type FileChanges struct {
	Put  []folder.File
	Drop []string
}

// KeepFiles remembers files, as long as there is a shared folder.
func (s *Store) KeepFiles(id campaign.ID, c FileChanges) error {
	if len(c.Put) == 0 && len(c.Drop) == 0 {
		return nil
	}
	return s.update(func(tx *bbolt.Tx) error {
		b, err := bucketOf(tx, id)
		if err != nil {
			return err
		}
		if _, there, err := outletOf(b, Outlet{Kind: ByFolder}.key()); err != nil || !there {
			return err
		}
		return c.apply(b)
	})
}

func (c FileChanges) apply(b *bbolt.Bucket) error {
	files, err := b.CreateBucketIfNotExists(bucketFiles)
	if err != nil {
		return err
	}
	for _, f := range c.Put {
		if err := files.Put([]byte(f.Name), encodeFile(f)); err != nil {
			return err
		}
	}
	for _, name := range c.Drop {
		if err := files.Delete([]byte(name)); err != nil {
			return err
		}
	}
	return nil
}

// forgetFiles forgets all files of a shared folder.
func forgetFiles(b *bbolt.Bucket) error {
	if b.Bucket(bucketFiles) == nil {
		return nil
	}
	return b.DeleteBucket(bucketFiles)
}

// encodeFile writes the File of muster.proto, sealed under its name.
func encodeFile(f folder.File) []byte {
	b := wire.Number(newRecord(96), 1, uint64(f.Size))
	b = wire.Signed(b, 2, f.Changed.UnixNano())
	b = wire.Number(b, 3, uint64(f.State))
	b = wire.Bytes(b, 4, f.Sum[:])
	b = wire.Bytes(b, 5, f.Device[:])
	b = wire.Text(b, 6, f.By)
	b = wire.Text(b, 7, f.Why)
	return seal([]byte(f.Name), b)
}

func decodeFile(key, sealed []byte) (f folder.File, err error) {
	b, err := unseal(key, sealed)
	if err != nil {
		return f, err
	}
	f.Name = string(key)
	err = wire.Fields(b, func(field protowire.Number, n uint64, b []byte) error {
		switch field {
		case 1:
			f.Size = int64(n)
		case 2:
			f.Changed = time.Unix(0, protowire.DecodeZigZag(n)).UTC()
		case 3:
			f.State = folder.State(n)
		case 4:
			copy(f.Sum[:], b)
		case 5:
			copy(f.Device[:], b)
		case 6:
			f.By = string(b)
		case 7:
			f.Why = string(b)
		}
		return nil
	})
	return f, err
}
