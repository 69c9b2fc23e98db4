package main_test

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"os"
)

// frame is what a screen shows at one moment.
type frame struct {
	width, height int
	pixels        []byte // four each: blue, green, red, nothing
}

// A cursor in a field is no larger. It blinks as long as nobody types.
const cursorWidth, cursorHeight = 4, 40

// same reports whether two frames differ in nothing but a cursor.
func (f frame) same(g frame) bool {
	changed := f.changed(g)
	return changed.Dx() <= cursorWidth && changed.Dy() <= cursorHeight
}

// changed returns the smallest rectangle around what differs in two frames.
func (f frame) changed(g frame) image.Rectangle {
	var all image.Rectangle
	stride := 4 * f.width
	for y := range f.height {
		a, b := f.pixels[y*stride:(y+1)*stride], g.pixels[y*stride:(y+1)*stride]
		if bytes.Equal(a, b) {
			continue
		}
		first, last := 0, stride-1
		for a[first] == b[first] {
			first++
		}
		for a[last] == b[last] {
			last--
		}
		all = all.Union(image.Rect(first/4, y, last/4+1, y+1))
	}
	return all
}

// at returns the colour of a pixel.
func (f frame) at(x, y int) color.NRGBA {
	p := f.pixels[4*(y*f.width+x):]
	return color.NRGBA{R: p[2], G: p[1], B: p[0], A: 0xff}
}

// count returns how many pixels of an area have a colour.
func (f frame) count(c color.NRGBA, in image.Rectangle) int {
	n := 0
	for y := in.Min.Y; y < in.Max.Y; y++ {
		for x := in.Min.X; x < in.Max.X; x++ {
			if f.at(x, y) == c {
				n++
			}
		}
	}
	return n
}

// Where the screen's own part of the window lies: below the header, to the
// right of the sidebar.
const sidebarWidth, headerHeight = 240, 90

// painted reports whether there is anything on the window's screen.
func (f frame) painted() bool {
	screen := image.Rect(sidebarWidth, headerHeight, f.width-20, f.height-20)
	ground := f.count(f.at(sidebarWidth-14, headerHeight), screen)
	return screen.Dx()*screen.Dy()-ground > screen.Dx()*screen.Dy()/50
}

// write writes the frame as a PNG file.
func (f frame) write(path string) error {
	picture := image.NewNRGBA(image.Rect(0, 0, f.width, f.height))
	for i := 0; i < len(picture.Pix); i += 4 {
		p := f.pixels[i:]
		picture.Pix[i], picture.Pix[i+1], picture.Pix[i+2], picture.Pix[i+3] = p[2], p[1], p[0], 0xff
	}
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	defer file.Close()
	squeezed := png.Encoder{CompressionLevel: png.BestCompression}
	if err := squeezed.Encode(file, picture); err != nil {
		return err
	}
	return file.Close()
}
