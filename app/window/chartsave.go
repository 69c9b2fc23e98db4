package window

import (
	"bytes"
	"context"
	"io"

	"muster/app/figure"
	"muster/app/report"
	"muster/app/say"
	"muster/campaign"
)

// chartKeeper saves a chart as a picture, as it is seen but in the colours of
// paper.
type chartKeeper struct {
	w    *Window
	name string
}

// keeps lets the menu of a chart save it under a name.
func (v *chartView) keeps(w *Window, name string) { v.keeper = &chartKeeper{w: w, name: name} }

// savedWidth is how wide a saved chart is, in points; savedScale how many pixels
// make one of them.
const (
	savedWidth = 800
	savedScale = 2
)

// ask asks where a picture is to be saved.
func (k *chartKeeper) ask(v *chartView, f report.Format) {
	day := campaign.DayOf(k.w.snapshot.Standing.AsOf, zoneOf(k.w.snapshot))
	name := fileName(k.w.snapshot.Campaign.Name+", "+k.name, day, f)
	k.w.chooseTarget(say.Text("Save the chart"), name, func(path string) { k.save(v, f, path) })
}

// save writes the picture to a file, all at once when it is complete.
func (k *chartKeeper) save(v *chartView, f report.Format, path string) {
	scene := v.picture.shown.Scene(figure.Style{Palette: figure.Paper, Text: 12}).In(v.picture.view)
	size := v.picture.Size()
	height := savedWidth * min(1, max(0.3, float64(size.Height/size.Width)))
	k.w.work(func(context.Context) error {
		var picture bytes.Buffer
		if err := writePicture(&picture, scene, f, height); err != nil {
			return err
		}
		return report.Replace(path, func(w io.Writer) error { _, err := w.Write(picture.Bytes()); return err })
	}, func(err error) {
		if err == nil {
			k.w.toast(say.Text("Saved as %s.", shortFolder(path)), "", nil)
		}
	})
}

func writePicture(w io.Writer, scene *figure.Scene, f report.Format, height float64) error {
	if f == report.FormatSVG {
		return scene.SVG(w, savedWidth, height)
	}
	return scene.PNG(w, savedWidth*savedScale, int(height*savedScale), savedScale)
}
