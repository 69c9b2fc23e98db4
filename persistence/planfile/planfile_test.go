package planfile

import (
	"errors"
	"fmt"
	"os"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"muster/campaign"
)

func march() campaign.Campaign {
	return campaign.Campaign{
		Name:       "March on Washington",
		Ask:        "An international agreement: with a colon, and a # hash",
		TimeZone:   "America/New_York",
		Opens:      campaign.NewDay(2025, 9, 16),
		Deadline:   campaign.NewDay(2027, 3, 1),
		Event:      campaign.Event{Date: campaign.NewDay(2027, 5, 1), Place: "Washington, DC"},
		Need:       100_000,
		Population: campaign.Population{Name: "Washington, DC", Count: 702_250, Year: 2024, Source: "US Census Bureau, Vintage 2024"},
		Tiers:      []campaign.Tier{{Name: "Committed"}, {Name: "Keep me informed"}},
		Regions:    []campaign.Region{{Name: "Ohio", Population: 11_883_304, Target: 3500}},
		Sources:    []string{"website", "stall", "partner"},
		Measures:   []campaign.Measure{{Name: "Representatives in favour", OutOf: 435}},
		Thresholds: []campaign.Threshold{
			{Name: "The march is on", Figure: "pledges", Target: 100_000, Deadline: campaign.NewDay(2027, 3, 1)},
			{Name: "Half the House", Figure: "Representatives in favour", Target: 217.5},
		},
		Marks: map[string]campaign.Mark{
			"need":                       {Kind: campaign.Derived, Ground: "a seventh of the city"},
			"thresholds.The march is on": {Kind: campaign.Stated},
		},
	}
}

