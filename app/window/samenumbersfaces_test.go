package window

import (
	"bytes"
	"encoding/csv"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"muster/app/phrase"
	"muster/campaign"
)

// What figures look like in a text.
const (
	number = `([−–-]?\d+(?:,\d{3})*(?:\.\d+)?)`
	part   = `((?:under |over )?[−–-]?\d+(?:,\d{3})*(?:\.\d+)?%)`
	date   = `(\d+ \w{3} \d{4})`
	ahead  = `(\d+ \w{3} \d{4}|not in sight)`
	raised = `[⁰¹²³⁴-⁹]*`
)

// headline is the sentence on the next threshold that is not held.
func (w *faceText) headline(f figures, beside string) {
	w.find(number+` of [\d,]+ pledges`, "pledges")
	if next, ok := f.next(); ok {
		w.find(`[\d,]+ of `+number+` `+beside, next+": target")
		w.find(number+` short: `+number+` orders of magnitude ?, `+number+` doublings`, next+": short", next+": orders", next+": doublings")
	}
}

// next returns the nearest threshold on pledges that is not held.
func (f figures) next() (name string, ok bool) {
	least := 0.0
	for _, t := range f.Status.Thresholds {
		if t.Figure == campaign.FigurePledges && !t.Held && (!ok || t.Target < least) {
			name, least, ok = t.Name, t.Target, true
		}
	}
	return name, ok
}

// expected are the sentences on who may come.
func (w *faceText) expected(f figures) {
	if f.Turnout.Expected.P90 > 0 {
		w.find(`Of `+number+` pledges, `+number+` to `+number+` people are expected to come`, "turnout of", "turnout p10", "turnout p90")
	}
	if f.Turnout.Chance == nil {
		return
	}
	w.find(`% sure of [\d,]+ people, `+number+` pledges are needed`, "pledges needed")
	if f.Turnout.Expected.P90 > 0 || !strings.HasSuffix(w.face, "window") { // the window leaves out what nobody needs to be told
		w.find(`With these pledges alone, the chance that the [\d,]+ needed come is `+part+`\.`, "turnout chance")
	}
}

func (c *shownCampaign) statusFace(t *testing.T, f figures) *faceText {
	w := faceOf(t, "muster status", c.run(t, "status"))
	w.headline(f, "pledges")
	for _, th := range f.Status.Thresholds {
		n := th.Name
		value := number
		if th.Figure == campaign.FigureShare {
			value = part
		}
		w.find(regexp.QuoteMeta(n)+` `+value+`(?: people)? `+value+` `+part+` (not yet|\d+ \w+ \d+)`, n+": target", n+": value", n+": progress", n+": reached")
	}
	if p := f.Status.Population; p != nil && p.Need.OneIn != nil {
		w.find(`Needed [\d,]+ 1 in `+number, "need: 1 in")
	}
	w.find(`Pledged `+number+` 1 in `+number, "pledges", "pledges: 1 in")
	for _, m := range f.Status.Measures {
		w.find(regexp.QuoteMeta(m.Name)+` `+number+`\b`, "measure "+m.Name)
	}
	w.regions(f, `Region Pledges Part .*?`)
	return w
}

// regions are in a table, each with its part of all.
func (w *faceText) regions(f figures, after string) {
	for _, r := range f.Status.ByRegion {
		if r.Name != "" {
			w.find(after+`\b`+regexp.QuoteMeta(r.Name)+` `+number+` `+part, "region "+r.Name)
		}
	}
}

func (c *shownCampaign) turnoutFace(t *testing.T, f figures) *faceText {
	w := faceOf(t, "muster turnout", c.run(t, "turnout"))
	w.expected(f)
	w.find(`In all `+number+` [\d,]+ `+number, "turnout of", "turnout likely")
	return w
}

