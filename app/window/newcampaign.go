package window

import (
	"context"
	"errors"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"muster/app/phrase"
	"muster/app/say"
	"muster/assets"
	"muster/campaign"
)

// newCampaign asks for the little that a campaign needs to begin, and opens it.
// The rest can be told on the Plan screen.
func (w *Window) newCampaign() { w.layNew(newCampaignForm(w)) }

func (w *Window) layNew(f *campaignForm) {
	create := func() { f.submit(func() { f.popup.Hide() }) }
	for _, e := range []*widget.Entry{&f.name.Entry, &f.threshold.Entry, &f.deadline.Entry, &f.population.Entry} {
		e.OnSubmitted = func(string) { create() }
	}
	buttons := container.New(beside{gap: spaceS},
		newMainButton(say.Text("Start the campaign"), create), newButton(say.Text("Cancel"), func() { f.popup.Hide() }))
	title := newText(say.Text("A new campaign"), sizeTitle, colorText)
	title.style.Bold = true
	f.popup = w.lay(container.New(column{gap: spaceM},
		title, f.content(), f.trouble, buttons), 480)
	w.Canvas().Focus(f.name)
}

// campaignForm is the short form of a new campaign. All but the name may be
// left empty.
type campaignForm struct {
	w          *Window
	name       *entry
	threshold  *entry
	population *pick
	deadline   *dayEntry
	trouble    *prose
	popup      *widget.PopUp // that it lies in; nil until then
}

func newCampaignForm(w *Window) *campaignForm {
	f := &campaignForm{
		w: w, name: newEntry(), threshold: newEntry(),
		population: newPick(say.Text("Such as Washington, DC")),
		deadline:   newDayEntry(say.Text("Such as 2027-03-01"), w.muster.Now),
	}
	var places []string
	for _, p := range assets.Populations() {
		places = append(places, p.Name)
	}
	f.population.offer(places)
	f.name.SetPlaceHolder(say.Text("What your team calls it"))
	f.threshold.SetPlaceHolder(say.Text("Such as 100,000"))
	f.trouble = newProse(sizeText, colorError)
	f.trouble.Hide()
	return f
}

func (f *campaignForm) content() fyne.CanvasObject {
	return container.New(&flow{gap: 12, rooms: []room{{440, 1}, {200, 1}, {200, 1}, {440, 1}}},
		newField(say.Text("Name"), f.name),
		newField(say.Text("Pledges needed"), f.threshold),
		newField(say.Text("Deadline"), f.deadline),
		newField(say.Text("Population"), f.population))
}

// submit makes the campaign and opens it, or says what is wrong.
func (f *campaignForm) submit(done func()) {
	plan, err := f.plan()
	if err != nil {
		f.complain(err)
		return
	}
	w := f.w
	var made campaign.Campaign
	var refused error
	w.work(func(context.Context) error {
		made, refused = w.muster.Create(plan)
		return nil // said in the form
	}, func(error) {
		if refused != nil {
			f.complain(refused)
			return
		}
		done()
		w.open(made.ID)
		w.toast(say.Text("%s is set up. Add the first pledges.", made.Name), say.Text("Add pledges"), w.addPledges)
	})
}

func (f *campaignForm) complain(err error) {
	f.trouble.set(plain(phrase.Sentence(err)))
	f.trouble.Show()
	if f.popup != nil {
		fit(f.popup)
	}
}

// plan returns the campaign as it is filled in.
func (f *campaignForm) plan() (campaign.Campaign, error) {
	c := campaign.Campaign{Name: strings.TrimSpace(f.name.Text)}
	if c.Name == "" {
		return c, errors.New(say.Text("give the campaign a name"))
	}
	var err error
	if text := strings.TrimSpace(f.deadline.Text); text != "" {
		if c.Deadline, err = phrase.ParseDay(text); err != nil {
			return c, err
		}
	}
	if text := strings.TrimSpace(f.threshold.Text); text != "" {
		if c.Need, err = phrase.ParseCount(text); err != nil {
			return c, err
		}
		c.Thresholds = []campaign.Threshold{{
			Name: say.Text("The goal"), Figure: campaign.FigurePledges, Target: float64(c.Need), Deadline: c.Deadline,
		}}
	}
	if text := strings.TrimSpace(f.population.Text); text != "" {
		found := false
		if c.Population, found = assets.FindPopulation(text); !found {
			return c, errors.New(say.Text("there is no population called %s: choose one from the list, or leave it empty and type your own on the Plan screen", text))
		}
	}
	return c, nil
}
