package exchange

import (
	"bufio"
	"bytes"
	"cmp"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"muster/campaign"
)

// longest is how long a line may be, in bytes. No line of counts comes near.
const longest = 1 << 20

// lines splits a text into records of fields and keeps count of the lines.
type lines struct {
	text      *bufio.Reader
	delimiter byte
	width     int // columns of the header
	line      int // on which the present record begins
	read      int // lines read so far

	why    error // why the record cannot be split, if so
	fields [][]byte
	record []byte // a record that has quotes, which may go over several lines
	spans  []span // of its fields
}

func newLines(text io.Reader) *lines {
	return &lines{text: bufio.NewReaderSize(text, longest)}
}

// header reads the first line that is not blank, and finds the delimiter from
// it.
func (l *lines) header() ([]string, error) {
	first, err := l.firstLine()
	if err != nil {
		return nil, err
	}
	l.delimiter = delimiterOf(first)
	fields, err := l.split(first)
	if err := cmp.Or(err, l.why); err != nil {
		return nil, campaign.Explain(ErrFormat, "the header cannot be read: %v", err)
	}
	l.width = len(fields)
	names := make([]string, len(fields))
	for i, f := range fields {
		names[i] = strings.TrimSpace(string(f))
	}
	return names, nil
}

func (l *lines) firstLine() ([]byte, error) {
	for {
		line, err := l.physical()
		switch {
		case err == io.EOF:
			return nil, campaign.Explain(ErrFormat, "the file is empty: it needs a line with the names of the columns, such as date,total")
		case err != nil:
			return nil, err
		case len(bytes.TrimSpace(line)) > 0:
			l.line = l.read
			if bytes.IndexByte(line, '\r') >= 0 {
				return nil, campaign.Explain(ErrFormat, "the lines end in the old Macintosh way: save the file as \"CSV UTF-8\" and import that")
			}
			return bytes.Clone(line), nil
		}
	}
}

// delimiterOf returns the delimiter that stands in a header most often.
func delimiterOf(header []byte) byte {
	best, most := byte(','), 0
	for _, d := range []byte(",;\t") {
		n, inQuotes := 0, false
		for _, b := range header {
			if b == '"' {
				inQuotes = !inQuotes
			} else if b == d && !inQuotes {
				n++
			}
		}
		if n > most {
			best, most = d, n
		}
	}
	return best
}

// next returns the fields of the next record that is not blank. They are
// overwritten by the next call. If the record cannot be split, why says so.
func (l *lines) next() ([][]byte, error) {
	for {
		line, err := l.physical()
		if err != nil {
			return nil, err
		}
		l.line = l.read
		fields, err := l.split(line)
		if err != nil || l.why != nil {
			return fields, err
		}
		for _, f := range fields {
			if len(f) > 0 && len(bytes.TrimSpace(f)) > 0 {
				return fields, nil
			}
		}
	}
}

// place returns the line that the record begins on, and why it cannot be
// split, if so.
func (l *lines) place() (int, error) { return l.line, l.why }

// wide reports whether a record says more than the header has columns for.
func (l *lines) wide(fields [][]byte) bool {
	for i := l.width; i < len(fields); i++ {
		if len(bytes.TrimSpace(fields[i])) > 0 {
			return true
		}
	}
	return false
}

// physical returns one line of the file without its end.
func (l *lines) physical() ([]byte, error) {
	line, err := l.text.ReadSlice('\n')
	if len(line) > 0 || err != io.EOF {
		l.read++
	}
	switch {
	case err == nil:
		line = line[:len(line)-1]
	case errors.Is(err, bufio.ErrBufferFull):
		return nil, campaign.Explain(ErrFormat, "line %d is longer than a megabyte: this is hardly a CSV file of counts", l.read)
	case err != io.EOF || len(line) == 0:
		return nil, err
	}
	if n := len(line); n > 0 && line[n-1] == '\r' {
		line = line[:n-1]
	}
	if !utf8.Valid(line) {
		return nil, campaign.Explain(ErrFormat,
			"line %d is not UTF-8 text: the file was probably saved as Latin-1 or Windows-1252; save it as \"CSV UTF-8\" and import that", l.read)
	}
	return line, nil
}

// split returns the fields of the record that begins with line.
func (l *lines) split(line []byte) ([][]byte, error) {
	l.why = nil
	l.fields = l.fields[:0]
	if bytes.IndexByte(line, '"') >= 0 {
		if l.splitSimply(line) {
			return l.fields, nil
		}
		l.fields = l.fields[:0]
		return l.fields, l.splitQuoted(line)
	}
	for {
		i := bytes.IndexByte(line, l.delimiter)
		if i < 0 {
			l.fields = append(l.fields, line)
			return l.fields, nil
		}
		l.fields = append(l.fields, line[:i])
		line = line[i+1:]
	}
}
