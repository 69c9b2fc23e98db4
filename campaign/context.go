package campaign

// Comparison is a count beside one population.
type Comparison struct {
	Population Population
	Share      Share
	Line       int64 // people, at MassLine of this population
}

// Compare puts a count beside populations, in their order.
func Compare(count int64, populations ...Population) []Comparison {
	var all []Comparison
	for _, p := range populations {
		all = append(all, Comparison{p, Share{count, p.Count}, int64(pieces(float64(p.Count) * MassLine().Value))})
	}
	return all
}

// MassLine returns the 3.5% line, as a fraction of a population.
func MassLine() RuleOfThumb {
	return RuleOfThumb{
		Name: "3.5% line", Value: 0.035, Unit: "of the population",
		Source: "Erica Chenoweth, Questions, Answers, and Some Cautionary Updates Regarding the 3.5% Rule, Carr Center, Harvard Kennedy School, 2020",
	}
}

// MassCaveat is the sentence that belongs beside the 3.5% line.
const MassCaveat = "It describes the past and is no law: it is drawn from campaigns to overthrow governments, most of those " +
	"that succeeded never came near it, and one in Bahrain failed with over 6% of the people."
