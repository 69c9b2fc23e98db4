package window

import (
	"context"
	"strings"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"muster/app"
	"muster/campaign"
)

// voidWord is what can be done about a line: take it out of the count or bring
// it back, which is to void its void.
func voidWord(line app.Line) string {
	if counts := line.VoidedBy.IsZero(); counts != (line.Kind == campaign.Void) {
		return "Void…"
	}
	return "Bring back…"
}

// voidTarget returns what has to be voided for that.
func voidTarget(line app.Line) campaign.ID {
	if line.VoidedBy.IsZero() {
		return line.ID
	}
	return line.VoidedBy
}

// ask asks why the chosen line is to be voided or brought back, and does it.
func (l *ledger) ask() {
	line, desk := l.chosen, l.w.desk
	if line.ID.IsZero() || desk == nil {
		return
	}
	back := voidWord(line) != "Void…"
	what := describe(line.Update)
	if line.Kind == campaign.Void {
		what = "what this line took out"
	}
	title, does := "Take "+what+" out of the count?", "Void it"
	if back {
		title, does = "Bring "+what+" back into the count?", "Bring it back"
	}
	l.w.askWhy(title, does, func(why string, said func(error)) {
		var voids []campaign.Update
		var refused error
		l.w.work(func(context.Context) error {
			voids, refused = desk.Void(why, l.w.settings.by(), voidTarget(line))
			return nil // said in the dialog
		}, func(error) {
			said(refused)
			if refused != nil {
				return
			}
			l.w.changed()
			if back {
				l.w.toast("Back in the count.", "", nil)
			} else {
				l.w.toast(capital(what)+" is out of the count.", "Bring it back", func() { l.w.bringBack(desk, voids[0]) })
			}
		})
	})
}

// askWhy lays a question over the window that is answered with a reason. Do is
// called with it, and says when it is done or why it cannot be.
func (w *Window) askWhy(question, does string, do func(why string, said func(error))) {
	why, trouble := newEntry(), newProse(sizeText, colorError)
	why.SetPlaceHolder("Why? Others will want to know")
	trouble.Hide()
	var popup *widget.PopUp
	complain := func(s string) {
		trouble.set(plain(s))
		trouble.Show()
		popup.Content.Refresh()
		popup.Resize(popup.MinSize())
	}
	answer := func() {
		reason := strings.TrimSpace(why.Text)
		if reason == "" {
			complain("Say why: nothing is ever deleted, and the reason stays in the ledger.")
			w.Canvas().Focus(why)
			return
		}
		do(reason, func(err error) {
			if err != nil {
				complain(sentence(err))
				return
			}
			popup.Hide()
		})
	}
	why.OnSubmitted = func(string) { answer() }
	title := newProse(sizeGap, colorText, run{words: question, bold: true})
	buttons := container.New(beside{gap: spaceS}, newMainButton(does, answer), newButton("Cancel", func() { popup.Hide() }))
	popup = w.lay(container.New(column{gap: spaceM}, title, why, trouble, buttons), 420)
	w.Canvas().Focus(why)
}
