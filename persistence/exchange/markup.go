package exchange

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"strconv"
	"unicode/utf8"

	"muster/campaign"
)

// markup reads the XML of a workbook, tag by tag, in constant memory. It knows
// as much of XML as workbooks have: encoding/xml, and with it excelize, takes
// ten times as long, and a sheet has a tag or two for every number.
type markup struct {
	text *bufio.Reader
	held []byte // of a tag or text that goes over the end of the buffer

	tags int // since whoever reads last found what it looks for

	tag   []byte // the name, without prefix
	attrs []byte // what stands after it
	end   bool   // the tag closes an element
	empty bool   // it opens and closes one at once
}

// mostTags is how many tags may stand between two things that are looked for.
const mostTags = 1 << 16

// mostToken is how long a tag or a text may be. A cell holds 32,767 characters.
const mostToken = 1 << 18

var (
	errSheetDamaged = campaign.Explain(ErrFormat, "the workbook is damaged: open it in a spreadsheet, save it anew and import that")
	errSheetLong    = campaign.Explain(ErrFormat, "a cell of the workbook is longer than any cell can be: this is hardly a workbook of counts")
)

func newMarkup(r io.Reader) *markup { return &markup{text: bufio.NewReaderSize(r, 1<<16)} }

// next goes to the next tag, and calls text, if it is not nil, with what stands
// before it. The error at the end is io.EOF.
func (m *markup) next(text func([]byte)) error {
	if m.tags++; m.tags > mostTags {
		return errSheetDamaged
	}
	for {
		before, err := m.until('<')
		if err != nil {
			if errors.Is(err, io.EOF) && len(bytes.TrimSpace(before)) > 0 {
				return errSheetDamaged
			}
			return err
		}
		if text != nil && len(before) > 1 {
			text(unescape(before[:len(before)-1]))
		}
		tag, err := m.until('>')
		if err != nil {
			return cutOff(err)
		}
		switch {
		case bytes.HasPrefix(tag, []byte("![CDATA[")):
			if tag, err = m.finish(tag, "]]>"); err == nil && text != nil {
				text(tag[len("![CDATA[") : len(tag)-len("]]>")])
			}
		case bytes.HasPrefix(tag, []byte("!--")):
			_, err = m.finish(tag, "-->")
		case tag[0] != '?' && tag[0] != '!':
			if tag, err = m.closed(tag); err == nil {
				m.take(tag[:len(tag)-1])
				return nil
			}
		}
		if err != nil {
			return cutOff(err)
		}
	}
}

// cutOff makes of the end of the file within a tag what it is.
func cutOff(err error) error {
	if err == io.EOF {
		return errSheetDamaged
	}
	return err
}

// until returns what stands before the next mark, and the mark. It is
// overwritten by the next call.
func (m *markup) until(mark byte) ([]byte, error) {
	some, err := m.text.ReadSlice(mark)
	if !errors.Is(err, bufio.ErrBufferFull) {
		return some, err
	}
	m.held = m.held[:0]
	for errors.Is(err, bufio.ErrBufferFull) {
		m.held = append(m.held, some...)
		if len(m.held) > mostToken {
			return nil, errSheetLong
		}
		some, err = m.text.ReadSlice(mark)
	}
	m.held = append(m.held, some...)
	return m.held, err
}

// finish reads on until a tag ends as it must.
func (m *markup) finish(tag []byte, end string) ([]byte, error) {
	return m.readOn(tag, func(tag []byte) bool { return bytes.HasSuffix(tag, []byte(end)) })
}

// closed reads on while the tag's end stands in quotes.
func (m *markup) closed(tag []byte) ([]byte, error) {
	return m.readOn(tag, func(tag []byte) bool {
		quote := byte(0)
		for _, b := range tag {
			switch {
			case quote != 0 && b == quote:
				quote = 0
			case quote == 0 && (b == '"' || b == '\''):
				quote = b
			}
		}
		return quote == 0
	})
}

func (m *markup) readOn(tag []byte, done func([]byte) bool) ([]byte, error) {
	if done(tag) {
		return tag, nil
	}
	whole := bytes.Clone(tag)
	for !done(whole) {
		if len(whole) > mostToken {
			return nil, errSheetLong
		}
		more, err := m.until('>')
		if err != nil {
			return nil, err
		}
		whole = append(whole, more...)
	}
	return whole, nil
}

// take takes a tag apart.
func (m *markup) take(tag []byte) {
	m.end = len(tag) > 0 && tag[0] == '/'
	if m.end {
		tag = tag[1:]
	}
	tag, m.empty = bytes.CutSuffix(tag, []byte("/"))
	name, attrs := tag, []byte(nil)
	if i := bytes.IndexAny(tag, " \t\r\n"); i >= 0 {
		name, attrs = tag[:i], tag[i:]
	}
	if i := bytes.IndexByte(name, ':'); i >= 0 {
		name = name[i+1:]
	}
	m.tag, m.attrs = name, attrs
}

// attr returns an attribute of the tag; nil if it has none of the name.
func (m *markup) attr(name string) []byte {
	rest := m.attrs
	for {
		rest = bytes.TrimLeft(rest, " \t\r\n")
		i := bytes.IndexByte(rest, '=')
		if i < 0 {
			return nil
		}
		key := bytes.TrimRight(rest[:i], " \t\r\n")
		rest = bytes.TrimLeft(rest[i+1:], " \t\r\n")
		if len(rest) == 0 || rest[0] != '"' && rest[0] != '\'' {
			return nil
		}
		end := bytes.IndexByte(rest[1:], rest[0])
		if end < 0 {
			return nil
		}
		if string(key) == name {
			return unescape(rest[1 : end+1])
		}
		rest = rest[end+2:]
	}
}

// finishPart passes over the rest of a part, so that its checksum is looked at,
// and returns io.EOF.
func (m *markup) finishPart() error {
	if _, err := io.Copy(io.Discard, m.text); err != nil {
		return err
	}
	return io.EOF
}

// skip goes past the element that the tag opens.
func (m *markup) skip() error {
	for depth := 1; !m.empty && depth > 0; {
		if err := m.next(nil); err != nil {
			return cutOff(err)
		}
		switch {
		case m.end:
			depth--
		case !m.empty:
			depth++
		}
		m.empty = false
	}
	return nil
}

var entities = map[string]rune{"amp": '&', "lt": '<', "gt": '>', "quot": '"', "apos": '\''}

// unescape puts the characters for what stands for them.
func unescape(text []byte) []byte {
	if bytes.IndexByte(text, '&') < 0 {
		return text
	}
	out := make([]byte, 0, len(text))
	for {
		i := bytes.IndexByte(text, '&')
		if i < 0 {
			return append(out, text...)
		}
		out, text = append(out, text[:i]...), text[i:]
		end := bytes.IndexByte(text, ';')
		r, known := rune(0), false
		if end > 0 {
			r, known = entity(string(text[1:end]))
		}
		if known {
			out, text = utf8.AppendRune(out, r), text[end+1:]
		} else {
			out, text = append(out, '&'), text[1:]
		}
	}
}

func entity(name string) (rune, bool) {
	if r, ok := entities[name]; ok {
		return r, true
	}
	if len(name) < 2 || len(name) > 10 || name[0] != '#' {
		return 0, false
	}
	digits, base := name[1:], 10
	if digits[0] == 'x' {
		digits, base = digits[1:], 16
	}
	n, err := strconv.ParseInt(digits, base, 32)
	return rune(n), err == nil
}
