package window

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Colours of Muster's own, beside those that Fyne names.
const (
	colorSidebar fyne.ThemeColorName = "muster.sidebar"
	colorCard    fyne.ThemeColorName = "muster.card"
	colorLine    fyne.ThemeColorName = "muster.line" // hairlines and empty bars
	colorText                        = theme.ColorNameForeground
	colorMuted   fyne.ThemeColorName = "muster.muted" // secondary text
	colorAccent                      = theme.ColorNamePrimary
	colorReached                     = theme.ColorNameSuccess
	colorError                       = theme.ColorNameError
)

// The type scale.
const (
	sizeFigure fyne.ThemeSizeName = "muster.figure" // the one big figure
	sizeOf     fyne.ThemeSizeName = "muster.of"     // what it is out of
	sizeTitle                     = theme.SizeNameHeadingText
	sizeGap                       = theme.SizeNameSubHeadingText // the gap sentence
	sizeText                      = theme.SizeNameText
	sizeLabel                     = theme.SizeNameCaptionText
	sizeBrand  fyne.ThemeSizeName = "muster.brand"
	sizeMark   fyne.ThemeSizeName = "muster.mark" // stated, derived, assumed
)

// The spacing scale.
const (
	spaceXS float32 = 4
	spaceS  float32 = 8
	spaceM  float32 = 16 // between cards
	spaceL  float32 = 20 // inside cards
	spaceXL float32 = 26 // around the page

	cardRadius float32 = 12
)

// look is Muster's theme. It follows the system's light or dark unless one of
// them is fixed.
type look struct{ fixed *fyne.ThemeVariant }

// Color implements fyne.Theme.
func (l look) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	if l.fixed != nil {
		variant = *l.fixed
	}
	colours := dark
	if variant == theme.VariantLight {
		colours = light
	}
	if c, ok := colours[name]; ok {
		return c
	}
	return theme.DefaultTheme().Color(name, variant)
}

// Font implements fyne.Theme.
func (look) Font(style fyne.TextStyle) fyne.Resource { return theme.DefaultTheme().Font(style) }

// Icon implements fyne.Theme.
func (look) Icon(name fyne.ThemeIconName) fyne.Resource { return theme.DefaultTheme().Icon(name) }

// Size implements fyne.Theme.
func (look) Size(name fyne.ThemeSizeName) float32 {
	if s, ok := sizes[name]; ok {
		return s
	}
	return theme.DefaultTheme().Size(name)
}

var sizes = map[fyne.ThemeSizeName]float32{
	sizeFigure: 52,
	sizeOf:     20,
	sizeTitle:  22,
	sizeGap:    16,
	sizeText:   14,
	sizeLabel:  12.5,
	sizeBrand:  18,
	sizeMark:   10.5,

	theme.SizeNameInputRadius:     8,
	theme.SizeNameButtonRadius:    8,
	theme.SizeNameSelectionRadius: 6,
	theme.SizeNameDialogRadius:    cardRadius,
	theme.SizeNamePopupRadius:     8,
	theme.SizeNameMenuRadius:      8,
	theme.SizeNameCardRadius:      cardRadius,
}
