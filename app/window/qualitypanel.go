package window

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"muster/app"
	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
)

// qualityPanel tells what wants a look before the figures are trusted, and brings
// the lines of the ledger that it is about. It reads the whole ledger, away from
// the window's goroutine, whenever it is shown something new.
type qualityPanel struct {
	widget.BaseWidget
	w       *Window
	box     *fyne.Container
	cancel  func()
	found   func()              // the panel may have become higher
	looked  func(campaign.Flag) // brings the lines
	reading int                 // which look is the newest
}

func newQualityPanel(w *Window) *qualityPanel {
	p := &qualityPanel{w: w, box: container.New(column{gap: spaceS}), cancel: func() {}, found: func() {}}
	p.looked = func(f campaign.Flag) { w.withLedger(func(l *ledger) { l.bring(f) }) }
	p.ExtendBaseWidget(p)
	return p
}

// show looks through the ledger as it stands at the moment of a snapshot.
func (p *qualityPanel) show(now app.Snapshot) {
	desk := p.w.desk
	if desk == nil || now.Zone == nil {
		return
	}
	p.cancel()
	p.reading++
	mine := p.reading
	p.say(newProse(sizeText, colorMuted, plain(say.Text("Looking through the ledger…"))))
	var q campaign.Quality
	var refused error
	p.cancel = p.w.work(func(ctx context.Context) error {
		q, refused = desk.Quality(ctx, now.Standing.AsOf)
		return nil // said in the panel
	}, func(error) {
		switch {
		case mine != p.reading: // another look has begun
		case refused != nil:
			p.say(newProse(sizeText, colorError, plain(phrase.Sentence(refused))))
		default:
			p.tell(q)
		}
	})
}

// say puts something in the place of what the panel tells.
func (p *qualityPanel) say(o ...fyne.CanvasObject) {
	p.box.Objects = o
	p.box.Refresh()
	p.Refresh()
	p.found()
}

// flagsShown is how many flags are told; the others are the older ones.
const flagsShown = 30

// tell lists what was found.
func (p *qualityPanel) tell(q campaign.Quality) {
	rows := []fyne.CanvasObject{newProse(sizeText, colorMuted, plain(phrase.Verified(q)))}
	if len(q.Flags) == 0 {
		p.say(append(rows, newProse(sizeText, colorText, plain(say.Text("Nothing unusual was found."))))...)
		return
	}
	rows = append(rows, newProse(sizeText, colorMuted, plain(say.Text("These are unusual, which does not make them wrong. Nothing is left out of the count."))))
	for _, f := range q.Flags[:min(flagsShown, len(q.Flags))] {
		rows = append(rows, widget.NewSeparator(), p.row(f))
	}
	if more := int64(len(q.Flags) + q.More - flagsShown); more > 0 {
		rows = append(rows, widget.NewSeparator(), newProse(sizeLabel, colorMuted, plain(say.Count("%s more are older.", more, phrase.Count(more)))))
	}
	p.say(rows...)
}

// row tells one flag, with a button that brings its lines.
func (p *qualityPanel) row(f campaign.Flag) fyne.CanvasObject {
	words := container.New(column{gap: 2}, newProse(sizeText, colorText, run{words: phrase.Flag(f), bold: true}),
		newProse(sizeLabel, colorMuted, plain(phrase.FlagDetails(f))))
	look := newButton(say.Text("Show"), func() { p.looked(f) })
	return container.New(ends{gap: spaceM}, words, look)
}

// CreateRenderer implements fyne.Widget.
func (p *qualityPanel) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(p.box) }

// showQuality lays the panel over the window.
func (w *Window) showQuality() {
	p := newQualityPanel(w)
	var l *leaf
	close := newButton(say.Text("Close"), func() { l.popup.Hide() })
	l = w.layLeaf(say.Text("Data quality"), 620, p, close)
	look := p.looked
	p.looked = func(f campaign.Flag) {
		l.popup.Hide()
		look(f)
	}
	p.found = func() { fit(l.popup) }
	p.show(w.snapshot)
}
