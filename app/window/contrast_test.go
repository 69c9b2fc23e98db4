package window

import (
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// contrast is the contrast ratio of two colours as WCAG 2.2 defines it.
func contrast(a, b color.Color) float64 {
	l, m := luminance(a), luminance(b)
	return (max(l, m) + 0.05) / (min(l, m) + 0.05)
}

func luminance(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	linear := func(v uint32) float64 {
		s := float64(v) / 0xffff
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(r) + 0.7152*linear(g) + 0.0722*linear(b)
}

func TestContrastOfBlackOnWhite(t *testing.T) {
	if got := contrast(color.Black, color.White); math.Abs(got-21) > 1e-9 {
		t.Errorf("black on white has a contrast of %v, want 21", got)
	}
}

// grounds are what text is written on.
var grounds = []fyne.ThemeColorName{
	theme.ColorNameBackground, colorSidebar, colorCard, theme.ColorNameInputBackground,
	theme.ColorNameOverlayBackground, theme.ColorNameMenuBackground, theme.ColorNameHeaderBackground,
}

// inks are what it is written in.
var inks = []fyne.ThemeColorName{
	colorText, colorMuted, colorAccent, colorReached, colorError,
	theme.ColorNameWarning, theme.ColorNamePlaceHolder, theme.ColorNameHyperlink,
}

// veils are laid over a ground or a button while it is pointed at, pressed or
// has the focus, and over text that is selected.
var veils = []fyne.ThemeColorName{
	theme.ColorNameHover, theme.ColorNamePressed, theme.ColorNameFocus, theme.ColorNameSelection,
}

// filled are buttons and the like, with what is written on them.
var filled = [][2]fyne.ThemeColorName{
	{theme.ColorNameForegroundOnPrimary, colorAccent},
	{theme.ColorNameForegroundOnError, colorError},
	{theme.ColorNameForegroundOnSuccess, colorReached},
	{theme.ColorNameForegroundOnWarning, theme.ColorNameWarning},
	{colorText, theme.ColorNameButton},
	{colorText, colorLine}, // a word that is chosen
}

// TestContrastOfText holds text to the ratio of 4.5 that the Web Content
// Accessibility Guidelines 2.2 ask of it (success criterion 1.4.3, level AA),
// in both themes and under every veil that may lie below it.
func TestContrastOfText(t *testing.T) {
	eachTheme(func(name string, in func(fyne.ThemeColorName) color.Color) {
		check := func(ink fyne.ThemeColorName, ground color.Color, what string) {
			t.Helper()
			if got := contrast(in(ink), ground); got < 4.5 {
				t.Errorf("%s theme: %s on %s has a contrast of %.2f", name, ink, what, got)
			}
		}
		for _, ground := range grounds {
			for _, ink := range inks {
				check(ink, in(ground), string(ground))
			}
			for _, veil := range veils {
				check(colorText, over(in(veil), in(ground)), string(veil+" over "+ground))
			}
		}
		check(colorMuted, over(in(theme.ColorNameHover), in(theme.ColorNameOverlayBackground)), "a line of the palette")
		for _, pair := range filled {
			check(pair[0], in(pair[1]), string(pair[1]))
			check(pair[0], over(in(theme.ColorNameHover), in(pair[1])), string("hover over "+pair[1]))
		}
	})
}

// TestContrastOfShapes holds what is not text but has to be seen to the ratio
// of 3 that they ask of it (success criterion 1.4.11, level AA): the frames of
// fields, the ring around what has the focus, bars and the shapes on charts.
func TestContrastOfShapes(t *testing.T) {
	within := []fyne.ThemeColorName{theme.ColorNameBackground, colorCard, theme.ColorNameOverlayBackground, theme.ColorNameInputBackground}
	shapes := []fyne.ThemeColorName{colorAccent, colorReached, colorError, theme.ColorNameWarning, theme.ColorNameInputBorder, colorMuted}
	eachTheme(func(name string, in func(fyne.ThemeColorName) color.Color) {
		for _, shape := range shapes {
			for _, ground := range within {
				if got := contrast(in(shape), in(ground)); got < 3 {
					t.Errorf("%s theme: %s on %s has a contrast of %.2f", name, shape, ground, got)
				}
			}
		}
	})
}

// eachTheme gives the colours of both themes.
func eachTheme(f func(name string, in func(fyne.ThemeColorName) color.Color)) {
	for name, th := range themes {
		f(name, func(c fyne.ThemeColorName) color.Color { return th.Color(c, 0) })
	}
}

// over returns a colour laid over another, as far as it lets it through.
func over(veil, ground color.Color) color.Color {
	v, g := color.NRGBAModel.Convert(veil).(color.NRGBA), color.NRGBAModel.Convert(ground).(color.NRGBA)
	mix := func(a, b uint8) uint8 { return uint8((int(a)*int(v.A) + int(b)*(255-int(v.A))) / 255) }
	return color.NRGBA{mix(v.R, g.R), mix(v.G, g.G), mix(v.B, g.B), 255}
}
