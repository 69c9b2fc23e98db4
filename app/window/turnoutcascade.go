package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"muster/app/figure"
	"muster/app/phrase"
	"muster/app/say"
)

// cascadeCard shows what conditional pledges do to each other.
type cascadeCard struct {
	cardPart
	none                    *prose // in place of all else
	start, trusted, tipping *prose
	steps                   *fyne.Container
	chart                   *chartView
	picture                 *fyne.Container
	how                     *opening
}

func newCascadeCard(w *Window, again func()) *cascadeCard {
	c := &cascadeCard{
		none:    newProse(sizeText, colorMuted, plain(say.Text("No pledge waits for others: all of them count from the start. A tier that joins only once so many have pledged is set up in Plan."))),
		start:   newProse(sizeText, colorText),
		trusted: newProse(sizeText, colorText),
		tipping: newProse(sizeText, colorText),
		steps:   container.New(column{gap: 2}),
		chart:   newChartView(w.threads),
	}
	c.picture = container.New(tall{least: 240}, c.chart)
	c.how = newOpening(say.Text("How is this worked out?"), again, container.New(column{gap: spaceXS},
		newProse(sizeLabel, colorMuted, plain(say.Text("A pledge that joins at a number counts once at least so many have pledged in all, among those whose own condition is met. The line shows how many would come if so many were expected to; on the diagonal both are the same, so a number that the line meets there brings about itself."))),
		newProse(sizeLabel, colorMuted, plain(say.Text("The least such number is that of a standing start, the greatest that of trust in the count, which is what the turnout is worked out for (Granovetter, American Journal of Sociology 83(6), 1978; Tabarrok, Public Choice 96, 1998)."))),
		c.steps))
	c.chart.keeps(w, say.Text("conditional pledges"))
	top := container.New(ends{gap: spaceS}, newHeading(say.Text("Conditional pledges")), c.chart.more)
	c.Container = newCard(container.New(column{gap: spaceS, grow: true},
		top, c.none, c.start, c.trusted, c.tipping, c.how, c.picture))
	return c
}

func (c *cascadeCard) show(o outlook) {
	conditional := phrase.IsConditional(o.Cascade)
	c.none.Hidden = conditional
	for _, part := range []fyne.CanvasObject{c.start, c.trusted, c.tipping, c.how, c.picture, c.chart.more} {
		if conditional {
			part.Show()
		} else {
			part.Hide()
		}
	}
	c.Hidden = o.Pledges == 0
	if !conditional {
		return
	}
	c.start.set(plain(phrase.FromStart(o.Cascade)))
	c.trusted.set(plain(phrase.IfTrusted(o.Cascade)))
	c.tipping.set(plain(phrase.Tipping(o.Cascade)))
	c.steps.RemoveAll()
	for _, s := range o.Cascade.Steps {
		c.steps.Add(newProse(sizeLabel, colorMuted, plain(phrase.Step(s))))
	}
	c.chart.draw(figure.Cascade{Of: o.Cascade}, phrase.FromStart(o.Cascade)+" "+phrase.IfTrusted(o.Cascade))
}
