package backtest

import (
	"bytes"
	"go/format"
	"math"
	"os"
	"strings"
	"testing"
	"time"

	"muster/campaign/forecast"
)

// copied returns the series that may be copied into the project.
func copied(t *testing.T) []Series {
	t.Helper()
	var series []Series
	for _, folder := range []string{"testdata/series", "../../../assets/examples"} {
		more, err := ReadFolder(os.DirFS(folder))
		if err != nil {
			t.Fatal(err)
		}
		series = append(series, more...)
	}
	return series
}

func test(t *testing.T, series []Series, f Forecaster) Record {
	t.Helper()
	r, err := Test(series, f)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestProtocol holds the protocol against what the peers' script prints.
func TestProtocol(t *testing.T) {
	series := copied(t)
	for _, c := range []struct {
		name   string
		ask    Forecaster
		ks, uk float64
	}{
		{"no more sign-ups", NoMore, 0.3519, 0.2939},
		{"last seven days' rate", LastWeek, 0.0883, 0.3288},
	} {
		r := test(t, series, c.ask)
		if r.Kinds["ks"].Cases != 21 || r.Kinds["uk"].Cases != 23 {
			t.Fatalf("%d and %d cases, want 21 and 23", r.Kinds["ks"].Cases, r.Kinds["uk"].Cases)
		}
		if math.Abs(r.Kinds["ks"].CRPS-c.ks) > 5e-5 || math.Abs(r.Kinds["uk"].CRPS-c.uk) > 5e-5 {
			t.Errorf("%s scores %.4f and %.4f, want %.4f and %.4f", c.name, r.Kinds["ks"].CRPS, r.Kinds["uk"].CRPS, c.ks, c.uk)
		}
	}
}

// TestBar is the record that the shipped calibration must hold: on series it
// was not fitted on, and as shipped on those that are in the project.
func TestBar(t *testing.T) {
	if BySeries.All.Cases != 156 || BySeries.All.CRPS > 0.22 || BySeries.All.Holds < 0.76 || BySeries.All.Holds > 0.84 {
		t.Errorf("on record is %+v, want 156 cases, 0.22 at most and 76 to 84%%", BySeries.All)
	}
	for _, peer := range Peers {
		if peer.All.CRPS <= BySeries.All.CRPS {
			t.Errorf("%s does better on record", peer.Name)
		}
	}
	series := copied(t)
	ours, lastWeek := test(t, series, Shipped), test(t, series, LastWeek)
	if ours.All.CRPS > 0.17 || ours.All.CRPS > lastWeek.All.CRPS {
		t.Errorf("as shipped it scores %.3f, the last week's rate %.3f", ours.All.CRPS, lastWeek.All.CRPS)
	}
	if ours.All.Holds < 0.7 || ours.All.Holds > 0.9 {
		t.Errorf("as shipped the 80%% range holds %.0f%%", 100*ours.All.Holds)
	}
}

func TestCRPSOfOneValueIsItsError(t *testing.T) {
	if got, want := CRPS(all(99), 999), math.Log(10); math.Abs(got-want) > 1e-12 {
		t.Errorf("CRPS of 99 for 999 is %g, want ln 10", got)
	}
	sure, wide := all(100), all(100)
	for i := range wide {
		wide[i] = 100 + 10*float64(i-9)
	}
	if CRPS(sure, 100) >= CRPS(wide, 100) || CRPS(sure, 180) <= CRPS(wide, 180) {
		t.Error("a range should cost when the middle comes true, and pay when it does not")
	}
}

// TestNothingLeaks changes what came after the origin: the forecast must not.
func TestNothingLeaks(t *testing.T) {
	for _, s := range copied(t) {
		for _, c := range Cases(&s) {
			before, err := Shipped(c)
			if err != nil {
				t.Fatal(err)
			}
			later := s
			later.Readings = append([]forecast.Reading{}, s.Readings...)
			for i := c.Origin + 1; i < len(later.Readings); i++ {
				later.Readings[i].Total *= 3
			}
			c.Series = &later
			if after, err := Shipped(c); err != nil || after != before {
				t.Fatalf("%s: the forecast from reading %d knows what came later (%v)", s.Name, c.Origin, err)
			}
		}
	}
}

func TestGradient(t *testing.T) {
	series := copied(t)
	c := &cost{lessons: weigh(pairs(series), series, func(Series) bool { return true })}
	x := start()
	for i := range x {
		x[i] += 0.03 * float64(i%5-2)
	}
	grad := make([]float64, len(x))
	c.at(x, grad)
	for i := range x {
		const step = 1e-6
		up, down := append([]float64{}, x...), append([]float64{}, x...)
		up[i] += step
		down[i] -= step
		if want := (c.at(up, nil) - c.at(down, nil)) / (2 * step); math.Abs(grad[i]-want) > 1e-4 {
			t.Errorf("the slope by parameter %d is %g, measured %g", i, grad[i], want)
		}
	}
}

// TestFit fits on the few series of the project: that it works and does better
// than where it starts, not that it is good.
func TestFit(t *testing.T) {
	series := copied(t)
	fitted, err := Fit(series)
	if err != nil {
		t.Fatal(err)
	}
	if s := fitted.BySeries.All; s.Cases != 44 || s.CRPS > 0.3 {
		t.Errorf("each series by the others: %+v", s)
	}
	if s := fitted.ByKind.All; s.Cases != 44 || s.CRPS > 0.4 {
		t.Errorf("each kind by the other: %+v", s)
	}
	for i, z := range fitted.Model.Spread {
		if i > 0 && z <= fitted.Model.Spread[i-1] {
			t.Errorf("the spread falls: %v", fitted.Model.Spread)
		}
	}
	if _, err := Fit(series[:1]); err == nil || !strings.Contains(err.Error(), "nothing to fit on") {
		t.Errorf("a fit on one series, tested on others: %v", err)
	}
}

// TestSourceIsWritten holds the shipped source against what is written from it,
// so that nobody turns a figure by hand.
func TestSourceIsWritten(t *testing.T) {
	var model, record bytes.Buffer
	if err := WriteModel(&model, forecast.Shipped, make([]Series, 56)); err != nil {
		t.Fatal(err)
	}
	if err := WriteRecord(&record, Fitted{BySeries: BySeries, ByKind: ByKind}); err != nil {
		t.Fatal(err)
	}
	for name, written := range map[string][]byte{"../shipped.go": model.Bytes(), "recorded.go": record.Bytes()} {
		want, err := format.Source(written)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := os.ReadFile(name); err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s is not as written (%v)", name, err)
		}
	}
}

