package window

import (
	"os"
	"regexp"
	"testing"

	"muster/campaign"
)

func (c *shownCampaign) messageFace(t *testing.T, f figures, path string) *faceText {
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	w := faceOf(t, "message", string(text))
	w.headline(f, "pledges")
	w.expected(f)
	for _, th := range f.Status.Thresholds {
		n := th.Name
		line := `\*\*` + regexp.QuoteMeta(n) + `\*\*: [^*]*?`
		switch th.Figure {
		case campaign.FigureShare:
			w.find(line+part+` of the population has pledged, of `+part, n+": value", n+": target")
		default:
			w.find(line+number+` of `+number, n+": value", n+": target")
		}
		if th.ReachedAt != nil {
			w.find(line+`reached `+date, n+": reached")
		} else {
			w.find(line+`, `+part+`\. `, n+": progress")
		}
	}
	w.shares(f)
	w.chances(f, func(n string) string {
		return `\*\*` + regexp.QuoteMeta(n) + `\*\*: [^*]*?Chance ` + part + ` by`
	})
	return w
}

func (c *shownCampaign) paperFace(t *testing.T, f figures, path string) *faceText {
	w := faceOf(t, "PDF", pdfText(t, path))
	w.headline(f, "pledges")
	w.expected(f)
	w.shares(f)
	w.thresholdTable(f)
	for _, m := range f.Status.Measures {
		w.find(`What is counted .*?`+regexp.QuoteMeta(m.Name)+raised+` `+number, "measure "+m.Name)
	}
	if len(f.Status.ByRegion) > 1 {
		w.regions(f, `Region Pledges Part Population .*?`)
	}
	w.find(`In all `+number+` [\d,]+ `+number, "turnout of", "turnout likely")
	if f.Forecast != nil {
		for _, th := range f.Forecast.Thresholds {
			n := th.Name
			w.find(`Threshold Target 1 in 10 by .*?`+regexp.QuoteMeta(n)+` `+number+` `+ahead+` `+ahead+` `+ahead, n+": target", n+": p10", n+": p50", n+": p90")
		}
		w.chances(f, func(n string) string {
			return `The chance of “` + regexp.QuoteMeta(n) + `” \([\d,]+\) by \d+ \w+ \d+ is ` + part
		})
	}
	return w
}

// briefFace reads the report of one page.
func (c *shownCampaign) briefFace(t *testing.T, f figures, path string) *faceText {
	w := faceOf(t, "brief", pdfText(t, path))
	w.find(number+` of [\d,]+`, "pledges")
	if next, ok := f.next(); ok {
		w.find(`of `+number+raised+` pledges`, next+": target")
		w.find(number+` short: `+number+` orders of magnitude, `+number+` doublings`, next+": short", next+": orders", next+": doublings")
	}
	w.expected(f)
	w.thresholdTable(f)
	return w
}

// thresholdTable is that of a report, with chances if there are any.
func (w *faceText) thresholdTable(f figures) {
	chances := map[string]bool{}
	if f.Forecast != nil {
		for _, th := range f.Forecast.Thresholds {
			chances[th.Name] = th.Chance != nil
		}
	}
	for _, th := range f.Status.Thresholds {
		n, value := th.Name, number
		if th.Figure == campaign.FigureShare {
			value = part
		}
		row := regexp.QuoteMeta(n) + raised + ` (?:\d+ \w+ \d+|–)` + raised + ` ` + value + ` ` + value + ` `
		switch {
		case th.ReachedAt != nil:
			w.find(row+`reached `+date, n+": value", n+": target", n+": reached")
		case chances[n]:
			w.find(row+part+` `+part, n+": value", n+": target", n+": progress", n+": chance")
		default:
			w.find(row+part, n+": value", n+": target", n+": progress")
		}
	}
}
