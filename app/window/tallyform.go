package window

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"muster/app"
	"muster/app/phrase"
	"muster/app/report"
	"muster/app/say"
	"muster/campaign"
)

// tallyForm is where it is said what a tally sheet is made for. What cannot be
// is said in the form, and what was made last is filled in.
type tallyForm struct {
	w       *Window
	desk    *app.Desk
	kind    report.Format
	inputs  map[string]*planInput
	order   []fyne.CanvasObject
	rooms   []room
	trouble *prose
	popup   *widget.PopUp
}

// tallyKinds are the kinds of file that a tally sheet can be.
var tallyKinds = []report.Format{report.FormatWorkbook, report.FormatPDF}

// makeTally asks what a tally sheet is to be made for.
func (w *Window) makeTally() {
	if w.desk != nil {
		w.layTally()
	}
}

// layTally lays the form over the window.
func (w *Window) layTally() *tallyForm {
	f := &tallyForm{w: w, desk: w.desk, kind: report.FormatWorkbook, inputs: map[string]*planInput{}, trouble: newProse(sizeText, colorError)}
	f.fields(w.snapshot, w.settings.lastTally(w.snapshot.Campaign.ID))
	f.trouble.Hide()
	about := newProse(sizeText, colorMuted, plain(say.Text("A sheet for one person to count in, day by day. The workbook comes back by Import, as often as it changes, and nothing counts twice.")))
	heading := newProse(sizeTitle, colorText, run{words: say.Text("Make a tally sheet"), bold: true})
	buttons := container.New(beside{gap: spaceS}, newMainButton(say.Text("Make it…"), f.submit), newButton(say.Text("Cancel"), func() { f.popup.Hide() }))
	f.popup = w.lay(container.New(column{gap: spaceM}, heading, about, container.New(&flow{gap: 12, rooms: f.rooms}, f.order...), f.trouble, buttons), 560)
	fit(f.popup)
	w.Canvas().Focus(f.inputs["for"].focus)
	return f
}

// fields makes the fields, filled in as they were last. The days pass, so they
// are not.
func (f *tallyForm) fields(now app.Snapshot, last lastTally) {
	plan := now.Campaign
	who := newEntry()
	who.SetPlaceHolder(say.Text("Such as Anna"))
	f.add("for", typedInput(say.Text("Who counts"), who, &who.Entry, func() {}, f.submit), last.For, room{250, 1})
	at := max(0, slices.Index(tallyKinds, last.Kind))
	f.kind = tallyKinds[at]
	kinds := newChoice([]string{say.Text("Excel, to fill in"), say.Text("PDF, to print")}, func(i int) { f.kind = tallyKinds[i] })
	kinds.mark(at)
	f.order = append(f.order, newField(say.Text("Kind"), container.New(padded{top: 8}, container.New(beside{}, kinds))))
	f.rooms = append(f.rooms, room{230, 1})
	regions := together(namesOf(plan.Regions, func(r campaign.Region) string { return r.Name }), now.Standing.ByRegion)
	f.name("region", say.Text("Region"), say.Text("Each line says"), last.Region, regions)
	f.name("source", say.Text("Source"), say.Text("Each line says"), last.Source, together(plan.Sources, now.Standing.BySource))
	if len(plan.Tiers) > 0 {
		f.name("tier", say.Text("Tier"), say.Text("All of them"), last.Tier, namesOf(plan.Tiers, func(t campaign.Tier) string { return t.Name }))
	}
	f.day("from", say.Text("First day"), say.Text("Today"), now)
	f.day("to", say.Text("Last day"), say.Text("In two weeks"), now)
}

func (f *tallyForm) add(path string, in *planInput, value string, r room) {
	in.set(value)
	f.inputs[path] = in
	f.order, f.rooms = append(f.order, in.field), append(f.rooms, r)
}

func (f *tallyForm) name(path, title, placeHolder, value string, names []string) {
	if len(names) == 0 {
		placeHolder = say.Text("Optional")
	}
	p := newPick(placeHolder)
	p.offer(names)
	f.add(path, typedInput(title, p, &p.Entry, func() {}, f.submit), value, room{160, 1})
}

func (f *tallyForm) day(path, title, placeHolder string, now app.Snapshot) {
	d := newDayEntry(placeHolder, f.w.muster.Now)
	d.zone = zoneOf(now)
	f.add(path, typedInput(title, d, &d.Entry, func() {}, f.submit), "", room{250, 1})
}

// read returns what is filled in, and says at the fields what cannot be read.
func (f *tallyForm) read() (o app.TallyOptions, ok bool) {
	words := func(path string) string {
		if in := f.inputs[path]; in != nil {
			return strings.TrimSpace(in.get())
		}
		return ""
	}
	ok = true
	day := func(path string) (d campaign.Day) {
		wrong := ""
		if words(path) != "" {
			var err error
			if d, err = phrase.ParseDay(words(path)); err != nil {
				wrong, ok = phrase.Sentence(err), false
			}
		}
		f.inputs[path].say(wrong, "")
		return d
	}
	o = app.TallyOptions{For: words("for"), Region: words("region"), Source: words("source"), From: day("from"), To: day("to")}
	if tier := words("tier"); tier != "" {
		o.Tiers = []string{tier}
	}
	wrong := ""
	if o.For == "" {
		wrong, ok = say.Text("Say who counts: the counts are entered under this name."), false
	}
	f.inputs["for"].say(wrong, "")
	return o, ok
}

// submit makes the sheet and asks where it goes, or says what is wrong.
func (f *tallyForm) submit() {
	o, ok := f.read()
	f.trouble.Hide()
	fit(f.popup)
	if !ok {
		return
	}
	var made app.TallySheet
	var refused error
	f.w.work(func(context.Context) error {
		made, refused = f.desk.TallySheet(o)
		return nil // said in the form
	}, func(error) {
		if refused != nil {
			f.trouble.set(plain(phrase.Sentence(refused)))
			f.trouble.Show()
			fit(f.popup)
			return
		}
		f.popup.Hide()
		f.w.settings.setLastTally(made, f.kind)
		f.w.keepTally(made, f.kind)
	})
}

// keepTally asks where a tally sheet goes and writes it there.
func (w *Window) keepTally(made app.TallySheet, kind report.Format) {
	options := report.Options{Paper: w.settings.paper()}
	name := fileName(say.Text("%s, tally sheet of %s", made.Campaign.Name, made.For), made.From, kind)
	w.chooseTarget(say.Text("Save the tally sheet"), name, func(path string) {
		w.workOnFile(func(ctx context.Context) error {
			return report.SaveTally(ctx, path, made, options)
		}, func(err error) {
			switch {
			case errors.Is(err, context.Canceled):
				w.toast(say.Text("Cancelled. Nothing was written."), "", nil)
			case err == nil:
				w.toast(say.Text("Saved as %s.", shortFolder(path)), say.Text("Open the folder"), func() { w.openFolder(filepath.Dir(path)) })
			}
		})
	})
}
