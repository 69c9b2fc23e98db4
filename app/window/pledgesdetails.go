package window

import (
	"context"
	"strings"
	"time"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"muster/app"
	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
)

// ledgerDetails says all that is known of the line that the keyboard is at.
type ledgerDetails struct {
	widget.BaseWidget
	w       *Window
	whole   *prose
	fate    *prose
	content *fyne.Container
	of      campaign.ID // the line that is shown
	voided  campaign.ID
}

func newLedgerDetails(w *Window) *ledgerDetails {
	d := &ledgerDetails{w: w, whole: newProse(sizeLabel, colorText), fate: newProse(sizeLabel, colorMuted)}
	d.content = container.New(column{gap: 2}, d.whole, d.fate)
	d.Hide()
	d.ExtendBaseWidget(d)
	return d
}

// show shows the line that a ledger's keyboard is at. What is not in the line
// itself is read, and shown when it is there.
func (d *ledgerDetails) show(l *ledger) {
	row, ok := l.lines.at(l.choice.current)
	d.Hidden = !ok
	if !ok {
		d.of = campaign.ID{}
		return
	}
	if d.of == row.ID && d.voided == row.VoidedBy {
		return
	}
	d.of, d.voided = row.ID, row.VoidedBy
	d.whole.set(wholeLine(row, zoneOf(d.w.snapshot))...)
	d.fate.set(plain(say.Text("Id %s", row.ID)))
	desk := d.w.desk
	var all app.Details
	var failed error
	d.w.work(func(context.Context) error {
		all, failed = desk.Details(row.ID)
		return nil // a line that is gone will not be shown for long
	}, func(error) {
		if d.of == row.ID && failed == nil {
			d.fate.set(plain(fateOf(all, zoneOf(d.w.snapshot))))
			l.body.Refresh()
		}
	})
}

// wholeMost is how many letters of a note are shown.
const wholeMost = 400

// wholeLine returns all that a line of the ledger says.
func wholeLine(row app.Row, zone *time.Location) []run {
	what := describe(row.Update)
	if row.Kind == campaign.Void {
		what = say.Text("void")
		if row.Target.Kind != 0 {
			what = say.Text("void of %s, %s", describeVoided(row.Target), phrase.Moment(row.Target.At, zone))
		}
	}
	said := phrase.Moment(row.At, zone)
	for _, part := range []string{row.By, strings.Join(strings.Fields(row.Note), " ")} {
		if part != "" {
			said += " · " + part
		}
	}
	return []run{{words: what + "  ", bold: true}, plain(shorten(said, wholeMost, letters))}
}

// describeVoided names what a void takes out.
func describeVoided(u campaign.Update) string {
	if u.Kind == campaign.Void {
		return say.Text("a void")
	}
	return describe(u)
}

// letters counts those of a text.
func letters(s string) float32 { return float32(utf8.RuneCountInString(s)) }

// fateOf says what became of a line, and how it came into the ledger.
func fateOf(d app.Details, zone *time.Location) string {
	var said []string
	if !d.VoidedBy.IsZero() {
		said = append(said, voidedBy(d.Out, zone))
	}
	switch {
	case d.Batch.File != "" && d.Batch.By != "":
		said = append(said, say.Text("Imported from %s by %s, %s.", d.Batch.File, d.Batch.By, phrase.Moment(d.Entered, zone)))
	case d.Batch.File != "":
		said = append(said, say.Text("Imported from %s, %s.", d.Batch.File, phrase.Moment(d.Entered, zone)))
	case !d.Entered.IsZero():
		said = append(said, say.Text("Entered %s.", phrase.Moment(d.Entered, zone)))
	}
	return strings.Join(append(said, originWords(d.Origin), say.Text("Id %s", d.ID)), " ")
}

// originWords says which device a line comes from, and whether that is certain.
func originWords(o app.Origin) string {
	switch {
	case o.Own:
		return say.Text("From this device.")
	case o.Device.IsZero():
		return say.Text("Unverified: no device signed it.")
	case o.Verified:
		return say.Text("From %[1]s (%[2]s), verified.", deviceName(o.Name, o.Device), o.Device.Fingerprint())
	}
	return say.Text("From %[1]s (%[2]s), unverified: that device is not accepted here.", deviceName(o.Name, o.Device), o.Device.Fingerprint())
}

// voidedBy says who voided a line, when and why.
func voidedBy(void campaign.Update, zone *time.Location) string {
	switch {
	case void.Kind == 0:
		return say.Text("Voided.")
	case void.By == "":
		return say.Text("Voided %s: %s", phrase.Moment(void.At, zone), phrase.FullStop(void.Note))
	}
	return say.Text("Voided by %s, %s: %s", void.By, phrase.Moment(void.At, zone), phrase.FullStop(void.Note))
}

// CreateRenderer implements fyne.Widget.
func (d *ledgerDetails) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(d.content)
}