// TestGolden keeps the keys of the file what they are: people and programs
// hold such files.
func TestGolden(t *testing.T) {
	want, err := os.ReadFile("testdata/march.yaml")
	if err != nil {
		t.Fatal(err)
	}
	got, err := Encode(march())
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != string(want) {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
	back, err := Decode(want)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(back, march()) {
		t.Errorf("got %+v, want %+v", back, march())
	}
}

func TestDefaults(t *testing.T) {
	for _, text := range []string{
		"name: March\nthresholds:\n  - {name: On, target: 10}\n",
		"\ufeffname: March\r\nneed:\r\nask: ~\r\nthresholds: [{name: On, target: 1e1}]\r\n",
		"{name: March, thresholds: [{name: On, target: 10}]}",
	} {
		c, err := Decode([]byte(text))
		if err != nil {
			t.Errorf("%q: %v", text, err)
			continue
		}
		want := campaign.Campaign{Name: "March", TimeZone: "UTC",
			Thresholds: []campaign.Threshold{{Name: "On", Figure: "pledges", Target: 10}}}
		if !reflect.DeepEqual(c, want) {
			t.Errorf("%q: got %+v, want %+v", text, c, want)
		}
	}
}

// TestCommaInText reads what people write without the quotes that YAML wants.
func TestCommaInText(t *testing.T) {
	c, err := Decode([]byte("name: A\nevent: {date: 2027-05-01, place: Washington, DC}\n"))
	if err != nil || c.Event.Place != "Washington, DC" {
		t.Errorf("got %q, %v", c.Event.Place, err)
	}
	if _, err := Decode([]byte("name: A\nevent: {place: Washington, dat}\n")); err == nil {
		t.Error("a misspelt key was taken for a text")
	}
}

func TestRefused(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"misspelt key", "name: A\ntreshold:\n  - {name: B, target: 1}\n",
			`line 2: there is no key "treshold" here; did you mean "thresholds"?`},
		{"misspelt key in a list", "name: A\nthresholds:\n  - name: B\n    taget: 1\n    target: 2\n",
			`line 4: there is no key "taget" here; did you mean "target"?`},
		{"unlike any key", "name: A\nregions: [{name: B, xyzzy: 1}]\n",
			`line 2: there is no key "xyzzy" here; the keys are name, population, target`},
		{"commas in a flow", "name: A\npopulation: {name: B, count: 702,250}\n",
			`line 2: there is no key "250" here; write numbers without commas, and texts that hold one in quotes`},
		{"text for a number", "name: A\nneed: many\n", `line 2: need: "many" is not a whole number: write it in digits, such as 100000`},
		{"grouped digits", "name: A\nneed: 100,000\n", `line 2: need: "100,000" is not a whole number: write it in digits, such as 100000`},
		{"part of a person", "name: A\nneed: 1.5\n", `line 2: need: "1.5" is not a whole number: write it in digits, such as 100000`},
		{"quoted number", "name: A\nneed: \"5\"\n", `line 2: need: "5" is not a whole number: write it in digits, such as 100000`},
		{"huge number", "name: A\nneed: 99999999999999999999\n", `line 2: need: "99999999999999999999" is not a whole number: write it in digits, such as 100000`},
		{"text for a target", "name: A\nthresholds: [{name: B, target: x}]\n",
			`line 2: thresholds[0].target: "x" is not a number: write it in digits, such as 100000 or 0.5`},
		{"no number", "name: A\nthresholds: [{name: B, target: .nan}]\n",
			`line 2: thresholds[0].target: ".nan" is not a number: write it in digits, such as 100000 or 0.5`},
		{"list for a text", "name: [A]\n", `line 1: name is a text, not a list or a group of keys`},
		{"yes or no for a text", "name: true\n", `line 1: name: true is not a text: put it in quotes`},
		{"text for a list", "name: A\nsources: website\n",
			`line 2: sources is a list: begin each item with "- " on a line of its own, or write [one, two]`},
		{"text for a group", "name: A\nevent: tomorrow\n", `line 2: event is a group of keys (date, place, came), not "tomorrow"`},
		{"list for a group", "name: A\nmarks: [a]\n", `line 2: marks is a group of keys, not a list`},
		{"no date", "name: A\nopens: 2027-02-30\n",
			`line 2: opens: "2027-02-30" is not a date: write it as year-month-day, such as 2027-03-01`},
		{"target of 0", "name: A\nthresholds:\n  - {name: B, target: 5}\n  - name: C\n    target: 0\n",
			`line 5: the target of a threshold must be above 0 and at most 1000000000000, not 0`},
		{"no target", "name: A\nthresholds:\n  - {name: B}\n",
			`line 3: the target of a threshold must be above 0 and at most 1000000000000, not 0`},
		{"unknown figure", "name: A\nthresholds:\n  - {name: B, target: 1, figure: x}\n",
			`line 3: there is no figure "x": it is pledges, turnout, share or the name of a measure of this plan`},
		{"two sources of a name", "name: A\nsources:\n  - web\n  - Web\n", `line 4: there are two of the name "Web"`},
		{"unknown mark", "name: A\nmarks:\n  need: {kind: guessed}\n", `line 3: "guessed" is not a mark: it is stated, derived or assumed`},
		{"no name", "need: 5\n", `line 1: the campaign needs a name`},
		{"zone", "name: A\ntime_zone: Mars\n", `line 2: "Mars" is not a known time zone: write it like America/New_York or UTC`},
		{"twice", "name: A\nneed: 1\nneed: 2\n", `line 3: "need" is given twice, first on line 2`},
		{"empty", "", `the plan is empty: write at least a line such as "name: March"`},
		{"only a comment", "# nothing\n", `the plan is empty: write at least a line such as "name: March"`},
		{"null", "~\n", `the plan is empty: write at least a line such as "name: March"`},
		{"a list", "- name: A\n", `line 1: this is not a plan: it is made of lines such as "name: March" or "need: 100000"`},
		{"two documents", "name: A\n---\nname: B\n", `line 2: a second document begins here: a plan file holds one plan`},
		{"tab", "name: A\nevent:\n\tplace: B\n", `line 3: a tab stands at the beginning: indent with spaces`},
		{"Latin-1", "name: A\nask: caf\xe9\n", `line 2: this is not UTF-8 text: save the plan as UTF-8`},
		{"UTF-16", "\xff\xfen\x00", `line 1: the plan is saved as UTF-16: save it as UTF-8`},
		{"binary", "name: A\nask: a\x00b\n", `line 2: there is a control character here: take it out`},
		{"alias", "name: A\nask: &x B\n", `line 2: a plan takes no anchors (&) and aliases (*): write the value out, or put the text in quotes`},
		{"star", "name: A\nask: *B\n", `line 2: this is not YAML: a text that begins with * needs quotes`},
		{"colon", "name: A: B\n", `line 1: this is not YAML: there is a colon too many, or the indentation is wrong; put a text that holds a colon in quotes`},
		{"at sign", "name: @A\n", `line 1: this is not YAML: a text cannot begin with this character; put it in quotes`},
		{"open bracket", "name: A\nsources: [a, b\nneed: 5\n",
			`line 3: this is not YAML: did not find expected ',' or ']', which began on line 2`},
		{"several", "nme: A\nneed: x\nopens: y\n",
			`line 1: the campaign needs a name; line 1: there is no key "nme" here; did you mean "name"?; ` +
				`line 2: need: "x" is not a whole number: write it in digits, such as 100000; ` +
				`line 3: opens: "y" is not a date: write it as year-month-day, such as 2027-03-01`},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Decode([]byte(c.text))
			if err == nil || err.Error() != c.want {
				t.Errorf("got  %v\nwant %v", err, c.want)
			}
			if !errors.Is(err, campaign.ErrInvalid) {
				t.Error("the error does not wrap ErrInvalid")
			}
		})
	}
}

