package phrase

import (
	"math"
	"slices"
	"time"

	"muster/app/say"
	"muster/campaign"
	"muster/campaign/scenario"
)

// Row is one line of scenarios side by side.
type Row struct {
	Name   string
	Of     string // the threshold that it is about; empty for the scenario as a whole
	Opens  bool   // the first line about that threshold
	Answer Answer
	Cells  []Cell // one an outcome
}

// Answer is what a line answers.
type Answer int

// What a line may answer. Lines without an answer say what is assumed.
const (
	NoAnswer     Answer = iota
	AnswerChance        // how likely a threshold is
	AnswerDate          // when it may be reached
	AnswerWhole         // what it comes to
)

// Cell is what a row says of one outcome.
type Cell struct {
	Words string  // empty where there is nothing to say
	Range string  // how uncertain that is, where the words do not say it
	Value float64 // which of two is more
}

// rows are being put together.
type rows struct {
	outcomes []scenario.Outcome
	zone     *time.Location
	all      []Row
}

// add adds a line, unless it says nothing of any outcome.
func (r *rows) add(row Row, cell func(o scenario.Outcome) Cell) {
	told := false
	for _, o := range r.outcomes {
		c := cell(o)
		told = told || c.Words != ""
		row.Cells = append(row.Cells, c)
	}
	if told {
		r.all = append(r.all, row)
	}
}

// SideBySide returns what there is to say of some outcomes of one basis, the
// plan's first. Lines that say nothing of any are left out.
func SideBySide(outcomes []scenario.Outcome, zone *time.Location) []Row {
	r := &rows{outcomes: outcomes, zone: zone}
	r.add(Row{Name: say.Text("Place")}, func(o scenario.Outcome) Cell { return Cell{Words: o.Plan.Event.Place} })
	r.add(Row{Name: say.Text("Needed there")}, func(o scenario.Outcome) Cell {
		return Cell{Words: OfPopulation(o.Plan.Need, o.Plan.Population), Value: float64(o.Plan.Need)}
	})
	r.add(Row{Name: say.Text("Deadline")}, func(o scenario.Outcome) Cell {
		return Cell{Words: Day(o.Plan.Deadline), Value: float64(o.Plan.Deadline)}
	})
	for _, name := range thresholdNames(outcomes) {
		r.threshold(name)
	}
	r.add(Row{Name: pledgesRow(outcomes), Answer: AnswerWhole}, func(o scenario.Outcome) Cell {
		return Cell{Words: Between(o.Pledges.P10, o.Pledges.P90), Value: o.Pledges.P50}
	})
	r.add(Row{Name: say.Text("People there (8 in 10)"), Answer: AnswerWhole}, func(o scenario.Outcome) Cell {
		c := Cell{Words: Between(o.Turnout.Expected.P10, o.Turnout.Expected.P90), Value: o.Turnout.Expected.P50}
		if o.Futures == nil && o.Today.Expected.P90 == 0 {
			c.Range = Capital(Waiting(o.Today.Cascade))
		}
		return c
	})
	r.add(Row{Name: say.Text("Chance of the need"), Answer: AnswerWhole}, func(o scenario.Outcome) Cell {
		return Cell{Words: NeedChance(o), Value: o.Turnout.Chance}
	})
	r.add(Row{Name: say.Text("Pledges needed"), Answer: AnswerWhole}, func(o scenario.Outcome) Cell {
		return Cell{Words: PledgesNeeded(o), Value: neededValue(o)}
	})
	return r.all
}

// threshold adds the lines about a threshold.
func (r *rows) threshold(name string) {
	add := func(row Row, cell func(scenario.Outcome, scenario.Threshold) Cell) {
		row.Of = name
		r.add(row, func(o scenario.Outcome) Cell {
			for _, t := range o.Thresholds {
				if t.Name == name {
					return cell(o, t)
				}
			}
			return Cell{}
		})
	}
	if reached(r.outcomes, name) {
		add(Row{Name: name, Opens: true}, func(_ scenario.Outcome, t scenario.Threshold) Cell {
			return Cell{Words: say.Text("reached: %s", Whole(t.Pledges)), Value: t.Pledges}
		})
		return
	}
	add(Row{Name: name, Opens: true}, func(_ scenario.Outcome, t scenario.Threshold) Cell {
		return Cell{Words: say.Count("%s pledges", int64(math.Ceil(t.Pledges)), Whole(t.Pledges)), Value: t.Pledges}
	})
	add(Row{Name: say.Text("chance by its deadline"), Answer: AnswerChance}, func(_ scenario.Outcome, t scenario.Threshold) Cell {
		return Cell{Words: ChanceOf(t), Value: t.Chance}
	})
	add(Row{Name: say.Text("even chance by"), Answer: AnswerDate}, func(o scenario.Outcome, t scenario.Threshold) Cell {
		return Cell{Words: EvenChance(o, t, r.zone), Range: EvenRange(o, t, r.zone), Value: dayValue(t.Dates.P50)}
	})
	add(Row{Name: say.Text("short of it now")}, func(_ scenario.Outcome, t scenario.Threshold) Cell {
		return Cell{Words: Whole(t.Short), Value: t.Short}
	})
}

