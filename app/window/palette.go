package window

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// palette gives each colour name its colour in one variant of the theme.
type palette map[fyne.ThemeColorName]color.Color

var light = palette{
	theme.ColorNameBackground:          rgb(0xf6f5f1),
	colorSidebar:                       rgb(0xefede6),
	colorCard:                          rgb(0xffffff),
	colorLine:                          rgb(0xe4e2da),
	colorText:                          rgb(0x1b222c),
	colorMuted:                         rgb(0x5f6875),
	colorAccent:                        rgb(0xb93d0b),
	colorReached:                       rgb(0x2f6f4f),
	theme.ColorNameForegroundOnPrimary: rgb(0xffffff),
	theme.ColorNameForegroundOnSuccess: rgb(0xffffff),
	theme.ColorNameHyperlink:           rgb(0xb93d0b),
	theme.ColorNamePlaceHolder:         rgb(0x5f6875),
	theme.ColorNameDisabled:            rgb(0x8a919b),
	theme.ColorNameSeparator:           rgb(0xe4e2da),
	theme.ColorNameButton:              rgb(0xeceae3),
	theme.ColorNameDisabledButton:      rgb(0xf0eee8),
	theme.ColorNameInputBackground:     rgb(0xffffff),
	theme.ColorNameInputBorder:         rgb(0xbdb9ad),
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
	theme.ColorNameBackground:          rgb(0x13171c),
	colorSidebar:                       rgb(0x101419),
	colorCard:                          rgb(0x1b2128),
	colorLine:                          rgb(0x2b333d),
	colorText:                          rgb(0xeceff3),
	colorMuted:                         rgb(0x98a2b0),
	colorAccent:                        rgb(0xff9a5c),
	colorReached:                       rgb(0x7fc8a0),
	theme.ColorNameForegroundOnPrimary: rgb(0x1c120a),
	theme.ColorNameForegroundOnSuccess: rgb(0x0d1f15),
	theme.ColorNameHyperlink:           rgb(0xff9a5c),
	theme.ColorNamePlaceHolder:         rgb(0x98a2b0),
	theme.ColorNameDisabled:            rgb(0x6d7785),
	theme.ColorNameSeparator:           rgb(0x2b333d),
	theme.ColorNameButton:              rgb(0x262d36),
	theme.ColorNameDisabledButton:      rgb(0x1f252c),
	theme.ColorNameInputBackground:     rgb(0x151a20),
	theme.ColorNameInputBorder:         rgb(0x465160),
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
