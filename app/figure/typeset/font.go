// Package typeset sets text of any script, the same on every surface: it is
// measured, broken and drawn here. What the window's text font has is drawn as
// text; what takes other fonts, joined letters or the other direction is shaped
// and drawn as outlines.
package typeset

import (
	"sync"

	"fyne.io/fyne/v2/theme"
	xfont "golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/text"
)

// Typeface is the family name of the window's text font, which is set on every
// surface so that what is measured for one fits on all.
const Typeface = "Noto Sans"

// Regular returns the TrueType file of the text font.
func Regular() []byte { return theme.DefaultTextFont().Content() }

// Bold returns the TrueType file of the bold text font.
func Bold() []byte { return theme.DefaultTextBoldFont().Content() }

var faces = sync.OnceValue(func() font.Collection {
	var c font.Collection
	for weight, ttf := range map[xfont.Weight][]byte{xfont.WeightNormal: Regular(), xfont.WeightBold: Bold()} {
		parsed, err := opentype.Parse(ttf)
		if err != nil {
			panic("the embedded text font cannot be read: " + err.Error()) // only a broken build can
		}
		c = append(c, font.Face{Font: font.Font{Typeface: Typeface, Weight: weight}, Face: parsed})
	}
	return c
})

var plain = sync.OnceValue(func() text.Plain { return text.Plain{Fonts: font.NewCache(faces())} })

// Face returns the text font in a size, in points or the surface's own unit.
func Face(size float64, bold bool) font.Face {
	weight := xfont.WeightNormal
	if bold {
		weight = xfont.WeightBold
	}
	return faceOf(Font(size, weight))
}

func faceOf(f font.Font) font.Face { return plain().Fonts.Lookup(f, f.Size) }

// Font names the text font in a size and a weight.
func Font(size float64, weight xfont.Weight) font.Font {
	return font.Font{Typeface: Typeface, Weight: weight, Size: font.Length(size)}
}
