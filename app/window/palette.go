package window

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"muster/app/figure"
)

// palette gives each colour name its colour in one variant of the theme. What
// charts use too is theirs.
type palette map[fyne.ThemeColorName]color.Color

var light = palette{
	theme.ColorNameBackground:          figure.Light.Background,
	colorSidebar:                       figure.Light.Sidebar,
	colorCard:                          figure.Light.Card,
	colorLine:                          figure.Light.Line,
	colorText:                          figure.Light.Text,
	colorMuted:                         figure.Light.Secondary,
	colorAccent:                        figure.Light.Accent,
	colorReached:                       figure.Light.Reached,
	theme.ColorNameForegroundOnPrimary: rgb(0xffffff),
	theme.ColorNameForegroundOnSuccess: rgb(0xffffff),
	theme.ColorNameHyperlink:           figure.Light.Accent,
	theme.ColorNamePlaceHolder:         figure.Light.Secondary,
	theme.ColorNameDisabled:            rgb(0x8a919b),
	theme.ColorNameSeparator:           figure.Light.Line,
	theme.ColorNameButton:              rgb(0xeceae3),
	theme.ColorNameDisabledButton:      rgb(0xf0eee8),
	theme.ColorNameInputBackground:     rgb(0xffffff),
	theme.ColorNameInputBorder:         rgb(0x8f8b80),
	theme.ColorNameHeaderBackground:    rgb(0xf6f5f1),
	theme.ColorNameMenuBackground:      rgb(0xffffff),
	theme.ColorNameOverlayBackground:   rgb(0xffffff),
	theme.ColorNameHover:               rgba(0x1b222c, 0x0d),
	theme.ColorNamePressed:             rgba(0x1b222c, 0x1c),
	theme.ColorNameFocus:               rgba(0xb93d0b, 0x38),
	theme.ColorNameSelection:           rgba(0xb93d0b, 0x26),
	theme.ColorNameScrollBar:           rgba(0x1b222c, 0x66),
	theme.ColorNameScrollBarBackground: rgba(0x1b222c, 0x0d),
	theme.ColorNameShadow:              rgba(0x1b222c, 0x2e),
	theme.ColorNameError:               rgb(0xa8201a),
	theme.ColorNameForegroundOnError:   rgb(0xffffff),
	theme.ColorNameWarning:             rgb(0x8a5a00),
	theme.ColorNameForegroundOnWarning: rgb(0xffffff),
}

var dark = palette{
	theme.ColorNameBackground:          figure.Dark.Background,
	colorSidebar:                       figure.Dark.Sidebar,
	colorCard:                          figure.Dark.Card,
	colorLine:                          figure.Dark.Line,
	colorText:                          figure.Dark.Text,
	colorMuted:                         figure.Dark.Secondary,
	colorAccent:                        figure.Dark.Accent,
	colorReached:                       figure.Dark.Reached,
	theme.ColorNameForegroundOnPrimary: rgb(0x1c120a),
	theme.ColorNameForegroundOnSuccess: rgb(0x0d1f15),
	theme.ColorNameHyperlink:           figure.Dark.Accent,
	theme.ColorNamePlaceHolder:         figure.Dark.Secondary,
	theme.ColorNameDisabled:            rgb(0x6d7785),
	theme.ColorNameSeparator:           figure.Dark.Line,
	theme.ColorNameButton:              rgb(0x262d36),
	theme.ColorNameDisabledButton:      rgb(0x1f252c),
	theme.ColorNameInputBackground:     rgb(0x151a20),
	theme.ColorNameInputBorder:         rgb(0x667282),
	theme.ColorNameHeaderBackground:    rgb(0x171c22),
	theme.ColorNameMenuBackground:      rgb(0x222932),
	theme.ColorNameOverlayBackground:   rgb(0x1b2128),
	theme.ColorNameHover:               rgba(0xeceff3, 0x0f),
	theme.ColorNamePressed:             rgba(0xeceff3, 0x20),
	theme.ColorNameFocus:               rgba(0xff9a5c, 0x48),
	theme.ColorNameSelection:           rgba(0xff9a5c, 0x33),
	theme.ColorNameScrollBar:           rgba(0xeceff3, 0x66),
	theme.ColorNameScrollBarBackground: rgba(0xeceff3, 0x0d),
	theme.ColorNameShadow:              rgba(0x000000, 0x73),
	theme.ColorNameError:               rgb(0xff8f85),
	theme.ColorNameForegroundOnError:   rgb(0x240806),
	theme.ColorNameWarning:             rgb(0xe8b84a),
	theme.ColorNameForegroundOnWarning: rgb(0x211703),
}

func rgb(hex uint32) color.NRGBA { return rgba(hex, 0xff) }

func rgba(hex uint32, alpha uint8) color.NRGBA {
	return color.NRGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: alpha}
}
