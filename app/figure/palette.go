package figure

import "image/color"

// Palette is the set of colours that a scene is drawn in. The names are those
// of what they paint, on screen and on paper.
type Palette struct {
	Background color.NRGBA
	Sidebar    color.NRGBA
	Card       color.NRGBA // what a chart lies on
	Line       color.NRGBA // hairlines, empty bars, unlit people
	Text       color.NRGBA
	Secondary  color.NRGBA // text that explains
	Accent     color.NRGBA // the count
	Reached    color.NRGBA // what is reached
}

// Light is the palette of a bright screen.
var Light = Palette{
	Background: rgb(0xf6f5f1), Sidebar: rgb(0xefede6), Card: rgb(0xffffff), Line: rgb(0xe4e2da),
	Text: rgb(0x1b222c), Secondary: rgb(0x5f6875), Accent: rgb(0xb93d0b), Reached: rgb(0x2f6f4f),
}

// Dark is the palette of a dark screen.
var Dark = Palette{
	Background: rgb(0x13171c), Sidebar: rgb(0x101419), Card: rgb(0x1b2128), Line: rgb(0x2b333d),
	Text: rgb(0xeceff3), Secondary: rgb(0x98a2b0), Accent: rgb(0xff9a5c), Reached: rgb(0x7fc8a0),
}

// Paper is the palette of print: white, with hairlines a shade darker than on
// screen so that they survive a photocopier.
var Paper = Palette{
	Background: rgb(0xffffff), Sidebar: rgb(0xffffff), Card: rgb(0xffffff), Line: rgb(0xdcd9d0),
	Text: rgb(0x1b222c), Secondary: rgb(0x5f6875), Accent: rgb(0xb93d0b), Reached: rgb(0x2f6f4f),
}

func rgb(hex uint32) color.NRGBA {
	return color.NRGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: 0xff}
}

// blend returns a with the given part of b in it, opaque, since not every
// surface knows transparency.
func blend(a, b color.NRGBA, part float64) color.NRGBA {
	mix := func(x, y uint8) uint8 { return uint8(float64(x)*(1-part) + float64(y)*part + 0.5) }
	return color.NRGBA{R: mix(a.R, b.R), G: mix(a.G, b.G), B: mix(a.B, b.B), A: 0xff}
}
