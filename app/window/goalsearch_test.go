package window

import "testing"

func TestSearch(t *testing.T) {
	goals := []goal{
		{name: "New campaign…", kind: "Campaign"},
		{name: "Duplicate the plan…", kind: "Campaign", about: "Starts another campaign with the same plan."},
		{name: "Plan", kind: "View"},
		{name: "Étude for Réunion", kind: "Open campaign"},
		{name: "The march is on", kind: "Threshold"},
		{name: "Ohio", kind: "Region"},
		{name: "Add pledges", kind: "Pledges"},
	}
	for _, c := range []struct{ typed, first string }{
		{"", "New campaign…"},
		{"plan", "Plan"},
		{"PLAN dup", "Duplicate the plan…"},
		{"reunion", "Étude for Réunion"},
		{"ohio", "Ohio"},
		{"oh reg", "Ohio"},
		{"thr", "The march is on"}, // by its kind
		{"marh", "The march is on"},
		{"ap", "Add pledges"},
		{"pledges add", "Add pledges"},
		{"zebra", ""},
		{"plan zebra", ""},
	} {
		found := search(goals, c.typed)
		first := ""
		if len(found) > 0 {
			first = found[0].name
		}
		if first != c.first {
			t.Errorf("%q finds %q first, want %q", c.typed, first, c.first)
		}
	}
	if got := search(goals, " "); len(got) != len(goals) {
		t.Errorf("nothing typed finds %d of %d", len(got), len(goals))
	}
}

func FuzzSearch(f *testing.F) {
	for _, s := range []string{"", "plan", "é", "a b", "\xff"} {
		f.Add(s, s)
	}
	f.Fuzz(func(t *testing.T, name, typed string) {
		g := goal{name: name}
		search([]goal{g}, typed)
		if len(search([]goal{g}, name)) == 0 {
			t.Errorf("%q is not found by its own name", name)
		}
	})
}
