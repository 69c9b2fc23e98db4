package persistence

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"os"

	"muster/campaign"
)

// Where things stand in bbolt's two meta pages (bbolt internal/common, page.go
// and meta.go): after a page header come magic, version, page size, flags,
// root bucket, freelist, high-water mark, transaction and checksum.
const (
	pageHeader   = 16
	metaSize     = 64
	metaMagic    = 0xED0CDAED
	metaPageSize = 8
	metaPages    = 40
	metaTx       = 48
	metaChecksum = 56
)

// checkHeader refuses a file that is shorter than its header says. Opening
// one would map memory that is not there, which no program survives.
func checkHeader(path string) error {
	f, err := openThere(path)
	if err != nil {
		return err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	pageSize, pages, ok := newestMeta(f)
	switch {
	case !ok:
		return damaged(path, "it does not begin as a Muster file does")
	case uint64(info.Size()) < pageSize*pages:
		return damaged(path, fmt.Sprintf("it is cut off: %d of %d bytes", info.Size(), pageSize*pages))
	}
	return nil
}

// openThere opens the store's file, which must be there.
func openThere(path string) (*os.File, error) {
	f, err := os.Open(path)
	if errors.Is(err, os.ErrNotExist) {
		err = campaign.Explain(campaign.ErrInvalid, "there is no data at %s any more: was the folder moved?", path)
	}
	return f, err
}

// newestMeta reads the page size and the number of pages in use from the
// valid meta page of the later transaction.
func newestMeta(f io.ReaderAt) (pageSize, pages uint64, ok bool) {
	var newest uint64
	for _, at := range []int64{0, 4 << 10, 16 << 10, 64 << 10, 1 << 10, 2 << 10, 8 << 10, 32 << 10} {
		var b [metaSize]byte
		if _, err := f.ReadAt(b[:], at+pageHeader); err != nil {
			continue
		}
		sum := fnv.New64a()
		sum.Write(b[:metaChecksum])
		order := binary.NativeEndian
		if order.Uint32(b[:]) != metaMagic || order.Uint64(b[metaChecksum:]) != sum.Sum64() {
			continue
		}
		if size := uint64(order.Uint32(b[metaPageSize:])); at == 0 || size == uint64(at) {
			if tx := order.Uint64(b[metaTx:]); !ok || tx > newest {
				newest, pageSize, pages, ok = tx, size, order.Uint64(b[metaPages:]), true
			}
		}
	}
	return pageSize, pages, ok
}
