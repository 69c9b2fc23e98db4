package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"muster/app"
	"muster/app/phrase"
	"muster/app/report"
	"muster/app/say"
)

// writing shows how far a report is that is being written, and can be pressed
// to leave it.
type writing struct {
	threads threads
	bar     *bar
	words   *text
	cancel  func()
	content *fyne.Container
}

func newWriting(t threads) *writing {
	w := &writing{threads: t, bar: newBar(6), words: newText("", sizeLabel, colorMuted), cancel: func() {}}
	w.words.shrinks = true
	w.content = container.New(column{gap: spaceXS}, w.words,
		container.New(ends{gap: spaceM}, w.bar, newButton(say.Text("Cancel"), func() { w.cancel() })))
	w.content.Hide()
	return w
}

// show shows it, as at the beginning, or hides it.
func (w *writing) show(yes bool) {
	w.content.Hidden = !yes
	w.tell(0, say.Text("Writing…"))
}

func (w *writing) tell(far float64, words string) {
	w.bar.set(far, false)
	w.words.set(words)
}

// linesBetweenNews is how many lines of the ledger go by between two words on
// how far it is.
const linesBetweenNews = 10_000

// lines passes lines on and tells how many of all have gone by. It may be
// called on any goroutine.
func (w *writing) lines(all int, lines report.Lines) report.Lines {
	return func(each func(app.Line) error) error {
		n := 0
		err := lines(func(line app.Line) error {
			if n++; n%linesBetweenNews == 0 {
				far := float64(n) / float64(max(n, all))
				said := say.Text("%s of %s lines", phrase.Count(int64(n)), phrase.Count(int64(all)))
				w.threads.ui(func() { w.tell(far, said) })
			}
			return each(line)
		})
		if n >= linesBetweenNews {
			w.threads.ui(func() { w.tell(1, say.Text("Putting the file together…")) })
		}
		return err
	}
}