func (c *shownCampaign) forecastFace(t *testing.T, f figures) *faceText {
	w := faceOf(t, "muster forecast", c.run(t, "forecast"))
	w.find(number+` pledges now, `+number+` a day lately`, "pledges", "a day lately")
	for _, th := range f.Forecast.Thresholds {
		n := th.Name
		if th.Chance != nil {
			w.find(regexp.QuoteMeta(n)+` `+number+` `+part+` \d+ \w+ \d+ `+ahead+` `+ahead+` to `+ahead+` `+number, n+": target", n+": chance", n+": p50", n+": p10", n+": p90", n+": a day")
		} else {
			w.find(regexp.QuoteMeta(n)+` `+number+` `+ahead+` `+ahead+` to `+ahead, n+": target", n+": p50", n+": p10", n+": p90")
		}
	}
	return w
}

// shares is the sentence on the population.
func (w *faceText) shares(f figures) {
	w.find(`The pledges are [\d.]+% \(1 in `+number+`\)`, "pledges: 1 in")
	if f.Status.Need != nil {
		w.find(`who are needed are [\d.]+% \(1 in `+number+`\)`, "need: 1 in")
	}
}

func (w *faceText) chances(f figures, pattern func(name string) string) {
	if f.Forecast == nil {
		return
	}
	for _, th := range f.Forecast.Thresholds {
		if th.Chance != nil {
			w.find(pattern(th.Name), th.Name+": chance")
		}
	}
}

// windowFaces are the screens that show figures, after what the window rests
// on.
func (c *shownCampaign) windowFaces(t *testing.T, f figures) []*faceText {
	w := c.window(t)
	for w.Canvas().Overlays().Top() != nil {
		w.escape()
	}
	on := func(screen string) *faceText {
		w.shell.navigate(screen)
		return faceOf(t, screen+" in the window", shown(w.shell.front()))
	}
	model := &faceText{t: t, face: "what the window rests on", got: readFigures{"pledges": exact(float64(w.snapshot.Standing.Pledges)), "updates": strconv.Itoa(w.snapshot.Standing.Updates)}}
	for _, th := range w.snapshot.Standing.Thresholds {
		model.got[th.Name+": value"], model.got[th.Name+": progress"] = exact(th.Value), exact(th.Progress)
		model.got[th.Name+": short"] = exact(th.Gap.Short)
	}
	overview := on("Overview")
	if next, ok := f.next(); ok {
		overview.find(number+` of `+number, "pledges", next+": target")
		overview.find(number+` short: `+number+` orders of magnitude ?, `+number+` doublings`, next+": short", next+": orders", next+": doublings")
	}
	for _, th := range f.Status.Thresholds {
		if th.ReachedAt != nil && th.Held {
			overview.find(regexp.QuoteMeta(th.Name)+` (?:stated |derived |assumed )?(?:[\d,.]+% · )?`+date, th.Name+": reached")
		}
	}
	if f.Status.Need != nil {
		overview.find(`people needed 1 in `+number, "need: 1 in")
		overview.find(`Pledged so far: 1 in `+number, "pledges: 1 in")
	}
	turnout := on("Turnout")
	turnout.expected(f)
	faces := []*faceText{model, overview, turnout}
	if f.Forecast != nil && len(f.Forecast.Thresholds) > 0 {
		forecast := on("Forecast")
		forecast.find(number+` a day lately`, "a day lately")
		forecast.chances(f, func(n string) string { return regexp.QuoteMeta(n) + ` [\d,]+ pledges ` + part + ` by` })
		for _, th := range f.Forecast.Thresholds {
			n := th.Name
			forecast.find(regexp.QuoteMeta(n)+` `+number+` pledges (?:`+part[1:len(part)-1]+` by \d+ \w+ \d+ )?`+ahead+` `+ahead+` `+ahead, n+": target", n+": p10", n+": p50", n+": p90")
		}
		faces = append(faces, forecast)
	}
	return faces
}

