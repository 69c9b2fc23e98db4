package command

import (
	"os"
	"reflect"
	"strings"
	"testing"

	"muster/app/phrase"
	"muster/campaign"
	"muster/persistence/planfile"
)

func page(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile("../../docs/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// TestPlanFilePage holds the page on the plan file to its word: its example is
// a plan, and there is no key of the plan that it leaves out.
func TestPlanFilePage(t *testing.T) {
	_, rest, _ := strings.Cut(page(t, "plan-file.md"), "```yaml\n")
	example, _, _ := strings.Cut(rest, "```")
	plan, err := planfile.Decode([]byte(example))
	if err != nil {
		t.Fatal(err)
	}
	plan.ID = campaign.ID{1} // belongs to no file
	set := map[string]bool{}
	fields(reflect.ValueOf(plan), "plan", set)
	for field, given := range set {
		if !given {
			t.Errorf("the example does not show %s", field)
		}
	}
	if len(set) < 40 {
		t.Errorf("only %d keys found", len(set))
	}
}

// fields notes of every field of a value, by the type it belongs to, whether it
// is set anywhere.
func fields(v reflect.Value, name string, set map[string]bool) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			path := v.Type().Name() + "." + v.Type().Field(i).Name
			if v.Type() != reflect.TypeFor[campaign.Range]() {
				set[path] = set[path] || !v.Field(i).IsZero()
			}
			fields(v.Field(i), path, set)
		}
	case reflect.Slice:
		for i := range v.Len() {
			fields(v.Index(i), name, set)
		}
	case reflect.Map:
		for _, key := range v.MapKeys() {
			fields(v.MapIndex(key), name, set)
		}
	}
}

// TestTurnoutPage holds the page on turnout to the figures that the model has.
func TestTurnoutPage(t *testing.T) {
	text := page(t, "turnout.md")
	rows := []string{
		"| valid part | " + phrase.Percent(campaign.DefaultValid().Value) + " |",
		"| show rate | " + phrase.Rates(campaign.DefaultShow().Value) + " |",
		"| walk-ons | none |",
		"| confidence | " + phrase.Percent(campaign.DefaultConfidence().Value) + " |",
		" simulated " + phrase.Count(campaign.Draws) + " times",
	}
	for _, r := range campaign.BuiltInRules() {
		rows = append(rows, "| "+r.Name+" | "+phrase.RuleValue(r)+" |")
	}
	for _, row := range rows {
		if !strings.Contains(text, row) {
			t.Errorf("the page does not say %q", row)
		}
	}
}

// TestPackPage holds the page on packs to the file that describes their bytes.
func TestPackPage(t *testing.T) {
	described, err := os.ReadFile("../../persistence/exchange/pack/pack.proto")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(page(t, "pack.md"), string(described)) {
		t.Error("the page does not hold pack.proto as it is")
	}
}
