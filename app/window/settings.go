package window

import (
	"os"

	"fyne.io/fyne/v2"

	"muster/app/report"
	"muster/campaign"
)

// settings are what the window remembers of this person. Campaign data is
// never among them.
type settings struct{ fyne.Preferences }

const (
	keyScreen        = "screen"
	keyBy            = "by"
	keyFolder        = "folder"
	keyWidth         = "window.width"
	keyHeight        = "window.height"
	keyTray          = "tray"
	keyNotifications = "notifications"
	keyLanguage      = "language"
	keyPaper         = "report.paper"
	keyBrief         = "report.brief"
	keyLastReport    = "report.last." // and the campaign's id
	keyLastTally     = "tally.last."  // and the campaign's id
)

// sizes of the window.
var (
	smallest = fyne.NewSize(900, 600)
	usual    = fyne.NewSize(1280, 800)
	largest  = fyne.NewSize(20_000, 20_000)
)

// by is the name that this person enters counts under; empty until chosen.
func (s settings) by() string        { return s.String(keyBy) }
func (s settings) setBy(name string) { s.SetString(keyBy, name) }

func (s settings) screen() string        { return s.StringWithFallback(keyScreen, "Overview") }
func (s settings) setScreen(name string) { s.SetString(keyScreen, name) }

// folder is where reports are saved: the home folder until another is chosen.
func (s settings) folder() string {
	home, err := os.UserHomeDir()
	if err != nil {
		home = "."
	}
	return s.StringWithFallback(keyFolder, home)
}
func (s settings) setFolder(path string) { s.SetString(keyFolder, path) }

// tray says whether Muster shows itself in the system tray.
func (s settings) tray() bool      { return s.BoolWithFallback(keyTray, false) }
func (s settings) setTray(on bool) { s.SetBool(keyTray, on) }

// notifications says whether a threshold that is reached is notified.
func (s settings) notifications() bool      { return s.BoolWithFallback(keyNotifications, true) }
func (s settings) setNotifications(on bool) { s.SetBool(keyNotifications, on) }

// language is the code of the language that the window speaks; empty for that
// of the system.
func (s settings) language() string        { return s.String(keyLanguage) }
func (s settings) setLanguage(code string) { s.SetString(keyLanguage, code) }

// choose returns the campaign that was open last of those still there,
// otherwise the first. There must be one.
func (s settings) choose(all []campaign.Campaign) campaign.ID { return s.byRecency(all)[0].ID }

// size is that of the window when it was last closed. What cannot be one is
// the usual.
func (s settings) size() fyne.Size {
	width, height := s.FloatWithFallback(keyWidth, float64(usual.Width)), s.FloatWithFallback(keyHeight, float64(usual.Height))
	if !(width <= float64(largest.Width) && height <= float64(largest.Height)) {
		return usual
	}
	return fyne.NewSize(float32(width), float32(height)).Max(smallest)
}

func (s settings) setSize(size fyne.Size) {
	s.SetFloat(keyWidth, float64(size.Width))
	s.SetFloat(keyHeight, float64(size.Height))
}

// paper is the size of a report's pages: that of most of the world, until
// another is chosen.
func (s settings) paper() report.Paper {
	p, err := report.ParsePaper(s.String(keyPaper))
	if err != nil {
		return report.A4
	}
	return p
}
func (s settings) setPaper(p report.Paper) { s.SetString(keyPaper, string(p)) }

// brief says whether a report has one page.
func (s settings) brief() bool      { return s.BoolWithFallback(keyBrief, false) }
func (s settings) setBrief(is bool) { s.SetBool(keyBrief, is) }
