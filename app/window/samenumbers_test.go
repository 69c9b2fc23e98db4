package window

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"muster/app"
	commands "muster/app/command"
)

// shownCampaign is a campaign that every face shows.
type shownCampaign struct {
	name string
	dir  string // of its data, with no other campaign in it
	now  time.Time
	far  int64 // the target that a series has ahead of it
}

// run carries out a command line on the campaign.
func (c *shownCampaign) run(t *testing.T, args ...string) string {
	t.Helper()
	var out, errOut bytes.Buffer
	env := commands.Env{Now: func() time.Time { return c.now }}
	if status := commands.Run(append([]string{"--data", c.dir}, args...), strings.NewReader(""), &out, &errOut, env); status != commands.Done {
		t.Fatalf("muster %q: %s", args, errOut.String())
	}
	return out.String()
}

// window opens the campaign as a person does.
func (c *shownCampaign) window(t *testing.T) *Window {
	t.Helper()
	m, err := app.Open(c.dir, func() time.Time { return c.now })
	if err != nil {
		t.Fatal(err)
	}
	return startWindow(t, m)
}

// shownCampaigns are the examples, and two real series with what they lack:
// regions, measures, tiers, sources, voids and what lies between readings.
func shownCampaigns(t *testing.T) []*shownCampaign {
	begin := func(name string, at time.Time) *shownCampaign {
		return &shownCampaign{name: name, dir: t.TempDir(), now: at}
	}
	all := []*shownCampaign{
		begin("march", now),
		begin("petition", time.Date(2019, 3, 21, 9, 0, 0, 0, time.UTC)), // in the middle of it
		begin("series uk_700217", time.Date(2024, 12, 31, 12, 0, 0, 0, time.UTC)),
		begin("series ks_larry", time.Date(2012, 4, 20, 12, 0, 0, 0, time.UTC)),
	}
	all[2].far, all[3].far = 11_111, 14_141
	for _, c := range all {
		if series, isSeries := strings.CutPrefix(c.name, "series "); isSeries {
			c.count(t, series)
		} else {
			c.run(t, "new", "--example", c.name)
		}
	}
	return all
}

const seriesPlan = `name: A letter
time_zone: Europe/London
deadline: %[1]s
event: {date: %[1]s, place: Town}
need: 4000
population: {name: "Town", count: 702250, year: 2024, source: a census}
tiers:
  - {name: Committed, valid: 0.9, show: {low: 0.3, likely: 0.5, high: 0.6}}
  - {name: Keep me informed, show: {low: 0.02, likely: 0.05, high: 0.15}}
walk_ons: {low: 0, likely: 50, high: 200}
regions:
  - {name: North, population: 300000, target: 2000}
  - {name: South, population: 402250, target: 500}
measures: [{name: Councillors in favour, out_of: 48}]
thresholds:
  - {name: First step, figure: pledges, target: 2500}
  - {name: Second step, figure: pledges, target: 7777}
  - {name: Far step, figure: pledges, target: %[2]d, deadline: %[1]s}
  - {name: Every twentieth, figure: share, target: 0.05}
  - {name: Full square, figure: turnout, target: 4321}
  - {name: Majority, figure: Councillors in favour, target: 25}
`

// count makes a campaign of a real series.
func (c *shownCampaign) count(t *testing.T, series string) {
	t.Helper()
	text, err := os.ReadFile("../../campaign/forecast/backtest/testdata/series/" + series + ".csv")
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	file := func(name, text string) string {
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	c.run(t, "new", "A letter")
	c.run(t, "plan", "apply", file("plan.yaml", fmt.Sprintf(seriesPlan, c.now.AddDate(0, 2, 0).Format(time.DateOnly), c.far)))
	var counts strings.Builder
	counts.WriteString("at,total,region,source,tier\n")
	for _, row := range rows[1:] {
		fmt.Fprintf(&counts, "%s,%s,North,website,Committed\n", row[0], row[1])
	}
	c.run(t, "import", file("series.csv", counts.String()))
	last := c.now.AddDate(0, 0, -1)
	added := func(count string, more ...string) string {
		return c.run(t, append([]string{"add", count, "--json", "--at", last.Format(time.RFC3339)}, more...)...)
	}
	added("123", "--region", "South", "--source", "stall", "--tier", "Keep me informed")
	added("-17", "--region", "West")
	added("11", "--total", "--measure", "Councillors in favour")
	wrong := added("50000", "--region", "South", "--source", "stall")
	var update struct{ ID string }
	if err := json.Unmarshal([]byte(wrong), &update); err != nil {
		t.Fatal(err)
	}
	c.run(t, "void", update.ID, "--why", "typed twice")
}

// TestSameNumbersEverywhere makes the figures of some campaigns by every face
// and holds them all against what programs get.
func TestSameNumbersEverywhere(t *testing.T) {
	all := shownCampaigns(t)
	dir := t.TempDir()
	var books []string
	for i, c := range all {
		for _, ending := range []string{"pdf", "xlsx", "csv", "md"} {
			c.run(t, "report", "-o", filepath.Join(dir, fmt.Sprintf("%d.%s", i, ending)))
		}
		c.run(t, "report", "--brief", "-o", filepath.Join(dir, fmt.Sprintf("%d-brief.pdf", i)))
		books = append(books, filepath.Join(dir, fmt.Sprintf("%d.xlsx", i)))
	}
	opened := recalculated(t, books...)
	for i, c := range all {
		t.Run(c.name, func(t *testing.T) {
			plan := c.window(t).desk.Campaign()
			f := c.figures(t, plan.Location())
			path := filepath.Join(dir, fmt.Sprint(i))
			faces := append(c.windowFaces(t, f), c.statusFace(t, f), c.turnoutFace(t, f), c.paperFace(t, f, path+".pdf"), c.briefFace(t, f, path+"-brief.pdf"),
				c.messageFace(t, f, path+".md"), bookFace(t, f, opened[i]), c.ledgerFace(t, plan, path+".csv"))
			if f.Forecast != nil {
				faces = append(faces, c.forecastFace(t, f))
			}
			want := f.shownAs()
			compared, shownBy := 0, map[string]int{}
			for _, w := range faces {
				for _, fault := range disagreements(w.face, w.got, want) {
					t.Error(fault)
				}
				w.canFail(want)
				compared += len(w.got)
				for name := range w.got {
					shownBy[strings.ReplaceAll(name, again, "")]++
				}
			}
			for name := range want {
				if shownBy[name] == 0 {
					t.Errorf("no face but programs shows %s", name)
				}
			}
			t.Logf("%d figures compared on %d faces", compared, len(faces))
		})
	}
}

// canFail changes each figure of the face by one and expects to be told.
func (w *faceText) canFail(want map[string][]string) {
	w.t.Helper()
	if len(w.got) == 0 {
		w.t.Errorf("%s shows no figure", w.face)
	}
	for name, shown := range w.got {
		at := strings.LastIndexAny(shown, "0123456789")
		if at < 0 {
			continue
		}
		other := shown[:at] + string('0'+(shown[at]-'0'+1)%10) + shown[at+1:]
		if at == len(shown)-1 && strings.Contains(shown, ".") && len(shown) > 8 {
			other = "1" + shown // its last digit says nothing
		}
		if len(disagreements(w.face, readFigures{name: other}, want)) == 0 {
			w.t.Errorf("%s: %s as %q in place of %q goes unnoticed", w.face, name, other, shown)
		}
	}
}
