package window

import (
	"strings"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"muster/app/phrase"
	"muster/app/say"
)

// question is what lies over the window until it is answered: words, perhaps a
// field, and a button that does it.
type question struct {
	asks  string // in bold
	more  string // below it
	does  string // on the button
	risky bool   // what it does is hard to take back
	do    func()
}

// ask lays a question over the window.
func (w *Window) ask(q question) {
	var popup *widget.PopUp
	does := newMainButton
	if q.risky {
		does = newRiskyButton
	}
	buttons := container.New(beside{gap: spaceS}, does(q.does, func() {
		popup.Hide()
		q.do()
	}), newButton(say.Text("Cancel"), func() { popup.Hide() }))
	content := container.New(column{gap: spaceM}, newProse(sizeGap, colorText, run{words: q.asks, bold: true}),
		newProse(sizeText, colorMuted, plain(q.more)), buttons)
	popup = w.lay(content, 440)
	w.Canvas().FocusNext()
	if q.risky {
		w.Canvas().FocusNext() // Enter by mistake cancels
	}
}

// askName lays a question over the window that is answered with a name. Do is
// called with it, and says when it is done or why it cannot be.
func (w *Window) askName(asks, more, given, does string, do func(name string, said func(error))) {
	name, trouble := newEntry(), newProse(sizeText, colorError)
	name.Text, name.label = given, asks
	trouble.Hide()
	var popup *widget.PopUp
	complain := func(why string) {
		trouble.set(plain(why))
		trouble.Show()
		fit(popup)
		w.Canvas().Focus(name)
		name.selectAll()
	}
	answer := func() {
		typed := strings.TrimSpace(name.Text)
		if typed == "" {
			complain(say.Text("Type a name."))
			return
		}
		do(typed, func(err error) {
			if err != nil {
				complain(phrase.Sentence(err))
				return
			}
			popup.Hide()
		})
	}
	name.OnSubmitted = func(string) { answer() }
	content := container.New(column{gap: spaceM}, newProse(sizeGap, colorText, run{words: asks, bold: true}))
	if more != "" {
		content.Add(newProse(sizeText, colorMuted, plain(more)))
	}
	content.Add(name)
	content.Add(trouble)
	content.Add(container.New(beside{gap: spaceS}, newMainButton(does, answer), newButton(say.Text("Cancel"), func() { popup.Hide() })))
	popup = w.lay(content, 440)
	w.Canvas().Focus(name)
	name.selectAll()
}
