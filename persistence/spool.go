package persistence

import (
	"bufio"
	"encoding/binary"
	"errors"
	"io"
	"os"

	"muster/campaign"
	"muster/persistence/wire"
)

// spool holds ledger records that were read, so that they can be worked on when
// others may write again. What does not fit into some memory goes into a
// temporary file.
type spool struct {
	head []byte
	file *os.File
	tail *bufio.Writer // of the file
}

// spoolHead is how many bytes are held in memory.
const spoolHead = 4 << 20

// add appends a record under its key.
func (s *spool) add(key, record []byte) error {
	var length [4]byte
	binary.BigEndian.PutUint32(length[:], uint32(len(record)))
	if s.file == nil && len(s.head)+keySize+len(length)+len(record) <= spoolHead {
		s.head = append(append(append(s.head, key...), length[:]...), record...)
		return nil
	}
	if s.file == nil {
		file, err := os.CreateTemp("", "muster-ledger-*")
		if err != nil {
			return campaign.Explain(err, "a long ledger needs room for a temporary file, and there is none: %s", err)
		}
		s.file, s.tail = file, bufio.NewWriterSize(file, 1<<18)
	}
	for _, part := range [][]byte{key, length[:], record} {
		if _, err := s.tail.Write(part); err != nil {
			return campaign.Explain(err, "a long ledger needs room for a temporary file: %s", err)
		}
	}
	return nil
}

// each calls take with every update in turn, until it returns an error.
func (s *spool) each(take func(campaign.Update, provenance) error) error {
	known := wire.Names{}
	for rest := s.head; len(rest) > 0; {
		end := keySize + 4 + int(binary.BigEndian.Uint32(rest[keySize:]))
		u, from, err := decodeUpdate(rest[:keySize], rest[keySize+4:end], known)
		if err != nil {
			return err
		}
		if err := take(u, from); err != nil {
			return err
		}
		rest = rest[end:]
	}
	if s.file == nil {
		return nil
	}
	if err := s.tail.Flush(); err != nil {
		return err
	}
	if _, err := s.file.Seek(0, io.SeekStart); err != nil {
		return err
	}
	return eachOf(bufio.NewReaderSize(s.file, 1<<18), known, take)
}

// eachOf reads what add wrote.
func eachOf(r io.Reader, known wire.Names, take func(campaign.Update, provenance) error) error {
	var head [keySize + 4]byte
	var record []byte
	for {
		if _, err := io.ReadFull(r, head[:]); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
		n := int(binary.BigEndian.Uint32(head[keySize:]))
		record = append(record[:0], make([]byte, n)...)
		if _, err := io.ReadFull(r, record); err != nil {
			return err
		}
		u, from, err := decodeUpdate(head[:keySize], record, known)
		if err != nil {
			return err
		}
		if err := take(u, from); err != nil {
			return err
		}
	}
}

// close removes the temporary file.
func (s *spool) close() {
	if s.file != nil {
		s.file.Close()
		os.Remove(s.file.Name())
	}
}
