package figure

import (
	"testing"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgimg"

	"muster/campaign"
)

// TestCloseMomentsKeepApart puts many moments on a few days: their marks touch
// nowhere, and what finds no place is counted.
func TestCloseMomentsKeepApart(t *testing.T) {
	trend := march()
	trend.Moments = nil
	for i := range 40 {
		trend.Moments = append(trend.Moments, Moment{Day: today - 20 + campaign.Day(i/4), Kind: eventKinds[i%5], Name: "Many"})
	}
	l := laidOut(trend)
	l.draw(draw.New(vgimg.New(600, 300)))
	day := l.x(1) - l.x(0)
	events, rows := l.arrange(l.inRange(), day)
	if rows != eventRows || l.rows != eventRows {
		t.Errorf("%d rows, with room for %d", rows, l.rows)
	}
	shown := 0
	for i, a := range events {
		shown += 1 + a.more
		for _, b := range events[:i] {
			if apart := day * vg.Length(a.Day-b.Day); a.row == b.row && apart < l.em(1) {
				t.Errorf("two marks of row %d are %v apart", a.row, apart)
			}
		}
	}
	if shown != 40 {
		t.Errorf("%d moments are accounted for", shown)
	}
	if len(l.notes) != 5 {
		t.Errorf("the legend is %+v", l.notes)
	}
	trend.view.Named = true
	if l := laidOut(trend); len(l.notes) != 0 {
		t.Errorf("beside a legend it says once more %+v", l.notes)
	}
}

func TestMomentsBeforeTheCount(t *testing.T) {
	trend := Trend{Days: totals(1), AsOf: today, Opens: today - 400, Moments: []Moment{{Day: today - 470}, {Day: today - 900}}}
	if first, _ := trend.span(); first != today-470 {
		t.Errorf("the chart begins on %s", first)
	}
}

// TestQuietCountEndsTheChart: a flat line of years would hide the count.
func TestQuietCountEndsTheChart(t *testing.T) {
	trend := Trend{Days: totals(1, 2, 3, 4), AsOf: today + 2000, Deadline: today + 2100}
	if _, last := trend.span(); last != today || !trend.Quiet() {
		t.Errorf("the chart ends on %s", last)
	}
	l := laidOut(trend)
	if len(l.notes) != 1 || l.notes[0].words != "No update since 23 Nov 2026." {
		t.Errorf("below it stands %+v", l.notes)
	}
	trend.AsOf = today + 30
	if trend.Quiet() {
		t.Error("a month is nothing unusual")
	}
}

// TestLastPointStaysOffTheBase: on a log scale the base of 1,100 would be 1,000.
func TestLastPointStaysOffTheBase(t *testing.T) {
	l := laidOut(Trend{Days: totals(1100), AsOf: today, Scale: Log, Levels: []Level{{Target: 100_000}}})
	if y := l.y(1100) - l.area.Min.Y; y < l.em(1) {
		t.Errorf("the dot lies %v above the base", y)
	}
}
