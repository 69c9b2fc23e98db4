package report

import (
	"io"

	"muster/app"
	"muster/app/figure"
	"muster/campaign"
)

// The size of the chart as a picture of its own, in points, and how many
// pixels a point has in a PNG.
const (
	pictureWidth  = 800
	pictureHeight = 420
	pictureScale  = 2
)

// PNG writes the trend of the pledges as an image of 1600 by 840 pixels.
func PNG(w io.Writer, s app.Snapshot) error {
	return picture(s).PNG(w, pictureWidth*pictureScale, pictureHeight*pictureScale, pictureScale)
}

// SVG writes the trend of the pledges as vectors.
func SVG(w io.Writer, s app.Snapshot) error {
	return picture(s).SVG(w, pictureWidth, pictureHeight)
}

func picture(s app.Snapshot) *figure.Scene {
	return figure.TrendOf(s, campaign.Pledges).Scene(figure.Style{Palette: figure.Paper, Text: 12})
}
