package exchange

import (
	"bytes"
	"io"
)

// texts are the texts that the cells of a workbook share, one after another.
type texts struct {
	all  []byte
	ends []uint32
}

func (t *texts) at(i int) []byte {
	if i < 0 || i >= len(t.ends) {
		return nil
	}
	from := uint32(0)
	if i > 0 {
		from = t.ends[i-1]
	}
	return t.all[from:t.ends[i]]
}

// sharedTexts reads the texts that cells share; how they are read aloud is
// passed over.
func (w workbook) sharedTexts(name string) (texts, error) {
	var t texts
	if w.parts[name] == nil {
		return t, nil
	}
	part, err := w.stream(name)
	if err != nil {
		return t, err
	}
	m := newMarkup(part)
	inText := false
	for {
		err := m.next(func(some []byte) {
			if inText {
				t.all = append(t.all, some...)
			}
		})
		switch {
		case err == io.EOF:
			return t, nil
		case err == nil && len(t.all)+4*len(t.ends) > mostHeld:
			err = errBig
		case err == nil && !m.end && bytes.Equal(m.tag, []byte("rPh")):
			err = m.skip()
		}
		if err != nil {
			return t, err
		}
		switch string(m.tag) {
		case "t":
			inText = !m.end && !m.empty
		case "si":
			if m.end || m.empty {
				t.ends = append(t.ends, uint32(len(t.all)))
				m.tags = 0
			}
		}
	}
}
