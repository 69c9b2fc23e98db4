package window

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"muster/app/phrase"
	"muster/app/say"
	"muster/assets"
	"muster/campaign"
)

// populationCard puts the pledges, the people expected and the need beside
// populations: the plan's, and one that is chosen.
type populationCard struct {
	cardPart
	now   outlook
	rows  *fyne.Container
	line  *prose // the caveat of the 3.5% line
	other *pick
	how   *opening
	again func()
}

func newPopulationCard(again func()) *populationCard {
	c := &populationCard{
		rows:  container.New(column{gap: 6}),
		line:  newProse(sizeLabel, colorMuted),
		other: newPick(say.Text("Another population")),
		how:   newHow(again, say.Text("A count divided by the population. Expected is the middle of the range: on as many of the simulated days fewer come as more.")),
		again: again,
	}
	c.other.offer(namesOf(assets.Populations(), func(p campaign.Population) string { return p.Name }))
	c.other.changed = func() {
		if _, known := assets.FindPopulation(c.other.Text); known || c.other.Text == "" {
			c.compare()
			c.again()
		}
	}
	line := campaign.MassLine()
	c.line.set(run{words: say.Text("The 3.5% line.") + " ", bold: true}, plain(say.Text(campaign.MassCaveat)+" ("+line.Source+".)"))
	c.Container = newCard(container.New(column{gap: 10}, newHeading(say.Text("Against a population")), c.rows, c.other, c.how, c.line))
	return c
}

func (c *populationCard) show(o outlook) {
	c.now = o
	c.compare()
}

// populations returns those that are compared with.
func (c *populationCard) populations() []campaign.Population {
	var all []campaign.Population
	if own := c.now.Campaign.Population; own.Count > 0 {
		all = append(all, own)
	}
	if other, ok := assets.FindPopulation(c.other.Text); ok && c.other.Text != "" {
		all = append(all, other)
	}
	return all
}

// compare fills the table, a population a column.
func (c *populationCard) compare() {
	all := c.populations()
	c.rows.RemoveAll()
	c.line.Hidden, c.how.Hidden = len(all) == 0, len(all) == 0
	if len(all) == 0 {
		c.rows.Add(newProse(sizeText, colorMuted, plain(say.Text("Choose a population to see what share of it would come. In Plan it is kept."))))
		return
	}
	head := []fyne.CanvasObject{newHeading("")}
	for _, p := range all {
		head = append(head, container.New(column{}, newProse(sizeText, colorText, plain(p.Name)),
			newProse(sizeLabel, colorMuted, plain(phrase.Count(p.Count)+ground(p)))))
	}
	c.rows.Add(c.newLine(head))
	for _, row := range []struct {
		name  string
		count float64
	}{{say.Text("Needed"), float64(c.now.Need)}, {say.Text("Expected"), c.now.Expected.P50}, {say.Text("Pledged"), float64(c.now.Pledges)}} {
		if row.count >= 1 {
			c.rows.Add(widget.NewSeparator())
			c.rows.Add(c.row(row.name, int64(math.Round(row.count)), all))
		}
	}
	c.rows.Add(widget.NewSeparator())
	cells := []fyne.CanvasObject{newText(say.Text(campaign.MassLine().Name), sizeText, colorMuted)}
	for _, compared := range campaign.Compare(0, all...) {
		cells = append(cells, newText(phrase.Count(compared.Line), sizeText, colorText))
	}
	c.rows.Add(c.newLine(cells))
}

// row holds one count against all populations.
func (c *populationCard) row(name string, count int64, all []campaign.Population) fyne.CanvasObject {
	cells := []fyne.CanvasObject{container.New(column{}, newText(name, sizeText, colorMuted), newText(phrase.About(float64(count)), sizeLabel, colorMuted))}
	for _, compared := range campaign.Compare(count, all...) {
		share := newText(oneIn(compared.Share), sizeText, colorText)
		share.style.Bold = true
		cells = append(cells, container.New(column{}, share,
			newText(phrase.Percent(compared.Share.Fraction()), sizeLabel, colorMuted)))
	}
	return c.newLine(cells)
}

func (c *populationCard) newLine(cells []fyne.CanvasObject) fyne.CanvasObject {
	return container.New(&tabular{first: 0.27, gap: spaceS}, cells...)
}
