package window

import (
	"bytes"
	"image"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"muster/app/figure"
	"muster/campaign"
)

var chartToday = campaign.DayOf(now, time.UTC)

// yearly is a year of daily counts with a threshold and a moment.
func yearly() figure.Trend {
	t := figure.Trend{
		AsOf: chartToday, AsOfName: "today", Levels: []figure.Level{{Name: "First thousand", Target: 1000}},
		Moments: []figure.Moment{{Day: chartToday - 100, Kind: campaign.News, Name: "A hearing"}},
	}
	for i := range campaign.Day(365) {
		t.Days = append(t.Days, campaign.DayTotal{Day: chartToday - 364 + i, Total: int64(2 * i)})
	}
	return t
}

// onChart returns a window that shows one chart.
func onChart(t testing.TB, c charted) (fyne.Window, *chartView) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(themes["light"])
	v := newChartView(inline)
	w := test.NewTempWindow(t, v)
	w.Resize(fyne.NewSize(900, 400))
	v.draw(c, "The sentence.")
	w.Canvas().Capture() // which draws
	return w, v
}

// columnOf returns where a day lies on a chart.
func columnOf(t testing.TB, v *chartView, day campaign.Day) float32 {
	t.Helper()
	frame, ok := v.picture.frame()
	if !ok {
		t.Fatal("the chart is not drawn")
	}
	return float32(frame.X(float64(day)) / v.picture.unit())
}

// hover points at a day and returns what is read.
func hover(t testing.TB, v *chartView, day campaign.Day) string {
	t.Helper()
	at := fyne.NewPos(columnOf(t, v, day), v.picture.Size().Height/2)
	v.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}})
	return sayReading(v.read)
}

// drag presses the pointer at one column and lets it go at another.
func drag(v *chartView, from, to float32, with fyne.KeyModifier) {
	at := func(x float32) fyne.PointEvent { return fyne.PointEvent{Position: fyne.NewPos(x, 100)} }
	v.MouseDown(&desktop.MouseEvent{PointEvent: at(from), Button: desktop.MouseButtonPrimary, Modifier: with})
	v.Dragged(&fyne.DragEvent{PointEvent: at((from + to) / 2), Dragged: fyne.NewDelta((to-from)/2, 0)})
	v.Dragged(&fyne.DragEvent{PointEvent: at(to), Dragged: fyne.NewDelta((to-from)/2, 0)})
	v.DragEnd()
}

func TestChartReadsTheDayUnderThePointer(t *testing.T) {
	_, v := onChart(t, yearly())
	for _, c := range []struct {
		day  campaign.Day
		want string
	}{
		{chartToday, "23 Nov 2026: Pledges 728."},
		{chartToday - 10, "13 Nov 2026: Pledges 708."},
		{chartToday - 100, "15 Aug 2026: Pledges 528, news A hearing."},
	} {
		if got := hover(t, v, c.day); got != c.want {
			t.Errorf("%s reads %q, not %q", c.day, got, c.want)
		}
	}
	if got := v.AccessibilityLabel(); !strings.HasPrefix(got, "The sentence. 15 Aug 2026") {
		t.Errorf("to those who do not see it the chart says %q", got)
	}
	v.MouseOut()
	if v.reading {
		t.Error("with the pointer away something is read")
	}
}

func TestChartReadoutStaysInside(t *testing.T) {
	w, v := onChart(t, yearly())
	for _, size := range []fyne.Size{{Width: 900, Height: 400}, {Width: 260, Height: 220}, {Width: 2000, Height: 900}} {
		w.Resize(size)
		w.Canvas().Capture()
		for day := chartToday - 364; day <= chartToday; day += 7 {
			hover(t, v, day)
			r := test.WidgetRenderer(v).(*chartRenderer)
			at, box := r.readout.Position(), r.readout.Size()
			if r.readout.Hidden || at.X < 0 || at.Y < 0 || at.X+box.Width > v.Size().Width || at.Y+box.Height > v.Size().Height {
				t.Fatalf("in %v the readout of %s lies at %v, %v large", size, day, at, box)
			}
		}
	}
}

