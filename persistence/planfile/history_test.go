package planfile

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"muster/campaign"
)

// need returns the plan that they part from with another need.
func need(n int64) campaign.Campaign {
	c := base()
	c.Need = n
	return c
}

// TestHistories merges histories that are more than a fork.
func TestHistories(t *testing.T) {
	first := saved(t, "", 0, base())
	anna := saved(t, "Anna", 1, need(90_000), first)
	ben := saved(t, "Ben", 2, need(80_000), first)
	placed := need(90_000)
	placed.Event.Place = "Vermont"
	for _, c := range []struct {
		name      string
		revisions []campaign.Revision
		need      int64
		conflicts string
	}{
		{"one after the other", []campaign.Revision{first, anna, saved(t, "Ben", 0, need(7), anna)}, 7, ""},
		{"a clock that is behind", []campaign.Revision{first, anna, saved(t, "Ben", -9, need(7), anna)}, 7, ""},
		{"somebody saved both", []campaign.Revision{first, anna, ben, saved(t, "Cleo", 3, need(70_000), anna, ben)}, 70_000, ""},
		{"somebody saved both and another went on from one", []campaign.Revision{first, anna, ben, saved(t, "Cleo", 3, need(80_000), anna, ben), saved(t, "Anna", 4, placed, anna)}, 80_000, ""},
		{"changed and put back", []campaign.Revision{first, anna, saved(t, "Anna", 3, base(), anna), ben}, 80_000, ""},
		{"one of three followed another", []campaign.Revision{first, anna, saved(t, "Anna", 4, placed, anna), saved(t, "Ben", 3, need(60_000), anna), saved(t, "Cleo", 5, base(), first)}, 60_000, ""},
		{"three apart", []campaign.Revision{first, anna, ben, saved(t, "Cleo", 3, need(7), first)}, 7, "need: 90000 | 7"},
		{"two agree against a third", []campaign.Revision{first, anna, ben, saved(t, "Cleo", 3, need(90_000), first)}, 90_000, "need: 80000 | 90000"},
		{"both saved both, each their own", []campaign.Revision{first, anna, ben, saved(t, "Anna", 3, need(90_000), anna, ben), saved(t, "Ben", 4, need(80_000), anna, ben)}, 80_000, "need: 90000 | 80000"},
		{"nothing in common", []campaign.Revision{saved(t, "Anna", 1, need(7)), saved(t, "Ben", 2, base())}, 100_000, "need: 7 | 100000"},
		{"what they part from is not there", []campaign.Revision{anna, ben}, 80_000, "need: 90000 | 80000"},
	} {
		t.Run(c.name, func(t *testing.T) {
			merged, err := Merge(c.revisions, nil)
			if err != nil || merged.Plan.Need != c.need || listed(merged.Conflicts) != c.conflicts {
				t.Errorf("%v: need %d with %q, want %d with %q", err, merged.Plan.Need, listed(merged.Conflicts), c.need, c.conflicts)
			}
		})
	}
}

// TestVersionsNameWhoMadeThem asks who changed a field that others left alone
// in plans they saved afterwards.
func TestVersionsNameWhoMadeThem(t *testing.T) {
	first := saved(t, "", 0, base())
	anna := saved(t, "Anna", 1, need(90_000), first)
	plan := need(90_000)
	plan.Event.Place = "Vermont"
	cleo := saved(t, "Cleo", 9, plan, anna)
	merged, err := Merge([]campaign.Revision{first, anna, cleo, saved(t, "Ben", 2, need(80_000), first)}, nil)
	if err != nil || len(merged.Conflicts) != 1 {
		t.Fatalf("%v: %d conflicts", err, len(merged.Conflicts))
	}
	v := merged.Conflicts[0].Versions
	if v[0].By != "Anna" || v[1].By != "Ben" || merged.Plan.Need != 80_000 || merged.Plan.Event.Place != "Vermont" {
		t.Errorf("got %+v and a need of %d in %q", v, merged.Plan.Need, merged.Plan.Event.Place)
	}
}

func TestMergeSaysWhyPlansDoNotFit(t *testing.T) {
	opens, closes := base(), base()
	opens.Opens, closes.Deadline = campaign.NewDay(2027, 3, 1), campaign.NewDay(2027, 2, 1)
	first := saved(t, "", 0, base())
	merged, err := Merge([]campaign.Revision{first, saved(t, "Anna", 1, opens, first), saved(t, "Ben", 2, closes, first)}, nil)
	const want = "deadline: the deadline 2027-02-01 is not after the opening day 2027-03-01"
	if err != nil || len(merged.Conflicts) != 1 || merged.Conflicts[0].Why.String() != want {
		t.Errorf("%v: got %v, want %s", err, merged.Conflicts, want)
	}
}

