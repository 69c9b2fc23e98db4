package window

import (
	"context"
	"errors"
	"slices"
	"strings"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"muster/app"
	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
)

// voidWord is what can be done about a line: take it out of the count or bring
// it back, which is to void its void.
func voidWord(line app.Line) string {
	if takesOut(line) {
		return say.Text("Void…")
	}
	return say.Text("Bring back…")
}

func takesOut(line app.Line) bool {
	return line.VoidedBy.IsZero() != (line.Kind == campaign.Void)
}

// voidTarget returns what has to be voided for that.
func voidTarget(line app.Line) campaign.ID {
	if line.VoidedBy.IsZero() {
		return line.ID
	}
	return line.VoidedBy
}

// ask asks why the chosen lines are to be voided or brought back, and does it:
// all that can be of which the same can be done as of the one that the
// keyboard is at.
func (l *ledger) ask() {
	if l.w.desk == nil || l.choice.len() == 0 {
		return
	}
	v := voiding{out: true, what: lines(l.choice.len()), of: l.choice.len(), rows: l.lines.rows, spans: l.choice.spans}
	if row, ok := l.lines.at(l.choice.current); ok {
		v.out = takesOut(row.Line)
	}
	if v.of == 1 && !v.single(l.lines.at(v.spans[0].From)) {
		return
	}
	asks, does := say.Text("Take %s out of the count?", v.what), say.Text("Void")
	if !v.out {
		asks, does = say.Text("Bring %s back into the count?", v.what), say.Text("Bring back")
	}
	l.w.askWhy(asks, v.besides(), does, func(why string, said func(error)) { l.void(v, why, said) })
}

// voiding is what is to be taken out of the count, or brought back.
type voiding struct {
	out    bool
	of     int
	what   string
	rows   *app.Rows
	spans  app.Spans
	target campaign.ID // of a single line
}

// single makes it about one line, and reports whether that is known.
func (v *voiding) single(row app.Row, ok bool) bool {
	v.out, v.what, v.target = takesOut(row.Line), describe(row.Update), voidTarget(row.Line)
	if row.Kind == campaign.Void {
		v.what = say.Text("what this line took out")
	}
	return ok
}

// besides says which of many chosen lines stay as they are.
func (v voiding) besides() string {
	switch {
	case v.of < 2:
		return ""
	case v.out:
		return say.Text("Those that are out already, and voids, stay as they are. One Undo brings all of them back.")
	}
	return say.Text("Those that count already stay as they are.")
}

// void voids the chosen lines of which that can be done, or brings them back,
// with one reason.
func (l *ledger) void(v voiding, why string, said func(error)) {
	w, desk := l.w, l.w.desk
	busy := w.layBusy(say.Text("Writing %s", lines(v.of)))
	var voids []campaign.ID
	var refused error
	cancel := w.work(func(ctx context.Context) error {
		var targets []campaign.ID
		if targets, refused = v.targets(ctx); refused == nil {
			voids, refused = desk.VoidAll(ctx, why, w.settings.by(), targets, func(n int) { busy.tell(n, v.of) })
		}
		return ctx.Err() // what is refused is said in the dialog
	}, func(err error) {
		busy.done()
		switch {
		case errors.Is(err, context.Canceled):
			said(nil)
			w.toast(say.Text("Cancelled. Nothing was changed."), "", nil)
		case refused != nil:
			said(refused)
		default:
			said(nil)
			w.changed()
			w.toast(v.done(int64(len(voids))), say.Text("Undo"), func() { w.undoVoids(desk, voids) })
		}
	})
	busy.cancels(cancel)
}

// done says what was done.
func (v voiding) done(n int64) string {
	switch {
	case v.of > 1 && v.out:
		return say.Count("%s lines are out of the count.", n, phrase.Count(n))
	case v.of > 1:
		return say.Count("%s lines are back in the count.", n, phrase.Count(n))
	case v.out:
		return phrase.Capital(say.Text("%s is out of the count.", v.what))
	}
	return say.Text("Back in the count.")
}

// undoVoids voids voids, all at once.
func (w *Window) undoVoids(desk *app.Desk, voids []campaign.ID) {
	busy := w.layBusy(say.Text("Writing %s", lines(len(voids))))
	cancel := w.work(func(ctx context.Context) error {
		_, err := desk.VoidAll(ctx, say.Text("Brought back"), w.settings.by(), voids, func(n int) { busy.tell(n, len(voids)) })
		return err
	}, func(err error) {
		busy.done()
		if err == nil {
			w.changed()
			w.toast(say.Text("As it was before."), "", nil)
		}
	})
	busy.cancels(cancel)
}

// targets returns what has to be voided for the chosen lines to be taken out
// of the count or brought back; lines of which the other could be done are left
// as they are. Nothing is returned if others have written meanwhile.
// Error: campaign.ErrConflict, campaign.ErrAlreadyVoid.
func (v voiding) targets(ctx context.Context) ([]campaign.ID, error) {
	if v.of == 1 {
		return []campaign.ID{v.target}, nil
	}
	var targets []campaign.ID
	err := v.rows.Each(ctx, v.spans, func(row app.Row) error {
		if takesOut(row.Line) == v.out && (!v.out || row.Kind != campaign.Void) {
			targets = append(targets, voidTarget(row.Line))
		}
		return nil
	})
	if err == nil {
		err = v.rows.Hold()
	}
	if err != nil {
		return nil, err
	}
	slices.SortFunc(targets, campaign.ID.Compare) // a void and what it takes out may both be chosen
	targets = slices.Compact(targets)
	if len(targets) == 0 {
		return nil, campaign.Explain(campaign.ErrAlreadyVoid, "all of these lines are out of the count already, or are voids: there is nothing to take out")
	}
	return targets, nil
}

// askWhy lays a question over the window that is answered with a reason. Do is
// called with it, and says when it is done or why it cannot be.
func (w *Window) askWhy(asks, more, does string, do func(why string, said func(error))) {
	why, trouble := newEntry(), newProse(sizeText, colorError)
	why.SetPlaceHolder(say.Text("Why? Others will want to know"))
	trouble.Hide()
	var popup *widget.PopUp
	complain := func(s string) {
		trouble.set(plain(s))
		trouble.Show()
		fit(popup)
	}
	asked := false
	answer := func() {
		reason := strings.TrimSpace(why.Text)
		switch {
		case asked:
			return // it is being done
		case reason == "":
			complain(say.Text("Say why: nothing is ever deleted, and the reason stays in the ledger."))
			w.Canvas().Focus(why)
			return
		}
		asked = true
		do(reason, func(err error) {
			asked = false
			if err != nil {
				complain(phrase.Sentence(err))
				return
			}
			popup.Hide()
		})
	}
	why.OnSubmitted = func(string) { answer() }
	content := container.New(column{gap: spaceM}, newProse(sizeGap, colorText, run{words: asks, bold: true}))
	if more != "" {
		content.Add(newProse(sizeText, colorMuted, plain(more)))
	}
	content.Add(why)
	content.Add(trouble)
	content.Add(container.New(beside{gap: spaceS}, newMainButton(does, answer), newButton(say.Text("Cancel"), func() { popup.Hide() })))
	popup = w.lay(content, 420)
	w.Canvas().Focus(why)
}
