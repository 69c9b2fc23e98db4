package window

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
)

// datedForm is the form of a moment or an activity. What is wrong is said at
// the field, by its path within the plan's list.
type datedForm struct {
	t        *timeline
	before   *dated // nil for a new one
	kind     campaign.MomentKind
	activity bool
	inputs   map[string]*planInput
	order    []fyne.CanvasObject
	rooms    []room
	first    fyne.Focusable
	sizes    *upliftPick // for what an activity is expected to bring
	trouble  *prose
	popup    *widget.PopUp
}

// edit lays the form over the window, filled in with what there is.
func (t *timeline) edit(before, filled *dated) *datedForm {
	f := &datedForm{t: t, before: before, activity: filled.activity != nil, inputs: map[string]*planInput{}, trouble: newProse(sizeText, colorError)}
	f.sizes = newUpliftPick(f.expect)
	f.trouble.Hide()
	title := say.Text("A moment")
	if f.activity {
		title = say.Text("An activity")
		f.ofActivity(*filled.activity)
	} else {
		f.ofMoment(*filled.moment)
	}
	heading := newText(title, sizeTitle, colorText)
	heading.style.Bold = true
	buttons := container.New(beside{gap: spaceS}, newMainButton(say.Text("Save"), f.submit), newButton(say.Text("Cancel"), func() { f.popup.Hide() }))
	f.popup = t.w.lay(container.New(column{gap: spaceM}, heading,
		container.New(&flow{gap: 12, rooms: f.rooms}, f.order...), f.sizes, f.trouble, buttons), 560)
	t.w.Canvas().Focus(f.first)
	return f
}

func (f *datedForm) ofMoment(m campaign.Moment) {
	f.kind = m.Kind
	f.day("date", say.Text("Date"), m.Date)
	kinds := []campaign.MomentKind{campaign.Evidence, campaign.Argument, campaign.News, campaign.Ours}
	words := make([]string, len(kinds))
	at := 0
	for i, k := range kinds {
		words[i] = phrase.MomentKind(k)
		if k == m.Kind {
			at = i
		}
	}
	c := newChoice(words, func(i int) { f.kind = kinds[i] })
	c.mark(at)
	f.add("kind", &planInput{field: newField(say.Text("Kind"), container.New(padded{top: 8}, container.New(beside{}, c)))}, room{300, 2})
	f.text("title", say.Text("What happened"), say.Text("In a few words"), m.Title, room{560, 1})
	f.text("link", say.Text("Link"), say.Text("Optional: https://…"), m.Link, room{340, 2})
	f.name("track", say.Text("Track"), m.Track, f.t.now.Campaign.Tracks)
}

func (f *datedForm) ofActivity(a campaign.Activity) {
	f.text("name", say.Text("Name"), say.Text("Such as Book fair"), a.Name, room{270, 2})
	f.day("date", say.Text("First day"), a.Date)
	f.day("until", say.Text("Last day"), a.Until)
	f.text("owner", say.Text("Who does it"), say.Text("Optional"), a.Owner, room{130, 1})
	f.name("source", say.Text("Source of its pledges"), a.Source, f.t.now.Campaign.Sources)
	f.name("track", say.Text("Track"), a.Track, f.t.now.Campaign.Tracks)
	f.text("cost", say.Text("Cost"), say.Text("Optional"), numberText(a.Cost), room{100, 1})
	f.text("expect.low", say.Text("Pledges: low"), say.Text("1 in 10 below"), numberText(a.Expect.Low), room{120, 1})
	f.text("expect.likely", say.Text("likely"), say.Text("the middle"), numberText(a.Expect.Likely), room{120, 1})
	f.text("expect", say.Text("high"), say.Text("1 in 10 above"), numberText(a.Expect.High), room{120, 1})
	f.inputs["until"].say("", say.Text("Empty: a week"))
	f.sizes.offer(f.t.now.Uplifts)
}

// expect fills in what an activity is expected to bring.
func (f *datedForm) expect(size campaign.Range) {
	f.inputs["expect.low"].set(numberText(size.Low))
	f.inputs["expect.likely"].set(numberText(size.Likely))
	f.inputs["expect"].set(numberText(size.High))
}

func (f *datedForm) add(path string, in *planInput, r room) {
	f.inputs[path] = in
	f.order, f.rooms = append(f.order, in.field), append(f.rooms, r)
	if f.first == nil {
		f.first = in.focus
	}
}

func (f *datedForm) text(path, title, placeHolder, value string, r room) {
	e := newEntry()
	e.SetPlaceHolder(placeHolder)
	f.typed(path, title, e, &e.Entry, value, r)
}

func (f *datedForm) day(path, title string, value campaign.Day) {
	d := newDayEntry(say.Text("Not set"), f.t.w.muster.Now)
	d.zone = zoneOf(f.t.now)
	f.typed(path, title, d, &d.Entry, value.String(), room{132, 0.5})
}

func (f *datedForm) name(path, title, value string, names []string) {
	p := newPick(say.Text("None"))
	p.offer(names)
	f.typed(path, title, p, &p.Entry, value, room{170, 1})
}

