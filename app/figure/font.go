package figure

import (
	"strings"
	"sync"
	"unicode"

	"fyne.io/fyne/v2/theme"
	xfont "golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
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

// writer sets plain text in the text font.
var writer = sync.OnceValue(func() text.Handler {
	return text.Plain{Fonts: font.NewCache(faces())}
})

// Face returns the text font in a size, in points or the surface's own unit.
func Face(size float64, bold bool) font.Face {
	weight := xfont.WeightNormal
	if bold {
		weight = xfont.WeightBold
	}
	return writer().Cache().Lookup(fontOf(font.Length(size), weight), font.Length(size))
}

func fontOf(size font.Length, weight xfont.Weight) font.Font {
	return font.Font{Typeface: Typeface, Weight: weight, Size: size}
}

// unknown stands for what the font cannot show.
const unknown = '\ufffd'

// Legible returns text on one line that the text font can show: white space of
// any kind becomes a space, characters without a picture of their own
// (controls, marks that turn the direction of writing) are left out, and what
// the font lacks becomes U+FFFD.
func Legible(s string) string {
	var out strings.Builder
	space := false
	for _, r := range s {
		switch {
		case unicode.IsSpace(r):
			space = out.Len() > 0
			continue
		case unicode.IsControl(r), unicode.In(r, unicode.Cf, unicode.Variation_Selector):
			continue
		case !hasGlyph(r):
			r = unknown
		}
		if space {
			out.WriteByte(' ')
			space = false
		}
		out.WriteRune(r)
	}
	return out.String()
}

// hasGlyph reports whether the regular text font shows a character. Those
// beyond U+FFFF never count: not every surface can set them.
func hasGlyph(r rune) bool {
	if r < 0x7f {
		return r >= ' '
	}
	if r > 0xffff {
		return false
	}
	for _, f := range faces() {
		var buf sfnt.Buffer
		if i, err := f.Face.GlyphIndex(&buf, r); err != nil || i == 0 {
			return false
		}
	}
	return true
}
