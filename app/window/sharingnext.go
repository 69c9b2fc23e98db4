package window

import (
	"context"
	"io"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"muster/app"
	"muster/app/report"
	"muster/app/say"
	"muster/campaign"
)

// nextPack asks for whom the next pack is, and where it is to be saved. It
// begins where the last one for the same name ended.
type nextPack struct {
	w        *Window
	desk     *app.Desk
	save     *saveSheet
	whom     *pick
	named    *field // holds whom
	again    bool   // from the start
	lock     *passphrase
	proposed string // file name
}

// sendTo asks whom updates are to be sent to, and makes the first pack.
func (w *Window) sendTo() { w.sendNext("") }

// sendNext makes the next pack for somebody; for whom is asked if that is empty.
func (w *Window) sendNext(whom string) {
	p := &nextPack{w: w, desk: w.desk, lock: newPassphrase(), whom: newPick(say.Text("A name, such as Anna or the office"))}
	p.named = newField(say.Text("For whom"), p.whom)
	p.whom.Text = whom
	p.whom.changed = p.propose
	p.whom.OnSubmitted = func(string) { p.save.submit() }
	p.proposed = p.proposal()
	p.save = newSaveSheet(w, say.Text("Send my updates"), p.proposed, p.write)
	p.save.ready = p.ready
	about := newProse(sizeText, colorMuted, plain(say.Text("The first pack for a name holds everything, each after it what is new since. Send the file as you like; which of them is merged first makes no difference.")))
	p.save.lay(about, p.named, p.chooseAgain(whom != ""), newLock(p.lock, func() { fit(p.save.popup) }))
	if whom == "" {
		w.Canvas().Focus(p.whom)
		return
	}
	w.Canvas().Focus(p.save.name)
	p.save.name.selectAll()
}

// chooseAgain is whether to begin at the start again, as when a file was lost.
func (p *nextPack) chooseAgain(before bool) fyne.CanvasObject {
	which := newChoice([]string{say.Text("What is new"), say.Text("Everything, from the start again")}, func(i int) { p.again = i == 1 })
	which.mark(0)
	f := newField(say.Text("What goes into it"), container.New(beside{}, which))
	f.Hidden = !before
	return f
}

func (p *nextPack) name() string { return strings.TrimSpace(p.whom.Text) }

// proposal is the file name that goes with whom it is for.
func (p *nextPack) proposal() string {
	name := p.w.present.Campaign.Name
	if whom := p.name(); whom != "" {
		name = say.Text("%[1]s for %[2]s", name, whom)
	}
	return fileName(name, p.w.today(), formatPack)
}

func (p *nextPack) propose() {
	now := p.proposal()
	p.save.propose(p.proposed, now)
	p.proposed = now
}

// ready reports whether it is said for whom, and the passphrase can be used.
func (p *nextPack) ready() bool {
	trouble := ""
	switch {
	case p.name() == "":
		trouble = say.Text("Say whom it is for.")
	case len(p.name()) > campaign.MaxNameLen:
		trouble = say.Text("That is too long a name.")
	}
	p.named.say(trouble, "")
	_, locked := p.lock.typed()
	return trouble == "" && locked
}

// write writes the pack.
func (p *nextPack) write(path string) {
	o := app.SendOptions{Again: p.again}
	o.Passphrase, _ = p.lock.typed()
	whom := p.name()
	p.w.writePack(path, func(ctx context.Context) (app.PackResult, error) {
		return p.desk.SendTo(ctx, whom, o, func(write func(io.Writer) error) error {
			return report.Replace(path, write)
		})
	})
}

// stopSending asks whether no more packs are to be made for somebody.
func (w *Window) stopSending(whom string) {
	desk := w.desk
	w.ask(question{
		asks: say.Text("Stop sending to %s?", whom),
		more: say.Text("Where the last pack ended is forgotten. A later pack for the same name holds everything again."),
		does: say.Text("Stop sending"),
		do: func() {
			w.work(func(context.Context) error { return desk.EndSending(whom) }, func(error) { w.changed() })
		},
	})
}