func TestReadoutLiesBesideWhatItIsReadFrom(t *testing.T) {
	size, chart := fyne.NewSize(100, 60), fyne.NewSize(500, 200)
	for name, c := range map[string]struct{ from, to, want fyne.Position }{
		"a line on the left":   {fyne.NewPos(50, 10), fyne.NewPos(51, 190), fyne.NewPos(61, 14)},
		"a line on the right":  {fyne.NewPos(450, 10), fyne.NewPos(451, 190), fyne.NewPos(340, 14)},
		"a long bar on top":    {fyne.NewPos(40, 20), fyne.NewPos(480, 40), fyne.NewPos(210, 45)},
		"a long bar below":     {fyne.NewPos(40, 150), fyne.NewPos(480, 170), fyne.NewPos(210, 85)},
		"a low bar at the end": {fyne.NewPos(480, 180), fyne.NewPos(490, 200), fyne.NewPos(370, 140)},
	} {
		if got := nextTo([2]fyne.Position{c.from, c.to}, size, chart); got != c.want {
			t.Errorf("%s: it lies at %v, not %v", name, got, c.want)
		}
	}
}

func TestChartZoomsToWhatIsDraggedOver(t *testing.T) {
	_, v := onChart(t, yearly())
	from, to := chartToday-200, chartToday-100
	drag(v, columnOf(t, v, from), columnOf(t, v, to), 0)
	if got := v.picture.view; got.From < float64(from)-1 || got.From > float64(from)+1 || got.To < float64(to)-1 || got.To > float64(to)+1 {
		t.Errorf("%s to %s shows %v to %v", from, to, got.From, got.To)
	}
	if v.wheel.Hidden {
		t.Error("the wheel does not belong to the part that is shown")
	}
	before := v.picture.view
	drag(v, 400, 300, fyne.KeyModifierShift)
	if got := v.picture.view; got.From <= before.From || got.To-got.From < before.To-before.From-1e-9 {
		t.Errorf("pulled to the left, %v to %v became %v to %v", before.From, before.To, got.From, got.To)
	}
	v.wheel.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -10_000)})
	if got := v.picture.view; got.To != float64(chartToday) {
		t.Errorf("the wheel leads to %v, not to the last day", got.To)
	}
	v.wheel.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, 10_000)})
	if got := v.picture.view; got.From != float64(chartToday-364) {
		t.Errorf("the wheel leads back to %v, not to the first day", got.From)
	}
	v.DoubleTapped(&fyne.PointEvent{})
	if v.zoomed() || !v.wheel.Hidden {
		t.Error("a double click does not show all")
	}
	drag(v, columnOf(t, v, from), columnOf(t, v, from)+3, 0)
	if v.zoomed() {
		t.Error("a slip of the pointer zooms")
	}
	drag(v, columnOf(t, v, from), columnOf(t, v, from)+8, 0)
	if got := v.picture.view; got.To-got.From != 7 {
		t.Errorf("the smallest part is of %v days", got.To-got.From)
	}
}

// TestChartReadsUnderAPointerThatHasDragged: no movement is told of meanwhile.
func TestChartReadsUnderAPointerThatHasDragged(t *testing.T) {
	w, v := onChart(t, yearly())
	from, to := columnOf(t, v, chartToday-200), columnOf(t, v, chartToday-100)
	hover(t, v, chartToday-200)
	drag(v, from, to, 0)
	w.Canvas().Capture() // draws it anew
	got := sayReading(v.read)
	v.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(to, 100)}})
	if want := sayReading(v.read); got != want {
		t.Errorf("it reads %q, under the pointer is %q", got, want)
	}
}

func TestChartKeepsItsPartWhenItIsDrawnAnew(t *testing.T) {
	w, v := onChart(t, yearly())
	drag(v, columnOf(t, v, chartToday-200), columnOf(t, v, chartToday-100), 0)
	w.Canvas().Capture()
	before := v.picture.view
	hover(t, v, chartToday-150)
	next := yearly()
	next.Days[214].Total = 12_345
	v.draw(next, "")
	v.picture.paint(900, 400)
	if v.picture.view != before {
		t.Error("another count changes the part that is shown")
	}
	if got := sayReading(v.read); !strings.Contains(got, "12,345") {
		t.Errorf("what is pointed at still reads %q", got)
	}
}

