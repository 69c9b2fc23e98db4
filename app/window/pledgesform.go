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

// countForm takes one count: five seconds from the number to Enter.
type countForm struct {
	widget.BaseWidget
	count                         *entry
	kind                          *choice
	reading                       bool
	region, source, tier, measure *pick
	when                          *dayEntry
	by, note                      *entry
	trouble                       *fyne.Container // a sign and the sentence
	why, hint                     *prose
	content, seldom               *fyne.Container
	tierField, measureField       *field
	now                           func() time.Time
	shown                         campaign.ID
}

func newCountForm(by string, now func() time.Time, record func()) *countForm {
	f := &countForm{
		now:     now,
		count:   newEntry(),
		by:      newEntry(),
		note:    newEntry(),
		region:  newPick(say.Text("Optional")),
		source:  newPick(say.Text("Optional")),
		tier:    newPick(say.Text("Optional")),
		measure: newPick(phrase.Measure(campaign.Pledges)),
		why:     newProse(sizeText, colorError),
		hint:    newProse(sizeLabel, colorMuted),
	}
	f.when = newDayEntry(say.Text("Now"), now)
	f.kind = newChoice([]string{say.Text("added"), say.Text("counter says")}, f.setKind)
	f.by.Text = by
	f.by.SetPlaceHolder(say.Text("Your name"))
	f.note.SetPlaceHolder(say.Text("Optional"))
	for _, e := range f.entries() {
		e.OnSubmitted = func(string) { record() }
	}
	f.trouble = container.New(lead{gap: spaceS}, newDrawing(glyphWarning, colorError, 18), f.why)
	f.trouble.Hide()
	f.arrange(record)
	f.kind.mark(0)
	f.setKind(0)
	f.ExtendBaseWidget(f)
	return f
}

// entries returns all fields that are typed in, in order.
func (f *countForm) entries() []*widget.Entry {
	return []*widget.Entry{
		&f.count.Entry, &f.region.Entry, &f.source.Entry, &f.tier.Entry, &f.measure.Entry,
		&f.when.Entry, &f.by.Entry, &f.note.Entry,
	}
}

// arrange puts the fields in two rows, what is used most in the first.
func (f *countForm) arrange(record func()) {
	f.tierField, f.measureField = newField(say.Text("Tier"), f.tier), newField(say.Text("Measure"), f.measure)
	button := container.New(column{gap: 4}, newHeading(" "), makeButton(say.Text("Record"), widget.HighImportance, record))
	often := container.New(
		&flow{gap: 10, rooms: []room{{86, 1}, {154, 0}, {116, 1.5}, {116, 1.5}, {88, 0.4}}},
		newField(say.Text("Count"), f.count), newField(say.Text("Kind"), container.New(padded{top: 7, bottom: 6}, f.kind)),
		newField(say.Text("Region"), f.region), newField(say.Text("Source"), f.source), button)
	f.seldom = container.New(
		&flow{gap: 10, rooms: []room{{110, 1}, {110, 1}, {132, 0.2}, {96, 0.8}, {110, 2}}},
		f.tierField, f.measureField, newField(say.Text("When"), f.when), newField(say.Text("By"), f.by), newField(say.Text("Note"), f.note))
	f.content = container.New(column{gap: 10}, often, f.seldom, f.trouble, f.hint)
}

// fold leaves only the fields that are used most, or shows all of them again. It
// reports whether that changed anything. What is filled in is never hidden.
func (f *countForm) fold(yes bool) bool {
	for _, e := range []*widget.Entry{&f.tier.Entry, &f.measure.Entry, &f.when.Entry, &f.note.Entry} {
		yes = yes && e.Text == ""
	}
	if yes == f.seldom.Hidden {
		return false
	}
	f.seldom.Hidden = yes
	f.hint.Hidden = yes || f.trouble.Visible()
	return true
}

// setKind changes between an added count and a reading.
func (f *countForm) setKind(i int) {
	f.reading = i == 1
	if f.reading {
		f.count.SetPlaceHolder(say.Text("Total"))
		f.hint.set(plain(say.Text("A reading sets the total of its region and source, whatever was counted there before.")))
	} else {
		f.count.SetPlaceHolder(say.Text("How many"))
		f.hint.set(plain(say.Text("Enter records, from any field. A negative number takes some off.")))
	}
}

