package campaign_test

import (
	"math"
	"slices"
	"time"

	"muster/campaign"
)

// A second, slower way to the same standing: everything is sorted, looped over
// and recomputed from scratch, with nothing kept between questions.

// history returns the updates that count up to a moment, in order.
func history(updates []campaign.Update, at time.Time) []campaign.Update {
	var kept []campaign.Update
	for i, u := range updates {
		again := slices.ContainsFunc(updates[:i], func(v campaign.Update) bool { return v.ID == u.ID })
		if !again && u.Kind != campaign.Void && !u.At.After(at) && !taken(updates, u.ID, nil) {
			kept = append(kept, u)
		}
	}
	slices.SortFunc(kept, campaign.Update.Compare)
	return kept
}

// taken reports whether a void that counts takes id out.
func taken(updates []campaign.Update, id campaign.ID, path []campaign.ID) bool {
	return slices.ContainsFunc(updates, func(u campaign.Update) bool {
		return u.Kind == campaign.Void && u.Voids == id && verdict(updates, u.ID, path) == yes
	})
}

type answer int

const (
	no answer = iota
	unknown
	yes
)

// verdict says whether a void counts: yes if none of its voids may, no if one
// of them does, and otherwise nobody can tell.
func verdict(updates []campaign.Update, void campaign.ID, path []campaign.ID) answer {
	if slices.Contains(path, void) {
		return unknown
	}
	worst := no
	for _, u := range updates {
		if u.Kind == campaign.Void && u.Voids == void {
			worst = max(worst, verdict(updates, u.ID, append(slices.Clone(path), void)))
		}
	}
	return yes - worst
}

// total replays one measure from nothing and returns its last total and the
// moment a target was first reached.
func total(updates []campaign.Update, measure string, target float64) (int64, time.Time) {
	cells := map[campaign.Cell]int64{}
	var sum int64
	var reached time.Time
	for _, u := range updates {
		if u.Measure != measure {
			continue
		}
		if u.Kind == campaign.Reading {
			cells[u.Cell] = u.Count
		} else {
			cells[u.Cell] += u.Count
		}
		sum = 0
		for _, n := range cells {
			sum += n
		}
		if float64(sum) >= target && reached.IsZero() {
			reached = u.At
		}
	}
	return sum, reached
}

// part replays the pledges of the cells whose part has the given name.
func part(updates []campaign.Update, of func(campaign.Cell) string, name string) int64 {
	chosen := slices.DeleteFunc(slices.Clone(updates), func(u campaign.Update) bool { return of(u.Cell) != name })
	sum, _ := total(chosen, campaign.Pledges, math.Inf(1))
	return sum
}
