package report

import (
	"fmt"
	"io"

	"github.com/jung-kurt/gofpdf"

	"muster/app"
	"muster/app/figure/typeset"
)

// PDF writes a report of one or two A4 pages on where the campaign stands. The
// same snapshot gives the same bytes.
func PDF(w io.Writer, s app.Snapshot) (err error) {
	defer func() {
		if r := recover(); r != nil { // gofpdf panics on text it cannot set
			err = fmt.Errorf("the PDF could not be made: %v", r)
		}
	}()
	pdf := gofpdf.New("P", "pt", "A4", "")
	pdf.SetCatalogSort(true)
	pdf.SetCreationDate(s.Standing.AsOf.UTC())
	pdf.SetModificationDate(s.Standing.AsOf.UTC())
	pdf.SetProducer("Muster", true)
	pdf.SetTitle(typeset.Legible(s.Campaign.Name), true)
	pdf.SetSubject(typeset.Legible(s.Campaign.Ask), true)
	pdf.SetAutoPageBreak(false, 0)
	pdf.SetMargins(0, 0, 0)
	pdf.AddUTF8FontFromBytes(typeset.Typeface, "", typeset.Regular())
	pdf.AddUTF8FontFromBytes(typeset.Typeface, "B", typeset.Bold())
	for _, page := range Pages(s) {
		pdf.AddPage()
		pdf.SetLineJoinStyle("round")
		page.Draw(newPDFCanvas(pdf))
	}
	if err := pdf.Output(w); err != nil {
		return fmt.Errorf("the PDF could not be made: %w", err)
	}
	return nil
}
