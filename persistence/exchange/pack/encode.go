package pack

import (
	"slices"

	"muster/campaign"
	"muster/persistence/wire"
)

// The fields of pack.proto's Pack.
const (
	fieldHead     = 1
	fieldRevision = 2
	fieldRun      = 3
)

func appendHead(b []byte, h Header) []byte {
	b = wire.Bytes(b, 1, h.Campaign[:])
	b = wire.Text(b, 2, h.Name)
	b = wire.Bytes(b, 3, appendDevice(nil, h.Maker))
	b = wire.Signed(b, 4, h.Made.UnixMilli())
	for _, d := range h.Known {
		b = wire.Bytes(b, 5, appendDevice(nil, d))
	}
	return b
}

func appendDevice(b []byte, d Device) []byte {
	if !d.Key.IsZero() {
		b = wire.Bytes(b, 1, d.Key[:])
	}
	return wire.Text(b, 2, d.Name)
}

func appendRevision(b []byte, r campaign.Revision) []byte {
	for _, parent := range r.Parents {
		b = wire.Bytes(b, 1, parent[:])
	}
	b = wire.Bytes(b, 2, r.Document)
	b = wire.Text(b, 3, r.By)
	return wire.Signed(b, 4, r.Saved.UnixMilli())
}

// AppendRun appends the Run of pack.proto.
func AppendRun(b []byte, r campaign.Run) []byte {
	if !r.Device.IsZero() {
		b = wire.Bytes(b, 1, r.Device[:])
	}
	if r.Signed() {
		b = wire.Bytes(b, 2, r.Signature[:])
	}
	var room []byte
	for i := range r.Updates {
		room = appendUpdate(room[:0], &r.Updates[i])
		b = wire.Bytes(b, 3, room)
	}
	if len(r.Others) > 0 {
		others := slices.Grow(room[:0], len(r.Others)*sumSize)
		for i := range r.Others {
			others = append(others, r.Others[i][:]...)
		}
		b = wire.Bytes(b, 4, others)
	}
	return b
}

func appendUpdate(b []byte, u *campaign.Update) []byte {
	b = wire.Bytes(b, 1, u.ID[:])
	b = wire.Signed(b, 2, u.At.UnixMilli())
	b = wire.Number(b, 3, uint64(u.Kind))
	b = wire.Signed(b, 4, u.Count)
	if u.Measure != campaign.Pledges {
		b = wire.Text(b, 5, u.Measure)
	}
	b = wire.Text(b, 6, u.Region)
	b = wire.Text(b, 7, u.Source)
	b = wire.Text(b, 8, u.Tier)
	b = wire.Text(b, 9, u.By)
	b = wire.Text(b, 10, u.Note)
	if !u.Voids.IsZero() {
		b = wire.Bytes(b, 11, u.Voids[:])
	}
	return b
}
