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
	d.ActionItem = newIconButton(theme.CalendarIcon(), say.Text("Choose from a calendar"), d.showCalendar)
	return d
}

// showCalendar opens the month of the date that is typed, or the present one.
func (d *dayEntry) showCalendar() {
	driver := fyne.CurrentApp().Driver()
	shown := d.today().In(d.zone)
	if day, err := phrase.ParseDay(d.Text); err == nil {
		y, m, dd := day.Date()
		shown = time.Date(y, m, dd, 0, 0, 0, 0, d.zone)
	}
	var popup *widget.PopUp
	calendar := widget.NewCalendar(shown, func(t time.Time) {
		popup.Hide()
		d.SetText(t.Format(time.DateOnly))
		driver.CanvasForObject(d).Focus(d)
	})
	popup = widget.NewPopUp(container.New(around(spaceS), calendar), driver.CanvasForObject(d))
	at := driver.AbsolutePositionForObject(d).AddXY(0, d.Size().Height+spaceXS)
	limit := popup.Canvas.Size().Subtract(popup.MinSize())
	popup.ShowAtPosition(fyne.NewPos(max(0, min(at.X, limit.Width)), max(0, min(at.Y, limit.Height))))
}

// TypedShortcut implements fyne.Shortcutable as entry does.
func (d *dayEntry) TypedShortcut(s fyne.Shortcut) {
	if _, own := s.(*desktop.CustomShortcut); own {
		passShortcutOn(d, s)
		return
	}
	d.Entry.TypedShortcut(s)
}

// TypedKey implements fyne.Focusable as entry does.
func (d *dayEntry) TypedKey(k *fyne.KeyEvent) {
	if forWindow(k) {
		passOn(d, k)
		return
	}
	d.Entry.TypedKey(k)
}

func (d *dayEntry) labelAs(what string) { d.label = what }

// AccessibilityLabel returns what the field is for.
func (d *dayEntry) AccessibilityLabel() string { return cmp.Or(d.label, d.PlaceHolder) }

// AccessibilityRole says that this is text.
func (d *dayEntry) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }
