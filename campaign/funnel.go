package campaign

// Stage is a step on the way from pledges to people.
type Stage struct {
	Name   StageName
	Total  float64   // of all tiers; of the expected, with the likely walk-ons
	ByTier []float64 // in the order of Turnout.Tiers
}

// StageName says which step it is.
type StageName string

// The stages, in their order. Each is a part of the one before.
const (
	StagePledged  StageName = "pledged"
	StageJoining  StageName = "joining"  // whose condition is met
	StageValid    StageName = "valid"    // that are real
	StageExpected StageName = "expected" // who come at the likely rates
)

// Funnel returns what becomes of the pledges, stage by stage. The stage of
// those who join is left out where no pledge has a condition.
func (t Turnout) Funnel() []Stage {
	stages := []Stage{{Name: StagePledged}, {Name: StageJoining}, {Name: StageValid}, {Name: StageExpected}}
	conditional := false
	for _, tier := range t.Tiers {
		conditional = conditional || tier.JoinsAt > 0
		for i, n := range []float64{float64(tier.Pledges), float64(tier.Counted), tier.Real, tier.Likely} {
			stages[i].Total += n
			stages[i].ByTier = append(stages[i].ByTier, n)
		}
	}
	stages[3].Total = t.Likely
	if !conditional {
		stages = append(stages[:1], stages[2:]...)
	}
	return stages
}

// Informed returns the loosest of the plan's tiers, such as "Keep me informed",
// if it has several: the firmest stands first.
func (c Campaign) Informed() (Tier, bool) {
	if len(c.Tiers) < 2 {
		return Tier{}, false
	}
	return c.Tiers[len(c.Tiers)-1], true
}