// show offers the names that the plan and the ledger know. What is typed
// stays, unless another campaign is opened.
func (f *countForm) show(now app.Snapshot) {
	c, s := now.Campaign, now.Standing
	if f.shown != c.ID {
		for _, e := range []*pick{f.region, f.source, f.tier, f.measure} {
			e.Text = ""
		}
		f.shown = c.ID
	}
	f.when.zone = now.Zone
	f.region.offer(together(namesOf(c.Regions, func(r campaign.Region) string { return r.Name }), s.ByRegion))
	f.source.offer(together(c.Sources, s.BySource))
	f.tier.offer(together(namesOf(c.Tiers, func(t campaign.Tier) string { return t.Name }), s.ByTier))
	f.measure.offer(namesOf(c.MeasureNames(), phrase.Measure))
	f.tierField.Hidden = len(f.tier.names) == 0
	f.measureField.Hidden = len(c.Measures) == 0
}

func namesOf[T any](all []T, name func(T) string) []string {
	names := make([]string, len(all))
	for i, t := range all {
		names[i] = name(t)
	}
	return names
}

// together returns the plan's names and those that only the ledger has.
func together(names []string, totals []campaign.Total) []string {
	all := append([]string(nil), names...)
	known := map[string]bool{"": true}
	for _, n := range names {
		known[strings.ToLower(n)] = true
	}
	for _, t := range totals {
		if !known[strings.ToLower(t.Name)] {
			all = append(all, t.Name)
		}
	}
	return all
}

// entry returns what is filled in, or complains and brings the cursor to what
// is wrong.
func (f *countForm) entry() (app.Entry, error) {
	f.trouble.Hide()
	f.hint.Hidden = f.seldom.Hidden
	e := app.Entry{
		Reading: f.reading,
		By:      strings.TrimSpace(f.by.Text),
		Note:    strings.TrimSpace(f.note.Text),
		Cell:    campaign.Cell{Region: f.region.Text, Source: f.source.Text, Tier: f.tier.Text, Measure: measureOf(f.measure.Text)},
	}
	var err error
	if e.Count, err = countOf(f.count.Text, f.reading); err != nil {
		return e, f.wrong(f.count, err)
	}
	if e.At, err = momentOf(f.when.Text, f.now(), f.when.zone); err != nil {
		return e, f.wrong(f.when, err)
	}
	return e, nil
}

// measureOf returns the measure of a name as it is shown.
func measureOf(shown string) string {
	if strings.EqualFold(shown, phrase.Measure(campaign.Pledges)) {
		return campaign.Pledges
	}
	return shown
}

func (f *countForm) wrong(at fyne.Focusable, err error) error {
	f.complain(phrase.Sentence(err))
	if c := fyne.CurrentApp().Driver().CanvasForObject(f); c != nil {
		c.Focus(at)
	}
	return err
}

func (f *countForm) complain(why string) {
	f.why.set(plain(why))
	f.trouble.Show()
	f.hint.Hide()
}

// typed is what a form gives up when it is cleared.
type typed struct{ count, when, note string }

// clear empties what belongs to one count only, and returns it.
func (f *countForm) clear() typed {
	was := typed{f.count.Text, f.when.Text, f.note.Text}
	f.count.SetText("")
	f.when.SetText("")
	f.note.SetText("")
	return was
}

// restore gives back what clear took, unless something else is typed already.
func (f *countForm) restore(was typed) bool {
	if f.count.Text != "" || f.note.Text != "" {
		return false
	}
	f.count.SetText(was.count)
	f.when.SetText(was.when)
	f.note.SetText(was.note)
	return true
}

// onDay returns for when an update is, if that is not today.
func onDay(u campaign.Update, now app.Snapshot) string {
	if day := campaign.DayOf(u.At, now.Zone); day != campaign.DayOf(now.Standing.AsOf, now.Zone) {
		return say.Text(" on %s", phrase.Day(day))
	}
	return ""
}

// CreateRenderer implements fyne.Widget.
func (f *countForm) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(f.content) }
