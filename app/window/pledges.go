package window

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"muster/app"
	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
)

// pledges is the screen where counts are entered, above the ledger.
type pledges struct {
	widget.BaseWidget
	w      *Window
	form   *countForm
	ledger *ledger
	now    app.Snapshot
}

func newPledges(w *Window) *pledges {
	p := &pledges{w: w, ledger: newLedger(w)}
	p.form = newCountForm(w.settings.by(), w.moment, p.record)
	p.ledger.arranged = p.fold
	p.ExtendBaseWidget(p)
	return p
}

func (p *pledges) show(now app.Snapshot) {
	p.now = now
	if !p.Visible() || now.Zone == nil {
		return // it is read when it is looked at
	}
	p.form.show(now)
	p.ledger.show(now)
	p.Refresh()
}

// Show implements fyne.CanvasObject.
func (p *pledges) Show() {
	p.BaseWidget.Show()
	p.show(p.now)
}

// withLedger brings the Pledges screen and does something with its ledger.
func (w *Window) withLedger(do func(*ledger)) {
	w.shell.navigate("Pledges")
	if p, ok := w.shell.front().(*pledges); ok {
		do(p.ledger)
	}
}

// findInLedger brings the cursor into the ledger's filter.
func (w *Window) findInLedger() {
	w.withLedger(func(l *ledger) {
		w.Canvas().Focus(l.filter.text)
		l.filter.text.selectAll()
	})
}

// exportLines exports what is chosen in the ledger, or all that is found.
func (w *Window) exportLines() { w.withLedger((*ledger).askExport) }

// begin implements beginner.
func (p *pledges) begin() {
	if p.form.fold(false) {
		p.Refresh()
	}
	p.w.Canvas().Focus(p.form.count)
}

// fold lets the form make room for the ledger in a low window, while that is
// worked with.
func (p *pledges) fold() {
	if p.form.fold(p.Size().Height < lowPledges && p.ledger.worked()) {
		p.Refresh()
	}
}

// record takes what is filled in, and makes room for the next count before
// the disk has answered: a volunteer types on. What could not be recorded
// comes back, unless something else has been typed meanwhile.
func (p *pledges) record() {
	w, desk := p.w, p.w.desk
	e, err := p.form.entry()
	if err != nil || desk == nil {
		p.Refresh()
		return
	}
	w.settings.setBy(e.By)
	back := p.form.clear()
	p.begin()
	var u campaign.Update
	var refused error
	shown := false
	w.work(func(context.Context) error {
		u, refused = desk.Record(e)
		return nil // said at the form
	}, func(error) {
		shown = true
		if refused != nil {
			p.refuse(refused, back)
			return
		}
		w.changed()
		w.toast(say.Text("Recorded: %s.", describe(u)+onDay(u, w.snapshot)), say.Text("Undo"), func() { w.void(desk, u) })
	})
	w.threads.linger(func() bool { return shown && !w.reading && !p.ledger.reading() })
	if !shown {
		p.Refresh()
	}
}

// refuse says why a count was not recorded, and gives it back.
func (p *pledges) refuse(err error, back typed) {
	if !p.form.restore(back) {
		p.w.toast(say.Text("Not recorded: %s. %s", back.count, phrase.Sentence(err)), "", nil)
		return
	}
	p.form.complain(phrase.Sentence(err))
	p.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (p *pledges) CreateRenderer() fyne.WidgetRenderer {
	return &pledgesRenderer{pledges: p, form: newCard(p.form), ledger: p.ledger}
}

type pledgesRenderer struct {
	pledges      *pledges
	form, ledger fyne.CanvasObject
}

// ledgerLeast is a height at which the ledger can be read.
const ledgerLeast = 180

// lowPledges is a height below which form and ledger have to share.
const lowPledges = 620

func (r *pledgesRenderer) Destroy()                     {}
func (r *pledgesRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.form, r.ledger} }
func (r *pledgesRenderer) MinSize() fyne.Size           { return fyne.NewSize(420, ledgerLeast) }

// Layout gives the form what it needs and the ledger the rest.
func (r *pledgesRenderer) Layout(size fyne.Size) {
	height := heightAt(r.form, size.Width)
	place(r.form, 0, 0, size.Width, height)
	top := height + spaceM
	place(r.ledger, 0, top, size.Width, max(ledgerLeast, size.Height-top))
}

func (r *pledgesRenderer) Refresh() {
	r.form.Refresh()
	r.Layout(r.pledges.Size())
	r.ledger.Refresh()
}