// TestMergeIsOfTheSet draws histories of people who save apart and now and
// then hand each other what they have. Whatever the order of the revisions, and
// whatever two parts of a history come together, the plan and the conflicts are
// the same.
func TestMergeIsOfTheSet(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := anyHistory(t)
		want, err := Merge(all, nil)
		if err != nil {
			t.Fatal(err)
		}
		shuffled := slices.Clone(all)
		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1))
		r.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		got, err := Merge(append(shuffled, all[:len(all)/2]...), nil)
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Fatalf("%v: got %+v\nwant %+v", err, got, want)
		}
		if err := got.Plan.Validate(); err != nil {
			t.Fatalf("the plan is not possible: %v", err)
		}
		for _, c := range want.Conflicts {
			if len(c.Versions) < 2 {
				t.Fatalf("a conflict of one version: %+v", c)
			}
			if same, err := Merge(all, map[string]campaign.ID{c.Path(): c.Holds().From}); err != nil || !reflect.DeepEqual(same, want) {
				t.Fatalf("%v: keeping what holds gave %+v, want %+v", err, same, want)
			}
		}
		saved := campaign.Revision{Document: mustWrite(t, want.Plan), Parents: want.Heads, Saved: monday}
		after, err := Merge(append(all, saved), nil)
		if err != nil || len(after.Conflicts) > 0 || !reflect.DeepEqual(after.Plan, want.Plan) {
			t.Fatalf("%v: once saved there are %d conflicts, and the plan is\n%+v\nnot\n%+v", err, len(after.Conflicts), after.Plan, want.Plan)
		}
	})
}

func mustWrite(t *rapid.T, c campaign.Campaign) []byte {
	document, err := Encode(c)
	if err != nil {
		t.Fatal(err)
	}
	return document
}

// anyHistory draws the revisions of three people.
func anyHistory(t *rapid.T) []campaign.Revision {
	first := campaign.Revision{Document: mustWrite(t, base()), Saved: monday}
	people := [3][]campaign.Revision{{first}, {first}, {first}}
	all := []campaign.Revision{first}
	for i := range rapid.IntRange(0, 12).Draw(t, "steps") {
		who := rapid.IntRange(0, 2).Draw(t, "who")
		if rapid.IntRange(0, 2).Draw(t, "what") == 0 {
			people[who] = append(people[who], people[rapid.IntRange(0, 2).Draw(t, "from")]...)
			continue
		}
		merged, err := Merge(people[who], nil)
		if err != nil {
			t.Fatal(err)
		}
		plan := merged.Plan
		change(t, &plan)
		if plan.Validate() != nil {
			continue
		}
		r := campaign.Revision{Document: mustWrite(t, plan), Parents: merged.Heads, By: fmt.Sprint(who),
			Saved: monday.Add(time.Duration(rapid.SampledFrom([]int{0, i, 60}).Draw(t, "minutes")) * time.Minute)}
		people[who], all = append(people[who], r), append(all, r)
	}
	return all
}

// change changes something in a plan.
func change(t *rapid.T, c *campaign.Campaign) {
	n := rapid.Int64Range(1, 3).Draw(t, "n")
	name := fmt.Sprintf("Name %d", n)
	c.Thresholds, c.Tiers, c.Activities, c.Sources = slices.Clone(c.Thresholds), slices.Clone(c.Tiers), slices.Clone(c.Activities), slices.Clone(c.Sources)
	switch rapid.IntRange(0, 10).Draw(t, "change") {
	case 0:
		c.Need = n
	case 1:
		c.Event.Place = name
	case 2:
		c.Thresholds = append(c.Thresholds, campaign.Threshold{Name: name, Figure: "pledges", Target: float64(n)})
	case 3:
		c.Thresholds = c.Thresholds[:len(c.Thresholds)/2]
	case 4:
		if len(c.Thresholds) > 0 {
			c.Thresholds[0].Name = name
		}
	case 5:
		if len(c.Thresholds) > 0 {
			c.Thresholds[0].Target = float64(10 * n)
		}
	case 6:
		slices.Reverse(c.Tiers)
	case 7:
		c.Activities = append(c.Activities, stallOn(int(n), 20))
	case 8:
		if len(c.Activities) > 0 {
			c.Activities[0] = stallOn(int(10+n), c.Activities[0].Cost)
		}
	case 9:
		c.Deadline = campaign.NewDay(2027, 1, int(n))
	case 10:
		c.Opens = campaign.NewDay(2027, 1, int(n))
	}
}
