package window

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"muster/app"
	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
)

// ledgerFilter is what is typed to choose lines of the ledger.
type ledgerFilter struct {
	text           *entry
	region, source *pick
	by             *entry
	from, to       *dayEntry
	more, clear    *button           // shows the fields beside the text, or hides them; empties all
	cleared        fyne.CanvasObject // around clear, while anything is typed
	content        *fyne.Container
	trouble        *prose
	names          [2][]string // of regions and sources
	wanted         bool        // the fields were asked for
}

// newLedgerFilter returns fields that call typed with every letter, and asked
// when Enter is pressed or they are emptied.
func newLedgerFilter(today func() time.Time, typed, asked func()) *ledgerFilter {
	f := &ledgerFilter{
		text: newEntry(), region: newPick(say.Text("Region")), source: newPick(say.Text("Source")), by: newEntry(),
		from: newDayEntry(say.Text("From"), today), to: newDayEntry(say.Text("To"), today),
		trouble: newProse(sizeLabel, colorError),
	}
	f.text.SetPlaceHolder(say.Text("Find text or an id"))
	f.by.SetPlaceHolder(say.Text("By"))
	f.region.changed, f.source.changed = typed, typed
	for _, e := range []*widget.Entry{&f.text.Entry, &f.by.Entry, &f.from.Entry, &f.to.Entry} {
		e.OnChanged = func(string) { typed() }
	}
	for _, e := range f.entries() {
		e.OnSubmitted = func(string) { asked() }
	}
	f.trouble.Hide()
	f.more = makeButton("", widget.LowImportance, func() { f.toggle(asked) })
	f.clear = makeButton(say.Text("Clear"), widget.LowImportance, func() { f.empty(f.entries()); asked() })
	f.cleared = onSurface(f.clear)
	f.cleared.Hide()
	f.content = container.New(column{gap: spaceXS}, container.New(
		&flow{gap: spaceS, rooms: []room{{172, 2}, {116, 1}, {116, 1}, {88, 0.8}, {136, 0.2}, {136, 0.2}, {82, 0}, {72, 0}}},
		f.text, f.region, f.source, f.by, f.from, f.to, onSurface(f.more), f.cleared), f.trouble)
	f.open(false)
	return f
}

// fields returns those beside the text.
func (f *ledgerFilter) fields() []fyne.CanvasObject {
	return []fyne.CanvasObject{f.region, f.source, f.by, f.from, f.to}
}

// open shows the fields beside the text, or hides them.
func (f *ledgerFilter) open(yes bool) {
	for _, field := range f.fields() {
		if yes {
			field.Show()
		} else {
			field.Hide()
		}
	}
	f.more.Text = say.Text("More…")
	if yes {
		f.more.Text = say.Text("Less")
	}
	f.more.Refresh()
}

// toggle shows the fields with the cursor in the first, or hides them. What is
// hidden does not choose lines either.
func (f *ledgerFilter) toggle(asked func()) {
	yes := !f.region.Visible()
	f.open(yes)
	f.wanted = yes
	if c := fyne.CurrentApp().Driver().CanvasForObject(f.more); yes && c != nil {
		c.Focus(f.region)
	}
	f.empty(f.entries()[1:])
	asked()
}

// entries returns all fields, in order.
func (f *ledgerFilter) entries() []*widget.Entry {
	return []*widget.Entry{&f.text.Entry, &f.region.Entry, &f.source.Entry, &f.by.Entry, &f.from.Entry, &f.to.Entry}
}

// show offers the names that the campaign knows.
func (f *ledgerFilter) show(now app.Snapshot) {
	f.from.zone, f.to.zone = zoneOf(now), zoneOf(now)
	f.names = [2][]string{
		together(namesOf(now.Campaign.Regions, func(r campaign.Region) string { return r.Name }), now.Standing.ByRegion),
		together(now.Campaign.Sources, now.Standing.BySource),
	}
	f.region.offer(f.names[0])
	f.source.offer(f.names[1])
}

// set reports whether anything is typed into fields.
func (f *ledgerFilter) set() bool {
	for _, e := range f.entries() {
		if strings.TrimSpace(e.Text) != "" {
			return true
		}
	}
	return false
}

// empty empties fields.
func (f *ledgerFilter) empty(entries []*widget.Entry) {
	for _, e := range entries {
		e.Text = ""
		e.Refresh()
	}
	f.region.offer(f.names[0])
	f.source.offer(f.names[1])
}

// filter returns what is typed, within the bounds of what the screen shows. A
// date that is not one is said, and no bound.
func (f *ledgerFilter) filter(within app.Filter) app.Filter {
	within.Text, within.Region, within.Source, within.By = f.text.Text, f.region.Text, f.source.Text, f.by.Text
	within.Typing = true
	trouble := ""
	day := func(e *dayEntry) campaign.Day {
		typed := strings.TrimSpace(e.Text)
		if typed == "" {
			return 0
		}
		d, err := campaign.ParseDay(typed)
		if err != nil && len(typed) >= len(time.DateOnly) { // not while it is being typed
			trouble = phrase.Sentence(err)
		}
		return d
	}
	from, to := day(f.from), day(f.to)
	if from.IsSet() && to.IsSet() && to < from {
		trouble = say.Text("The days are the wrong way round: no line can be from %s on and up to %s.", phrase.Day(from), phrase.Day(to))
	}
	if from.IsSet() {
		within.Since = from.Start(f.from.zone)
	}
	if end := (to + 1).Start(f.to.zone); to.IsSet() && (within.Until.IsZero() || end.Before(within.Until)) {
		within.Until = end
	}
	if f.set() {
		f.cleared.Show()
	} else {
		f.cleared.Hide()
	}
	f.trouble.Hidden = trouble == ""
	f.trouble.set(plain(trouble))
	return within
}
