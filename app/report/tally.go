package report

import (
	"context"
	"io"
	"path/filepath"

	"muster/app"
	"muster/campaign"
)

// TallyFormatOf returns the kind of file that a path asks for by its ending: a
// workbook or a PDF. Errors: ErrFormat.
func TallyFormatOf(path string) (Format, error) {
	if f, err := FormatOf(path); err == nil && (f == FormatWorkbook || f == FormatPDF) {
		return f, nil
	}
	return "", campaign.Explain(ErrFormat,
		"%s does not say which kind of tally sheet it is to be: end the name with .xlsx to fill it in on a computer, or with .pdf to print it", filepath.Base(path))
}

// SaveTally writes a tally sheet to a file whose name says which kind it is.
// Errors: as Save.
func SaveTally(ctx context.Context, path string, s app.TallySheet, o Options) error {
	format, err := TallyFormatOf(path)
	if err != nil {
		return err
	}
	err = Replace(path, func(w io.Writer) error {
		if format == FormatPDF {
			return TallyPDF(stoppable{ctx, w}, s, o)
		}
		return TallyWorkbook(stoppable{ctx, w}, s, o)
	})
	if ended := ctx.Err(); ended != nil && err != nil {
		return ended
	}
	return err
}
