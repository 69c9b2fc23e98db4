package window

import (
	"context"
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"muster/app"
	"muster/app/phrase"
	"muster/app/say"
	"muster/persistence/exchange"
)

// importEndings are those of the files that counts can be imported from.
var importEndings = []string{".csv", ".tsv", ".txt", ".xlsx", ".json"}

// chooseImport asks for a file of counts that were kept elsewhere.
func (w *Window) chooseImport() {
	w.chooseFile(say.Text("Import counts from a file"), importEndings, func(path string) {
		w.lookAtImport(path, func(err error) {
			if err != nil {
				w.fail(err)
			}
		})
	})
}

// assistant lies over the window while a file is looked at: what it is, its
// first rows with what each column holds above them, and what importing it
// would do. What is changed there shows at once.
type assistant struct {
	w    *Window
	desk *app.Desk
	path string
	said app.ImportOptions // by the person

	look  app.Look
	wrong error // why the file cannot be read as it is said

	found   app.ImportResult
	refused error // why it cannot be imported
	known   bool  // that is known
	rows    int   // looked at until it is

	leaf       *leaf
	body, foot *fyne.Container
	far        *text  // how far the look through the file is
	list       *entry // the name of the list
	pickers    []*selection
	used       int // the picker that was used last; -1 for none
	round      int // of looks; an earlier one that comes late does not matter
	cancel     func()
}

// lookAtImport lays what a file is and what importing it would do over the
// window. Looked is called once that is there, or with the reason why it cannot
// be.
func (w *Window) lookAtImport(path string, looked func(error)) {
	if w.desk == nil {
		return
	}
	a := &assistant{w: w, desk: w.desk, path: path, used: -1, cancel: func() {}, body: container.New(column{gap: spaceM}), foot: container.New(beside{gap: spaceS})}
	a.said.By = w.settings.by()
	a.read(func() {
		if a.wrong != nil && len(a.look.Sheets) < 2 {
			looked(a.wrong)
			return
		}
		a.lay()
		looked(nil)
		a.preview()
	})
}

// lay lays the assistant over the window.
func (a *assistant) lay() {
	a.show()
	a.leaf = a.w.layLeaf(filepath.Base(a.path), 860, a.body, a.foot)
}

// read looks at the file anew, as it is said now, and does then what is to be
// done with it.
func (a *assistant) read(then func()) {
	a.cancel()
	a.round++
	round, said := a.round, a.said
	var look app.Look
	var wrong error
	a.cancel = a.w.work(func(context.Context) error {
		look, wrong = a.desk.Look(a.path, said)
		return nil // said where the file is shown
	}, func(error) {
		if round == a.round {
			a.look, a.wrong, a.known, a.rows = look, wrong, false, 0
			then()
		}
	})
}

// again looks at the file and through it after something else was said.
func (a *assistant) again() {
	a.read(func() {
		a.show()
		a.preview()
	})
}

// preview finds out what importing the file would do.
func (a *assistant) preview() {
	if a.wrong != nil || len(a.look.Needs) > 0 {
		return
	}
	round := a.round
	o := a.said
	o.DryRun, o.SkipBad = true, true
	o.Progress = func(rows int) { a.w.threads.ui(func() { a.tell(round, rows) }) }
	var found app.ImportResult
	var refused error
	a.cancel = a.w.work(func(ctx context.Context) error {
		found, refused = a.desk.Import(ctx, a.path, o)
		return nil // said where the file is shown
	}, func(error) {
		if round == a.round && a.open() {
			a.found, a.refused, a.known = found, refused, true
			a.show()
		}
	})
}

// tell says how many rows were looked at, or gives up when nobody waits.
func (a *assistant) tell(round, rows int) {
	switch {
	case round != a.round:
	case !a.open():
		a.cancel()
	default:
		a.far.set(lookedThrough(rows))
	}
}

// open reports whether the assistant still lies over the window.
func (a *assistant) open() bool { return a.leaf != nil && a.leaf.popup.Visible() }

func lookedThrough(rows int) string {
	return say.Count("Looking through the file: %s lines so far", int64(rows), phrase.Count(int64(rows)))
}

// show fills the assistant anew. The focus stays with the picker that was used,
// or goes to the first button.
func (a *assistant) show() {
	a.far = newText(lookedThrough(0), sizeLabel, colorMuted)
	a.body.Objects = slices.DeleteFunc([]fyne.CanvasObject{a.about(), a.choices(), a.table(), a.lacks(), a.would()},
		func(o fyne.CanvasObject) bool { return o == nil })
	a.foot.Objects = a.buttons()
	if a.leaf == nil {
		return
	}
	fit(a.leaf.popup)
	focus := focusIn(a.foot)
	if a.used >= 0 && a.used < len(a.pickers) {
		focus = a.pickers[a.used]
	}
	if focus != nil && a.w.Canvas().Focused() != fyne.Focusable(a.list) {
		a.w.Canvas().Focus(focus)
	}
}

// buttons are those at the foot: to import, if there is something to, and to
// leave.
func (a *assistant) buttons() []fyne.CanvasObject {
	leave := func() {
		a.cancel()
		a.leaf.popup.Hide()
	}
	if !a.known || a.refused != nil || a.found.Added == 0 {
		word := say.Text("Close")
		if !a.known && a.wrong == nil {
			word = say.Text("Cancel")
		}
		return []fyne.CanvasObject{newButton(word, leave)}
	}
	return []fyne.CanvasObject{newMainButton(importWord(a.found), a.take), newButton(say.Text("Cancel"), leave)}
}

// isTable reports whether the file has columns that can be read as one thing or
// another.
func (a *assistant) isTable() bool {
	return a.wrong == nil && (a.look.Kind == exchange.Counts || a.look.Kind == exchange.SignUps)
}
