package window

import (
	"slices"

	"muster/app/phrase"
	"muster/app/say"
)

// goal is something that the command palette can find: an action, or a place
// where something is shown.
type goal struct {
	name  string
	kind  string // what it is: Campaign, Threshold
	key   string // its shortcut, as people write it
	about string // searched too
	do    func()
}

// goals returns all that can be found now, actions first, and of those what is
// done most.
func (w *Window) goals() []goal {
	all := w.actionGoals()
	all = append(all, w.campaignGoals()...)
	all = append(all, w.thresholdGoals()...)
	return append(all, w.regionGoals()...)
}

func (w *Window) actionGoals() []goal {
	var all []goal
	actions := w.actions()
	slices.SortStableFunc(actions, func(a, b action) int { return a.menu.rank() - b.menu.rank() })
	for _, a := range actions {
		if a.possible() && (a.on == nil || !a.on()) {
			all = append(all, goal{a.name, a.menu.title(), keyName(a.key), a.about, func() { w.perform(a) }})
		}
	}
	return all
}

func (w *Window) campaignGoals() []goal {
	var all []goal
	for _, c := range w.shell.header.switcher.campaigns {
		if w.desk == nil || c.ID != w.snapshot.Campaign.ID {
			all = append(all, goal{name: c.Name, kind: say.Text("Open campaign"), about: c.Ask, do: func() { w.open(c.ID) }})
		}
	}
	return all
}

func (w *Window) thresholdGoals() []goal {
	var all []goal
	for _, t := range w.snapshot.Campaign.Thresholds {
		all = append(all, goal{name: t.Name, kind: say.Text("Threshold"), about: t.Figure + " " + phrase.Figure(t.Target), do: w.showThresholds})
	}
	return all
}

func (w *Window) regionGoals() []goal {
	var all []goal
	for _, r := range w.snapshot.Standing.ByRegion {
		if r.Name != "" {
			all = append(all, goal{name: r.Name, kind: say.Text("Region"), about: phrase.Count(r.Total),
				do: func() { w.showRegion(r.Name) }})
		}
	}
	return all
}

// showThresholds brings the ladder of the Overview into sight.
func (w *Window) showThresholds() {
	w.shell.navigate("Overview")
	if o, ok := w.shell.front().(*overview); ok {
		o.page.bring(o.rungs)
	}
}

// showRegion brings the lines of a region in the ledger.
func (w *Window) showRegion(name string) {
	w.withLedger(func(l *ledger) { l.find(name) })
}