func TestChartLegendSwitchesSeries(t *testing.T) {
	w, v := onChart(t, yearly())
	var names []string
	for _, item := range v.legend.items {
		if !item.Hidden {
			names = append(names, item.word.words)
		}
	}
	if got := strings.Join(names, ", "); got != "counted, thresholds, moments and activities" {
		t.Errorf("the legend names %s", got)
	}
	moments := v.legend.items[len(v.legend.items)-1]
	if got, want := len(moments.kinds.Objects), len(yearly().Scene(figure.Style{}).Kinds()); got != want || want == 0 {
		t.Errorf("the legend names %d kinds of moments, want %d", got, want)
	}
	all := v.picture.drawn.image
	test.Tap(v.legend.items[0])
	w.Canvas().Capture()
	if got := hover(t, v, chartToday); strings.Contains(got, "728") {
		t.Errorf("what is switched off reads %q", got)
	}
	if bytes.Equal(pixels(t, all), pixels(t, v.picture.drawn.image)) {
		t.Error("and is still drawn")
	}
	v.legend.items[0].TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	w.Canvas().Capture()
	if got := hover(t, v, chartToday); !strings.Contains(got, "728") {
		t.Errorf("switched on again it reads %q", got)
	}
	v.draw(figure.Trend{Days: yearly().Days, AsOf: chartToday}, "")
	if !v.legend.Hidden {
		t.Error("one series alone has a legend")
	}
}

func TestChartByTheKeyboard(t *testing.T) {
	w, v := onChart(t, yearly())
	w.Canvas().Focus(v)
	key := func(names ...fyne.KeyName) {
		for _, name := range names {
			v.TypedKey(&fyne.KeyEvent{Name: name})
			v.picture.paint(900, 400)
		}
	}
	for _, c := range []struct {
		keys []fyne.KeyName
		want campaign.Day
	}{
		{[]fyne.KeyName{fyne.KeyLeft}, chartToday - 1}, {[]fyne.KeyName{fyne.KeyDown, fyne.KeyDown}, chartToday - 15},
		{[]fyne.KeyName{fyne.KeyHome}, chartToday - 364}, {[]fyne.KeyName{fyne.KeyUp, fyne.KeyRight}, chartToday - 356},
		{[]fyne.KeyName{fyne.KeyEnd, fyne.KeyRight}, chartToday},
	} {
		if key(c.keys...); campaign.Day(v.stop) != c.want {
			t.Errorf("%v lead to %s, not %s", c.keys, campaign.Day(v.stop), c.want)
		}
	}
	for range 6 {
		v.TypedRune('+')
		v.picture.paint(900, 400)
	}
	if got := v.picture.view; got.To != float64(chartToday) || got.To-got.From > 30 {
		t.Errorf("zoomed in around the last day it shows %v to %v", got.From-float64(chartToday), got.To-float64(chartToday))
	}
	key(fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown)
	if from, to := v.shown(); campaign.Day(v.stop) != chartToday-35 || from > float64(v.stop) || to < float64(v.stop) {
		t.Errorf("the part does not follow to %s", campaign.Day(v.stop))
	}
	v.TypedRune('-')
	if from, to := v.shown(); to-from < 20 {
		t.Errorf("minus shows %v days", to-from)
	}
	v.TypedRune('0')
	if v.zoomed() {
		t.Error("nought does not show all")
	}
	key(desktop.KeyMenu)
	if w.Canvas().Overlays().Top() == nil {
		t.Error("the menu key opens no menu")
	}
}