func (f *datedForm) typed(path, title string, o fyne.Focusable, e *widget.Entry, value string, r room) {
	in := typedInput(title, o, e, func() {}, f.submit)
	in.set(value)
	f.add(path, in, r)
}

// numberText returns a number for a field, nothing for 0.
func numberText(v float64) string {
	if v == 0 {
		return ""
	}
	return phrase.Typed(v)
}

// formReader reads the fields and keeps what is wrong by path.
type formReader struct {
	*datedForm
	wrong map[string]string
}

func (r formReader) words(path string) string { return strings.TrimSpace(r.inputs[path].get()) }

func (r formReader) dayOf(path string) campaign.Day {
	if r.words(path) == "" {
		return 0
	}
	day, err := phrase.ParseDay(r.words(path))
	if err != nil {
		r.wrong[path] = phrase.Why(err)
	}
	return day
}

func (r formReader) number(path string) float64 {
	text := r.words(path)
	if text == "" {
		return 0
	}
	v, err := phrase.ParseNumber(text)
	if err != nil {
		r.wrong[path] = say.Text("%q is not a number", r.words(path))
	}
	return v
}

// read returns what is filled in, and what cannot be read by path.
func (f *datedForm) read() (dated, map[string]string) {
	r := formReader{f, map[string]string{}}
	if !f.activity {
		return dated{moment: &campaign.Moment{Date: r.dayOf("date"), Kind: f.kind, Track: r.words("track"),
			Title: r.words("title"), Link: r.words("link")}}, r.wrong
	}
	a := campaign.Activity{Name: r.words("name"), Date: r.dayOf("date"), Until: r.dayOf("until"), Owner: r.words("owner"),
		Source: r.words("source"), Track: r.words("track"), Cost: r.number("cost"),
		Expect: campaign.Range{Low: r.number("expect.low"), Likely: r.number("expect.likely"), High: r.number("expect")}}
	return dated{activity: &a}, r.wrong
}

// submit saves what is filled in, or says at the fields what is wrong.
func (f *datedForm) submit() {
	filled, wrong := f.read()
	f.complain(wrong, "")
	if len(wrong) > 0 {
		return
	}
	f.t.keep(f.before, &filled, func(err error) {
		var problems campaign.Problems
		switch {
		case err == nil:
			f.popup.Hide()
		case errors.As(err, &problems):
			general := ""
			for _, p := range problems {
				_, at, _ := strings.Cut(p.Path, "].")
				if _, ours := f.inputs[at]; ours && strings.HasPrefix(p.Path, filled.list()+"[") {
					wrong[at] = phrase.Words(p.Why)
				} else {
					general = p.Path + ": " + phrase.Words(p.Why)
				}
			}
			f.complain(wrong, general)
		default:
			f.complain(wrong, phrase.Why(err))
		}
	})
}

func (f *datedForm) complain(wrong map[string]string, general string) {
	for path, in := range f.inputs {
		in.say(phrase.Capital(phrase.FullStop(wrong[path])), "")
	}
	f.trouble.Hidden = general == ""
	f.trouble.set(plain(phrase.Capital(phrase.FullStop(general))))
	fit(f.popup)
}

// keep puts after in the place of before in the newest plan, or says through
// said why it cannot. What was removed can be brought back.
func (t *timeline) keep(before, after *dated, said func(error)) {
	desk, by := t.w.desk, t.w.settings.by()
	if desk == nil {
		return
	}
	var refused error
	t.w.work(func(context.Context) error {
		plan, at, ok := change(desk.Campaign(), before, after)
		if !ok {
			refused = errors.New(say.Text("somebody changed it elsewhere meanwhile: close this and look again"))
			return nil
		}
		refused = ownProblems(desk.SavePlan(plan, by), at, after)
		return nil // said in the form
	}, func(error) {
		said(refused)
		switch {
		case refused != nil && after == nil:
			t.w.fail(refused)
		case refused == nil:
			t.w.changed()
			t.announce(before, after)
		}
	})
}

// ownProblems leaves out what is wrong with others of the same list.
func ownProblems(err error, at int, after *dated) error {
	var problems campaign.Problems
	if after == nil || !errors.As(err, &problems) {
		return err
	}
	var own campaign.Problems
	for _, p := range problems {
		if strings.HasPrefix(p.Path, fmt.Sprintf("%s[%d]", after.list(), at)) {
			own = append(own, p)
		}
	}
	if len(own) == 0 {
		return errors.New(say.Text("the plan has another mistake, mend that first: %s", phrase.Why(problems)))
	}
	return own
}

func (t *timeline) announce(before, after *dated) {
	switch {
	case after == nil:
		t.w.toast(say.Text("“%s” is off the timeline.", shortName(before.name())), say.Text("Bring it back"), func() { t.keep(nil, before, func(error) {}) })
	case before == nil:
		t.w.toast(say.Text("“%s” is on the timeline.", shortName(after.name())), "", nil)
	default:
		t.w.toast(say.Text("“%s” is saved.", shortName(after.name())), "", nil)
	}
}
