package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"muster/app/phrase"
	"muster/app/say"
)

const finderWidth float32 = 600

// finderLines is how many lines are seen at once.
const finderLines = 9

// finder is the command palette: a field, and below it what goes with what is
// typed. The arrow keys choose while the cursor stays in the field.
type finder struct {
	goals  []goal
	found  []goal
	chosen int // index in found
	first  int // that is seen
	typed  *finderEntry
	lines  [finderLines]*finderLine
	foot   *text
	popup  *widget.PopUp
}

// find opens the command palette.
func (w *Window) find() {
	w.findAmong(w.goals(), say.Text("Find an action, a screen, a campaign, a threshold, a region"))
}

// findCampaign opens it on the campaigns alone.
func (w *Window) findCampaign() { w.findAmong(w.campaignGoals(), say.Text("Find a campaign")) }

func (w *Window) findAmong(goals []goal, hint string) {
	f := newFinder(goals)
	f.typed.SetPlaceHolder(hint)
	inside := container.New(around(spaceM), container.New(wide{finderWidth}, f.content()))
	f.popup = widget.NewPopUp(inside, w.Canvas())
	at := (w.Canvas().Size().Width - f.popup.MinSize().Width) / 2
	f.popup.ShowAtPosition(fyne.NewPos(max(0, at), 64))
	w.Canvas().Focus(f.typed)
}

func newFinder(goals []goal) *finder {
	f := &finder{goals: goals, foot: newText("", sizeLabel, colorMuted)}
	f.typed = newFinderEntry(f)
	for i := range f.lines {
		f.lines[i] = newFinderLine(func() { f.take(f.first + i) }, func() { f.choose(f.first + i) })
	}
	f.search("")
	return f
}

func (f *finder) content() fyne.CanvasObject {
	lines := container.New(column{})
	for _, l := range f.lines {
		lines.Add(container.New(tall{least: finderLineHeight}, l)) // keeps its room when nothing is in it
	}
	return container.New(column{gap: spaceS}, f.typed, lines, f.foot)
}

// search shows what goes with what is typed, the best of it chosen.
func (f *finder) search(typed string) {
	f.found = search(f.goals, typed)
	f.chosen, f.first = 0, 0
	f.show()
}

// choose marks the i-th of what was found, and brings it into sight.
func (f *finder) choose(i int) {
	if len(f.found) == 0 {
		return
	}
	f.chosen = max(0, min(i, len(f.found)-1))
	f.first = max(f.chosen-finderLines+1, min(f.first, f.chosen))
	f.show()
}

// take does the i-th of what was found.
func (f *finder) take(i int) {
	if i < 0 || i >= len(f.found) {
		return
	}
	f.popup.Hide()
	f.found[i].do()
}

func (f *finder) show() {
	for i, line := range f.lines {
		at := f.first + i
		if line.Hidden = at >= len(f.found); !line.Hidden {
			line.set(f.found[at], at == f.chosen)
		}
	}
	n := int64(len(f.found))
	if n == 0 {
		f.foot.set(say.Text("Nothing goes with that. Try fewer letters."))
		return
	}
	f.foot.set(say.Text("%s of %s · arrow keys choose · Enter does it · Escape closes", phrase.Count(int64(f.chosen)+1), phrase.Count(n)))
}

// finderEntry is the field of the command palette.
type finderEntry struct {
	widget.Entry
	finder *finder
}

func newFinderEntry(f *finder) *finderEntry {
	e := &finderEntry{finder: f}
	e.ExtendBaseWidget(e)
	e.OnChanged = f.search
	e.OnSubmitted = func(string) { f.take(f.chosen) }
	return e
}

// AccessibilityLabel returns what the field is for.
func (e *finderEntry) AccessibilityLabel() string { return e.PlaceHolder }

// AccessibilityRole says that this is text.
func (e *finderEntry) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// TypedKey implements fyne.Focusable.
func (e *finderEntry) TypedKey(k *fyne.KeyEvent) {
	f := e.finder
	switch k.Name {
	case fyne.KeyDown:
		f.choose(f.chosen + 1)
	case fyne.KeyUp:
		f.choose(f.chosen - 1)
	case fyne.KeyPageDown:
		f.choose(f.chosen + finderLines)
	case fyne.KeyPageUp:
		f.choose(f.chosen - finderLines)
	case fyne.KeyEscape:
		passOn(e, k)
	default:
		e.Entry.TypedKey(k)
	}
}