func TestPrint(t *testing.T) {
	var out strings.Builder
	if err := Print(&out, Peers[:2]); err != nil {
		t.Fatal(err)
	}
	want := "" +
		"             forecaster  all 156  80% range holds  chg 104  ks 21  rms 2  uk 23   us 6\n" +
		"        theta on totals    0.342              58%    0.420  0.123  0.117  0.279  0.086\n" +
		"  last seven days' rate    0.360                -    0.446  0.088  0.004  0.329  0.047\n"
	if out.String() != want {
		t.Errorf("printed\n%swant\n%s", out.String(), want)
	}
}

func TestOwn(t *testing.T) {
	for _, s := range copied(t) {
		if s.Name != "ks_larry" {
			continue
		}
		ours, lastWeek, err := Own(s.Readings)
		if err != nil || ours.Cases < 3 || lastWeek.Cases != ours.Cases || ours.CRPS > 0.5 {
			t.Errorf("%s tested on itself: %+v, %+v, %v", s.Name, ours, lastWeek, err)
		}
	}
	short := []forecast.Reading{{At: time.Unix(0, 0), Total: 1}, {At: time.Unix(86400, 0), Total: 2}}
	if ours, _, err := Own(short); err != nil || ours.Cases != 0 {
		t.Errorf("a history of a day was tested: %+v, %v", ours, err)
	}
	if ours, _, err := Own(nil); err != nil || ours.Cases != 0 {
		t.Errorf("no history was tested: %+v, %v", ours, err)
	}
}

func TestReadSaysWhatIsWrong(t *testing.T) {
	for text, want := range map[string]string{
		"at,total\nyesterday,5\n":             `x, line 2: "yesterday" is not a moment such as 2019-03-20T19:20:00Z`,
		"at,total\n2019-03-20T19:20:00Z,5k\n": `x, line 2: "5k" is not a whole number`,
		"at,total\n":                          "x holds no readings",
	} {
		if _, err := Read("x", strings.NewReader(text)); err == nil || err.Error() != want {
			t.Errorf("%q: %v, want %q", text, err, want)
		}
	}
	if _, err := ReadFolder(os.DirFS(t.TempDir())); err == nil {
		t.Error("an empty folder holds series")
	}
}
