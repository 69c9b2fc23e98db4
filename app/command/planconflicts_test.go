package command_test

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"muster/app/command"
	"muster/campaign"
	"muster/persistence"
	"muster/persistence/planfile"
)

// apart returns a data folder with a plan that Anna and Ben changed apart from
// each other.
func apart(t *testing.T, anna, ben func(*campaign.Campaign)) (dir string) {
	t.Helper()
	dir = t.TempDir()
	if status, _, errOut := run(dir, "", "new", "March", "--need", "100000", "--threshold", "100000"); status != command.Done {
		t.Fatal(errOut)
	}
	store, err := persistence.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	all, err := store.Campaigns()
	if err != nil {
		t.Fatal(err)
	}
	revisions, err := store.Revisions(all[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	both := persistence.Delivery{Campaign: all[0].ID, Runs: func(func(campaign.Run, error) bool) {}}
	for i, change := range []func(*campaign.Campaign){anna, ben} {
		plan := all[0]
		change(&plan)
		document, err := planfile.Encode(plan)
		if err != nil {
			t.Fatal(err)
		}
		both.Revisions = append(both.Revisions, campaign.Revision{Document: document, Parents: []campaign.ID{revisions[0].ID()},
			By: []string{"Anna", "Ben"}[i], Saved: time.Date(2026, 11, 23, 9+i, 0, 0, 0, time.UTC)})
	}
	if _, err := store.Merge(t.Context(), both, nil); err != nil {
		t.Fatal(err)
	}
	return dir
}

func needs(c *campaign.Campaign) { c.Need = 120_000 }

// takesOut removes the threshold and asks for another need.
func takesOut(c *campaign.Campaign) { c.Need, c.Thresholds = 90_000, nil }

// raises has another target, and the need that takesOut does not have.
func raises(c *campaign.Campaign) {
	needs(c)
	c.Thresholds = []campaign.Threshold{{Name: c.Thresholds[0].Name, Figure: campaign.FigurePledges, Target: 150_000}}
}

func TestConflictsAreListed(t *testing.T) {
	dir := apart(t, raises, takesOut)
	const want = `need: People needed
  1  120,000  Anna  23 Nov 2026, 09:00
  2  90,000   Ben   23 Nov 2026, 10:00  holds for now
thresholds.100,000 pledges: Threshold “100,000 pledges”
  1  Pledges: 150,000  Anna  23 Nov 2026, 09:00
  2  removed           Ben   23 Nov 2026, 10:00  holds for now
Choose with ` + "`muster plan keep`, such as `muster plan keep \"need=1\"`.\n"
	status, out, errOut := run(dir, "", "plan", "conflicts")
	if status != command.Done || out != want || errOut != "" {
		t.Errorf("status %d, %s\n%s\nwant\n%s", status, errOut, out, want)
	}
	_, out, errOut = run(dir, "", "plan", "show")
	if !strings.Contains(out, "need: 90000") || !strings.HasPrefix(errOut, "muster: 2 things in the plan were changed by several people") {
		t.Errorf("shown is %q with %q", out, errOut)
	}
	var all []struct {
		Field    string
		Versions []struct {
			Value     any
			By, Saved string
			Holds     bool
		}
	}
	_, out, _ = run(dir, "", "plan", "conflicts", "--json")
	if err := json.Unmarshal([]byte(out), &all); err != nil || len(all) != 2 {
		t.Fatalf("%v in %s", err, out)
	}
	raised, _ := all[1].Versions[0].Value.(map[string]any)
	if all[0].Field != "need" || all[0].Versions[0].Value != 120_000.0 || !all[0].Versions[1].Holds || all[0].Versions[0].Saved != "2026-11-23T09:00:00Z" ||
		raised["target"] != 150_000.0 || all[1].Versions[1].Value != nil {
		t.Errorf("got %s", out)
	}
}

func TestVersionsAreKept(t *testing.T) {
	for _, c := range []struct{ args, need, target string }{
		{"", "need: 90000", ""},
		{"need=1", "need: 120000", ""},
		{"need=anna;thresholds.100,000 pledges=1", "need: 120000", "target: 150000"},
		{"thresholds.100,000 pledges=Anna", "need: 90000", "target: 150000"},
	} {
		dir := apart(t, raises, takesOut)
		status, out, errOut := run(dir, "", append([]string{"plan", "keep", "--by", "Cleo"}, strings.FieldsFunc(c.args, func(r rune) bool { return r == ';' })...)...)
		if status != command.Done || out != "March has one plan again.\n" {
			t.Errorf("%q: status %d: %s%s", c.args, status, out, errOut)
		}
		_, out, errOut = run(dir, "", "plan", "show")
		if !strings.Contains(out, c.need) || strings.Contains(out, "target") != (c.target != "") || !strings.Contains(out, c.target) || errOut != "" {
			t.Errorf("%q: %s%s", c.args, out, errOut)
		}
		if _, out, _ = run(dir, "", "plan", "conflicts"); !strings.HasPrefix(out, "There is nothing to choose") {
			t.Errorf("%q: there is still %s", c.args, out)
		}
		if _, out, _ = run(dir, "", "plan", "history"); strings.Count(out, "\n") != 4 || !strings.Contains(out, "Cleo\n") {
			t.Errorf("%q: the history is\n%s", c.args, out)
		}
	}
}

func TestKeepRefused(t *testing.T) {
	dir := apart(t, raises, takesOut)
	for args, want := range map[string]string{
		"need":        `muster: "need" names no version: write it like "need=1"` + "\n",
		"need=3":      `muster: need has no version "3", or several: give its number, 1 to 2` + "\n",
		"need=Cleo":   `muster: need has no version "Cleo", or several: give its number, 1 to 2` + "\n",
		"deadline=1":  "muster: there is no choice to make about \"deadline\": `muster plan conflicts` lists what there is\n",
		"thresholds=": "muster: there is no choice to make about \"thresholds\": `muster plan conflicts` lists what there is\n",
	} {
		if status, out, errOut := run(dir, "", "plan", "keep", args); status == command.Done || out != "" || errOut != want {
			t.Errorf("%s: status %d: %q, want %q", args, status, errOut, want)
		}
	}
	if _, out, _ := run(dir, "", "plan", "conflicts"); !strings.Contains(out, "need: ") {
		t.Error("something was settled")
	}
}

// TestPlansThatDoNotFit keeps the plan of one of two as a whole.
func TestPlansThatDoNotFit(t *testing.T) {
	dir := apart(t, func(c *campaign.Campaign) { c.Opens = campaign.NewDay(2027, 3, 1) }, func(c *campaign.Campaign) { c.Deadline = campaign.NewDay(2027, 2, 1) })
	_, out, _ := run(dir, "", "plan", "conflicts")
	if !strings.Contains(out, "plan: The plan\n  What each changed does not fit together: deadline: the deadline 2027-02-01") {
		t.Errorf("got %s", out)
	}
	if status, _, errOut := run(dir, "", "plan", "keep", "plan=Anna"); status != command.Done {
		t.Error(errOut)
	}
	if _, out, _ = run(dir, "", "plan", "show"); !strings.Contains(out, "opens: 2027-03-01") || strings.Contains(out, "deadline: 2027-02-01") {
		t.Errorf("the plan is %s", out)
	}
}
