package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"muster/app"
	"muster/app/phrase"
	"muster/app/say"
)

// quarantineCard is what came and cannot be believed. It is hidden while
// there is nothing.
type quarantineCard struct {
	*fyne.Container
	w    *Window
	rows *fyne.Container
}

func newQuarantineCard(w *Window) *quarantineCard {
	c := &quarantineCard{w: w, rows: container.New(column{gap: 10})}
	about := newProse(sizeText, colorMuted, plain(say.Text("This came in packs and cannot be believed. It is kept, but it does not count. Ask whoever sent it for a new pack; then it may be discarded.")))
	c.Container = newCard(container.New(column{gap: spaceM}, newHeading(say.Text("Quarantine")), about, c.rows))
	c.Hide()
	return c
}

func (c *quarantineCard) card() *fyne.Container { return c.Container }

func (c *quarantineCard) show(now shared) {
	var rows []fyne.CanvasObject
	for _, h := range now.held {
		rows = append(rows, newSharingRow(newDrawing(glyphWarning, colorError, 15), heldTitle(h, now), []string{phrase.Sentence(h.Why), heldFrom(h, now)},
			newIconButton(theme.DeleteIcon(), say.Text("Discard %s", heldTitle(h, now)), func() { c.w.discard(h, heldTitle(h, now)) })))
	}
	listRows(c.rows, rows)
	c.Hidden = len(rows) == 0
}

// heldTitle says how many updates of which device it is.
func heldTitle(h app.Quarantined, now shared) string {
	n := int64(len(h.Run.Updates))
	if h.Run.Device.IsZero() {
		return say.Count("%s updates that nobody signed", n, phrase.Count(n))
	}
	return say.Count("%s updates in the name of %s", n, phrase.Count(n), now.nameOf(h.Run.Device))
}

// heldFrom says in which file it came, and when.
func heldFrom(h app.Quarantined, now shared) string {
	return say.Text("Came in %[1]s, %[2]s.", h.File, phrase.Moment(h.At, zoneOf(now.Snapshot)))
}
