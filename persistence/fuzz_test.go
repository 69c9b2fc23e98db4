package persistence

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"reflect"
	"testing"

	"muster/campaign"
	"muster/persistence/wire"
)

// FuzzDecodeUpdate feeds any bytes to the decoder: it refuses them or returns
// an update that comes back the same when written again.
func FuzzDecodeUpdate(f *testing.F) {
	for _, u := range randomUpdates(rand.New(rand.NewPCG(1, 1)), 20) {
		key := ledgerKey(u.At, u.ID)
		f.Add(key, encodeUpdate(key, u, provenance{batch: 3, run: 4})[sealSize:])
	}
	f.Fuzz(func(t *testing.T, key, payload []byte) {
		sealed := seal(key, append(newRecord(len(payload)), payload...))
		u, from, err := decodeUpdate(key, sealed, wire.Names{})
		if err != nil {
			if !errors.Is(err, errRecord) {
				t.Fatalf("not told as damage: %v", err)
			}
			return
		}
		again, fromAgain, err := decodeUpdate(key, encodeUpdate(key, u, from), nil)
		if err != nil || again != u || fromAgain != from {
			t.Fatalf("%+v came back as %+v, %v", u, again, err)
		}
		if len(payload) > 0 {
			sealed[len(sealed)-1] ^= 1
			if _, _, err := decodeUpdate(key, sealed, nil); !errors.Is(err, errRecord) {
				t.Fatalf("a wrong checksum passed: %v", err)
			}
		}
	})
}

// FuzzDecodeRun feeds any bytes to the decoders of what came from other
// devices.
func FuzzDecodeRun(f *testing.F) {
	run := storedRun{Run: campaign.Run{Device: campaign.DeviceKey{1}, Others: make([][digestSize]byte, 2)}, count: 3, first: t0, last: t0, batch: 4}
	f.Add(runKey(7), run.encode(runKey(7))[sealSize:])
	key, record := Quarantined{Run: campaign.Run{Updates: manyUpdates(2)}, File: "x.muster", At: t0, batch: 4}.encode()
	f.Add(key, record[sealSize:])
	device := Device{Key: campaign.DeviceKey{1}, Name: "stall laptop", Seen: t0, Accepted: t0}
	f.Add(device.Key[:], device.encode()[sealSize:])
	f.Fuzz(func(t *testing.T, key, payload []byte) {
		sealed := seal(key, append(newRecord(len(payload)), payload...))
		if r, err := decodeStoredRun(key, sealed, true); err == nil {
			if again, err := decodeStoredRun(key, r.encode(key), true); err != nil || !reflect.DeepEqual(again, r) {
				t.Errorf("%+v came back as %+v, %v", r, again, err)
			}
		}
		_, _ = decodeQuarantined(key, sealed)
		_, _ = decodeDevice(key, sealed)
	})
}

// FuzzDecodeDay feeds any bytes to the decoder of day sums.
func FuzzDecodeDay(f *testing.F) {
	d := day{lines: 3, sums: map[uint32]campaign.DaySum{1: {Added: 5, Rise: 7}, 9: {Read: true, Total: 4, Added: -1, Peak: 4}}}
	f.Add(dayKey(739000), d.encode(dayKey(739000))[sealSize:])
	f.Fuzz(func(t *testing.T, key, payload []byte) {
		var c dayColumns
		if err := c.decode(key, seal(key, append(newRecord(len(payload)), payload...))); err != nil {
			if !errors.Is(err, errRecord) {
				t.Fatalf("not told as damage: %v", err)
			}
			return
		}
		if len(c.cells) != len(c.sums) {
			t.Fatalf("%d cells, %d sums", len(c.cells), len(c.sums))
		}
	})
}

func TestDayRoundTrip(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 3))
	for range 200 {
		d := day{lines: r.IntN(1000), sums: map[uint32]campaign.DaySum{}}
		for range r.IntN(40) {
			sum := campaign.DaySum{Added: r.Int64N(200) - 100, Rise: r.Int64N(50)}
			if r.IntN(3) == 0 {
				sum.Read, sum.Total, sum.Peak = true, r.Int64N(1000), r.Int64N(2000)-500
			}
			d.sums[r.Uint32N(300)+1] = sum
		}
		key := dayKey(campaign.Day(r.Int32N(800_000)))
		var c dayColumns
		if err := c.decode(key, d.encode(key)); err != nil {
			t.Fatal(err)
		}
		got := day{lines: c.lines, sums: map[uint32]campaign.DaySum{}}
		for i, cell := range c.cells {
			got.sums[uint32(cell)] = c.sums[i]
		}
		if !bytes.Equal(got.encode(key), d.encode(key)) || got.lines != d.lines || len(got.sums) != len(d.sums) {
			t.Fatalf("%+v came back as %+v", d, got)
		}
	}
}
