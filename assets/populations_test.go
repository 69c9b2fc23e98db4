package assets

import (
	"slices"
	"strings"
	"testing"

	"muster/campaign"
)

func TestPopulationsAreWhole(t *testing.T) {
	kinds := map[string]int{}
	seen := map[string]string{}
	for _, p := range places() {
		kinds[p.kind]++
		if p.Count <= 0 {
			t.Errorf("%s has %d people", p.Name, p.Count)
		}
		if p.Year < 2018 || p.Year > 2026 {
			t.Errorf("%s is counted in %d", p.Name, p.Year)
		}
		if p.Source == "" {
			t.Errorf("%s has no source", p.Name)
		}
		for _, name := range append([]string{p.Name}, p.also...) {
			if name == "" || name != strings.TrimSpace(name) {
				t.Errorf("%s goes by %q", p.Name, name)
			}
			if other, taken := seen[strings.ToLower(name)]; taken {
				t.Errorf("%s and %s both go by %q", other, p.Name, name)
			}
			seen[strings.ToLower(name)] = p.Name
		}
	}
	for kind, want := range map[string]int{
		"world": 1, "country": 193 /* UN members */, "state": 51 /* with DC */, "territory": 1, "city": 51, /* 50 urban areas, New York City */
	} {
		if kinds[kind] != want {
			t.Errorf("%d of kind %s, want %d", kinds[kind], kind, want)
		}
		delete(kinds, kind)
	}
	if len(kinds) > 0 {
		t.Errorf("unknown kinds: %v", kinds)
	}
}

func TestPopulationsAddUp(t *testing.T) {
	sum := map[string]int64{}
	for _, p := range places() {
		if p.Source == "US Census Bureau, Vintage 2024" || p.kind != "state" {
			sum[p.kind] += p.Count
		}
	}
	if us, _ := FindPopulation("US"); sum["state"] != us.Count {
		t.Errorf("the states add up to %d, the US has %d", sum["state"], us.Count)
	}
	// The rest of the world is territories, Taiwan, Palestine and Kosovo.
	world, _ := FindPopulation("World")
	if share := float64(sum["country"]) / float64(world.Count); share < 0.985 || share > 1 {
		t.Errorf("the UN members hold %.3f of the world", share)
	}
}

func TestFindPopulation(t *testing.T) {
	for name, want := range map[string]campaign.Population{
		"Washington, DC":  {Name: "Washington, DC", Count: 702250, Year: 2024, Source: "US Census Bureau, Vintage 2024"},
		"washington, dc":  {Name: "Washington, DC", Count: 702250, Year: 2024, Source: "US Census Bureau, Vintage 2024"},
		"  Ohio ":         {Name: "Ohio", Count: 11883304, Year: 2024, Source: "US Census Bureau, Vintage 2024"},
		"usa":             {Name: "United States", Count: 340110988, Year: 2024, Source: "US Census Bureau, Vintage 2024"},
		"UK":              {Name: "United Kingdom", Count: 69281000, Year: 2024, Source: "World Bank"},
		"Georgia":         {Name: "Georgia", Count: 3812518, Year: 2024, Source: "World Bank"},
		"georgia, us":     {Name: "Georgia, US", Count: 11180878, Year: 2024, Source: "US Census Bureau, Vintage 2024"},
		"New York":        {Name: "New York", Count: 19867248, Year: 2024, Source: "US Census Bureau, Vintage 2024"},
		"New York City":   {Name: "New York City", Count: 8478072, Year: 2024, Source: "US Census Bureau, Vintage 2024"},
		"Sao Paulo":       {Name: "São Paulo (urban area)", Count: 22043000, Year: 2020, Source: "UN, World Urbanization Prospects 2018, a projection"},
		"tokyo":           {Name: "Tokyo (urban area)", Count: 37393000, Year: 2020, Source: "UN, World Urbanization Prospects 2018, a projection"},
		"Liecht":          {Name: "Liechtenstein", Count: 38137, Year: 2020, Source: "UN, World Population Prospects 2019"},
		"democratic peop": {}, // the beginning of another name is not enough
		"United":          {}, // three places
		"Atlantis":        {},
		"":                {},
	} {
		got, found := FindPopulation(name)
		if got != want || found != (want.Name != "") {
			t.Errorf("FindPopulation(%q) = %v, %v; want %v", name, got, found, want)
		}
	}
}

func TestPopulationsCannotBeSpoilt(t *testing.T) {
	Populations()[0].Name = "spoilt"
	if slices.ContainsFunc(Populations(), func(p campaign.Population) bool { return p.Name == "spoilt" }) {
		t.Error("a caller changed the table")
	}
}

func TestReadPlacesNamesTheLine(t *testing.T) {
	const head = "name,count,year,source,kind,also\n"
	for text, want := range map[string]string{
		head + "Ohio,many,2024,x,state,\n":                      "line 2",
		head + "Ohio,1,2024,x,state,\nIowa,1,lately,x,state,\n": "line 3",
		head + "Ohio,1,2024\n":                                  "wrong number of fields",
	} {
		if _, err := readPlaces(text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("readPlaces(%q): %v, want %q in it", text, err, want)
		}
	}
}
