package pack

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"errors"
	"io"
	"iter"
	"os"
	"path/filepath"
	"strconv"

	"github.com/klauspost/compress/zstd"
	"google.golang.org/protobuf/encoding/protowire"

	"muster/campaign"
	"muster/persistence/wire"
)

// Pack is a pack that was found whole. It holds its file open.
type Pack struct {
	Header    Header
	Revisions []campaign.Revision
	Updates   int // how many its runs hold

	name string // of its file, without the folder
	file *os.File
	body io.SectionReader // the packed stream
}

// Open reads a file whole and returns it if it is a pack with nothing wrong.
// The passphrase is used only if the pack is locked with one.
// Errors: campaign.ErrPack, campaign.ErrNewer, campaign.ErrPassphrase, or what
// the disk says.
func Open(path, passphrase string) (*Pack, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	p := &Pack{name: filepath.Base(path), file: file}
	if err := p.open(passphrase); err != nil {
		file.Close()
		return nil, err
	}
	return p, nil
}

// Close closes the file.
func (p *Pack) Close() error { return p.file.Close() }

func (p *Pack) open(passphrase string) error {
	info, err := p.file.Stat()
	if err != nil {
		return err
	}
	if !info.Mode().IsRegular() {
		return p.noPack()
	}
	whole, err := p.unlocked(io.NewSectionReader(p.file, 0, info.Size()), passphrase)
	if err != nil {
		return err
	}
	begin, err := p.version(whole)
	if err != nil {
		return err
	}
	if err := p.sum(whole); err != nil {
		return err
	}
	p.body = *io.NewSectionReader(whole, begin, whole.Size()-begin-sumSize)
	return p.check()
}

// version reads the line in clear and returns its length.
func (p *Pack) version(whole *io.SectionReader) (int64, error) {
	line := make([]byte, len(magic)+4)
	n, err := whole.ReadAt(line, 0)
	if err != nil && err != io.EOF {
		return 0, p.unreadable(err)
	}
	digits, isPack := bytes.CutPrefix(line[:n], []byte(magic))
	digits, _, ended := bytes.Cut(digits, []byte("\n"))
	version, err := strconv.Atoi(string(digits))
	switch {
	case !isPack || !ended || err != nil || version < 1:
		return 0, p.noPack()
	case version > Version:
		return 0, campaign.Explain(campaign.ErrNewer,
			"%s was written by a later version of Muster (pack %d, this one reads %d): update Muster to merge it", p.name, version, Version)
	}
	begin := int64(len(magic) + len(digits) + 1)
	if whole.Size() < begin+sumSize {
		return 0, p.notWhole()
	}
	return begin, nil
}

// sum compares the checksum at the end with what is before it.
func (p *Pack) sum(whole *io.SectionReader) error {
	hash := sha256.New()
	if _, err := io.CopyBuffer(hash, io.NewSectionReader(whole, 0, whole.Size()-sumSize), make([]byte, 1<<16)); err != nil {
		return p.unreadable(err)
	}
	var want [sumSize]byte
	if _, err := whole.ReadAt(want[:], whole.Size()-sumSize); err != nil && err != io.EOF {
		return p.unreadable(err)
	}
	if [sumSize]byte(hash.Sum(nil)) != want {
		return p.notWhole()
	}
	return nil
}

// check reads everything once, and keeps what comes before the runs.
func (p *Pack) check() error {
	known := wire.Names{}
	var run campaign.Run
	documents := 0
	return p.read(func(field protowire.Number, message []byte) (err error) {
		switch field {
		case fieldHead:
			p.Header, err = decodeHead(message)
		case fieldRevision:
			var r campaign.Revision
			r, err = decodeRevision(message)
			if documents += len(message); documents > maxDocuments || len(p.Revisions) == maxRevisions {
				return wrong("more than %d plans, or %d bytes of them", maxRevisions, maxDocuments)
			}
			p.Revisions = append(p.Revisions, r)
		case fieldRun:
			err = decodeRun(&run, message, known)
			p.Updates += len(run.Updates)
		}
		return err
	})
}

// errEnough ends a walk through a pack.
var errEnough = errors.New("enough")

// Runs returns the runs, in the order in which they were written.
func (p *Pack) Runs() iter.Seq2[campaign.Run, error] {
	return func(yield func(campaign.Run, error) bool) {
		known := wire.Names{}
		err := p.read(func(field protowire.Number, message []byte) error {
			if field != fieldRun {
				return nil
			}
			var run campaign.Run
			if err := decodeRun(&run, message, known); err != nil {
				return err
			}
			if !yield(run, nil) {
				return errEnough
			}
			return nil
		})
		if err != nil && !errors.Is(err, errEnough) {
			yield(campaign.Run{}, err)
		}
	}
}

// read calls take with every part of the pack in turn, whose bytes it uses
// again.
func (p *Pack) read(take func(field protowire.Number, message []byte) error) error {
	body := p.body
	unpacked, err := zstd.NewReader(&body, zstd.WithDecoderMaxWindow(maxWindow), zstd.WithDecoderLowmem(true))
	if err != nil {
		return err
	}
	defer unpacked.Close()
	limited := io.LimitedReader{R: unpacked, N: freeUnpacked + maxRatio*p.body.Size()}
	s := stream{in: bufio.NewReaderSize(&limited, 1<<16)}
	for {
		field, message, err := s.next()
		switch {
		case limited.N <= 0:
			err = wrong("it unpacks to more than a pack of its size can hold")
		case err == io.EOF && s.last != 0:
			return nil
		case err == nil:
			err = take(field, message)
		}
		if err != nil {
			return p.explain(err)
		}
	}
}
