package exchange

import (
	"bytes"
	"io"

	"muster/campaign"
)

var errQuote = campaign.Explain(campaign.ErrInvalid, "a closing quote (\") stands in the middle of a field: inside quotes, write a quote twice")

// span is where a field stands in the record.
type span struct {
	from, to int
	quoted   bool
}

// splitSimply splits a line in whose quotes there are neither quotes nor line
// ends, and reports whether it is one.
func (l *lines) splitSimply(line []byte) bool {
	for {
		if len(line) == 0 || line[0] != '"' {
			i := bytes.IndexByte(line, l.delimiter)
			if i < 0 {
				l.fields = append(l.fields, line)
				return true
			}
			l.fields = append(l.fields, line[:i])
			line = line[i+1:]
			continue
		}
		end := bytes.IndexByte(line[1:], '"') + 1
		if end == 0 || end+1 < len(line) && line[end+1] != l.delimiter {
			return false
		}
		l.fields = append(l.fields, line[1:end])
		if end+1 == len(line) {
			return true
		}
		line = line[end+2:]
	}
}

// splitQuoted splits a record that has quotes as RFC 4180 says, reading on
// where a quoted field goes over several lines. A quote in the middle of a
// field without quotes is a character like any other.
func (l *lines) splitQuoted(line []byte) error {
	l.record = append(l.record[:0], line...)
	l.spans = l.spans[:0]
	for at := 0; at <= len(l.record); at++ {
		if at < len(l.record) && l.record[at] == '"' {
			end, err := l.closing(at + 1)
			if err != nil {
				return err
			}
			l.spans = append(l.spans, span{at + 1, end, true})
			at = end + 1
			if at < len(l.record) && l.record[at] != l.delimiter {
				l.why = errQuote
				return nil
			}
		} else {
			end := len(l.record)
			if i := bytes.IndexByte(l.record[at:], l.delimiter); i >= 0 {
				end = at + i
			}
			l.spans = append(l.spans, span{at, end, false})
			at = end
		}
	}
	for _, s := range l.spans {
		f := l.record[s.from:s.to]
		if s.quoted && bytes.IndexByte(f, '"') >= 0 {
			f = bytes.ReplaceAll(f, []byte(`""`), []byte(`"`))
		}
		l.fields = append(l.fields, f)
	}
	return nil
}

// closing returns where the quote that was opened before from is closed.
func (l *lines) closing(from int) (int, error) {
	for {
		i := bytes.IndexByte(l.record[from:], '"')
		switch {
		case i < 0:
			from = len(l.record)
			if err := l.readOn(); err != nil {
				return 0, err
			}
		case from+i+1 < len(l.record) && l.record[from+i+1] == '"':
			from += i + 2
		default:
			return from + i, nil
		}
	}
}

// readOn adds the next line to the record.
func (l *lines) readOn() error {
	more, err := l.physical()
	if err == io.EOF || err == nil && len(l.record)+len(more) > longest {
		return campaign.Explain(ErrFormat, "line %d opens a quote (\") that is never closed", l.line)
	} else if err != nil {
		return err
	}
	l.record = append(append(l.record, '\n'), more...)
	return nil
}
