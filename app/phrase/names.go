package phrase

import (
	"muster/app/say"
	"muster/campaign"
)

// Mark returns the word that a figure is marked with: stated, derived, assumed
// or default.
func Mark(kind campaign.MarkKind) string {
	switch kind {
	case campaign.Stated:
		return say.Text("stated")
	case campaign.Derived:
		return say.Text("derived")
	case campaign.Assumed:
		return say.Text("assumed")
	case "default":
		return say.Text("default")
	}
	return string(kind)
}

// Stage returns the name of a stage on the way from pledges to people.
func Stage(name campaign.StageName) string {
	switch name {
	case campaign.StagePledged:
		return say.Text("pledged")
	case campaign.StageJoining:
		return say.Text("joining")
	case campaign.StageValid:
		return say.Text("valid")
	case campaign.StageExpected:
		return say.Text("expected")
	}
	return string(name)
}

// MomentKind returns what kind of moment something is.
func MomentKind(kind campaign.MomentKind) string {
	switch kind {
	case campaign.Evidence:
		return say.Text("evidence")
	case campaign.Argument:
		return say.Text("argument")
	case campaign.News:
		return say.Text("news")
	case campaign.Ours:
		return say.Text("ours")
	}
	return string(kind)
}

// Measure returns the name of a measure; that of pledges is ours.
func Measure(name string) string {
	if name == campaign.Pledges {
		return say.Text("Pledges")
	}
	return name
}

// FigureName returns the name of a figure that a threshold can be on.
func FigureName(figure string) string {
	switch figure {
	case campaign.FigurePledges:
		return say.Text("Pledges")
	case campaign.FigureTurnout:
		return say.Text("Turnout")
	case campaign.FigureShare:
		return say.Text("Share of population")
	}
	return figure
}

// Quoted returns a name in quotation marks.
func Quoted(name string) string { return say.Text("“%s”", name) }

// Named returns something of another: Show rate of Committed, 1% of 100,000.
func Named(what, of string) string { return say.Text("%[1]s of %[2]s", what, of) }

// OutOf returns how much there is of what there should be: 12 of 60.
func OutOf(now, target string) string { return say.Text("%s of %s", now, target) }
