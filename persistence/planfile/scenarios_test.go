package planfile

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"muster/campaign"
)

func TestScenarioFile(t *testing.T) {
	plan := march()
	plan.Scenarios = []campaign.Scenario{{Name: "Sooner", Deadline: campaign.NewDay(2027, 1, 1)}, {Name: "Faster", Growth: campaign.Growth{Times: 2}}}
	text, err := EncodeScenarios(plan.Scenarios)
	if err != nil {
		t.Fatal(err)
	}
	back, n, err := DecodeScenarios(text, plan)
	if err != nil || n != 2 || !reflect.DeepEqual(back, plan) {
		t.Errorf("%v: %d scenarios, got %+v\nin:\n%s", err, n, back.Scenarios, text)
	}
	merged, n, err := DecodeScenarios([]byte("scenarios:\n  - {name: faster, growth: {times: 3}}\n  - {name: Smaller, need: 10000}\n"), plan)
	want := []campaign.Scenario{plan.Scenarios[0], {Name: "faster", Growth: campaign.Growth{Times: 3}}, {Name: "Smaller", Need: 10_000}}
	if err != nil || n != 2 || !reflect.DeepEqual(merged.Scenarios, want) {
		t.Errorf("%v: %d scenarios, got %+v, want %+v", err, n, merged.Scenarios, want)
	}
	if plan.Scenarios[1].Growth.Times != 2 {
		t.Error("the plan itself was changed")
	}
}

func TestScenarioFileRefused(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", `the plan is empty: write at least a line such as "scenarios:"`},
		{"scenarios:\n", `line 1: there is no scenario here: write them under the key "scenarios:", as in a plan`},
		{"name: A\nneed: 10\n", `there is no key "name" here`},
		{"scenarios:\n  - name: A\n    grwth: {times: 2}\n", `line 3: there is no key "grwth" here; did you mean "growth"?`},
		{"scenarios:\n  - name: A\n    growth: {times: -2}\n", `line 3: growth is multiplied by a number above 0`},
		{"scenarios:\n  - name: A\n    activities: [{name: Unheard of}]\n", `line 3: the plan has no activity "Unheard of"`},
	} {
		plan, _, err := DecodeScenarios([]byte(c.text), march())
		if !errors.Is(err, campaign.ErrInvalid) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: got  %v\nwant %v", c.text, err, c.want)
		}
		if len(plan.Scenarios) > 0 {
			t.Errorf("%q changed the plan", c.text)
		}
	}
}
