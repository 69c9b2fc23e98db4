package window

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
)

// withScenario returns a plan with a scenario in the place of that of a name, or
// at the end if there is none, and its place. A mark follows its name as long as
// nothing else changes.
func withScenario(c campaign.Campaign, name string, s campaign.Scenario) (campaign.Campaign, int) {
	c.Scenarios = slices.Clone(c.Scenarios)
	at := slices.IndexFunc(c.Scenarios, func(is campaign.Scenario) bool { return is.Name == name && name != "" })
	if at < 0 {
		c.Scenarios = append(c.Scenarios, s)
		return c, len(c.Scenarios) - 1
	}
	was := c.Scenarios[at]
	c.Scenarios[at] = s
	mark, marked := c.Marks[scenarioMark+was.Name]
	c.Marks = maps.Clone(c.Marks)
	delete(c.Marks, scenarioMark+was.Name)
	if was.Name = s.Name; marked && fmt.Sprint(was) == fmt.Sprint(s) {
		c.Marks[scenarioMark+s.Name] = mark
	}
	return c, at
}

// scenarioMark begins the path of a scenario's mark.
const scenarioMark = "scenarios."

// withoutScenario returns a plan without the scenario of a name.
func withoutScenario(c campaign.Campaign, name string) campaign.Campaign {
	c.Scenarios = slices.DeleteFunc(slices.Clone(c.Scenarios), func(s campaign.Scenario) bool { return s.Name == name })
	c.Marks = maps.Clone(c.Marks)
	delete(c.Marks, scenarioMark+name)
	return c
}

// scenarioProblems returns what is wrong with the i-th scenario of a plan, by
// paths within it.
func scenarioProblems(err error, i int) campaign.Problems {
	var all, own campaign.Problems
	if errors.As(err, &all) {
		for _, p := range all {
			if path, ok := strings.CutPrefix(p.Path, fmt.Sprintf("scenarios[%d].", i)); ok {
				own = append(own, campaign.Problem{Path: path, Why: p.Why})
			}
		}
	}
	return own
}

// freeName returns a name that no scenario of a plan has.
func freeName(c campaign.Campaign, name string) string {
	free := name
	for n := 2; ; n++ {
		if _, taken := c.Scenario(free); !taken {
			return free
		}
		free = fmt.Sprintf("%s (%d)", name, n)
	}
}

// duplicate adds a copy of a scenario under a name of its own.
func (s *scenarios) duplicate(sc campaign.Scenario) {
	s.w.changePlan(say.Text("“%s” is copied.", sc.Name), func(c *campaign.Campaign) {
		copied := sc
		copied.Name = freeName(*c, say.Text("Copy of %s", sc.Name))
		*c, _ = withScenario(*c, "", copied)
	}, s.told)
}

// remove takes a scenario out of the plan; the toast brings it back.
func (s *scenarios) remove(sc campaign.Scenario) {
	s.w.changePlan(say.Text("“%s” is removed.", sc.Name), func(c *campaign.Campaign) {
		*c = withoutScenario(*c, sc.Name)
	}, s.told)
}

// told shows why the plan was not changed.
func (s *scenarios) told(err error) {
	if err != nil {
		s.w.fail(err)
	}
}

// naming asks for the name that what is tried is kept under.
type naming struct {
	s     *scenarios
	of    campaign.Scenario
	name  *planInput
	popup *widget.PopUp
}

// keepTrial keeps what is tried as a scenario, under a name that is asked for.
func (s *scenarios) keepTrial(sc campaign.Scenario) {
	k := &naming{s: s, of: sc}
	e := newEntry()
	e.SetPlaceHolder(say.Text("Such as Twice as fast"))
	k.name = typedInput(say.Text("Name"), e, &e.Entry, func() {}, k.submit)
	k.name.set(sc.Name)
	k.name.say("", changesOf(sc))
	title := newText(say.Text("Keep as scenario"), sizeTitle, colorText)
	title.style.Bold = true
	buttons := container.New(beside{gap: spaceS}, newMainButton(say.Text("Keep"), k.submit), newButton(say.Text("Cancel"), func() { k.popup.Hide() }))
	k.popup = s.w.lay(container.New(column{gap: spaceM}, title, k.name.field, buttons), 420)
	s.w.Canvas().Focus(k.name.focus)
}

// submit keeps the scenario, or says what is wrong with its name. Under the name
// that it started from it takes that one's place.
func (k *naming) submit() {
	kept := k.of
	kept.Name = strings.TrimSpace(k.name.get())
	at, instead := 0, ""
	if strings.EqualFold(kept.Name, k.of.Name) {
		instead = k.of.Name
	}
	k.s.w.changePlan(say.Text("“%s” is kept.", kept.Name), func(c *campaign.Campaign) {
		*c, at = withScenario(*c, instead, kept)
	}, func(err error) {
		if err == nil {
			k.popup.Hide()
			k.s.trial.start(campaign.Scenario{})
			k.s.Refresh()
			return
		}
		why := phrase.Sentence(err)
		if own := scenarioProblems(err, at); len(own) > 0 {
			why = atField(own[0].Why)
		}
		k.name.say(why, "")
		fit(k.popup)
	})
}

// keep implements keeper: it saves the form, or else keeps what is tried.
func (s *scenarios) keep() {
	switch {
	case s.form != nil:
		s.form.submit()
	case !s.trial.keep.Disabled():
		s.keepTrial(s.trial.scenario())
	}
}
