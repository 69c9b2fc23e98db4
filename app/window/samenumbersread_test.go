package window

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"muster/app/phrase"
	"muster/campaign"
)

// figures are what a campaign comes to as programs get it, which every other
// face is held against.
type figures struct {
	Status struct {
		Updates    int
		Pledges    int64
		Need       *int64
		Population *struct {
			Count         int64
			Need, Pledges struct {
				OneIn *float64 `json:"one_in"`
			}
		}
		Thresholds []struct {
			Name, Figure                   string
			Target, Value, Progress, Short float64
			Orders                         *float64 `json:"orders_of_magnitude"`
			Doublings                      *float64
			Held                           bool
			ReachedAt                      *time.Time `json:"reached_at"`
		}
		Measures []struct {
			Name  string
			Value int64
		}
		ByRegion []struct {
			Name  string
			Total int64
		} `json:"by_region"`
	}
	Turnout struct {
		Pledges  int64
		Expected campaign.Quantiles
		Need     *int64
		Chance   *float64
		Needed   struct {
			Confidence float64
			Count      *int64
		} `json:"pledges_needed"`
		Likely float64
	}
	Forecast *struct {
		Total      int64
		PerDay     float64 `json:"per_day"`
		Thresholds []struct {
			Name         string
			Chance       *float64 `json:"chance_by_deadline"`
			Date         struct{ P10, P50, P90 *time.Time }
			NeededPerDay *float64 `json:"needed_per_day"`
		}
	}
	zone *time.Location
}

func (c *shownCampaign) figures(t *testing.T, zone *time.Location) figures {
	t.Helper()
	f := figures{zone: zone}
	for _, part := range []struct {
		command string
		into    any
	}{{"status", &f.Status}, {"turnout", &f.Turnout}, {"forecast", &f.Forecast}} {
		if part.command == "forecast" && c.name == "march" {
			continue // there is none with a single reading
		}
		if err := json.Unmarshal([]byte(c.run(t, part.command, "--json")), part.into); err != nil {
			t.Fatal(err)
		}
	}
	return f
}

// exact is a figure as programs show it.
func exact(v float64) string { return strconv.FormatFloat(v, 'g', 12, 64) }

// shownAs returns every figure by name, and in which ways it may be shown: as
// it is, and as people read it.
func (f figures) shownAs() map[string][]string {
	all := map[string][]string{}
	count := func(name string, n int64) { all[name] = []string{exact(float64(n)), phrase.Count(n)} }
	count("pledges", f.Status.Pledges)
	count("updates", int64(f.Status.Updates))
	for _, m := range f.Status.Measures {
		count("measure "+m.Name, m.Value)
	}
	for _, r := range f.Status.ByRegion {
		count("region "+r.Name, r.Total)
	}
	if p := f.Status.Population; p != nil {
		for name, n := range map[string]*float64{"need: 1 in": p.Need.OneIn, "pledges: 1 in": p.Pledges.OneIn} {
			if n != nil {
				one := func(s string) string { return strings.TrimPrefix(s, "1 in ") }
				all[name] = []string{exact(*n), one(phrase.OneIn(*n)), one(phrase.OneInExactly(*n))}
			}
		}
	}
	for _, t := range f.Status.Thresholds {
		f.threshold(all, t.Name, campaign.ThresholdStanding{
			Threshold: campaign.Threshold{Name: t.Name, Figure: t.Figure, Target: t.Target}, Value: t.Value, Progress: t.Progress, Held: t.Held}, t.ReachedAt)
		all[t.Name+": short"] = []string{exact(t.Short), phrase.Amount(campaign.Threshold{Figure: t.Figure}, t.Short)}
		for name, v := range map[string]*float64{": orders": t.Orders, ": doublings": t.Doublings} {
			if v != nil {
				all[t.Name+name] = []string{exact(*v), strconv.FormatFloat(*v, 'f', 1, 64)}
			}
		}
	}
	f.ahead(all)
	return all
}

func (f figures) threshold(all map[string][]string, name string, t campaign.ThresholdStanding, reached *time.Time) {
	all[name+": target"] = []string{exact(t.Target), phrase.Amount(t.Threshold, t.Target)}
	all[name+": value"] = []string{exact(t.Value), phrase.Amount(t.Threshold, t.Value)}
	all[name+": progress"] = []string{exact(t.Progress), phrase.Progress(t)}
	all[name+": reached"] = []string{"", "not yet"}
	if reached != nil {
		all[name+": reached"] = []string{phrase.Day(campaign.DayOf(*reached, f.zone))}
	}
}

