package exchange

import (
	"bytes"
	"io"

	"muster/campaign"
)

var errQuote = campaign.Explain(campaign.ErrInvalid, "a closing quote (\") stands in the middle of a field: inside quotes, write a quote twice")

// splitQuoted splits a record that has quotes as RFC 4180 says, reading on
// where a quoted field goes over several lines. A quote in the middle of a
// field without quotes is a character like any other.
func (l *lines) splitQuoted(line []byte) error {
	l.record = append(l.record[:0], line...)
	type span struct {
		from, to int
		quoted   bool
	}
	var spans []span
	for at := 0; at >= 0; {
		if at < len(l.record) && l.record[at] == '"' {
			end, err := l.closing(at + 1)
			if err != nil {
				return err
			}
			spans = append(spans, span{at + 1, end, true})
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
			spans = append(spans, span{at, end, false})
			at = end
		}
		if at++; at > len(l.record) {
			break
		}
	}
	for _, s := range spans {
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
