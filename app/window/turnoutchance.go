package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"muster/app/figure"
	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
)

// chanceCard shows how likely each number of people is, with the need among
// them.
type chanceCard struct {
	cardPart
	says  *prose
	chart *chartView
	how   *opening
}

func newChanceCard(w *Window, again func()) *chanceCard {
	c := &chanceCard{
		says:  newProse(sizeText, colorText),
		chart: newChartView(w.threads),
		how: newHow(again,
			say.Text("Each bar is the part of the %s simulated days on which so many come. Full colour is the range of 8 in 10; what lies far out belongs to the outermost bars.",
				phrase.Count(campaign.Draws)),
			say.Text("The chance of the need is the part of all days on which at least so many come: the green ones, right of the line.")),
	}
	c.chart.keeps(w, say.Text("turnout"))
	top := container.New(ends{gap: spaceS}, newHeading(say.Text("How many may come")), c.chart.more)
	c.Container = newCard(container.New(column{gap: spaceS, grow: true},
		top, c.says, c.how, container.New(tall{least: 220}, c.chart)))
	return c
}

func (c *chanceCard) show(o outlook) {
	chart := figure.DistributionOf(o.Turnout)
	c.Hidden = o.Pledges == 0 || chart.Empty()
	if c.Hidden {
		return
	}
	says := phrase.MeetingNeed(o.Turnout)
	if says == "" {
		says = say.Text("No need is set, so there is nothing to hold this against.")
	}
	c.says.set(plain(says))
	c.chart.draw(chart, says)
}

// tall makes what it lays out at least so high, or if it says so as high as a
// part of its width.
type tall struct{ least, part float32 }

// MinSize implements fyne.Layout.
func (l tall) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[0].MinSize().Max(fyne.NewSize(0, max(l.least, l.part*objects[0].Size().Width)))
}

// Layout implements fyne.Layout.
func (l tall) Layout(objects []fyne.CanvasObject, size fyne.Size) { objects[0].Resize(size) }
