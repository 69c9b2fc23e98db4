package say_test

import (
	"encoding/json"
	"fmt"
	"go/ast"
	"maps"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"muster/assets"
	"muster/campaign"
	"muster/campaign/forecast/backtest"
)

// message is what stands under a key: a text, or plural forms.
type message struct {
	text  string
	forms map[string]string
}

func (m *message) UnmarshalJSON(data []byte) error {
	if data[0] == '"' {
		return json.Unmarshal(data, &m.text)
	}
	return json.Unmarshal(data, &m.forms)
}

func translations(t *testing.T, code string) map[string]message {
	t.Helper()
	data, err := assets.Translations.ReadFile("translations/" + code + ".json")
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]message{}
	if err := json.Unmarshal(data, &all); err != nil {
		t.Fatalf("%s: %v", code, err)
	}
	return all
}

// pluralForms are those of the Unicode CLDR for whole numbers.
var pluralForms = map[string][]string{
	"en": {"one", "other"}, "de": {"one", "other"}, "es": {"many", "one", "other"}, "fr": {"many", "one", "other"},
}

// reserved are keys that make an entry of the file one message.
var reserved = []string{"id", "description", "hash", "leftdelim", "rightdelim", "zero", "one", "two", "few", "many", "other", "translation"}

// TestTexts: every text of the program is there in every language, complete,
// and nothing else is. With -v it lists what is missing.
func TestTexts(t *testing.T) {
	found := textsOf(t, "../..")
	if len(found.texts) < 300 {
		t.Fatalf("only %d texts found", len(found.texts))
	}
	for _, fault := range found.faults {
		t.Error(fault)
	}
	for text := range found.texts {
		if slices.Contains(reserved, strings.ToLower(text)) {
			t.Errorf("%q is a word of the file format and no key", text)
		}
	}
	for _, code := range []string{"en", "de", "es", "fr"} {
		t.Run(code, func(t *testing.T) { complete(t, code, translations(t, code), found) })
	}
}

func complete(t *testing.T, code string, there map[string]message, found texts) {
	for _, text := range slices.Sorted(maps.Keys(found.texts)) {
		switch m, ok := there[text]; {
		case code == "en": // a text is its own key
		case !ok:
			t.Errorf("missing in %s: %q (%s)", code, text, found.texts[text])
		case m.forms != nil: // said of no certain number too
		default:
			for _, fault := range wrong(code, text, m.text) {
				t.Errorf("%s: %q: %s", code, text, fault)
			}
		}
	}
	for _, text := range slices.Sorted(maps.Keys(found.counts)) {
		m, ok := there[text]
		if !ok {
			t.Errorf("missing in %s, with plurals: %q (%s)", code, text, found.counts[text])
			continue
		}
		if got := slices.Sorted(maps.Keys(m.forms)); !slices.Equal(got, pluralForms[code]) {
			t.Errorf("%s: %q has the forms %s, not %s", code, text, got, pluralForms[code])
		}
		for form, said := range m.forms {
			for _, fault := range verbsWrong(text, said) {
				t.Errorf("%s: %q, %s: %s", code, text, form, fault)
			}
		}
	}
	for key := range there {
		_, text := found.texts[key]
		_, count := found.counts[key]
		if !text && !count && !slices.Contains(fynes, key) {
			t.Errorf("%s: nothing says %q any more", code, key)
		}
	}
}

// wrong returns what is wrong with a translation.
func wrong(code, text, said string) []string {
	faults := verbsWrong(text, said)
	bare := verbs.ReplaceAllString(text, "")
	if said == text && regexp.MustCompile(`\pL{2}`).MatchString(bare) && !slices.Contains(sameIn[code], text) && !slices.Contains(sameIn[""], text) {
		faults = append(faults, "it is the same as in English")
	}
	if strings.TrimSpace(said) == "" {
		faults = append(faults, "it is empty")
	}
	if code == "fr" && regexp.MustCompile(` [:;?!»]|« `).MatchString(said) {
		faults = append(faults, "a line may break before a French punctuation mark: put a no-break space there")
	}
	return faults
}

var verbs = regexp.MustCompile(`%(?:\[(\d+)\])?[-+#0]*(?:\d+)?(?:\.\d+)?([a-zA-Z%])`)

// verbsWrong compares which argument is said how.
func verbsWrong(text, said string) []string {
	want, got := verbsOf(text), verbsOf(said)
	if reflect.DeepEqual(want, got) {
		return nil
	}
	return []string{fmt.Sprintf("%q names %v, not %v", said, got, want)}
}

// verbsOf returns the verb of each argument of a format.
func verbsOf(format string) map[int]string {
	all := map[int]string{}
	next := 1
	for _, m := range verbs.FindAllStringSubmatch(format, -1) {
		if m[2] == "%" {
			continue
		}
		if m[1] != "" {
			fmt.Sscan(m[1], &next)
		}
		all[next] = m[2]
		next++
	}
	return all
}

// dynamic are the functions that say a text they are given, and the texts that
// it can be. Everywhere else the text stands where it is said.
var dynamic = map[string]func() []string{
	"say.Text":     nil, // Key.Text: the keys are gathered where they stand
	"phrase.Words": nil, // so are the errors of campaign and below
	"phrase.Built": func() []string {
		all := []string{"minutes"}
		for _, r := range campaign.BuiltInRules() {
			all = append(all, r.Name, r.Unit)
		}
		for _, n := range (campaign.Campaign{}).DayNeeds(1) {
			all = append(all, n.Name)
			if n.Unit == "sq m" || n.Unit == "m" || n.Unit == "litres" {
				all = append(all, n.Unit)
			}
		}
		return slices.DeleteFunc(all, func(s string) bool { return s == "minutes" })
	},
	"phrase.baseRate": func() []string {
		var all []string
		for _, r := range campaign.BaseRates() {
			all = append(all, r.Kind, r.Years)
		}
		return all
	},
	"window.nameOf": func() []string {
		all := []string{"Muster"}
		for _, p := range backtest.Peers {
			all = append(all, p.Name)
		}
		return all
	},
	"report.about": func() []string { // the paths of a plan that can be marked
		return []string{"Name", "Ask", "Time zone", "Opens", "Deadline", "Event date", "Event place", "Need", "Confidence", "Walk ons",
			"Population", "Population name", "Population count", "Population year", "Population source", "Tiers", "Tracks"}
	},
	"window.newPopulationCard": func() []string { return []string{campaign.MassCaveat} },
	"window.compare":           func() []string { return []string{campaign.MassLine().Name} },
}

// texts are those that the program says, each with a place where it does.
type texts struct {
	texts, counts map[string]string
	faults        []string
}

// textsOf gathers the texts of all packages below a folder.
func textsOf(t *testing.T, root string) texts {
	t.Helper()
	g := gatherer{texts: texts{texts: map[string]string{}, counts: map[string]string{}}, consts: map[string]ast.Expr{}, terms: map[string]int{}}
	g.parse(t, root)
	for _, f := range g.files {
		g.learn(f)
	}
	for _, f := range g.files {
		g.gather(f)
	}
	for place, all := range dynamic {
		if all == nil {
			continue
		}
		for _, text := range all() {
			if text != "" {
				g.texts.texts[text] = place
			}
		}
	}
	return g.texts
}

func short(path string) string { return filepath.Base(filepath.Dir(path)) + "/" + filepath.Base(path) }
