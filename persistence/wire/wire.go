// Package wire writes and reads the fields of messages in the wire format of
// Protocol Buffers, for what is stored and for what travels. What is zero is
// not written, as proto3 has it.
package wire

import (
	"errors"
	"fmt"

	"google.golang.org/protobuf/encoding/protowire"
)

// ErrMessage is what every error of a decoder wraps: the bytes are not what was
// written.
var ErrMessage = errors.New("a record is damaged")

// Text appends a text.
func Text(b []byte, field protowire.Number, text string) []byte {
	if text == "" {
		return b
	}
	return protowire.AppendString(protowire.AppendTag(b, field, protowire.BytesType), text)
}

// Bytes appends bytes, even if there are none: a message without fields is one.
func Bytes(b []byte, field protowire.Number, content []byte) []byte {
	return protowire.AppendBytes(protowire.AppendTag(b, field, protowire.BytesType), content)
}

// Number appends a number that is not below zero.
func Number(b []byte, field protowire.Number, n uint64) []byte {
	if n == 0 {
		return b
	}
	return protowire.AppendVarint(protowire.AppendTag(b, field, protowire.VarintType), n)
}

// Signed appends a number that may be below zero: sint64.
func Signed(b []byte, field protowire.Number, n int64) []byte {
	return Number(b, field, protowire.EncodeZigZag(n))
}

// Fields calls take with each field of a message. Numbers come in n, texts and
// nested messages in b; take passes over the fields it does not know.
func Fields(b []byte, take func(field protowire.Number, n uint64, b []byte) error) error {
	for len(b) > 0 {
		field, kind, used := protowire.ConsumeTag(b)
		if used < 0 {
			return malformed(used)
		}
		b = b[used:]
		var n uint64
		var text []byte
		switch kind {
		case protowire.VarintType:
			n, used = protowire.ConsumeVarint(b)
		case protowire.BytesType:
			text, used = protowire.ConsumeBytes(b)
		default:
			used = protowire.ConsumeFieldValue(field, kind, b)
		}
		if used < 0 {
			return malformed(used)
		}
		b = b[used:]
		if err := take(field, n, text); err != nil {
			return err
		}
	}
	return nil
}

func malformed(used int) error {
	return fmt.Errorf("%w: %w", ErrMessage, protowire.ParseError(used))
}

// Names keeps one copy of each text, since a ledger repeats a few of them. A
// nil one keeps none.
type Names map[string]string

// Of returns the text of some bytes.
func (n Names) Of(b []byte) string {
	if n == nil {
		return string(b)
	}
	if s, ok := n[string(b)]; ok {
		return s
	}
	s := string(b)
	if len(n) < 1<<16 && len(b) < 1<<8 { // what a foreign file says may be long
		n[s] = s
	}
	return s
}
