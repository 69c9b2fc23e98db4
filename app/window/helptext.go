package window

import "muster/app/say"

// explanation is what the help says about a screen.
type explanation struct {
	shows string
	steps []string    // what can be done there
	words []string    // that it uses, keys of meanings
	keys  [][2]string // beyond those of the actions: the key, and what it does
}

// explanationOf returns what the help says about the screen of a name.
func explanationOf(name string) explanation {
	switch name {
	case "Overview":
		return explainOverview()
	case "Pledges":
		return explainPledges()
	case "Plan":
		return explainPlan()
	case "Turnout":
		return explainTurnout()
	case "Forecast":
		return explainForecast()
	case "Scenarios":
		return explainScenarios()
	case "Timeline":
		return explainTimeline()
	case "Reports":
		return explainReports()
	case "Sharing":
		return explainSharing()
	}
	return explanation{}
}

func explainOverview() explanation {
	return explanation{
		shows: say.Text("How far the campaign is from its next threshold: the count, the gap in words, what share of a population that is, and how the count has grown."),
		steps: []string{
			say.Text("Press a small mark, such as “stated” or “assumed”, to see on what ground a figure stands."),
			say.Text("Point at the chart to read a day, drag over it to look closer, double-click to see all of it, right-click to save it as a picture."),
			say.Text("The switch above the chart changes between equal steps and powers of ten."),
			say.Text("Choose a past day in the header, and every screen shows that day."),
		},
		words: []string{"threshold", "share", "gap", "standing"},
		keys:  chartKeys(),
	}
}

// chartKeys are those of a chart that has the focus.
func chartKeys() [][2]string {
	return [][2]string{
		{"←→", say.Text("on a chart: the day before or after")},
		{"↑ ↓", say.Text("on a chart: further on or back")},
		{"+ − 0", say.Text("on a chart: closer, further away, all of it")},
	}
}

func explainPledges() explanation {
	return explanation{
		shows: say.Text("A form to enter a count in a few seconds, and the ledger of all updates, the newest first."),
		steps: []string{
			say.Text("Type how many are new and press Enter. Region, source and tier stay for the next count."),
			say.Text("Choose “total” where a counter elsewhere says how many there are by now: that is a reading."),
			say.Text("A wrong line is voided with a reason, never deleted. It can be brought back."),
			say.Text("Counts that were kept elsewhere come in from a file: drop it on the window. You see what it would do first."),
		},
		words: []string{"update", "reading", "void", "ledger", "region", "source", "tier"},
		keys: [][2]string{
			{say.Text("Enter"), say.Text("in the form: records the count")},
			{"↑ ↓", say.Text("in the ledger: the line above or below")},
			{say.Text("Enter"), say.Text("in the ledger: voids the line or brings it back")},
		},
	}
}

func explainPlan() explanation {
	return explanation{
		shows: say.Text("The campaign itself: what is asked, of whom, by when, and how much support is enough. What you type is checked at once, and saved when you say so."),
		steps: []string{
			say.Text("Give each threshold a figure to reach, and a deadline if it has one."),
			say.Text("Choose a population for the share, with its year and source."),
			say.Text("Say of every figure whether it is stated, derived or assumed, and on what ground."),
		},
		words: []string{"campaign", "threshold", "need", "measure", "share", "tier"},
		keys:  [][2]string{{say.Text("Enter"), say.Text("in a field: saves the plan")}},
	}
}

func explainTurnout() explanation {
	return explanation{
		shows: say.Text("How many will be there on the day if so many have pledged, how sure that is, and how many pledges it takes to be sure enough."),
		steps: []string{
			say.Text("Open “How is this worked out?” to follow a figure step by step."),
			say.Text("Change the show rate, and see what follows before you save it."),
			say.Text("After the event, enter how many came: the next campaign learns from it."),
		},
		words: []string{"turnout", "need", "tier"},
	}
}

func explainForecast() explanation {
	return explanation{
		shows: say.Text("Where the count may go from here: a range of totals for every day, the chance of each threshold by its deadline, and the range of dates on which it may be reached."),
		steps: []string{
			say.Text("Point at the fan, or move with the arrow keys, to read a day."),
			say.Text("Look at how good past forecasts were before you trust this one."),
			say.Text("With too little data the forecast is refused, and says what is missing."),
		},
		words: []string{"forecast", "threshold", "moment"},
		keys:  chartKeys(),
	}
}

func explainScenarios() explanation {
	return explanation{
		shows: say.Text("What if: named sets of changed assumptions beside the plan, worked out on the same futures, so that only the change makes the difference."),
		steps: []string{
			say.Text("Drag the sliders: the answers follow. Keep what you find as a scenario."),
			say.Text("Write a scenario down to change all else: place, date, population, thresholds, show rates, moments, activities, a ladder of marches."),
			say.Text("Compare the scenarios with the plan: an arrow says what is more or less, later or sooner."),
			say.Text("See what would give a chance of 80%, and put it into the sliders."),
			say.Text("Look at which assumption moves the result most: that is the one to find out more about."),
		},
		words: []string{"scenario", "forecast", "activity"},
		keys:  [][2]string{{"←→", say.Text("on a slider: a little less or more")}},
	}
}

