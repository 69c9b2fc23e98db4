package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"muster/app/say"
)

// passphrase asks for a passphrase twice, since a slip would lock a file for
// good.
type passphrase struct {
	first, second *entry
	again         *field // holds second
	content       fyne.CanvasObject
}

func newPassphrase() *passphrase {
	p := &passphrase{first: newSecret(), second: newSecret()}
	p.again = newField(say.Text("Once more"), p.second)
	p.content = inFlow(spaceM, room{200, 1}, newField(say.Text("Passphrase"), p.first), p.again)
	return p
}

// newSecret returns a field whose letters are not shown until they are asked
// for.
func newSecret() *entry {
	e := newEntry()
	e.Password = true
	return e
}

// typed returns the passphrase, empty for none, and whether both fields agree;
// it says so if they do not.
func (p *passphrase) typed() (string, bool) {
	trouble := ""
	if p.first.Text != p.second.Text {
		trouble = say.Text("The two are not the same.")
	}
	p.again.say(trouble, "")
	return p.first.Text, trouble == ""
}

// newLock returns the opening below which a file may be locked with a
// passphrase.
func newLock(p *passphrase, toggled func()) *opening {
	return newOpening(say.Text("Lock it with a passphrase"), toggled, container.New(column{gap: spaceS},
		p.content, newProse(sizeLabel, colorMuted, plain(say.Text("Tell it to whom the file is for in another way than the file itself. Without it nobody can open the file, nor can you.")))))
}
