package report

import (
	"archive/zip"
	"bufio"
	"bytes"
	"cmp"
	"compress/flate"
	"encoding/xml"
	"errors"
	"hash"
	"hash/crc32"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

// write writes the workbook, the same bytes for the same data.
func (b *book) write(w io.Writer) error {
	spool, err := os.CreateTemp("", "muster-workbook-*")
	if err != nil {
		return err
	}
	defer os.Remove(spool.Name())
	defer spool.Close()
	b.file.SetZipWriter(func(io.Writer) excelize.ZipWriter { return newSortedZip(w, spool) })
	return b.file.Write(io.Discard)
}

// sortedZip is a zip file in the making whose parts come in any order and are
// put in one of their own: excelize goes through its sheets in an order that
// changes from run to run. They wait in a file on disk, compressed, so that the
// workbook may be larger than memory.
type sortedZip struct {
	to    io.Writer
	spool *os.File
	out   *bufio.Writer
	flate *flate.Writer
	at    int64 // written to the spool so far
	parts []*zipPart
}

// zipPart is a file within the zip file.
type zipPart struct {
	zip   *sortedZip
	name  string
	from  int64 // in the spool
	until int64
	size  int64
	sum   hash.Hash32
	types *bytes.Buffer // holds the list of content types until it can be sorted
}

const contentTypes = "[Content_Types].xml"

// level is how well the workbook is compressed: hardly less than the default,
// in less time.
const level = 5

func newSortedZip(to io.Writer, spool *os.File) *sortedZip {
	z := &sortedZip{to: to, spool: spool, out: bufio.NewWriterSize(spool, 1<<16)}
	z.flate, _ = flate.NewWriter(counted{z}, level) // it is one that there is
	return z
}

// counted counts what goes to the spool.
type counted struct{ zip *sortedZip }

func (c counted) Write(p []byte) (int, error) {
	n, err := c.zip.out.Write(p)
	c.zip.at += int64(n)
	return n, err
}

// Create begins a part. It ends when the next one begins.
func (z *sortedZip) Create(name string) (io.Writer, error) {
	if err := z.end(); err != nil {
		return nil, err
	}
	p := &zipPart{zip: z, name: name, from: z.at, sum: crc32.NewIEEE()}
	if name == contentTypes {
		p.types = &bytes.Buffer{}
	}
	z.parts = append(z.parts, p)
	z.flate.Reset(counted{z})
	return p, nil
}

// Write writes to the part.
func (p *zipPart) Write(data []byte) (int, error) {
	if p.types != nil {
		return p.types.Write(data)
	}
	p.sum.Write(data)
	p.size += int64(len(data))
	return p.zip.flate.Write(data)
}

// end ends the last part.
func (z *sortedZip) end() error {
	if len(z.parts) == 0 {
		return nil
	}
	p := z.parts[len(z.parts)-1]
	if p.types != nil {
		sorted, err := sortTypes(p.types.Bytes())
		if err != nil {
			return err
		}
		p.types = nil
		if _, err := p.Write(sorted); err != nil {
			return err
		}
	}
	err := z.flate.Close()
	p.until = z.at
	return err
}

// Close writes the zip file.
func (z *sortedZip) Close() error {
	if err := errors.Join(z.end(), z.out.Flush()); err != nil {
		return err
	}
	slices.SortFunc(z.parts, func(a, b *zipPart) int {
		return cmp.Or(cmp.Compare(rank(a.name), rank(b.name)), strings.Compare(a.name, b.name))
	})
	out := zip.NewWriter(z.to)
	for _, p := range z.parts {
		w, err := out.CreateRaw(&zip.FileHeader{Name: p.name, Method: zip.Deflate, CRC32: p.sum.Sum32(),
			CompressedSize64: uint64(p.until - p.from), UncompressedSize64: uint64(p.size)})
		if err != nil {
			return err
		}
		if _, err := io.Copy(w, io.NewSectionReader(z.spool, p.from, p.until-p.from)); err != nil {
			return err
		}
	}
	return out.Close()
}

// rank puts the list of content types first, where some readers look for it.
func rank(name string) int {
	if name == contentTypes {
		return 0
	}
	return 1
}

// AddFS is part of excelize's interface, and not used.
func (z *sortedZip) AddFS(fs.FS) error { return errors.ErrUnsupported }

// sortTypes sorts the list of content types, which excelize writes in an order
// that changes from run to run.
func sortTypes(data []byte) ([]byte, error) {
	type entry struct {
		Extension   string `xml:",attr,omitempty"`
		PartName    string `xml:",attr,omitempty"`
		ContentType string `xml:",attr"`
	}
	var types struct {
		XMLName  xml.Name `xml:"http://schemas.openxmlformats.org/package/2006/content-types Types"`
		Default  []entry
		Override []entry
	}
	if err := xml.Unmarshal(data, &types); err != nil {
		return nil, err
	}
	slices.SortFunc(types.Default, func(a, b entry) int { return strings.Compare(a.Extension, b.Extension) })
	slices.SortFunc(types.Override, func(a, b entry) int { return strings.Compare(a.PartName, b.PartName) })
	sorted, err := xml.Marshal(types)
	return append([]byte(xml.Header), sorted...), err
}
