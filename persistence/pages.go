package persistence

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"os"
)

// How bbolt lays out its pages (internal/common/page.go): a header of id,
// flags, count of elements and count of overflow pages, then the elements,
// each saying how far behind itself its key is and how long.
const (
	pageBranch     = 0x01
	pageLeaf       = 0x02
	branchElement  = 16
	leafElement    = 16
	bucketElement  = 0x01 // flag of a leaf element that holds a bucket
	bucketHeader   = 16
	mostPageBytes  = 1 << 30
	metaRootBucket = 16 // in the meta page: the root bucket's page
)

// walk follows every page of the file from the root and returns the first
// thing that is out of bounds or order. Check of bbolt runs in a goroutine of
// its own, where such a page would end the process.
func walk(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	pageSize, pages, ok := newestMeta(f)
	if !ok {
		return fmt.Errorf("no header is whole")
	}
	w := walker{file: f, pageSize: pageSize, pages: pages, seen: map[uint64]bool{}}
	root, err := w.root()
	if err != nil {
		return err
	}
	return w.page(root)
}

type walker struct {
	file            io.ReaderAt
	pageSize, pages uint64
	seen            map[uint64]bool
}

// root returns the root page that the newest header names.
func (w *walker) root() (uint64, error) {
	var root, newest uint64
	for _, at := range []int64{0, int64(w.pageSize)} {
		var b [metaSize]byte
		if _, err := w.file.ReadAt(b[:], at+pageHeader); err != nil {
			return 0, err
		}
		if tx := binary.NativeEndian.Uint64(b[metaTx:]); tx >= newest && binary.NativeEndian.Uint64(b[metaPages:]) == w.pages {
			newest, root = tx, binary.NativeEndian.Uint64(b[metaRootBucket:])
		}
	}
	return root, nil
}

func (w *walker) page(id uint64) error {
	if id < 2 || id >= w.pages || w.seen[id] {
		return fmt.Errorf("page %d is out of place", id)
	}
	w.seen[id] = true
	head := make([]byte, pageHeader)
	if _, err := w.file.ReadAt(head, int64(id*w.pageSize)); err != nil {
		return err
	}
	order := binary.NativeEndian
	flags, count, overflow := order.Uint16(head[8:]), int(order.Uint16(head[10:])), uint64(order.Uint32(head[12:]))
	size := (overflow + 1) * w.pageSize
	if order.Uint64(head) != id || id+overflow >= w.pages || size > mostPageBytes {
		return fmt.Errorf("page %d says that it is another", id)
	}
	content := make([]byte, size)
	if _, err := w.file.ReadAt(content, int64(id*w.pageSize)); err != nil {
		return err
	}
	return w.elements(id, flags, count, content)
}

// elements checks a page's elements and follows those that lead on.
func (w *walker) elements(id uint64, flags uint16, count int, content []byte) error {
	if flags != pageBranch && flags != pageLeaf {
		return fmt.Errorf("page %d is of no known kind", id)
	}
	if pageHeader+count*leafElement > len(content) || (flags == pageBranch && count == 0) {
		return fmt.Errorf("page %d has %d elements", id, count)
	}
	var before []byte
	for i := range count {
		at := pageHeader + i*leafElement
		key, value, err := element(content, at, flags == pageBranch)
		if err != nil {
			return fmt.Errorf("page %d: %w", id, err)
		}
		if i > 0 && bytes.Compare(before, key) >= 0 {
			return fmt.Errorf("page %d is out of order", id)
		}
		before = key
		if err := w.follow(content[at:], flags == pageBranch, value); err != nil {
			return err
		}
	}
	return nil
}

// follow goes on to the page that a branch or a bucket leads to.
func (w *walker) follow(head []byte, branch bool, value []byte) error {
	order := binary.NativeEndian
	switch {
	case branch:
		return w.page(order.Uint64(head[8:]))
	case order.Uint32(head)&bucketElement == 0:
		return nil
	case len(value) < bucketHeader:
		return fmt.Errorf("a bucket of %d bytes", len(value))
	}
	if root := order.Uint64(value); root != 0 {
		return w.page(root)
	}
	inline := value[bucketHeader:]
	if len(inline) < pageHeader {
		return fmt.Errorf("a bucket of %d bytes", len(value))
	}
	return w.elements(0, order.Uint16(inline[8:]), int(order.Uint16(inline[10:])), inline)
}

// element returns the key and value of the element whose head is at a place.
func element(content []byte, at int, branch bool) (key, value []byte, err error) {
	order := binary.NativeEndian
	head := content[at:]
	pos, keySize, valueSize := uint64(order.Uint32(head[4:])), uint64(order.Uint32(head[8:])), uint64(order.Uint32(head[12:]))
	if branch {
		pos, keySize, valueSize = uint64(order.Uint32(head)), uint64(order.Uint32(head[4:])), 0
	}
	from := uint64(at) + pos
	if from+keySize+valueSize > uint64(len(content)) || pos < branchElement {
		return nil, nil, fmt.Errorf("an element lies outside of it")
	}
	return content[from : from+keySize], content[from+keySize : from+keySize+valueSize], nil
}
