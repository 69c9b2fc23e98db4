package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"muster/app/say"
)

// receiveCard is how updates come by hand.
type receiveCard struct{ *fyne.Container }

func newReceiveCard(w *Window) receiveCard {
	about := newProse(sizeText, colorMuted, plain(say.Text("Choose a pack that somebody sent you, or drop it on the window. You see first what it would change.")))
	return receiveCard{newCard(container.New(column{gap: spaceM}, newHeading(say.Text("Receive")), about,
		inRows(spaceS, newMainButton(say.Text("Merge a pack…"), w.choosePack))))}
}

func (c receiveCard) card() *fyne.Container { return c.Container }
func (receiveCard) show(shared)             {}
