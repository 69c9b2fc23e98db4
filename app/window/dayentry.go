package window

import (
	"cmp"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
)

// dayEntry is a field for a date, written as year-month-day so that it means
// the same everywhere, with a calendar to pick it from.
type dayEntry struct {
	label string // what it is for, to a screen reader; its placeholder if empty
	widget.Entry
	zone  *time.Location
	today func() time.Time
}

func newDayEntry(placeHolder string, today func() time.Time) *dayEntry {
	d := &dayEntry{today: today, zone: time.UTC}
	d.ExtendBaseWidget(d)
	d.SetPlaceHolder(placeHolder)
	d.ActionItem = newEntryTool(theme.IconNameCalendar, say.Text("Choose from a calendar"), d.showCalendar)
	return d
}

// showCalendar opens the month of the date that is typed, or the present one.
func (d *dayEntry) showCalendar() {
	driver := fyne.CurrentApp().Driver()
	today := campaign.DayOf(d.today(), d.zone)
	shown, err := phrase.ParseDay(d.Text)
	if err != nil {
		shown = today
	}
	var popup *widget.PopUp
	days := newCalendar(func(day campaign.Day) {
		popup.Hide()
		d.SetText(day.String())
		driver.CanvasForObject(d).Focus(d)
	})
	days.show(shown, shown)
	popup = widget.NewPopUp(container.New(around(spaceS), days), driver.CanvasForObject(d))
	popup.ShowAtPosition(beneath(d, popup.MinSize()))
	days.focus(shown)
}

// TypedShortcut implements fyne.Shortcutable as entry does.
func (d *dayEntry) TypedShortcut(s fyne.Shortcut) {
	if _, own := s.(*desktop.CustomShortcut); own {
		passShortcutOn(d, s)
		return
	}
	d.Entry.TypedShortcut(s)
}

// FocusGained implements fyne.Focusable.
func (d *dayEntry) FocusGained() {
	d.Entry.FocusGained()
	reveal(d)
}

// TypedKey implements fyne.Focusable as entry does; down opens the calendar.
func (d *dayEntry) TypedKey(k *fyne.KeyEvent) {
	switch {
	case forWindow(k):
		passOn(d, k)
	case k.Name == fyne.KeyDown:
		d.showCalendar()
	default:
		d.Entry.TypedKey(k)
	}
}

func (d *dayEntry) labelAs(what string) { d.label = what }

// AccessibilityLabel returns what the field is for.
func (d *dayEntry) AccessibilityLabel() string { return cmp.Or(d.label, d.PlaceHolder) }

// AccessibilityRole says that this is text.
func (d *dayEntry) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }
