package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"muster/app"
	"muster/app/phrase"
	"muster/app/say"
)

// sendCard is how updates leave by hand: a pack of what is chosen, or one after
// another for somebody.
type sendCard struct {
	*fyne.Container
	w    *Window
	rows *fyne.Container // whom packs are made for
}

func newSendCard(w *Window) *sendCard {
	c := &sendCard{w: w, rows: container.New(column{gap: 10})}
	about := newProse(sizeText, colorMuted, plain(say.Text("A pack is one file with updates and the plan. Whoever merges it has them too; what is there already is not counted twice.")))
	c.Container = newCard(container.New(column{gap: spaceM}, newHeading(say.Text("Send")), about, c.rows,
		inRows(spaceS, newMainButton(say.Text("Make a pack…"), w.makePack), newButton(say.Text("Send my updates to…"), w.sendTo))))
	return c
}

func (c *sendCard) card() *fyne.Container { return c.Container }

func (c *sendCard) show(now shared) {
	var rows []fyne.CanvasObject
	for _, o := range now.packs {
		rows = append(rows, newSharingRow(newDrawing(glyphOut, colorMuted, 15), o.Name, []string{outletWords(o, now)},
			newButton(say.Text("Next pack…"), func() { c.w.sendNext(o.Name) }),
			newIconButton(theme.DeleteIcon(), say.Text("Stop sending to %s", o.Name), func() { c.w.stopSending(o.Name) })))
	}
	listRows(c.rows, rows)
}

// outletWords says when somebody was sent something last, and what waits.
func outletWords(o app.Outlet, now shared) string {
	if o.At.IsZero() {
		return say.Text("No pack yet. The first holds everything.")
	}
	last := say.Text("Last pack %s.", phrase.Moment(o.At, zoneOf(now.Snapshot)))
	waiting := now.waiting[o.Name]
	if waiting == 0 {
		return last + " " + say.Text("Nothing is new since.")
	}
	return last + " " + say.Count("%s updates wait.", int64(waiting), phrase.Count(int64(waiting)))
}
