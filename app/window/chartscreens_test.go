package window

import (
	"fmt"
	"image"
	"image/png"
	"os"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"muster/app/figure"
	"muster/campaign"
)

// chartStates are what a chart can be brought into.
var chartStates = map[string]func(*chartView){
	"read": func(v *chartView) {
		x := v.Size().Width * 0.6
		v.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, 80)}})
	},
	"edge": func(v *chartView) {
		x := v.Size().Width * 0.97
		v.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, 80)}})
	},
	"dragging": func(v *chartView) {
		from, to := v.Size().Width*0.3, v.Size().Width*0.5
		v.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(from, 80)}, Button: desktop.MouseButtonPrimary})
		v.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(to, 80)}})
	},
	"zoomed": func(v *chartView) {
		from, to := v.Size().Width*0.3, v.Size().Width*0.5
		drag(v, from, to, 0)
	},
	"switched": func(v *chartView) { test.Tap(v.legend.items[2]) },
	"keyed": func(v *chartView) {
		fyne.CurrentApp().Driver().CanvasForObject(v).Focus(v)
		v.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
	},
	"menu": func(v *chartView) { test.Tap(v.more) },
}

// TestChartScreenshots draws what a chart does in answer, on the Overview of the
// petition and on its Forecast. With MUSTER_SCREENSHOTS naming a folder the
// pictures are written there; otherwise only a few are drawn.
func TestChartScreenshots(t *testing.T) {
	skipDrawing(t)
	for name, do := range chartStates {
		eachLook(t, func(variant string, size fyne.Size) {
			if os.Getenv("MUSTER_SCREENSHOTS") == "" && (variant != "dark" || size != smallest) {
				return
			}
			w, s := onForecast(t, size, seeClimbing)
			fyne.CurrentApp().Settings().SetTheme(themes[variant])
			s.Refresh()
			view := s.parts[3].(*aheadChart).view
			w.Canvas().Capture()
			s.page.scroll.ScrollToOffset(fyne.NewPos(0, 330))
			do(view)
			shoot(t, w, fmt.Sprintf("Chart-forecast-%s-%s-%.0f.png", name, variant, size.Width))
			w.Canvas().Unfocus()
			for top := w.Canvas().Overlays().Top(); top != nil; top = w.Canvas().Overlays().Top() {
				w.Canvas().Overlays().Remove(top)
			}
			w.shell.navigate("Overview")
			w.Canvas().Capture()
			o := w.shell.front().(*overview)
			if size == smallest {
				o.page.scroll.ScrollToBottom()
			}
			do(o.trend.view)
			w.Canvas().Capture()
			shoot(t, w, fmt.Sprintf("Chart-overview-%s-%s-%.0f.png", name, variant, size.Width))
		})
	}
}

// TestLogChartsScreenshots draws counts with zeros on a log scale.
func TestLogChartsScreenshots(t *testing.T) {
	skipDrawing(t)
	for variant := range themes {
		w, v := onChart(t, yearly())
		fyne.CurrentApp().Settings().SetTheme(themes[variant])
		chart := yearly()
		chart.Scale = figure.Log
		for i := range 40 {
			chart.Days[i+100].Total = 0
		}
		chart.Deadline = chartToday + 60
		v.draw(chart, "")
		hover(t, v, chartToday-campaign.Day(200))
		img := w.Canvas().Capture()
		if dir := os.Getenv("MUSTER_SCREENSHOTS"); dir != "" {
			keepPicture(t, dir+"/Chart-log-"+variant+".png", img)
		}
	}
}

func keepPicture(t *testing.T, path string, img image.Image) {
	t.Helper()
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, img); err != nil {
		t.Fatal(err)
	}
}
