package window

import (
	"context"
	"errors"
	"io"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"muster/app"
	"muster/app/phrase"
	"muster/app/report"
	"muster/app/say"
	"muster/campaign"
)

// formatPack is the kind of file that updates travel in.
const formatPack report.Format = "muster"

// packEnding is that of its name.
const packEnding = "." + string(formatPack)

// packSheet asks what is to go into a pack.
type packSheet struct {
	w    *Window
	desk *app.Desk
	save *saveSheet
	old  bool // also what was entered before the day
	mine bool // only what this person entered
	day  *dayEntry
	from *field // holds day
	lock *passphrase
}

// makePack asks what is to go into a pack, and where it is to be saved.
func (w *Window) makePack() {
	now := w.present
	p := &packSheet{w: w, desk: w.desk, old: true, lock: newPassphrase(),
		day: newDayEntry(say.Text("Year-month-day, such as 2027-03-01"), w.moment)}
	p.day.zone = zoneOf(now)
	p.save = newSaveSheet(w, say.Text("Make a pack"), fileName(now.Campaign.Name, w.today(), formatPack), p.write)
	p.save.ready = p.ready
	p.from = newField(say.Text("Since"), p.day)
	p.from.Hide()
	choices := []fyne.CanvasObject{p.chooseSince()}
	if by := w.settings.by(); by != "" {
		choices = append(choices, p.chooseWhose(by))
	}
	p.save.lay(container.New(column{gap: spaceS}, inFlow(spaceM, room{200, 1}, choices...), p.from), newLock(p.lock, p.grow))
	w.Canvas().FocusNext()
}

// grow makes room for what is shown now.
func (p *packSheet) grow() { fit(p.save.popup) }

func (p *packSheet) chooseSince() fyne.CanvasObject {
	since := newChoice([]string{say.Text("Everything"), say.Text("Since a day")}, func(i int) {
		p.old, p.from.Hidden = i == 0, i == 0
		if !p.old && p.day.Text == "" {
			p.day.Text = (p.w.today() - daysBack).String()
		}
		p.grow()
	})
	since.mark(0)
	return newField(say.Text("What goes into it"), container.New(beside{}, since))
}

// byMost is how many letters of a name stand on a choice.
const byMost = 24

func (p *packSheet) chooseWhose(by string) fyne.CanvasObject {
	whose := newChoice([]string{say.Text("Everybody"), say.Text("Only %s", shorten(by, byMost, letters))}, func(i int) { p.mine = i == 1 })
	whose.mark(0)
	return newField(say.Text("Entered by"), container.New(beside{}, whose))
}

// ready reports whether the day and the passphrase can be used.
func (p *packSheet) ready() bool {
	_, locked := p.lock.typed()
	_, err := p.since()
	trouble := ""
	if err != nil {
		trouble = phrase.Sentence(err)
	}
	p.from.say(trouble, "")
	return locked && err == nil
}

func (p *packSheet) since() (campaign.Day, error) {
	if p.old {
		return 0, nil
	}
	return phrase.ParseDay(p.day.Text)
}

// write writes the pack.
func (p *packSheet) write(path string) {
	var o app.PackOptions
	o.Passphrase, _ = p.lock.typed()
	if day, _ := p.since(); day != 0 {
		o.Since = day.Start(zoneOf(p.w.present))
	}
	if p.mine {
		o.By = p.w.settings.by()
	}
	p.w.writePack(path, func(ctx context.Context) (made app.PackResult, err error) {
		err = report.Replace(path, func(out io.Writer) error {
			made, err = p.desk.Pack(ctx, out, o)
			return err
		})
		return made, err
	})
}

// writePack has a pack written, which can be cancelled, and says how many
// updates went into it.
func (w *Window) writePack(path string, write func(context.Context) (app.PackResult, error)) {
	busy := w.layBusy(say.Text("Making %s", filepath.Base(path)))
	var made app.PackResult
	busy.cancels(w.workOnFile(func(ctx context.Context) (err error) {
		made, err = write(ctx)
		return err
	}, func(err error) {
		busy.done()
		switch {
		case errors.Is(err, context.Canceled):
			w.toast(say.Text("Cancelled. Nothing was written."), "", nil)
		case err == nil && made == (app.PackResult{}):
			w.toast(say.Text("Nothing is new since the last pack: no file was written."), "", nil)
		case err == nil:
			w.changed()
			n := int64(made.Updates)
			w.toast(say.Count("%s updates saved as %s.", n, phrase.Count(n), shortFolder(path)),
				say.Text("Open the folder"), func() { w.openFolder(filepath.Dir(path)) })
		}
	}))
}