func explainTimeline() explanation {
	return explanation{
		shows: say.Text("What has happened and what is planned, on one line of time: moments outside the campaign, and activities of your own."),
		steps: []string{
			say.Text("Enter an activity with its date, owner, cost and expected yield."),
			say.Text("Enter a moment, such as a publication, to see whether the count moved with it."),
			say.Text("Save the timeline as a calendar for other programs."),
		},
		words: []string{"moment", "activity"},
	}
}

func explainReports() explanation {
	return explanation{
		shows: say.Text("The campaign on paper: a page to read, a workbook to calculate with, a list of all updates, or a picture."),
		steps: []string{
			say.Text("Choose what is needed, look at it, and save it. A file of the same name stays whole until the new one is complete."),
			say.Text("Change an assumption in the workbook, and its sheets follow."),
		},
		words: []string{"standing", "share", "gap"},
	}
}

func explainSharing() explanation {
	return explanation{
		shows: say.Text("How updates go to other computers and come from them: as packs or by a shared folder, whose devices they are, and what of them cannot be believed."),
		steps: []string{
			say.Text("Make a pack and send it as you like, or name somebody: each pack then begins where the last one ended."),
			say.Text("Drop a pack on the window to merge it. You see what it would do first, and merging it twice changes nothing."),
			say.Text("Choose a folder that a service or a network drive keeps the same on several computers: what one person enters, the others see."),
			say.Text("Accept the devices that you know by their fingerprint: what they sign shows as verified."),
		},
		words: []string{"pack", "device", "quarantine", "update", "ledger"},
	}
}

// meaning returns a word and what it means here. One word is used for one
// thing, on every screen and on paper.
func meaning(word string) (name, means string) {
	m, ok := map[string]func() [2]string{
		"campaign": func() [2]string {
			return [2]string{say.Text("Campaign"), say.Text("the plan: what is asked, of whom, where, by when, and how much support is enough.")}
		},
		"measure": func() [2]string {
			return [2]string{say.Text("Measure"), say.Text("something that is counted over time. Pledges always are; others are yours to name.")}
		},
		"update": func() [2]string {
			return [2]string{say.Text("Update"), say.Text("one line of the ledger: so many added, or a reading, with where it comes from and who entered it.")}
		},
		"reading": func() [2]string {
			return [2]string{say.Text("Reading"), say.Text("what a counter said at a moment. It sets the total; what is added later counts on from it.")}
		},
		"void": func() [2]string {
			return [2]string{say.Text("Void"), say.Text("an update that takes another out of the count, with a reason. Nothing is ever deleted.")}
		},
		"ledger": func() [2]string { return [2]string{say.Text("Ledger"), say.Text("all updates of a campaign.")} },
		"region": func() [2]string {
			return [2]string{say.Text("Region"), say.Text("where a pledge comes from, such as Ohio.")}
		},
		"source": func() [2]string {
			return [2]string{say.Text("Source"), say.Text("how a pledge came, such as the website or a stall.")}
		},
		"tier": func() [2]string {
			return [2]string{say.Text("Tier"), say.Text("how firm a pledge is, such as committed.")}
		},
		"standing": func() [2]string {
			return [2]string{say.Text("Standing"), say.Text("where the campaign is at a moment: all that follows from the plan and the ledger.")}
		},
		"threshold": func() [2]string {
			return [2]string{say.Text("Threshold"), say.Text("a figure to reach, perhaps by a deadline, perhaps with a condition on regions.")}
		},
		"need": func() [2]string {
			return [2]string{say.Text("Need"), say.Text("how many people must actually be there.")}
		},
		"turnout": func() [2]string {
			return [2]string{say.Text("Turnout"), say.Text("how many will be there: those of the pledges that are valid and show up, and those who just come.")}
		},
		"share": func() [2]string {
			return [2]string{say.Text("Share"), say.Text("a count over a population, such as 1 in 7 of a city.")}
		},
		"gap": func() [2]string {
			return [2]string{say.Text("Gap"), say.Text("what is missing: as a number, in orders of magnitude (times ten), and in doublings.")}
		},
		"forecast": func() [2]string {
			return [2]string{say.Text("Forecast"), say.Text("a range of totals with chances, never one number.")}
		},
		"scenario": func() [2]string {
			return [2]string{say.Text("Scenario"), say.Text("a named set of changed assumptions, compared with the plan.")}
		},
		"moment": func() [2]string {
			return [2]string{say.Text("Moment"), say.Text("a dated event outside the campaign that may move the count.")}
		},
		"pack": func() [2]string {
			return [2]string{say.Text("Pack"), say.Text("a file with updates and the plan, to be merged into another copy of the campaign.")}
		},
		"device": func() [2]string {
			return [2]string{say.Text("Device"), say.Text("a computer with a data folder of its own. It signs what is entered on it; its fingerprint tells it from others.")}
		},
		"quarantine": func() [2]string {
			return [2]string{say.Text("Quarantine"), say.Text("what came and cannot be believed, such as with a wrong signature. It is kept and shown, never counted.")}
		},
		"activity": func() [2]string {
			return [2]string{say.Text("Activity"), say.Text("something you plan to do to gain pledges.")}
		},
	}[word]
	if !ok {
		return "", ""
	}
	both := m()
	return both[0], both[1]
}