// TestChartIsSeenMoving pans faster than a chart is drawn: each picture that is
// ready is shown, none is drawn twice at once, and the last part is shown in the
// end.
func TestChartIsSeenMoving(t *testing.T) {
	var waiting []func()
	_, v := onChart(t, yearly())
	drag(v, columnOf(t, v, chartToday-364), columnOf(t, v, chartToday-300), 0)
	v.picture.paint(900, 400)
	v.picture.threads.away = func(f func()) { waiting = append(waiting, f) }
	last := v.picture.drawn
	for range 20 {
		for range 3 {
			v.pan(-10)
			if got := v.picture.paint(900, 400); got != last.image {
				t.Fatal("the last picture does not stay")
			}
		}
		if len(waiting) != 1 {
			t.Fatalf("%d pictures are drawn at once", len(waiting))
		}
		f := waiting[0]
		waiting = nil
		f()
		if v.picture.drawn.version == last.version {
			t.Fatal("a picture that is ready is not shown")
		}
		last = v.picture.drawn
	}
	v.picture.paint(900, 400)
	waiting[0]()
	if v.picture.drawn.version != v.picture.version {
		t.Error("the last part is not shown")
	}
}

// TestChartStretchesItsPictureUntilTheNextOne resizes a chart.
func TestChartStretchesItsPictureUntilTheNextOne(t *testing.T) {
	var waiting []func()
	w, v := onChart(t, yearly())
	v.picture.threads.away = func(f func()) { waiting = append(waiting, f) }
	before := v.picture.drawn.image
	w.Resize(fyne.NewSize(700, 500))
	size := v.picture.Size()
	if got := v.picture.paint(int(size.Width), int(size.Height)); got != before {
		t.Error("the last picture does not stay while a new one is drawn")
	}
	for len(waiting) > 0 {
		f := waiting[0]
		waiting = waiting[1:]
		f()
	}
	if got := v.picture.drawn.image.Bounds().Dx(); got != int(size.Width) {
		t.Errorf("then it is %d wide", got)
	}
}

func TestTurnoutChartsAreRead(t *testing.T) {
	half := campaign.Range{Low: 0.35, Likely: 0.5, High: 0.65}
	plan := campaign.Campaign{Need: 50_000, Tiers: []campaign.Tier{{Name: "Committed", JoinsAt: 100_000, Show: half}}}
	turnout := plan.Turnout([]campaign.Total{{Name: "Committed", Total: 120_000}})
	for name, c := range map[string]struct {
		chart charted
		want  string
	}{
		"distribution": {figure.DistributionOf(turnout), " people: chance "},
		"cascade":      {figure.Cascade{Of: turnout.Cascade}, " expected to come: would come "},
	} {
		w, v := onChart(t, c.chart)
		w.Canvas().Focus(v)
		v.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
		first := sayReading(v.read)
		if !strings.Contains(first, c.want) {
			t.Errorf("%s reads %q", name, first)
		}
		v.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
		if got := sayReading(v.read); got == first {
			t.Errorf("%s: an arrow leads nowhere", name)
		}
		v.TypedRune('+')
		drag(v, 100, 300, 0)
		if v.zoomed() {
			t.Errorf("%s zooms", name)
		}
	}
}

func pixels(t testing.TB, img any) []byte {
	t.Helper()
	rgba, ok := img.(*image.RGBA)
	if !ok {
		t.Fatalf("a picture of type %T", img)
	}
	return rgba.Pix
}

// TestChartReadsUnderAPointerThatStaysWhileItMoves: another part comes under it.
func TestChartReadsUnderAPointerThatStaysWhileItMoves(t *testing.T) {
	w, v := onChart(t, yearly())
	drag(v, columnOf(t, v, chartToday-300), columnOf(t, v, chartToday-200), 0)
	w.Canvas().Capture()
	hover(t, v, chartToday-250)
	at := columnOf(t, v, chartToday-250)
	v.scroll(fyne.NewDelta(0, -100))
	w.Canvas().Capture()
	got := campaign.Day(v.stop)
	if off := columnOf(t, v, got) - at; got <= chartToday-250 || off > 10 || off < -10 {
		t.Errorf("what is read, %s, lies %v beside the pointer", got, off)
	}
}
