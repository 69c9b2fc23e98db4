package window

import (
	"strings"

	"muster/app/phrase"
	"muster/campaign"
)

// figureName is how a figure that a threshold can be on is called on screen.
type figureName struct{ figure, word string }

// figures returns the figures that there are in the plan.
func (p *plan) figures() []figureName {
	return append([]figureName{
		{campaign.FigurePledges, phrase.FigureName(campaign.FigurePledges)},
		{campaign.FigureTurnout, phrase.FigureName(campaign.FigureTurnout)},
		{campaign.FigureShare, phrase.FigureName(campaign.FigureShare)},
	}, p.names(listMeasures, namesOf(p.saved.Measures, measureName))...)
}

// names returns what the rows of a list are called now, by their saved name;
// while one is being typed anew it may be empty.
func (p *plan) names(list string, saved []string) []figureName {
	var names []figureName
	l := p.listOf(list)
	if l == nil {
		return nil
	}
	for _, row := range l.rows {
		word := strings.TrimSpace(row.cells[0].get())
		switch {
		case row.was >= 0 && row.was < len(saved):
			names = append(names, figureName{saved[row.was], word})
		case word != "":
			names = append(names, figureName{word, word})
		}
	}
	return names
}

// listOf returns the list of a name, nil while there is none.
func (p *plan) listOf(name string) *planList {
	for _, l := range p.lists {
		if l.list == name {
			return l
		}
	}
	return nil
}

// listed reports whether a list has rows.
func (p *plan) listed(name string) bool {
	l := p.listOf(name)
	return l != nil && len(l.rows) > 0
}
