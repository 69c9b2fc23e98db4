package figure

import (
	xfont "golang.org/x/image/font"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/text"

	"muster/app/figure/typeset"
)

// writer sets the texts of charts.
func writer() text.Handler { return typeset.Handler() }

func fontOf(size font.Length, weight xfont.Weight) font.Font {
	return typeset.Font(float64(size), weight)
}

// Legible returns text on one line as charts can show it.
func Legible(s string) string { return typeset.Legible(s) }