// TestBomb feeds a text that would grow to terabytes if aliases were followed.
func TestBomb(t *testing.T) {
	var bomb strings.Builder
	bomb.WriteString("name: A\nx0: &x0 [lol]\n")
	for i := range 40 {
		fmt.Fprintf(&bomb, "x%d: &x%d [%s]\n", i+1, i+1, strings.Repeat(fmt.Sprintf("*x%d, ", i), 4000))
	}
	if _, err := Decode([]byte(bomb.String())); !errors.Is(err, campaign.ErrInvalid) {
		t.Errorf("got %v", err)
	}
	if _, err := Decode(make([]byte, MaxSize+1)); !errors.Is(err, campaign.ErrInvalid) {
		t.Errorf("too long: got %v", err)
	}
}

func TestEncodeRefusesImpossible(t *testing.T) {
	if _, err := Encode(campaign.Campaign{}); !errors.Is(err, campaign.ErrInvalid) {
		t.Errorf("got %v, want ErrInvalid", err)
	}
}

func TestRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := anyPlan(t)
		text, err := Encode(want)
		if err != nil {
			t.Skip(err) // not a possible plan
		}
		got, err := Decode(text)
		if err != nil {
			t.Fatalf("%v in:\n%s", err, text)
		}
		setDefaults(&want)
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("got %+v\nwant %+v\nin:\n%s", got, want, text)
		}
	})
}

