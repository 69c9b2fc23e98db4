package window

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"
)

// BenchmarkChartPans moves a year of daily counts by a few days at a time, on a
// chart of 900 by 400: from another part asked for to its picture on Fyne's
// software canvas. At 60 frames a second each has 16.7 ms, which frames/60
// gives as 1.
func BenchmarkChartPans(b *testing.B) {
	test.NewTempApp(b).Settings().SetTheme(themes["light"])
	v := newChartView(inline)
	c := software.NewCanvas()
	c.SetPadded(false)
	c.SetContent(v)
	c.Resize(fyne.NewSize(900, 400))
	v.draw(yearly(), "")
	c.Capture()
	v.zoom(4, float64(chartToday)-180)
	c.Capture()
	step := float32(-6)
	for b.Loop() {
		from := v.picture.view.From
		v.pan(step)
		if v.picture.view.From == from { // at the end: back again
			step = -step
			v.pan(step)
		}
		c.Capture()
		if v.picture.drawn.version != v.picture.version {
			b.Fatal("the picture is not that of the part asked for")
		}
	}
	perFrame := b.Elapsed().Seconds() / float64(b.N)
	b.ReportMetric(perFrame*60, "frames/60")
}
