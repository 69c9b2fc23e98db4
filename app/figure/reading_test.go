package figure

import (
	"slices"
	"strings"
	"testing"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgimg"

	"muster/campaign"
)

// saying returns what a trend says of a day, value by value.
func saying(t Trend, v View, day campaign.Day) []string {
	_, frame := t.Scene(Style{Palette: Light}).In(v).Picture(800, 400, 1)
	var words []string
	for _, value := range frame.Read(int(day)).Values {
		words = append(words, strings.TrimSpace(value.Name+" "+value.Says))
	}
	return words
}

func TestDaysAreReadFromTheData(t *testing.T) {
	quiet := Trend{Days: totals(1, 2, 3), AsOf: today + 900, Deadline: today + 1000, Till: today + 1000}
	after := Trend{Days: totals(1, 2, 3), AsOf: today, Deadline: today + 20, Came: []campaign.DayTotal{{Day: today + 5, Total: 9}}}
	named := march()
	named.Name = "Copies sold"
	for _, c := range []struct {
		name  string
		trend Trend
		view  View
		day   campaign.Day
		want  []string
	}{
		{"a count", march(), View{}, today - 1, []string{"Pledges 800"}},
		{"of another measure", named, View{}, today, []string{"Copies sold 1,000"}},
		{"before the first", march(), View{}, today - 20, []string{"nothing counted yet"}},
		{"a moment", march(), View{}, today - 40, []string{"nothing counted yet", "A moment"}},
		{"a moment switched off", march(), View{Hidden: Moments}, today - 40, []string{"nothing counted yet"}},
		{"the count switched off", march(), View{Hidden: Counted}, today, nil},
		{"the end of the fan", foreseen(), View{}, today + 98, []string{"8 in 10 1,200–2,900", "5 in 10 1,400–2,100", "deadline"}},
		{"the fan switched off", foreseen(), View{Hidden: Foreseen}, today + 97, []string{"still to come"}},
		{"after a long silence", quiet, View{}, today + 500, []string{"no update since 23 Nov 2026"}},
		{"what came", after, View{}, today + 5, []string{"still to come", "came to 9"}},
	} {
		if got := saying(c.trend, c.view, c.day); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, not %q", c.name, got, c.want)
		}
	}
}

func TestPointingBelowTheBaseFindsTheMoment(t *testing.T) {
	_, frame := march().Scene(Style{Palette: Light}).Picture(800, 400, 1)
	x := frame.X(float64(today - 40))
	if got := campaign.Day(frame.Stop(x+4, frame.Area().Max.Y+6)); got != today-40 {
		t.Errorf("beside the mark of the moment lies %s", got)
	}
}

func TestViewShowsAPart(t *testing.T) {
	scene := march().Scene(Style{Palette: Light})
	from, to := float64(today-10)+0.4, float64(today)-0.3
	_, frame := scene.In(View{From: from, To: to}).Picture(800, 400, 1)
	if a, b := frame.of.placed().trend.limits(); a != from || b != to {
		t.Errorf("%v to %v is shown as %v to %v", from, to, a, b)
	}
	if first, last, _, _ := frame.Stops(); campaign.Day(first) != today-9 || campaign.Day(last) != today-1 {
		t.Errorf("in sight are %d to %d", campaign.Day(first)-today, campaign.Day(last)-today)
	}
	if a, b, least := frame.Whole(); a != float64(today-90) || b != float64(today+98) || least != 7 {
		t.Errorf("the whole goes from %v to %v, at least %v", a, b, least)
	}
	if a, b := scene.In(View{From: 5, To: 5}).chart.(Trend).limits(); a != float64(today-90) || b != float64(today+98) {
		t.Errorf("a part without width shows %v to %v", a, b)
	}
}

func TestViewHidesSeries(t *testing.T) {
	trend := foreseen()
	trend.Levels = []Level{{Name: "First hundred", Target: 2000}}
	all := Counted | Foreseen | Levels | Moments
	if got := trend.Scene(Style{}).Series(); got != all {
		t.Errorf("the trend is made of %b", got)
	}
	for hidden, gone := range map[Series]string{Levels: "First hundred", Foreseen: "8 in 10", Moments: "A moment"} {
		var with, without strings.Builder
		scene := trend.Scene(Style{Palette: Light})
		if err := scene.SVG(&with, 800, 400); err != nil {
			t.Fatal(err)
		}
		if err := scene.In(View{Hidden: hidden}).SVG(&without, 800, 400); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(with.String(), gone) || strings.Contains(without.String(), gone) {
			t.Errorf("%q does not go with its series", gone)
		}
	}
	if n := count(trend.Scene(Style{Palette: Light}).In(View{Hidden: all}).Image(800, 400, 1), Light.Accent); n != 0 {
		t.Errorf("with all switched off %d points are drawn", n)
	}
}

// TestLogScaleHasNoPlaceForZero draws a count that falls to 0 and rises again.
func TestLogScaleHasNoPlaceForZero(t *testing.T) {
	trend := Trend{Days: totals(0, 10, 20, 0, 0, 30, 40), AsOf: today, Scale: Log}
	l := laidOut(trend)
	var svg strings.Builder
	scene := trend.Scene(Style{Palette: Light})
	if err := scene.SVG(&svg, 600, 300); err != nil {
		t.Fatal(err)
	}
	if len(l.notes) != 1 || !strings.Contains(svg.String(), "A log scale has no 0") {
		t.Errorf("below it stands %+v", l.notes)
	}
	if c := drawn(l); len(c) != 2 {
		t.Errorf("the line has %d pieces, not 2", len(c))
	}
	if got := saying(trend, View{}, today-3); !slices.Equal(got, []string{"Pledges 0"}) {
		t.Errorf("where there is no line it reads %q", got)
	}
	trend.Scale = Linear
	if l := laidOut(trend); len(l.notes) != 0 || len(drawn(l)) != 1 {
		t.Errorf("a linear scale has a note %+v", l.notes)
	}
}

// drawn returns the pieces of the line.
func drawn(l *layout) [][]vg.Point {
	l.draw(draw.New(vgimg.New(600, 300)))
	return l.curve
}

func TestTornadoIsReadBarByBar(t *testing.T) {
	tornado := Tornado{Middle: 5000, Swings: []Swing{
		{Name: "Valid", Low: "90%", High: "99%", AtLow: 4900, AtHigh: 5100},
		{Name: "Show rate", Low: "35%", High: "65%", AtLow: 3500, AtHigh: 6500},
	}}
	_, frame := tornado.Scene(Style{Palette: Light}).Picture(800, 300, 1)
	widest := frame.Read(0)
	if want := []Value{{"at 35%", "3,500"}, {"at 65%", "6,500"}}; widest.Name != "Show rate" || !slices.Equal(widest.Values, want) {
		t.Errorf("the bar on top reads %+v", widest)
	}
	box := frame.Box(frame.Read(1))
	if got := frame.Stop((box.Min.X+box.Max.X)/2, (box.Min.Y+box.Max.Y)/2); got != 1 || box.Min.X >= box.Max.X || box.Min.Y >= box.Max.Y {
		t.Errorf("in the second bar, %+v, lies bar %d", box, got)
	}
}
