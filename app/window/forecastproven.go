package window

import (
	"context"
	"maps"
	"math"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
	"muster/campaign/forecast/backtest"
)

// provenCard says how good the forecast is: how it did on real series that it
// had not seen, beside what else could be used, and on the campaign's own past.
type provenCard struct {
	cardPart
	w    *Window
	own  *fyne.Container
	how  *opening
	of   campaign.ID
	read func(then func([]backtest.Named))
}

func newProvenCard(w *Window, read func(then func([]backtest.Named)), again func()) *provenCard {
	c := &provenCard{w: w, own: container.New(column{gap: spaceXS}), read: read}
	inside := container.New(column{gap: 10}, proven(), container.New(padded{top: spaceS}, c.own))
	c.how = newOpening(say.Text("How good is this forecast?"), func() {
		if c.how.line.open {
			c.ask()
		}
		again()
	}, inside)
	says := newProse(sizeText, colorText, plain(provenInShort(backtest.BySeries)))
	c.Container = newCard(container.New(column{gap: 10}, newHeading(say.Text("What it is worth")), says, c.how))
	return c
}

func (c *provenCard) show(p prospect) {
	if c.of != p.Campaign.ID {
		c.of = p.Campaign.ID
		c.own.RemoveAll()
	}
	if c.how.line.open {
		c.ask()
	}
}

// ask has the campaign's own record worked out.
func (c *provenCard) ask() {
	of := c.of
	c.read(func(rows []backtest.Named) {
		if of != c.of {
			return
		}
		c.own.RemoveAll()
		c.own.Add(newHeading(say.Text("On this campaign's own past")))
		if len(rows) == 0 {
			c.own.Add(newProse(sizeText, colorMuted, plain(say.Text("There is too little of it yet to try the forecast on: it takes some weeks of counts."))))
			return
		}
		c.own.Add(newProse(sizeText, colorText, plain(ownInWords(rows[0].Record))))
		c.own.Add(recordTable(rows))
	})
}

// ownRecord works the record on the campaign's own past out, away from the
// window's goroutine.
func (f *forecastScreen) ownRecord(then func([]backtest.Named)) {
	desk, at := f.w.desk, f.now.Standing.AsOf
	if desk == nil {
		return
	}
	var rows []backtest.Named
	f.w.work(func(context.Context) (err error) {
		rows, err = desk.OwnRecord(at)
		return err
	}, func(err error) {
		if err == nil && desk == f.w.desk {
			then(rows)
			f.Refresh()
		}
	})
}

// provenInShort is the record in a sentence.
func provenInShort(r backtest.Record) string {
	return say.Text("Tried %s times on real series, from what was known at the time: its range of 8 in 10 held %s times in 100.",
		phrase.Count(int64(r.All.Cases)), phrase.Whole(100*r.All.Holds))
}

// proven is the record on real series.
func proven() fyne.CanvasObject {
	rows := append([]backtest.Named{{Name: "Muster", Record: backtest.BySeries}}, backtest.Peers...)
	all := container.New(column{gap: 10},
		newProse(sizeText, colorText, plain(
			say.Text("The forecasts were made from 30, 50 and 70% of each series' span, for about a week ahead and for up to 60 days, "+
				"and held against what came. None had seen the series it was tried on: the calibration was fitted on all the others."))),
		newProse(sizeText, colorText, plain(
			say.Text("The score says how far off a forecast was, its range included; lower is better. A single number that is off by %s on average scores %s, one that is off by %s scores %s.",
				offBy(0.1), score(0.1), offBy(0.36), score(0.36)))),
		recordTable(rows),
		newProse(sizeLabel, colorMuted, plain(
			say.Text("Score: the continuous ranked probability score of the logarithm of the total. The others are package forecast 8.20 for R, and two rules of thumb that give no range."))),
		newHeading(say.Text("By kind of series")), kindTable(),
		newProse(sizeText, colorText, plain(say.Text(
			"Where a whole kind was left out of the fit, the score was %s and the range held %s times in 100: for a campaign unlike all of these, take the range as too narrow.",
			score(backtest.ByKind.All.CRPS), phrase.Whole(100*backtest.ByKind.All.Holds)))))
	return all
}

// score returns how far off forecasts were, to two decimals.
func score(v float64) string { return say.Number("%.2f", v) }

// nameOf returns the name of a forecaster that is compared.
func nameOf(name string) string { return say.Text(name) }

// offBy returns an error of a logarithm as a part of the total.
func offBy(score float64) string { return phrase.Percent(math.Expm1(score)) }

// recordTable sets forecasters below each other, with their scores.
func recordTable(rows []backtest.Named) fyne.CanvasObject {
	table := container.New(column{gap: 5}, recordLine(true, say.Text("Forecast by"), say.Text("Score"), say.Text("Range of 8 in 10 held")))
	for i, row := range rows {
		held := say.Text("gives no range")
		if row.All.Holds > 0 {
			held = heldOf(row.All)
		}
		table.Add(widget.NewSeparator())
		table.Add(recordLine(i == 0, phrase.Capital(nameOf(row.Name)), score(row.All.CRPS), held))
	}
	return table
}

func recordLine(bold bool, words ...string) fyne.CanvasObject {
	var cells []fyne.CanvasObject
	for _, w := range words {
		cells = append(cells, newProse(sizeText, colorText, run{w, bold}))
	}
	return container.New(&tabular{first: 0.4, gap: spaceM}, cells...)
}

// kinds names the kinds of series of the record.
var kinds = map[string]say.Key{
	"chg": "change.org petitions, known by milestones", "ks": "Kickstarter campaigns, 2012", "rms": "an open letter, 2021",
	"uk": "UK Parliament petitions", "us": "a White House petition, 2011",
}

// kindTable holds Muster against the last seven days' rate, the rule of thumb
// that is at hand, on each kind of series.
func kindTable() fyne.CanvasObject {
	rule := backtest.Peers[1]
	table := container.New(column{gap: 5}, recordLine(true, say.Text("Series"), say.Text("Forecasts"), say.Text("Score"), phrase.Capital(nameOf(rule.Name))))
	for _, kind := range slices.Sorted(maps.Keys(backtest.BySeries.Kinds)) {
		s := backtest.BySeries.Kinds[kind]
		table.Add(widget.NewSeparator())
		table.Add(recordLine(false, phrase.Capital(kinds[kind].Text()), phrase.Count(int64(s.Cases)),
			score(s.CRPS), score(rule.Kinds[kind].CRPS)))
	}
	return table
}

// heldOf says how often the range held; of a few forecasts, how many times.
func heldOf(s backtest.Score) string {
	if s.Cases < 100 {
		return phrase.OutOf(phrase.Whole(s.Holds*float64(s.Cases)), phrase.Count(int64(s.Cases)))
	}
	return say.Text("%s in 100", phrase.Whole(100*s.Holds))
}

// ownInWords says how forecasts made earlier in the campaign did.
func ownInWords(r backtest.Record) string {
	return say.Count("%s forecasts could have been made in earlier days of it; what came lay within the range of 8 in 10 in %s of them.",
		int64(r.All.Cases), phrase.Count(int64(r.All.Cases)), phrase.Whole(r.All.Holds*float64(r.All.Cases)))
}
