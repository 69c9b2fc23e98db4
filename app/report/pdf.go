package report

import (
	"fmt"
	"io"

	"github.com/jung-kurt/gofpdf"

	"muster/app"
	"muster/app/figure/typeset"
	"muster/app/say"
)

// PDF writes a report as pages of paper. The same dossier and options give the
// same bytes.
func PDF(w io.Writer, d app.Dossier, o Options) error { return pdfOf(w, d, o, Pages(d, o)) }

// pdfOf writes pages that are about a dossier.
func pdfOf(w io.Writer, d app.Dossier, o Options, pages []*Page) (err error) {
	defer func() {
		if r := recover(); r != nil { // gofpdf panics on text it cannot set
			err = fmt.Errorf("the PDF could not be made: %v", r)
		}
	}()
	pdf := newPDF(d, o)
	for _, page := range pages {
		pdf.AddPage()
		pdf.SetFont(typeset.Typeface, "", 10) // bookmarks are in its encoding
		pdf.SetLineJoinStyle("round")
		page.Draw(newPDFCanvas(pdf))
		page.connect(pdf)
	}
	if err := pdf.Output(w); err != nil {
		return fmt.Errorf("the PDF could not be made: %w", err)
	}
	return nil
}

// newPDF returns a document without pages.
func newPDF(d app.Dossier, o Options) *gofpdf.Fpdf {
	width, height := o.Paper.size()
	pdf := gofpdf.NewCustom(&gofpdf.InitType{UnitStr: "pt", Size: gofpdf.SizeType{Wd: width, Ht: height}})
	pdf.SetCatalogSort(true)
	pdf.SetCreationDate(d.Standing.AsOf.UTC())
	pdf.SetModificationDate(d.Standing.AsOf.UTC())
	pdf.SetProducer("Muster", true)
	pdf.SetTitle(typeset.Legible(d.Campaign.Name), true)
	pdf.SetSubject(typeset.Legible(d.Campaign.Ask), true)
	pdf.SetKeywords(say.Text("data %s", d.Fingerprint), true)
	pdf.SetAutoPageBreak(false, 0)
	pdf.SetMargins(0, 0, 0)
	pdf.AddUTF8FontFromBytes(typeset.Typeface, "", typeset.Regular())
	pdf.AddUTF8FontFromBytes(typeset.Typeface, "B", typeset.Bold())
	return pdf
}

// connect puts the page's links and bookmarks in.
func (p *Page) connect(pdf *gofpdf.Fpdf) {
	for _, l := range p.links {
		if l.page == 0 {
			pdf.LinkString(l.x, l.y, l.w, l.h, l.address)
			continue
		}
		to := pdf.AddLink()
		pdf.SetLink(to, l.top, l.page)
		pdf.Link(l.x, l.y, l.w, l.h, to)
	}
	for _, m := range p.marks {
		pdf.Bookmark(typeset.Legible(m.title), m.level, m.y)
	}
}
