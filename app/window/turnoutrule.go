package window

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
)

// ruleEditor shows one rule of thumb, and puts the plan's own in its place.
type ruleEditor struct {
	widget.BaseWidget
	rule    campaign.RuleOfThumb
	mark    *mark
	says    *prose
	value   *entry
	source  *entry
	field   *field
	back    *fyne.Container
	save    planChange
	content *fyne.Container
}

func newRuleEditor(save planChange) *ruleEditor {
	e := &ruleEditor{save: save, mark: newMark(""), says: newProse(sizeLabel, colorMuted), value: newEntry(), source: newEntry()}
	e.source.SetPlaceHolder(say.Text("Who says so"))
	for _, entry := range []*entry{e.value, e.source} {
		entry.OnSubmitted = func(string) { e.keep() }
	}
	inputs := container.New(&flow{gap: spaceS, rooms: []room{{70, 1}, {120, 2.2}, {64, 0}}},
		e.value, e.source, newButton(say.Text("Save"), e.keep))
	e.field = newField(say.Text("Your own value, and its source"), inputs)
	e.back = container.New(beside{}, newButton(say.Text("Back to the built-in rule"), e.restore))
	e.content = container.New(column{gap: 6}, container.New(column{gap: 2}, e.says, container.New(beside{}, e.mark)), e.field, e.back)
	e.ExtendBaseWidget(e)
	return e
}

// show shows a rule. What is being typed stays while the rule does.
func (e *ruleEditor) show(r campaign.RuleOfThumb) {
	if r == e.rule {
		return
	}
	e.rule = r
	own := !slices.Contains(campaign.BuiltInRules(), r)
	e.says.set(run{words: phrase.Rule(r), bold: true}, plain(sourced(r.Source)))
	setDefault(e.mark, !own, phrase.RuleValue(r), r.Source)
	e.back.Hidden = !own
	e.value.SetPlaceHolder(phrase.RuleFigure(r))
	e.value.SetText("")
	e.source.SetText("")
	if own {
		e.value.SetText(phrase.RuleFigure(r))
		e.source.SetText(r.Source)
	}
	e.field.say("", "")
}

// sourced returns a source behind what it is the source of.
func sourced(source string) string {
	if source == "" {
		return say.Text(". No source is given.")
	}
	return ": " + phrase.FullStop(source)
}

// keep puts what is typed into the plan.
func (e *ruleEditor) keep() {
	value, err := targetOf(strings.TrimSpace(e.value.Text))
	if strings.TrimSpace(e.value.Text) == "" {
		e.complain(say.Text("Type a value first."))
		return
	}
	if err != nil {
		e.complain(phrase.Sentence(err))
		return
	}
	own := campaign.RuleOfThumb{Name: e.rule.Name, Value: value, Source: strings.TrimSpace(e.source.Text)}
	e.save(say.Text("%s is now the plan's own.", phrase.Built(e.rule.Name)), func(c *campaign.Campaign) {
		c.RulesOfThumb = append(without(c.RulesOfThumb, own.Name), own)
	}, e.refuse)
}

// restore takes the plan's own rule out.
func (e *ruleEditor) restore() {
	name := e.rule.Name
	e.save(say.Text("%s is the built-in rule again.", phrase.Built(name)), func(c *campaign.Campaign) {
		c.RulesOfThumb = without(c.RulesOfThumb, name)
	}, e.refuse)
}

// without returns a copy of the rules that lacks one.
func without(rules []campaign.RuleOfThumb, name string) []campaign.RuleOfThumb {
	return slices.DeleteFunc(slices.Clone(rules), func(r campaign.RuleOfThumb) bool { return strings.EqualFold(r.Name, name) })
}

func (e *ruleEditor) refuse(err error) { e.complain(refusal(err)) }

func (e *ruleEditor) complain(why string) {
	e.field.say(why, "")
	e.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (e *ruleEditor) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(e.content)
}
