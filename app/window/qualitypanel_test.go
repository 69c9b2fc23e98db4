package window

import (
	"strings"
	"testing"
	"time"

	"muster/app"
	"muster/campaign"
)

// withSlips records a week of counts in Ohio, one of them with a digit too many,
// and one that two people entered.
func withSlips(t *testing.T, w *Window) {
	t.Helper()
	at := now.AddDate(0, 0, -12)
	for i := range 8 {
		count, by := int64(12+i), "Anna"
		if i == 6 {
			count = 230
		}
		enter(t, w, app.Entry{Count: count, At: at.AddDate(0, 0, i), By: by, Cell: campaign.Cell{Region: "Ohio"}})
	}
	enter(t, w, app.Entry{Count: 19, At: at.AddDate(0, 0, 7).Add(time.Hour), By: "Bert", Cell: campaign.Cell{Region: "Ohio"}})
	w.changed()
}

func enter(t *testing.T, w *Window, e app.Entry) {
	t.Helper()
	if _, err := w.desk.Record(e); err != nil {
		t.Fatal(err)
	}
}

// TestQualityBringsTheLines shows what wants a look, and the lines that it is
// about.
func TestQualityBringsTheLines(t *testing.T) {
	w, p := onScreen[*pledges](t, "Pledges")
	w.shell.navigate("Overview")
	withSlips(t, w)
	top := func() string { return shown(w.Canvas().Overlays().Top()) }
	w.showQuality()
	for _, want := range []string{"+230, where about 15 are usual", "+19 twice on one day, from two people", "entered by Anna and Bert", "Everything that counts was entered here"} {
		if !strings.Contains(top(), want) {
			t.Errorf("it does not say %q: %s", want, top())
		}
	}
	w.escape()
	for kind, want := range map[campaign.FlagKind]string{campaign.FlagTenfold: "1 line found", campaign.FlagTwice: "2 lines found", campaign.FlagStaleRegion: "9 lines found"} {
		q, err := w.desk.Quality(t.Context(), time.Time{})
		if err != nil {
			t.Fatal(err)
		}
		flag := campaign.Flag{Kind: kind, From: 1, To: 2, Cell: campaign.Cell{Measure: campaign.Pledges, Region: "Ohio"}}
		for _, f := range q.Flags {
			if f.Kind == kind {
				flag = f
			}
		}
		newQualityPanel(w).looked(flag)
		if got := shown(p.ledger); !strings.Contains(got, want) {
			t.Errorf("of what is %s the ledger shows %s", kind, got)
		}
	}
}