// anyPlan draws plans with texts that try the patience of YAML.
func anyPlan(t *rapid.T) campaign.Campaign {
	word := rapid.OneOf(
		rapid.StringMatching(`[A-Za-zäß—'":#&*{}\[\], |>%@!-]{1,40}`),
		rapid.SampledFrom([]string{"true", "null", "~", "2027-01-01", "1e5", "0x10", "no", "- a", "a: b", "<<", "=", "\u2028", "😀"}),
	)
	text := rapid.OneOf(word, rapid.Map(rapid.SliceOfN(word, 1, 4), func(w []string) string { return strings.Join(w, "\n") }),
		rapid.Map(word, func(w string) string { return w + "\r\n\t\x01\u0085 \n" }))
	day := rapid.Custom(func(t *rapid.T) campaign.Day { return campaign.Day(rapid.IntRange(700_000, 760_000).Draw(t, "day")) })
	count := rapid.Int64Range(0, campaign.MaxCount)
	names := rapid.SliceOfNDistinct(word, 0, 3, strings.ToLower).Draw(t, "names")
	c := campaign.Campaign{
		Name:     word.Draw(t, "name"),
		Ask:      text.Draw(t, "ask"),
		TimeZone: rapid.SampledFrom([]string{"", "UTC", "Europe/London"}).Draw(t, "zone"),
		Event:    campaign.Event{Date: day.Draw(t, "event"), Place: word.Draw(t, "place")},
		Need:     count.Draw(t, "need"),
		Population: campaign.Population{Name: "B", Count: count.Draw(t, "people") + 1,
			Year: rapid.IntRange(1900, 2100).Draw(t, "year"), Source: text.Draw(t, "source")},
		Marks: map[string]campaign.Mark{word.Draw(t, "path"): {Kind: campaign.Assumed, Ground: text.Draw(t, "ground")}},
	}
	for _, name := range names {
		c.Sources = append(c.Sources, name)
		c.Tiers = append(c.Tiers, campaign.Tier{Name: name})
		c.Regions = append(c.Regions, campaign.Region{Name: name, Population: count.Draw(t, "of"), Target: count.Draw(t, "target")})
		c.Measures = append(c.Measures, campaign.Measure{Name: name, OutOf: count.Draw(t, "out of")})
		c.Thresholds = append(c.Thresholds, campaign.Threshold{Name: name, Figure: rapid.SampledFrom([]string{"", "pledges", name}).Draw(t, "figure"),
			Target: rapid.Float64Range(1e-6, 1e12).Draw(t, "target"), Deadline: day.Draw(t, "deadline")})
	}
	return c
}

func FuzzDecode(f *testing.F) {
	text, err := Encode(march())
	if err != nil {
		f.Fatal(err)
	}
	f.Add(text)
	f.Add([]byte("name: A\nthresholds: [{name: B, target: 1}]\n? [a]\n: b\n"))
	f.Add([]byte("name: &a [*a]\n<<: {x: 1}\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		c, err := Decode(text)
		if err != nil {
			if !errors.Is(err, campaign.ErrInvalid) || strings.Contains(err.Error(), "\n") {
				t.Fatalf("not one sentence: %q", err)
			}
			return
		}
		again, err := Encode(c)
		if err != nil {
			t.Fatal(err)
		}
		back, err := Decode(again)
		if err != nil || !reflect.DeepEqual(back, c) {
			t.Fatalf("%v: got %+v, want %+v in:\n%s", err, back, c, again)
		}
	})
}

// TestEveryFieldTravels fills every field that a plan has, now and later, with
// something, and takes it to the file and back.
func TestEveryFieldTravels(t *testing.T) {
	var want, got campaign.Campaign
	fill(t, reflect.ValueOf(&want).Elem())
	want.ID = campaign.ID{}
	text, err := write(&want)
	if err != nil {
		t.Fatal(err)
	}
	root, problem := parse(text)
	if problem != nil {
		t.Fatal(problem)
	}
	r := reader{lines: map[string]int{}}
	r.read("", root, &got)
	if len(r.problems) > 0 || !reflect.DeepEqual(got, want) {
		t.Errorf("%v\ngot  %+v\nwant %+v\nin:\n%s", r.problems, got, want, text)
	}
}

func fill(t *testing.T, v reflect.Value) {
	switch {
	case v.Type() == dayType:
		v.Set(reflect.ValueOf(campaign.NewDay(2027, 3, 1)))
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			fill(t, v.Field(i))
		}
	case v.Kind() == reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(t, v.Elem())
	case v.Kind() == reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		fill(t, v.Index(0))
	case v.Kind() == reflect.Map:
		entry := reflect.New(v.Type().Elem()).Elem()
		fill(t, entry)
		v.Set(reflect.MakeMap(v.Type()))
		v.SetMapIndex(reflect.ValueOf("a key").Convert(v.Type().Key()), entry)
	case v.Kind() == reflect.String:
		v.SetString("a text")
	case v.CanInt():
		v.SetInt(7)
	case v.CanUint() || v.Kind() == reflect.Array: // bytes of the id
	case v.CanFloat():
		v.SetFloat(0.25)
	default:
		t.Fatalf("a field of type %s: no plan file can hold it", v.Type())
	}
}
