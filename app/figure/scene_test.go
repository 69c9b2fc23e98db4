package figure

import (
	"bytes"
	"image"
	"image/color"
	"math"
	"strings"
	"sync"
	"testing"

	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgimg"

	"muster/campaign"
)

// march is a trend with everything on it.
func march() Trend {
	return Trend{
		Days: totals(200, 300, 400, 800, 1000), AsOf: today, AsOfName: "today", Opens: today - 90, Deadline: today + 98,
		Levels:  []Level{{Name: "First hundred", Target: 100, Held: true}, {Name: "The march is on", Target: 100_000}},
		Moments: []Moment{{Day: today - 40, Name: "A moment"}},
		Fan:     []Band{{Days: []campaign.Day{today, today + 98}, Low: []float64{1000, 1200}, High: []float64{1000, 2900}}},
	}
}

// trends are the shapes that real campaigns take.
func trends() map[string]Trend {
	centuries := Trend{AsOf: campaign.NewDay(2099, 12, 31)}
	for d := campaign.NewDay(1900, 1, 1); d <= centuries.AsOf; d++ {
		centuries.Days = append(centuries.Days, campaign.DayTotal{Day: d, Total: int64(d % 1000)})
	}
	log := march()
	log.Scale, log.Days = Log, totals(0, 0, 5, -3, 0)
	return map[string]Trend{
		"march": march(), "empty": {AsOf: today, Levels: march().Levels}, "single": {Days: totals(5), AsOf: today},
		"zero": {Days: totals(0, 0, 0), AsOf: today}, "flat": {Days: totals(7, 7, 7), AsOf: today},
		"falling": {Days: totals(3000, 100, -600), AsOf: today}, "huge": {Days: totals(1, 1e12), AsOf: today},
		"log through zero": log, "centuries": centuries,
		"hostile names": {Days: totals(1, 2), AsOf: today, AsOfName: "😀\x00", Levels: []Level{{Name: strings.Repeat("long \u202e", 900), Target: 2}, {Name: "", Target: 1}}},
		"zoomed away":   {Days: totals(1, 2), AsOf: today, From: today + 100, Till: today + 200},
	}
}

func count(img image.Image, c color.NRGBA) int {
	n := 0
	for y := range img.Bounds().Dy() {
		for x := range img.Bounds().Dx() {
			if color.NRGBAModel.Convert(img.At(x, y)) == color.Color(c) {
				n++
			}
		}
	}
	return n
}

func TestEverySurfaceDrawsEveryTrend(t *testing.T) {
	for name, trend := range trends() {
		t.Run(name, func(t *testing.T) {
			scene := trend.Scene(Style{Palette: Dark})
			img := scene.Image(500, 260, 1.5)
			if img.Bounds().Dx() != 500 || img.Bounds().Dy() != 260 {
				t.Errorf("an image of %v", img.Bounds())
			}
			if drawn := count(img, Dark.Accent) > 0; drawn != (len(trend.Days) > 0 && name != "zoomed away") {
				t.Errorf("the count is drawn: %v", drawn)
			}
			var svg bytes.Buffer
			if err := scene.SVG(&svg, 500, 260); err != nil || !strings.Contains(svg.String(), "</svg>") {
				t.Errorf("the SVG: %v", err)
			}
			if strings.Contains(svg.String(), "NaN") || strings.Contains(svg.String(), "Inf") {
				t.Error("something lies nowhere")
			}
		})
	}
}

func TestTinySizes(t *testing.T) {
	scene := march().Scene(Style{Palette: Light})
	for _, size := range []image.Point{{1, 1}, {20, 200}, {200, 12}, {3, 3}} {
		if scene.Image(size.X, size.Y, 2) == nil {
			t.Errorf("no image of %v", size)
		}
	}
	if scene.Image(0, 10, 1) != nil {
		t.Error("an image without room")
	}
}

// TestFrameFindsTheLine looks where the frame says the last total lies: there
// is the dot.
func TestFrameFindsTheLine(t *testing.T) {
	for _, scale := range []float64{1, 1.25, 2} {
		trend := march()
		scene := trend.Scene(Style{Palette: Light})
		img, frame := scene.Picture(640, 340, scale)
		x, y := frame.X(float64(today)), frame.Y(1000)
		if got := color.NRGBAModel.Convert(img.At(int(x), int(y))); got != color.Color(Light.Accent) {
			t.Errorf("scale %v: at %v, %v there is %v", scale, x, y, got)
		}
		if day := campaign.Day(frame.Stop(x, y)); day != today {
			t.Errorf("scale %v: under the dot lies %s", scale, day)
		}
		if at := frame.At(x); math.Abs(at-float64(today)) > 1e-6 {
			t.Errorf("scale %v: under the dot lies the day %v, not %d", scale, at, today)
		}
		if area := frame.Area(); x < area.Min.X || x > area.Max.X || y < area.Min.Y || y > area.Max.Y {
			t.Errorf("scale %v: the dot is outside of %v", scale, area)
		}
		if d := campaign.Day(frame.Stop(-100, y)); d != today-90 {
			t.Errorf("left of the chart lies %s", d)
		}
	}
}

func TestScenesCanBeDrawnAtOnce(t *testing.T) {
	scene := march().Scene(Style{Palette: Light})
	want := scene.Image(300, 200, 1).(*image.RGBA).Pix
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() {
			if !bytes.Equal(scene.Image(300, 200, 1).(*image.RGBA).Pix, want) {
				t.Error("the same scene gave another picture")
			}
		})
	}
	wait.Wait()
}

// TestLabelsKeepApart draws the busiest chart and compares every two labels.
func TestLabelsKeepApart(t *testing.T) {
	trend := march()
	for i := range 12 {
		trend.Levels = append(trend.Levels, Level{Name: "Step", Target: float64(500 * (i + 1))})
	}
	l := laidOut(trend)
	l.draw(draw.New(vgimg.New(600, 300)))
	if len(l.taken) < 5 {
		t.Fatalf("only %d labels", len(l.taken))
	}
	for i, a := range l.taken {
		for _, b := range l.taken[:i] {
			if a.Min.X < b.Max.X && b.Min.X < a.Max.X && a.Min.Y < b.Max.Y && b.Min.Y < a.Max.Y {
				t.Errorf("%v and %v overlap", a, b)
			}
		}
	}
}

func TestLegible(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"  plain \t text\n", "plain text"}, {"Ünïcode Привет Ελλάδα", "Ünïcode Привет Ελλάδα"},
		{"a😀b", "a\ufffdb"}, {"\u202eRTL\x00", "RTL"}, {"", ""},
	} {
		if got := Legible(c.in); got != c.want {
			t.Errorf("Legible(%q) = %q, not %q", c.in, got, c.want)
		}
	}
}
