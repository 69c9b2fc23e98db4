package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"muster/app/say"
)

// helpWidth is how wide the help lies over the window.
const helpWidth float32 = 640

// explain lays the help over the window: what the screen in front shows, what
// to do there, what its words mean, and all shortcuts.
func (w *Window) explain() {
	seat := w.shell.seats[w.shell.now]
	e := explanationOf(seat.name)
	text := container.New(column{gap: spaceS}, newProse(sizeText, colorText, plain(e.shows)))
	part := func(title string, lines ...fyne.CanvasObject) {
		if len(lines) == 0 {
			return
		}
		text.Add(container.New(padded{top: spaceS}, newHeading(title)))
		for _, line := range lines {
			text.Add(line)
		}
	}
	var steps, words []fyne.CanvasObject
	for _, step := range e.steps {
		steps = append(steps, newPoint(step))
	}
	for _, word := range e.words {
		name, means := meaning(word)
		words = append(words, newTerm(96, name, means))
	}
	part(say.Text("What to do here"), steps...)
	part(say.Text("What the words mean"), words...)
	part(say.Text("Keys of this screen"), keyLines(e.keys)...)
	part(say.Text("All shortcuts"), keyLines(w.shortcuts())...)
	var l *leaf
	l = w.layLeaf(seat.title, helpWidth, text, newButton(say.Text("Close"), func() { l.popup.Hide() }),
		newButton(say.Text("Show the tour"), func() {
			l.popup.Hide()
			w.tour()
		}))
}

// shortcuts returns every shortcut of the window with what it does.
func (w *Window) shortcuts() [][2]string {
	var all [][2]string
	for _, a := range w.actions() {
		if a.key != nil {
			all = append(all, [2]string{keyName(a.key), a.name})
		}
	}
	return append(all, [2]string{say.Text("Escape"), say.Text("Closes what lies on top")})
}

// keyLines returns lines of a key and what it does.
func keyLines(keys [][2]string) []fyne.CanvasObject {
	var lines []fyne.CanvasObject
	for _, k := range keys {
		lines = append(lines, newTerm(170, k[0], k[1]))
	}
	return lines
}

// newTerm returns a word in a column of a width, and beside it what it means.
func newTerm(width float32, word, means string) fyne.CanvasObject {
	name := newText(word, sizeText, colorText)
	name.style.Bold = true
	return container.New(hanging{width}, name, newProse(sizeText, colorText, plain(means)))
}

// newPoint returns prose behind a dot.
func newPoint(words string) fyne.CanvasObject {
	return container.New(hanging{16}, newText("•", sizeText, colorMuted), newProse(sizeText, colorText, plain(words)))
}

// hanging lays out a mark and prose that stands so far in.
type hanging struct{ in float32 }

// MinSize implements fyne.Layout.
func (l hanging) MinSize(o []fyne.CanvasObject) fyne.Size {
	return o[1].MinSize().Max(o[0].MinSize()).AddWidthHeight(l.in, 0)
}

// Layout implements fyne.Layout.
func (l hanging) Layout(o []fyne.CanvasObject, size fyne.Size) {
	place(o[0], 0, 0, l.in, o[0].MinSize().Height)
	place(o[1], l.in, 0, size.Width-l.in, heightAt(o[1], size.Width-l.in))
}
