package pack

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"iter"

	"github.com/klauspost/compress/zstd"
	"google.golang.org/protobuf/encoding/protowire"

	"muster/campaign"
	"muster/persistence/wire"
)

// window is how far back the packing looks for what repeats. It bounds the
// memory of whoever reads.
const window = 1 << 20

// Write writes a pack. Whoever reads it takes the runs in their order.
func Write(w io.Writer, h Header, revisions []campaign.Revision, runs iter.Seq2[campaign.Run, error]) error {
	sum := sha256.New()
	whole := io.MultiWriter(w, sum)
	if _, err := fmt.Fprintf(whole, "%s%d\n", magic, Version); err != nil {
		return err
	}
	packed, err := zstd.NewWriter(whole, zstd.WithWindowSize(window), zstd.WithEncoderConcurrency(2))
	if err != nil {
		return err
	}
	err = errors.Join(writeParts(packed, h, revisions, runs), packed.Close())
	if err == nil {
		_, err = w.Write(sum.Sum(nil))
	}
	return err
}

func writeParts(w io.Writer, h Header, revisions []campaign.Revision, runs iter.Seq2[campaign.Run, error]) error {
	var part, room []byte
	write := func(field protowire.Number, message []byte) error {
		part = wire.Bytes(part[:0], field, message)
		_, err := w.Write(part)
		return err
	}
	if err := write(fieldHead, appendHead(nil, h)); err != nil {
		return err
	}
	for _, r := range revisions {
		if err := write(fieldRevision, appendRevision(nil, r)); err != nil {
			return err
		}
	}
	for r, err := range runs {
		if err != nil {
			return err
		}
		room = AppendRun(room[:0], r)
		if err := write(fieldRun, room); err != nil {
			return err
		}
	}
	return nil
}