// reached reports whether every outcome that has a threshold has it reached.
func reached(outcomes []scenario.Outcome, name string) bool {
	for _, o := range outcomes {
		for _, t := range o.Thresholds {
			if t.Name == name && t.Short > 0 {
				return false
			}
		}
	}
	return true
}

// thresholdNames returns those of all outcomes, the plan's first.
func thresholdNames(outcomes []scenario.Outcome) []string {
	var names []string
	for _, o := range outcomes {
		for _, t := range o.Thresholds {
			if !slices.Contains(names, t.Name) {
				names = append(names, t.Name)
			}
		}
	}
	return names
}

func pledgesRow(outcomes []scenario.Outcome) string {
	if len(outcomes) > 0 && outcomes[0].Futures == nil {
		return say.Text("Pledges now")
	}
	return say.Text("Pledges by then (8 in 10)")
}

// ChanceOf returns the chance of a threshold by its deadline; empty where none
// can be said.
func ChanceOf(t scenario.Threshold) string {
	if !t.HasChance {
		return ""
	}
	return Chance(t.Chance)
}

// EvenChance returns the day by which a threshold is as likely reached as not;
// empty without a forecast.
func EvenChance(o scenario.Outcome, t scenario.Threshold, zone *time.Location) string {
	switch {
	case t.Short == 0:
		return say.Text("reached")
	case o.Futures == nil:
		return ""
	}
	return Reach(t.Dates.P50, zone)
}

// EvenRange says between which days it is reached 8 times in 10.
func EvenRange(o scenario.Outcome, t scenario.Threshold, zone *time.Location) string {
	if t.Short == 0 || o.Futures == nil || t.Dates.P10.IsZero() {
		return ""
	}
	return say.Text("8 in 10: %s to %s", Reach(t.Dates.P10, zone), Reach(t.Dates.P90, zone))
}

// dayValue orders days; what is not in sight comes last.
func dayValue(t time.Time) float64 {
	if t.IsZero() {
		return math.Inf(1)
	}
	return float64(t.Unix())
}

// NeedChance returns the chance that as many come as are needed; empty without
// a need.
func NeedChance(o scenario.Outcome) string {
	if o.Plan.Need == 0 {
		return ""
	}
	return Chance(o.Turnout.Chance)
}

// PledgesNeeded returns how many pledges make the need sure enough; empty
// without a need.
func PledgesNeeded(o scenario.Outcome) string {
	switch {
	case o.Plan.Need == 0:
		return ""
	case !o.Today.Possible:
		return say.Text("no number would do")
	}
	return AtLeast(o.Today.Needed)
}

func neededValue(o scenario.Outcome) float64 {
	if !o.Today.Possible {
		return math.Inf(1)
	}
	return float64(o.Today.Needed)
}

// Takes says what would give a threshold a chance: "“The march is on” by 1 Mar
// 2027: growth times 1.34, or 24 more a week from now on, gives 80%."
func Takes(t scenario.Threshold, w scenario.Way, zone *time.Location) string {
	by, chance := Day(campaign.DayOf(t.By, zone)), Percent(w.Chance)
	switch {
	case w.Enough:
		return say.Text("“%s” by %s: the chance is %s, which is %s or more as it is.", t.Name, by, Chance(t.Chance), chance)
	case !w.HasGrowth:
		return say.Text("“%s” by %s: no growth would give %s, but %s from now on would.", t.Name, by, chance, WayPerWeek(w))
	}
	return say.Text("“%s” by %s: %s, or %s from now on, would give %s.", t.Name, by, WayGrowth(w), WayPerWeek(w), chance)
}
