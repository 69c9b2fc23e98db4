package persistence

import (
	"encoding/binary"
	"fmt"
	"os"
)

// stampOf reads the numbers of the last two transactions from the header:
// times of change are too coarse on some file systems.
func stampOf(path string) (string, error) {
	f, err := openThere(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	var newest uint64
	pageSize := int64(os.Getpagesize())
	for _, at := range []int64{0, pageSize} {
		var b [metaSize]byte
		if _, err := f.ReadAt(b[:], at+pageHeader); err == nil {
			newest = max(newest, binary.NativeEndian.Uint64(b[metaTx:]))
		}
	}
	info, err := f.Stat()
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("%d/%d/%d", newest, info.Size(), info.ModTime().UnixNano()), nil
}
