package figure

import (
	"image"
	"math"

	"muster/campaign"
)

// Frame tells which day and total lies under a pixel of a scene's image, and
// where a day and a total lie. Pixels count from the upper left corner.
type Frame struct {
	layout *layout
	dots   float64 // pixels a point
	height float64 // of the image, in pixels
}

// Area returns the part of the image that the line is drawn in, without the
// labels around it.
func (f Frame) Area() image.Rectangle {
	min, max := f.layout.area.Min, f.layout.area.Max
	return image.Rect(
		int(float64(min.X)*f.dots), int(f.height-float64(max.Y)*f.dots),
		int(math.Ceil(float64(max.X)*f.dots)), int(math.Ceil(f.height-float64(min.Y)*f.dots)))
}

// X returns the column of a day.
func (f Frame) X(day campaign.Day) float64 { return float64(f.layout.x(float64(day))) * f.dots }

// Y returns the row of a total.
func (f Frame) Y(total float64) float64 {
	return f.height - float64(f.layout.y(total))*f.dots
}

// Day returns the day under a column, the nearest one shown if it lies
// outside.
func (f Frame) Day(x float64) campaign.Day {
	l := f.layout
	at := (x/f.dots - float64(l.area.Min.X)) / float64(l.area.Size().X)
	day := math.Round(l.plot.X.Min + at*(l.plot.X.Max-l.plot.X.Min))
	return campaign.Day(min(max(day, float64(l.first)), float64(l.last)))
}

// Value returns the total under a row.
func (f Frame) Value(y float64) float64 {
	at := ((f.height-y)/f.dots - float64(f.layout.area.Min.Y)) / float64(f.layout.area.Size().Y)
	lo, hi := f.layout.plot.Y.Min, f.layout.plot.Y.Max
	if f.layout.log {
		return lo * math.Pow(hi/lo, at)
	}
	return lo + at*(hi-lo)
}
