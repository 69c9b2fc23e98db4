package window

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"muster/app/phrase"
	"muster/app/say"
)

// waitingPause is how long something is worked out before that is said: what is
// there sooner would only flicker.
const waitingPause = 150 * time.Millisecond

// standIn stands in the place of what is still being worked out, or could not
// be. Otherwise it is hidden.
type standIn struct {
	widget.BaseWidget
	threads  threads
	title    *text
	why      *prose
	activity *widget.Activity
	again    *fyne.Container
	retry    func()
	content  *fyne.Container
	changed  func() // it is shown now, or no more
	stop     func() // the wait before anything is said
}

func newStandIn(t threads, changed func()) *standIn {
	s := &standIn{threads: t, changed: changed, title: newText("", sizeGap, colorText), why: newProse(sizeText, colorText),
		activity: widget.NewActivity(), stop: func() {}}
	s.title.style.Bold = true
	s.again = container.New(beside{}, newButton(say.Text("Try again"), func() { s.retry() }))
	s.content = container.New(column{gap: spaceM}, container.New(beside{gap: spaceS}, s.activity, s.title), s.why, s.again)
	s.Hidden = true
	s.ExtendBaseWidget(s)
	return s
}

// inPlace lays it out where the first words of a page are looked for.
func inPlace(s *standIn) fyne.CanvasObject {
	return container.New(padded{left: spaceL, top: spaceL}, container.New(column{}, s))
}

// wait says what is being worked out, if that takes longer than a moment.
func (s *standIn) wait(what string) {
	s.done()
	s.stop = s.threads.after(waitingPause, func() {
		s.title.set(what)
		s.activity.Show()
		s.activity.Start()
		s.why.Hide()
		s.again.Hide()
		s.Show()
		s.changed()
	})
}

// fail says why something could not be worked out, and offers to try again.
func (s *standIn) fail(title string, err error, again func()) {
	s.done()
	s.title.set(title)
	s.retry = func() {
		s.done()
		again()
	}
	s.why.set(plain(phrase.Sentence(err)))
	s.activity.Hide()
	s.why.Show()
	s.again.Show()
	s.Show()
	s.changed()
}

// failed reports whether it says why something could not be worked out.
func (s *standIn) failed() bool { return s.Visible() && s.again.Visible() }

// done makes room for what has been worked out.
func (s *standIn) done() {
	s.stop()
	s.stop = func() {}
	s.activity.Stop()
	if s.Visible() {
		s.Hide()
		s.changed()
	}
}

// CreateRenderer implements fyne.Widget.
func (s *standIn) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(s.content) }
