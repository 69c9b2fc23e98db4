package window

import (
	"errors"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
)

// afterCard records how many came once the event is over.
type afterCard struct {
	cardPart
	now     outlook
	save    planChange
	says    *prose
	form    *fyne.Container
	total   *entry
	tiers   []*entry
	names   []string // of the tiers in the form
	trouble *prose
	taught  *fyne.Container
}

func newAfterCard(save planChange) *afterCard {
	c := &afterCard{
		save: save, total: newEntry(),
		says:    newProse(sizeText, colorMuted),
		form:    container.NewStack(),
		trouble: newProse(sizeText, colorError),
		taught:  container.New(column{gap: spaceS}),
	}
	c.trouble.Hide()
	c.Container = newCard(container.New(column{gap: 10}, newHeading(say.Text("After the event")), c.says, c.form, c.trouble, c.taught))
	return c
}

func (c *afterCard) show(o outlook) {
	other := o.Campaign.ID != c.now.Campaign.ID
	c.now = o
	event := o.Campaign.Event
	c.Hidden = o.Pledges == 0 && event.Came == 0
	today := campaign.DayOf(o.Standing.AsOf, zoneOf(o.Snapshot))
	ahead := event.Date.IsSet() && event.Date > today
	c.form.Hidden = ahead
	switch {
	case ahead:
		c.says.set(plain(say.Text("From %s on, record here how many came. The next campaign of this folder can then start from your own show rates in place of the defaults.", phrase.Day(event.Date))))
	case event.Came > 0:
		c.says.set(plain(phrase.Came(event)))
	default:
		c.says.set(plain(say.Text("How many came? Per tier if you know it; the whole will do. The next campaign of this folder can then start from your own show rates.")))
	}
	names := namesOf(o.Campaign.Tiers, func(t campaign.Tier) string { return t.Name })
	if other || !slices.Equal(names, c.names) || !c.typed() {
		c.load(names)
	}
	c.teach()
}

// typed reports whether the form says something else than the plan.
func (c *afterCard) typed() bool {
	came, err := c.read()
	return err != nil || came.whole != c.now.Campaign.Event.Came ||
		!slices.EqualFunc(came.tiers, c.now.Campaign.Tiers, func(n int64, t campaign.Tier) bool { return n == t.Came })
}

// load puts the plan's figures into the form, a field for each tier.
func (c *afterCard) load(names []string) {
	if !slices.Equal(names, c.names) || len(c.form.Objects) == 0 {
		c.names = names
		c.build()
	}
	c.total.SetText(countText(c.now.Campaign.Event.Came))
	for i, e := range c.tiers {
		e.SetText(countText(c.now.Campaign.Tiers[i].Came))
	}
	c.trouble.Hide()
}

func (c *afterCard) build() {
	rooms := []room{{120, 0}}
	c.total.SetPlaceHolder("12,000")
	fields := []fyne.CanvasObject{newField(say.Text("People there"), c.total)}
	c.tiers = nil
	for _, name := range c.names {
		e := newEntry()
		e.SetPlaceHolder(say.Text("Optional"))
		c.tiers = append(c.tiers, e)
		fields = append(fields, newField(say.Text("Of these “%s”", name), e))
		rooms = append(rooms, room{170, 1})
	}
	for _, e := range append([]*entry{c.total}, c.tiers...) {
		e.OnSubmitted = func(string) { c.keep() }
	}
	button := container.New(column{gap: 4}, newHeading(" "), makeButton(say.Text("Record"), widget.HighImportance, c.keep))
	c.form.Objects = []fyne.CanvasObject{container.New(&flow{gap: 12, rooms: append(rooms, room{110, 0})}, append(fields, button)...)}
}

// attendance is how many came, in all and of each tier.
type attendance struct {
	whole int64
	tiers []int64
}

// read returns what is in the form.
func (c *afterCard) read() (attendance, error) {
	var a attendance
	var wrong []error
	number := func(e *entry) int64 {
		if strings.TrimSpace(e.Text) == "" {
			return 0
		}
		n, err := phrase.ParseCount(e.Text)
		wrong = append(wrong, err)
		return n
	}
	a.whole = number(c.total)
	for _, e := range c.tiers {
		a.tiers = append(a.tiers, number(e))
	}
	for _, err := range wrong {
		if err != nil {
			return a, err
		}
	}
	return a, nil
}

// keep records how many came.
func (c *afterCard) keep() {
	came, err := c.read()
	if err != nil {
		c.complain(err)
		return
	}
	names := slices.Clone(c.names)
	c.save(say.Text("Recorded how many came."), func(plan *campaign.Campaign) {
		plan.Event.Came = came.whole
		plan.Tiers = slices.Clone(plan.Tiers)
		for i := range plan.Tiers {
			if j := slices.Index(names, plan.Tiers[i].Name); j >= 0 {
				plan.Tiers[i].Came = came.tiers[j]
			}
		}
	}, c.complain)
}

func (c *afterCard) complain(err error) {
	c.trouble.set(plain(refusal(err)))
	c.trouble.Show()
	c.Refresh()
}

// refusal says in a sentence why a plan was not saved.
func refusal(err error) string {
	var problems campaign.Problems
	if errors.As(err, &problems) {
		return atField(problems[0].Why)
	}
	return phrase.Sentence(err)
}

// teach shows what this event taught.
func (c *afterCard) teach() {
	c.taught.RemoveAll()
	for _, p := range c.now.past {
		if p.Event == c.now.Campaign.Name {
			c.taught.Add(newProse(sizeText, colorText, plain(phrase.Past(p))))
		}
	}
}
