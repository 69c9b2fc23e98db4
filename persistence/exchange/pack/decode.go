package pack

import (
	"errors"
	"fmt"
	"slices"
	"time"

	"google.golang.org/protobuf/encoding/protowire"

	"muster/campaign"
	"muster/persistence/wire"
)

// errContent is what every decoder wraps: no pack can say this.
var errContent = errors.New("its content makes no sense")

func wrong(format string, args ...any) error {
	return fmt.Errorf("%w: %w", errContent, fmt.Errorf(format, args...))
}

// fixed copies a field of a fixed length.
func fixed(into, b []byte, what string) error {
	if len(b) != len(into) {
		return wrong("%s of %d bytes where %d are needed", what, len(b), len(into))
	}
	copy(into, b)
	return nil
}

func decodeHead(b []byte) (h Header, err error) {
	err = wire.Fields(b, func(field protowire.Number, n uint64, b []byte) error {
		switch field {
		case 1:
			return fixed(h.Campaign[:], b, "a campaign's id")
		case 2:
			h.Name = string(b)
		case 3:
			h.Maker, err = decodeDevice(b)
			return err
		case 4:
			h.Made = time.UnixMilli(protowire.DecodeZigZag(n)).UTC()
		case 5:
			d, err := decodeDevice(b)
			if len(h.Known) == maxKnown {
				return wrong("more than %d devices", maxKnown)
			}
			h.Known = append(h.Known, d)
			return err
		}
		return nil
	})
	if err == nil && h.Campaign.IsZero() {
		err = wrong("it names no campaign")
	}
	return h, err
}

func decodeDevice(b []byte) (d Device, err error) {
	err = wire.Fields(b, func(field protowire.Number, _ uint64, b []byte) error {
		switch field {
		case 1:
			return fixed(d.Key[:], b, "a device's key")
		case 2:
			if len(b) > campaign.MaxNameLen {
				return wrong("a device's name of %d bytes", len(b))
			}
			d.Name = string(b)
		}
		return nil
	})
	return d, err
}

func decodeRevision(b []byte) (r campaign.Revision, err error) {
	r.Saved = time.UnixMilli(0).UTC()
	err = wire.Fields(b, func(field protowire.Number, n uint64, b []byte) error {
		switch field {
		case 1:
			var parent campaign.ID
			if err := fixed(parent[:], b, "a revision's id"); err != nil {
				return err
			}
			r.Parents = append(r.Parents, parent)
		case 2:
			r.Document = slices.Clone(b)
		case 3:
			r.By = string(b)
		case 4:
			r.Saved = time.UnixMilli(protowire.DecodeZigZag(n)).UTC()
		}
		return nil
	})
	return r, err
}

// DecodeRun reads what AppendRun wrote.
func DecodeRun(b []byte) (campaign.Run, error) {
	var r campaign.Run
	err := decodeRun(&r, b, nil)
	return r, err
}

// decodeRun reads a run into one whose room is used again.
func decodeRun(r *campaign.Run, b []byte, known wire.Names) error {
	*r = campaign.Run{Updates: r.Updates[:0], Others: r.Others[:0]}
	return wire.Fields(b, func(field protowire.Number, _ uint64, b []byte) error {
		switch field {
		case 1:
			return fixed(r.Device[:], b, "a device's key")
		case 2:
			return fixed(r.Signature[:], b, "a signature")
		case 3:
			r.Updates = append(r.Updates, campaign.Update{})
			if len(r.Updates) > campaign.MaxRun {
				return wrong("a run of more than %d updates", campaign.MaxRun)
			}
			return decodeUpdate(&r.Updates[len(r.Updates)-1], b, known)
		case 4:
			if len(b)%sumSize != 0 || len(b)/sumSize+len(r.Others) > campaign.MaxRun {
				return wrong("digests of %d bytes", len(b))
			}
			for ; len(b) > 0; b = b[sumSize:] {
				r.Others = append(r.Others, [sumSize]byte(b))
			}
		}
		return nil
	})
}

func decodeUpdate(u *campaign.Update, b []byte, known wire.Names) error {
	u.At = time.UnixMilli(0).UTC()
	err := wire.Fields(b, func(field protowire.Number, n uint64, b []byte) error {
		switch field {
		case 1:
			return fixed(u.ID[:], b, "an update's id")
		case 2:
			u.At = time.UnixMilli(protowire.DecodeZigZag(n)).UTC()
		case 3:
			if n > uint64(campaign.Void) {
				return wrong("an update of kind %d", n)
			}
			u.Kind = campaign.Kind(n)
		case 4:
			u.Count = protowire.DecodeZigZag(n)
		case 5:
			u.Measure = known.Of(b)
		case 6:
			u.Region = known.Of(b)
		case 7:
			u.Source = known.Of(b)
		case 8:
			u.Tier = known.Of(b)
		case 9:
			u.By = known.Of(b)
		case 10:
			u.Note = string(b)
		case 11:
			return fixed(u.Voids[:], b, "an update's id")
		}
		return nil
	})
	if u.Measure == "" && u.Kind != campaign.Void {
		u.Measure = campaign.Pledges
	}
	return err
}
