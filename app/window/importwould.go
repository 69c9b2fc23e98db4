package window

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"muster/app"
	"muster/app/phrase"
	"muster/app/say"
)

// Limits on what is said of an import.
const (
	rejectedShown = 5
	regionsShown  = 5
)

// would says what importing the file would do, or how far the look through it
// is; nil if it cannot be imported yet.
func (a *assistant) would() fyne.CanvasObject {
	switch {
	case a.wrong != nil || len(a.look.Needs) > 0:
		return nil
	case !a.known:
		return a.far
	case a.refused != nil:
		return newProse(sizeText, colorError, plain(phrase.Sentence(a.refused)))
	}
	all := container.New(column{gap: spaceS}, newProse(sizeText, colorText, run{words: phrase.FullStop(lines(a.found.Rows)) + " ", bold: true}, plain(importSentence(a.found))))
	for _, bad := range a.found.Rejected[:min(rejectedShown, len(a.found.Rejected))] {
		all.Add(newProse(sizeLabel, colorMuted, plain(say.Text("Line %s: %s", phrase.Count(int64(bad.Line)), phrase.FullStop(phrase.Why(bad.Why))))))
	}
	shifts := shiftSentences(a.found.Effect)
	for _, s := range shifts {
		all.Add(newProse(sizeText, colorText, s...))
	}
	if len(shifts) == 0 && a.found.Added > 0 {
		all.Add(newProse(sizeText, colorText, plain(say.Text("Today's totals stay as they are: later readings hold, or the days are still to come."))))
	}
	for _, s := range besideImport(a.found) {
		all.Add(newProse(sizeLabel, colorMuted, plain(s)))
	}
	for _, i := range a.found.Undone {
		all.Add(container.New(column{gap: spaceXS}, newProse(sizeText, colorText, plain(undoneSentence(i, a.w))),
			container.New(beside{}, newButton(say.Text("Bring them back"), func() { a.bringBack(i) }))))
	}
	return all
}

// lines returns so many lines.
func lines(n int) string { return say.Count("%s lines", int64(n), phrase.Count(int64(n))) }

// importSentence says what an import would do.
func importSentence(found app.ImportResult) string {
	said := say.Text("All of it is in the ledger already.")
	if found.Added > 0 {
		said = say.Count("%s counts are new", int64(found.Added), phrase.Count(int64(found.Added)))
		if found.Duplicates > 0 {
			said = say.Count("%s, %s are in the ledger already", int64(found.Duplicates), said, phrase.Count(int64(found.Duplicates)))
		}
		said += "."
	} else if found.Duplicates == 0 {
		said = say.Text("There is nothing in it to take.")
	}
	if n := len(found.Rejected); n > 0 {
		said += " " + say.Count("%s lines cannot be taken:", int64(n), phrase.Count(int64(n)))
	}
	return said
}

// shiftSentences say what the totals are and would be: those of the measures,
// then the regions that change most.
func shiftSentences(e app.Effect) [][]run {
	var all [][]run
	for _, m := range e.Measures {
		if m.Before != m.After {
			all = append(all, []run{{words: say.Text("%s: %s now, %s after it.", phrase.Measure(m.Name), phrase.Count(m.Before), phrase.Count(m.After)), bold: true}})
		}
	}
	for i, r := range e.Regions {
		if len(e.Regions) == 1 && r.Name == "" {
			break
		}
		if i == regionsShown {
			more := int64(len(e.Regions) - i)
			return append(all, []run{plain(say.Count("%s more regions change.", more, phrase.Count(more)))})
		}
		name := r.Name
		if name == "" {
			name = say.Text("no region given")
		}
		all = append(all, []run{plain(say.Text("%s: %s now, %s after it.", name, phrase.Count(r.Before), phrase.Count(r.After)))})
	}
	return all
}

// besideImport says what else there is to know of an import.
func besideImport(found app.ImportResult) []string {
	var all []string
	if n := int64(found.Voided); n > 0 {
		all = append(all, say.Count("%s earlier counts are taken out, since these take their place.", n, phrase.Count(n)))
	}
	if n := int64(found.Out); n > 0 && len(found.Undone) == 0 {
		all = append(all, say.Count("%s of those that are in the ledger were taken out of the count by somebody, and stay out.", n, phrase.Count(n)))
	}
	return all
}

// undoneSentence says that counts of the file came before and were undone.
func undoneSentence(i app.Import, w *Window) string {
	return say.Text("Counts of this file came with the import of %s and are out of the count, since it was undone on %s: “%s”.",
		i.File, phrase.Moment(i.Undone.At, zoneOf(w.snapshot)), i.Undone.Why)
}

// bringBack brings an import back that was undone, and looks through the file
// again.
func (a *assistant) bringBack(i app.Import) {
	a.used = -1
	a.w.work(func(ctx context.Context) error {
		_, err := a.desk.RedoImport(ctx, i.Number, say.Text("Brought back"), a.said.By, nil)
		return err
	}, func(err error) {
		if err == nil {
			a.w.changed()
			a.again()
		}
	})
}
