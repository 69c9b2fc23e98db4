package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"muster/app"
	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
	"muster/campaign/scenario"
)

// besideCard is the plan and its scenarios side by side.
type besideCard struct {
	cardPart
	acts  scenarioActs
	title *text
	none  *prose // while there is no scenario
	why   *prose // why there are no chances
	table *sideBySide
	key   *fyne.Container
}

// scenarioActs is what can be done with a scenario.
type scenarioActs struct {
	add                          func()
	try, edit, duplicate, remove func(campaign.Scenario)
}

func newBesideCard(acts scenarioActs, pass func(*fyne.ScrollEvent)) *besideCard {
	c := &besideCard{acts: acts, title: newCardTitle(""), table: newSideBySide(pass),
		none: newProse(sizeText, colorMuted, plain(say.Text("There is no scenario yet. Move the sliders and keep what you find, or write one down: another place, date or need, more growth, a moment, a ladder of marches."))),
		why:  newProse(sizeText, colorMuted)}
	c.key = container.New(beside{gap: spaceXS}, newText(say.Text("Other than the plan:"), sizeLabel, colorMuted))
	for _, mark := range []struct {
		glyph glyph
		words string
	}{{glyphMore, say.Text("more, or later")}, {glyphLess, say.Text("less, or sooner")}, {glyphOther, say.Text("another")}} {
		c.key.Add(container.New(padded{left: spaceS}, newDrawing(mark.glyph, colorAccent, 12)))
		c.key.Add(newText(mark.words, sizeLabel, colorMuted))
	}
	head := container.New(ends{gap: spaceM}, c.title, newMainButton(say.Text("New scenario"), acts.add))
	c.Container = newCard(container.New(column{gap: 12}, head, c.none, c.why, c.table, c.key))
	return c
}

// show shows other outcomes, the plan's first.
func (c *besideCard) show(of *app.Comparison) {
	n := len(of.Outcomes) - 1
	c.title.set(say.Text("The plan and its scenarios side by side"))
	c.none.Hidden, c.key.Hidden = n > 0, n == 0
	if n == 0 {
		c.title.set(say.Text("The plan as it is"))
	}
	c.why.Hidden = of.NoForecast == nil
	if of.NoForecast != nil {
		c.why.set(plain(say.Text("There is no forecast, so there are no chances and no likely dates. %s", phrase.Sentence(of.NoForecast))))
	}
	rows := [][]fyne.CanvasObject{c.heads(of), changesRow(of.Outcomes)}
	if n == 0 {
		rows = rows[:1]
	}
	within := make([]bool, len(rows)) // what is about the same threshold is not divided
	for _, row := range phrase.SideBySide(of.Outcomes, of.Zone) {
		rows, within = append(rows, cellsOf(row)), append(within, row.Of != "" && !row.Opens)
	}
	c.table.set(rows, within)
}

// heads is the row of names, with what can be done with each.
func (c *besideCard) heads(of *app.Comparison) []fyne.CanvasObject {
	row := []fyne.CanvasObject{newText("", sizeText, colorText)}
	for i, o := range of.Outcomes {
		s := o.Scenario
		name := newProse(sizeGap, colorText, run{words: phrase.ScenarioName(s), bold: true})
		if i == 0 {
			row = append(row, name)
			continue
		}
		mark := newMark("")
		mark.set(of.Basis.Plan.Marks, "scenarios."+s.Name, "scenarios")
		row = append(row, container.New(column{gap: spaceXS}, name, container.New(beside{}, mark), c.tools(s)))
	}
	return row
}

// tools are the buttons of a scenario.
func (c *besideCard) tools(s campaign.Scenario) fyne.CanvasObject {
	try := container.NewStack(newSurface(8), makeButton(say.Text("Try"), widget.LowImportance, func() { c.acts.try(s) }))
	return inRows(0, try,
		newIconButton(theme.DocumentCreateIcon(), say.Text("Edit %s", s.Name), func() { c.acts.edit(s) }),
		newIconButton(theme.ContentCopyIcon(), say.Text("Duplicate %s", s.Name), func() { c.acts.duplicate(s) }),
		newIconButton(theme.DeleteIcon(), say.Text("Delete %s", s.Name), func() { c.acts.remove(s) }))
}

// changesRow says in words what each scenario changes.
func changesRow(outcomes []scenario.Outcome) []fyne.CanvasObject {
	row := []fyne.CanvasObject{newLabel(say.Text("What changes"), false)}
	for _, o := range outcomes {
		lines := container.New(column{gap: 2})
		for _, change := range phrase.Changes(o.Scenario) {
			lines.Add(newProse(sizeLabel, colorText, plain(phrase.Capital(change))))
		}
		if len(lines.Objects) == 0 {
			lines.Add(newProse(sizeLabel, colorMuted, plain("–")))
		}
		row = append(row, lines)
	}
	return row
}

// cellsOf returns a row of the table: what differs from the plan is bold, with
// an arrow.
func cellsOf(row phrase.Row) []fyne.CanvasObject {
	cells := []fyne.CanvasObject{newLabel(row.Name, row.Opens)}
	for i, cell := range row.Cells {
		how := same
		if i > 0 {
			how = orderOf(cell, row.Cells[0])
		}
		words := run{words: cell.Words, bold: how != same || row.Answer == phrase.AnswerChance}
		if cell.Words == "" {
			words.words = "–"
		}
		arrow := newDrawing(how.glyph(), colorAccent, 12)
		arrow.Hidden = how == same
		lines := container.New(column{gap: 0}, container.New(&indent{by: 16}, arrow, newProse(sizeText, colorText, words)))
		if cell.Range != "" {
			lines.Add(newProse(sizeLabel, colorMuted, plain(cell.Range)))
		}
		cells = append(cells, lines)
	}
	return cells
}

// newLabel returns the name of a row.
func newLabel(words string, opens bool) *prose {
	if opens {
		return newProse(sizeText, colorText, run{words: words, bold: true})
	}
	return newProse(sizeLabel, colorMuted, plain(phrase.Capital(words)))
}