// bookFace reads a workbook.
func bookFace(t *testing.T, f figures, book *excelize.File) *faceText {
	w := &faceText{t: t, face: "workbook", got: readFigures{}}
	day := func(serial string) string {
		v, err := strconv.ParseFloat(serial, 64)
		if err != nil {
			return serial
		}
		at, err := excelize.ExcelDateToTime(v, false)
		if err != nil {
			t.Fatal(err)
		}
		return phrase.Day(campaign.DayOf(at, time.UTC))
	}
	for _, row := range table(t, book, "Summary", "Figure") {
		for label, name := range map[string]string{"Pledges": "pledges", "Updates": "updates", "Needed: one in": "need: 1 in", "Pledged: one in": "pledges: 1 in"} {
			if v := row["Value"]; row[""] == label && v != "" {
				w.got[name] = v
			}
		}
	}
	for _, row := range table(t, book, "Thresholds", "Threshold") {
		n := row[""] + ": "
		for column, name := range map[string]string{"Now": "value", "Target": "target", "Progress": "progress", "Short": "short", "Orders of magnitude": "orders", "Doublings": "doublings"} {
			if v := row[column]; v != "" {
				w.got[n+name] = v
			}
		}
		w.got[n+"reached"] = day(row["First reached"])
	}
	for _, row := range table(t, book, "Thresholds", "Simulated on") {
		n := row[""] + ": "
		if row["Chance"] != "" {
			w.got[n+"chance"] = row["Chance"]
		}
		for column, name := range map[string]string{"1 in 10 by": "p10", "Even chance by": "p50", "9 in 10 by": "p90"} {
			w.got[n+name] = day(row[column])
		}
	}
	for _, row := range table(t, book, "Turnout", "Simulated on") {
		for label, name := range map[string]string{"1 in 10 below": "turnout p10", "Even chance": "turnout p50", "1 in 10 above": "turnout p90", "Chance of the need": "turnout chance", "Pledges needed": "pledges needed"} {
			if row[""] == label && row["1"] != "" {
				w.got[name] = row["1"]
			}
		}
	}
	for _, row := range table(t, book, "Summary", "Turnout") {
		if row[""] == "Likely turnout" {
			w.got["turnout likely"] = row["1"]
		}
	}
	for _, row := range table(t, book, "Regions", "Region") {
		w.got["region "+strings.Replace(row[""], "(not given)", "", 1)] = row["Pledges"]
	}
	for _, row := range table(t, book, "Summary", "Other counts") {
		w.got["measure "+row[""]] = row["1"]
	}
	return w
}

// ledgerFace folds the updates that are in a CSV file.
func (c *shownCampaign) ledgerFace(t *testing.T, plan campaign.Campaign, path string) *faceText {
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var updates []campaign.Update
	for _, row := range rows[1:] {
		of := map[string]string{}
		for i, title := range rows[0] {
			of[title] = row[i]
		}
		updates = append(updates, updateOf(t, of))
	}
	s, err := campaign.Fold(updates, plan.Location()).Standing(plan, c.now)
	if err != nil {
		t.Fatal(err)
	}
	w := &faceText{t: t, face: "CSV", got: readFigures{"pledges": exact(float64(s.Pledges)), "updates": strconv.Itoa(s.Updates)}}
	for _, th := range s.Thresholds {
		w.got[th.Name+": value"], w.got[th.Name+": short"] = exact(th.Value), exact(th.Gap.Short)
		if th.Reached {
			w.got[th.Name+": reached"] = phrase.Day(campaign.DayOf(th.ReachedAt, plan.Location()))
		}
	}
	for _, r := range s.ByRegion {
		w.got["region "+r.Name] = exact(float64(r.Total))
	}
	for _, m := range s.Measures {
		w.got["measure "+m.Name] = exact(float64(m.Value))
	}
	return w
}

// updateOf returns the update of a line of CSV.
func updateOf(t *testing.T, of map[string]string) campaign.Update {
	t.Helper()
	u := campaign.Update{Kind: campaign.Void, Cell: campaign.Cell{Measure: of["measure"], Region: of["region"], Source: of["source"], Tier: of["tier"]}}
	var err error
	if u.At, err = time.Parse(time.RFC3339Nano, of["at"]); err != nil {
		t.Fatal(err)
	}
	for kind, text := range map[campaign.Kind]string{campaign.Added: of["added"], campaign.Reading: of["total"]} {
		if text != "" {
			u.Kind = kind
			if u.Count, err = strconv.ParseInt(text, 10, 64); err != nil {
				t.Fatal(err)
			}
		}
	}
	if u.ID, err = campaign.ParseID(of["id"]); err == nil && of["voids"] != "" {
		u.Voids, err = campaign.ParseID(of["voids"])
	}
	if err != nil {
		t.Fatal(err)
	}
	return u
}
