package persistence

import (
	"fmt"
	"time"

	"go.etcd.io/bbolt"
	"google.golang.org/protobuf/encoding/protowire"

	"muster/campaign"
	"muster/persistence/wire"
)

// Device is another device whose signed updates came here.
type Device struct {
	Key      campaign.DeviceKey
	Name     string    // what its owner calls it
	Seen     time.Time // when updates of it first came
	Accepted time.Time // when somebody here accepted it; zero if nobody did
}

// encode writes the Device of muster.proto.
func (d Device) encode() []byte {
	b := wire.Text(newRecord(64), 1, d.Name)
	b = wire.Number(b, 2, uint64(d.Seen.UnixMilli()))
	if !d.Accepted.IsZero() {
		b = wire.Number(b, 3, uint64(d.Accepted.UnixMilli()))
	}
	return seal(d.Key[:], b)
}

func decodeDevice(key, sealed []byte) (d Device, err error) {
	b, err := unseal(key, sealed)
	if err != nil {
		return d, err
	}
	if len(key) != len(d.Key) {
		return d, fmt.Errorf("%w: a device's key has %d bytes", errRecord, len(key))
	}
	copy(d.Key[:], key)
	err = wire.Fields(b, func(field protowire.Number, n uint64, b []byte) error {
		switch field {
		case 1:
			d.Name = string(b)
		case 2:
			d.Seen = time.UnixMilli(int64(n)).UTC()
		case 3:
			d.Accepted = time.UnixMilli(int64(n)).UTC()
		}
		return nil
	})
	return d, err
}

// Devices returns the other devices that updates came from, in the order of
// their keys.
func (s *Store) Devices() (all []Device, err error) {
	err = s.view(func(tx *bbolt.Tx) error {
		all, err = devicesOf(tx)
		return err
	})
	return all, err
}

func devicesOf(tx *bbolt.Tx) ([]Device, error) {
	return allOf(tx.Bucket(bucketDevices), decodeDevice)
}

// AcceptDevice notes when a device was accepted; the zero time takes that
// back. Error: campaign.ErrNoDevice.
func (s *Store) AcceptDevice(key campaign.DeviceKey, at time.Time) error {
	return s.update(func(tx *bbolt.Tx) error {
		devices := tx.Bucket(bucketDevices)
		if devices == nil || devices.Get(key[:]) == nil {
			return campaign.Explain(campaign.ErrNoDevice, "no updates of %s have come here: merge a pack of it first", key.Fingerprint())
		}
		d, err := decodeDevice(key[:], devices.Get(key[:]))
		if err != nil {
			return err
		}
		d.Accepted = at
		if err := devices.Put(key[:], d.encode()); err != nil {
			return err
		}
		return eachCampaign(tx, func(b *bbolt.Bucket) error { // whoever shows what is verified looks again
			_, err := changed(b)
			return err
		})
	})
}

func eachCampaign(tx *bbolt.Tx, do func(*bbolt.Bucket) error) error {
	root := tx.Bucket(bucketCampaigns)
	var all [][]byte
	err := root.ForEachBucket(func(key []byte) error {
		all = append(all, key)
		return nil
	})
	for _, key := range all {
		if err == nil {
			err = do(root.Bucket(key))
		}
	}
	return err
}

// meet notes devices whose updates came, unless they are known. A device that
// nobody accepted yet may change its name.
func meet(tx *bbolt.Tx, met map[campaign.DeviceKey]string, at time.Time) error {
	if len(met) == 0 {
		return nil
	}
	devices, err := tx.CreateBucketIfNotExists(bucketDevices)
	if err != nil {
		return err
	}
	for key, name := range met {
		d := Device{Key: key, Name: name, Seen: at}
		if there := devices.Get(key[:]); there != nil {
			before, err := decodeDevice(key[:], there)
			if err != nil {
				return err
			}
			if name == "" || name == before.Name || !before.Accepted.IsZero() && before.Name != "" {
				continue
			}
			before.Name = name
			d = before
		}
		if err := devices.Put(key[:], d.encode()); err != nil {
			return err
		}
	}
	return nil
}
