package pack

import (
	"bufio"
	"errors"
	"io"

	"google.golang.org/protobuf/encoding/protowire"
)

// stream reads the fields of the message Pack one after another, without ever
// holding more than one of them.
type stream struct {
	in   *bufio.Reader
	last protowire.Number // field that was read last
	room []byte
}

// next returns the next field, whose bytes hold until the one after is read.
// The error at the end is io.EOF.
func (s *stream) next() (protowire.Number, []byte, error) {
	tag, err := s.varint()
	if err != nil {
		return 0, nil, err // io.EOF if there is nothing more
	}
	field, kind := protowire.DecodeTag(tag)
	size, err := s.varint()
	switch {
	case errors.Is(err, io.EOF):
		return 0, nil, io.ErrUnexpectedEOF
	case err != nil:
		return 0, nil, err
	case kind != protowire.BytesType || field < 1:
		return 0, nil, wrong("a field that is no message")
	case (s.last == 0) != (field == fieldHead) || field < s.last:
		return 0, nil, wrong("field %d after field %d", field, s.last)
	case size > maxMessage:
		return 0, nil, wrong("a part of %d bytes", size)
	}
	s.last = field
	if err := s.fill(int(size)); err != nil {
		return 0, nil, err
	}
	return field, s.room, nil
}

// fill reads so many bytes. It takes room only for those that come: a size is
// easily said.
func (s *stream) fill(size int) error {
	s.room = s.room[:0]
	for len(s.room) < size {
		step := min(size-len(s.room), max(cap(s.room)-len(s.room), 1<<16))
		from := len(s.room)
		s.room = append(s.room, make([]byte, step)...)
		if _, err := io.ReadFull(s.in, s.room[from:]); err != nil {
			return io.ErrUnexpectedEOF
		}
	}
	return nil
}

// varint reads a number of one to ten bytes. The error is io.EOF only if there
// is not even the first of them.
func (s *stream) varint() (n uint64, err error) {
	for shift := 0; shift < 70; shift += 7 {
		b, err := s.in.ReadByte()
		if err == io.EOF && shift > 0 {
			err = io.ErrUnexpectedEOF
		}
		if err != nil {
			return 0, err
		}
		n |= uint64(b&0x7f) << shift
		if b < 0x80 {
			return n, nil
		}
	}
	return 0, wrong("a number of more than ten bytes")
}
