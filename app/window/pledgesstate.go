package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"muster/app/phrase"
	"muster/app/say"
)

// ledgerBlank stands in place of the lines where there are none: while they
// are read, if they cannot be, if there are none yet or none that match.
type ledgerBlank struct {
	widget.BaseWidget
	what       *text
	why        *prose
	all, again *fyne.Container
	content    *fyne.Container
}

func newLedgerBlank(showAll, again func()) *ledgerBlank {
	s := &ledgerBlank{what: newText("", sizeGap, colorText), why: newProse(sizeText, colorMuted)}
	s.what.style.Bold = true
	s.all = container.New(beside{}, newButton(say.Text("Show all"), showAll))
	s.again = container.New(beside{}, newButton(say.Text("Try again"), again))
	s.content = container.NewCenter(container.New(wide{420}, container.New(column{gap: spaceS}, s.what, s.why, s.all, s.again)))
	s.Hide()
	s.ExtendBaseWidget(s)
	return s
}

// say shows what is the matter, why, and what can be done about it.
func (s *ledgerBlank) say(what, why string, all, again bool) {
	s.what.set(what)
	s.why.set(plain(why))
	s.all.Hidden, s.again.Hidden = !all, !again
	s.Show()
	s.Refresh()
}

func (s *ledgerBlank) loading() {
	s.say(say.Text("Reading the ledger…"), "", false, false)
}

func (s *ledgerBlank) failed(err error) {
	s.say(say.Text("The ledger cannot be read"), phrase.Sentence(err), false, true)
}

// settle says why there are no lines, if there are none.
func (s *ledgerBlank) settle(lines int, filtered bool) {
	switch {
	case lines > 0:
		s.Hide()
	case filtered:
		s.say(say.Text("No line goes with the filter"),
			say.Text("Nothing in the ledger matches all that is typed above. Names may be typed in part; days are year-month-day."), true, false)
	default:
		s.say(say.Text("Nothing is counted yet"),
			say.Text("Type the first count above and press Enter. Counts that were kept elsewhere come in as a CSV file, by Import."), false, false)
	}
}

// CreateRenderer implements fyne.Widget.
func (s *ledgerBlank) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(s.content)
}
