package campaign

// BaseRate is how many petitions of one kind reached a target: what to expect
// before anything is known of a campaign itself.
type BaseRate struct {
	Kind    string // such as "UK petitions that had passed 10,000"
	Years   string // that they began in
	Target  float64
	Of      int64 // petitions in all
	Reached int64 // of them
	Open    int64 // that may still reach it; 0 if none
	// ReachedClosed is how many reached it of those that are not open.
	ReachedClosed int64
	Source        string
}

// comparableBy is how many times larger or smaller a target may be for a base
// rate to say something about it.
const comparableBy = 2

// BaseRates returns the base rates that are known. The White House raised its
// threshold twice; each petition counts under the one it was held against.
func BaseRates() []BaseRate {
	const uk = "UK Parliament petitions, petition.parliament.uk"
	const us = "We the People, petitions.whitehouse.gov"
	return []BaseRate{
		{"UK petitions that had passed 10,000", "2011 to 2026", 100_000, 2605, 449, 379, 370, uk},
		{"White House petitions", "2011 to 2013", 5_000, 186, 81, 0, 81, us},
		{"White House petitions", "2011 to 2013", 25_000, 1120, 101, 0, 101, us},
		{"White House petitions", "2011 to 2013", 100_000, 634, 11, 0, 11, us},
	}
}

// BaseRatesFor returns the base rates of comparable targets: no more than twice
// or half as large. There may be none.
func BaseRatesFor(target float64) []BaseRate {
	var rates []BaseRate
	for _, r := range BaseRates() {
		if target <= comparableBy*r.Target && r.Target <= comparableBy*target {
			rates = append(rates, r)
		}
	}
	return rates
}

// Closed returns how many petitions of the kind are not open any more.
func (r BaseRate) Closed() int64 { return r.Of - r.Open }
