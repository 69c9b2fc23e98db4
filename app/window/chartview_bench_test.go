package window

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"
)

// BenchmarkChartPans moves a year of daily counts on a chart of 900 by 400 a
// little at a time. A picture is what Muster does: from another part asked for
// to its drawing. A frame is that with Fyne's software canvas painted whole. At
// 60 frames a second there are 16.7 ms for it, which frames/60 gives as 1.
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
	for name, paint := range map[string]func(){
		"picture": func() { v.picture.paint(v.picture.drawn.width, v.picture.drawn.height) },
		"frame":   func() { c.Capture() },
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				from := v.picture.view.From
				if v.pan(step); v.picture.view.From == from { // at the end: back again
					step = -step
					v.pan(step)
				}
				if paint(); v.picture.drawn.version != v.picture.version {
					b.Fatal("the picture is not that of the part asked for")
				}
			}
			b.ReportMetric(b.Elapsed().Seconds()/float64(b.N)*60, "frames/60")
		})
	}
}