// ahead adds what is simulated.
func (f figures) ahead(all map[string][]string) {
	t := f.Turnout
	for name, v := range map[string]float64{"p10": t.Expected.P10, "p50": t.Expected.P50, "p90": t.Expected.P90} {
		all["turnout "+name] = []string{exact(v), phrase.About(v)}
	}
	all["turnout likely"] = []string{exact(t.Likely), phrase.Whole(t.Likely)}
	all["turnout of"] = []string{exact(float64(t.Pledges)), phrase.Count(t.Pledges)}
	if t.Chance != nil {
		all["turnout chance"] = []string{exact(*t.Chance), phrase.Chance(*t.Chance)}
	}
	if t.Needed.Count != nil {
		all["pledges needed"] = []string{exact(float64(*t.Needed.Count)), phrase.AtLeast(*t.Needed.Count)}
	}
	if f.Forecast == nil {
		return
	}
	all["a day lately"] = []string{phrase.PerDay(f.Forecast.PerDay)}
	for _, t := range f.Forecast.Thresholds {
		for name, at := range map[string]*time.Time{": p10": t.Date.P10, ": p50": t.Date.P50, ": p90": t.Date.P90} {
			all[t.Name+name] = []string{"", phrase.Reach(time.Time{}, f.zone)}
			if at != nil {
				all[t.Name+name] = []string{phrase.Reach(*at, f.zone)}
			}
		}
		if t.Chance != nil {
			all[t.Name+": chance"] = []string{exact(*t.Chance), phrase.Chance(*t.Chance)}
			all[t.Name+": a day"] = []string{exact(*t.NeededPerDay), phrase.PerDay(*t.NeededPerDay)}
		}
	}
}

// readFigures are what a face shows, by figure.
type readFigures map[string]string

// disagreements returns what a face shows otherwise than programs get it.
func disagreements(face string, got readFigures, want map[string][]string) []string {
	var faults []string
	for name, shown := range got {
		want := want[strings.ReplaceAll(name, again, "")]
		is := strings.NewReplacer("–", "−").Replace(shown)
		if v, err := strconv.ParseFloat(shown, 64); err == nil {
			is = exact(v)
		}
		if !slices.Contains(want, shown) && !slices.Contains(want, is) && !near(is, want) {
			faults = append(faults, fmt.Sprintf("%s: %s is %q, want one of %q", face, name, shown, want))
		}
	}
	slices.Sort(faults)
	return faults
}

// near allows for the last digits of what was added up in another order.
func near(shown string, want []string) bool {
	got, err := strconv.ParseFloat(shown, 64)
	if err != nil || len(want) == 0 {
		return false
	}
	is, err := strconv.ParseFloat(want[0], 64)
	return err == nil && math.Abs(got-is) <= 1e-9*max(1, math.Abs(is))
}

// faceText is the text of a face, in which figures are looked for.
type faceText struct {
	t    *testing.T
	face string
	text string
	got  readFigures
}

func faceOf(t *testing.T, face, text string) *faceText {
	return &faceText{t, face, strings.Join(strings.Fields(text), " "), readFigures{}}
}

// again is behind the name of a figure for every further way in which a face
// shows it.
const again = " again"

// find reads figures out of the text: a group of the pattern each. An optional
// one that is not there is left out.
func (w *faceText) find(pattern string, names ...string) {
	w.t.Helper()
	m := regexp.MustCompile(pattern).FindStringSubmatch(w.text)
	if m == nil {
		w.t.Errorf("%s does not say %s:\n%s", w.face, pattern, w.text)
		return
	}
	for i, name := range names {
		if m[i+1] == "" {
			continue
		}
		for w.got[name] != "" && w.got[name] != m[i+1] {
			name += again
		}
		w.got[name] = m[i+1]
	}
}

// table reads rows of a sheet under the names of its columns: from the head
// that begins with a title down to an empty row.
func table(t *testing.T, f *excelize.File, sheet, title string) []map[string]string {
	t.Helper()
	rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	var head []string
	var all []map[string]string
	for _, row := range rows {
		switch {
		case head == nil && len(row) > 0 && strings.HasPrefix(row[0], title):
			head = row
		case head != nil && (len(row) == 0 || row[0] == ""):
			return all
		case head != nil:
			line := map[string]string{"": row[0]}
			for i, cell := range row[1:] {
				if i+1 < len(head) && head[i+1] != "" {
					line[head[i+1]] = cell
				} else {
					line[fmt.Sprint(i+1)] = cell
				}
			}
			all = append(all, line)
		}
	}
	return all
}

// pdfText returns the words of a PDF.
func pdfText(t *testing.T, path string) string {
	t.Helper()
	out, err := exec.CommandContext(t.Context(), "pdftotext", "-layout", path, "-").CombinedOutput()
	if err != nil {
		t.Fatalf("pdftotext: %v\n%s", err, out)
	}
	return string(out)
}

// always makes LibreOffice work formulas out anew when it opens a workbook; by
// itself it believes the values that are stored.
const always = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`

// recalculated has LibreOffice work all formulas of some workbooks out anew, in
// one run.
func recalculated(t *testing.T, paths ...string) []*excelize.File {
	t.Helper()
	dir := t.TempDir()
	user := filepath.Join(dir, "profile", "user")
	if err := errors.Join(os.MkdirAll(user, 0o700), os.WriteFile(filepath.Join(user, "registrymodifications.xcu"), []byte(always), 0o600)); err != nil {
		t.Fatal(err)
	}
	args := append([]string{"-env:UserInstallation=file://" + dir + "/profile", "--headless", "--convert-to", "xlsx", "--outdir", dir}, paths...)
	if out, err := exec.CommandContext(t.Context(), "soffice", args...).CombinedOutput(); err != nil {
		t.Fatalf("soffice: %v\n%s", err, out)
	}
	var all []*excelize.File
	for _, path := range paths {
		f, err := excelize.OpenFile(filepath.Join(dir, filepath.Base(path)))
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { f.Close() })
		all = append(all, f)
	}
	return all
}
