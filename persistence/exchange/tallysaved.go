package exchange

import (
	"encoding/xml"
	"io"
	"os"
	"time"

	"muster/campaign"
)

// mostAhead is how far the clock of whoever saved a sheet may be ahead of ours.
const mostAhead = 24 * time.Hour

// savedAt returns when a tally sheet was saved: what the workbook says or, where
// it says nothing or still what it said when the sheet was made, the file's own
// time. That of the file is finer, so it holds where both mean the same second.
func (r *tallySheet) savedAt(file *os.File) (time.Time, error) {
	info, err := file.Stat()
	if err != nil {
		return time.Time{}, err
	}
	written := info.ModTime().UTC().Truncate(time.Millisecond)
	saved := time.Time{}
	if s, ok := r.records.(*sheet); ok {
		saved = s.book.saved()
	}
	const same = 2 * time.Second
	if since := written.Sub(saved); saved.IsZero() || saved.Equal(r.Made.Truncate(time.Second)) || since >= 0 && since < same {
		saved = written
	}
	if !r.options.Now.IsZero() && saved.Sub(r.options.Now) > mostAhead {
		return saved, campaign.Explain(ErrFormat, "the tally sheet says that it was saved on %s, which is still to come: set the clock of that computer right, save the sheet again and import that",
			saved.Format(time.DateOnly))
	}
	return saved, nil
}

// saved returns when a workbook says that it was saved, in UTC; zero if it does
// not say.
func (w workbook) saved() time.Time {
	const properties, most = "docProps/core.xml", 1 << 20
	var core struct {
		Modified string `xml:"http://purl.org/dc/terms/ modified"`
	}
	part := w.parts[properties]
	if part == nil {
		return time.Time{}
	}
	text, err := part.Open()
	if err != nil {
		return time.Time{}
	}
	defer text.Close()
	if err := xml.NewDecoder(io.LimitReader(text, most)).Decode(&core); err != nil {
		return time.Time{}
	}
	at, err := time.Parse(time.RFC3339, core.Modified)
	if err != nil || at.Year() < campaign.MinYear || at.Year() > campaign.MaxYear {
		return time.Time{}
	}
	return at.UTC().Truncate(time.Millisecond)
}
