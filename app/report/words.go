package report

import (
	"muster/app"
	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
	"muster/campaign/forecast"
)

// definition is a word and what it means, or a title and what it is about.
type definition struct{ word, meaning string }

// definitions returns what the words of a report mean.
func definitions() []definition {
	return []definition{
		{say.Text("Pledge"), say.Text("one person's promise. Only counts are kept, never who pledged.")},
		{say.Text("Update"), say.Text("a line of the ledger: so many added, or what a counter said at a moment. None is ever deleted; a void takes one out of the count and says why.")},
		{say.Text("Region, source, tier"), say.Text("where a pledge comes from, how it came, and how firm it is.")},
		{say.Text("Threshold"), say.Text("a target on a figure, perhaps with a deadline. It is reached at the first moment the target was met, and held while it is met.")},
		{say.Text("Need"), say.Text("how many people must actually be there.")},
		{say.Text("Turnout"), say.Text("how many will be there: pledges, less those that are not valid, times the part who show up, and those who come without having pledged.")},
		{say.Text("Share"), say.Text("a count over a population: 1 in 7 means every seventh person.")},
		{say.Text("Order of magnitude"), say.Text("a factor of ten. Two orders of magnitude short: a hundred times as many are needed.")},
		{say.Text("Doubling"), say.Text("a factor of two. Seven doublings are a factor of 128.")},
		{say.Text("8 in 10"), say.Text("a range that what comes lies within in eight of ten cases: in one of ten it is below, in one above.")},
		{say.Text("Chance"), say.Text("the part of many simulated futures in which something comes about.")},
		{say.Text("Scenario"), say.Text("a named set of changed assumptions, held against the plan on the same futures.")},
		{say.Text("Moment"), say.Text("a dated outside event that may move the count.")},
		{say.Text("Activity"), say.Text("something the team does to gain pledges.")},
	}
}

// methods returns how the figures were worked out, in plain words.
func methods(d app.Dossier) []definition {
	all := []definition{{say.Text("The count"), say.Text("Every figure follows from the plan and the updates in the ledger. Within one region, source and tier a reading sets the total and an added count changes it; totals are sums over these. Neither the order in which updates arrive nor their repetition changes anything.")}}
	if d.Forecast != nil {
		all = append(all, definition{say.Text("The forecast"), say.Text(forecast.Method)})
	}
	all = append(all, definition{say.Text("The turnout"), say.Text("The day is simulated %s times. Each time every tier has one show rate for all who pledged in it, drawn from its range, each valid pledge comes or not with that chance, and the walk-ons are drawn from theirs. The range of 8 in 10, the chance of the need and the pledges needed are read from these draws, which are the same every time.", phrase.Count(campaign.Draws))})
	if d.Compared != nil {
		all = append(all, definition{say.Text("The scenarios"), say.Text("Each scenario changes the plan, and the same futures of the count as in the forecast, so that two of them differ by what was changed and not by luck.")})
	}
	updates := int64(d.Standing.Updates)
	return append(all, definition{say.Text("The data"), say.Text("This report was made from the plan and %s. Whoever has the same plan and the same updates gets the same report, and the same number below it (a SHA-256 over the plan and all updates in order of time).",
		say.Count("%s updates", updates, phrase.Count(updates)))})
}
