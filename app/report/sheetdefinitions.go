package report

import "muster/app/say"

// definitionSheet says what the words mean and how the figures were worked out.
func (b *book) definitionSheet() error {
	if _, err := b.file.NewSheet(sheetDefinitions()); err != nil {
		return err
	}
	d := b.draft(form{name: sheetDefinitions(), columns: []sheetColumn{{say.Text("Word"), 30, false}, {say.Text("What it means here"), 100, false}}, upright: true})
	d.heading()
	d.explain(definitions())
	d.part(say.Text("How this was worked out"))
	d.explain(methods(b.Dossier))
	if b.Fingerprint != "" {
		d.row(b.blank(), b.cell(asProse, spaced(b.Fingerprint)))
	}
	return d.finish()
}

func (d *draft) explain(all []definition) {
	for _, said := range all {
		d.row(d.cell(asText.inBold(), said.word), d.cell(asProse, said.meaning))
	}
}
