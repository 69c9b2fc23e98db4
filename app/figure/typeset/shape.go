package typeset

import (
	"slices"

	"sync"

	"github.com/go-text/typesetting/di"
	gofont "github.com/go-text/typesetting/font"
	ot "github.com/go-text/typesetting/font/opentype"
	goshape "github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
	"golang.org/x/text/unicode/bidi"
)

// part is a piece of a line that is drawn in one go.
type part struct {
	text    string       // in the order of reading
	plain   bool         // drawn as text, not as outlines
	outline []ot.Segment // in ems, y upwards
	advance float64      // in ems; of outlines
	level   int          // of embedding: odd from right to left
}

// shaped keeps the lines that were shaped last: a report measures each several
// times.
var shaped = map[string][]part{}

// mostShaped is how many lines are kept.
const mostShaped = 4096

var (
	shaping  sync.Mutex // guards what follows, the fonts and shaped
	splitter goshape.Segmenter
	shaper   goshape.HarfbuzzShaper
)

// chooser picks the font of each character.
type chooser struct{ fonts map[rune]*gofont.Face }

// ResolveFace implements shaping.Fontmap.
func (c chooser) ResolveFace(r rune) *gofont.Face { return c.fonts[r] }

// shape returns the parts of a line, from left to right as they are seen.
func shape(s string) []part {
	fonts := map[rune]*gofont.Face{}
	for _, r := range s {
		if fonts[r] == nil {
			fonts[r] = own.open()
			if f := fontOf(r); f != nil {
				fonts[r] = f.open()
			}
		}
	}
	shaping.Lock()
	defer shaping.Unlock()
	if parts, ok := shaped[s]; ok {
		return parts
	}
	if len(shaped) >= mostShaped {
		clear(shaped)
	}
	parts := shapeAnew(s, chooser{fonts})
	shaped[s] = parts
	return parts
}

// shapeAnew returns the parts of a line that is not kept.
func shapeAnew(s string, c chooser) []part {
	var parts []part
	for _, piece := range pieces(s) {
		parts = append(parts, shapePiece(piece, c)...)
	}
	return parts
}

// The marks that say which way a piece runs.
const leftToRight, rightToLeft = '\u200e', '\u200f'

func shapePiece(s string, c chooser) []part {
	mark, base, direction := leftToRight, 0, di.DirectionLTR
	if runsRight(s) {
		mark, base, direction = rightToLeft, 1, di.DirectionRTL
	}
	c.fonts[mark] = own.face
	runes := append([]rune{mark}, []rune(s)...)
	runs := splitter.Split(goshape.Input{Text: runes, RunEnd: len(runes), Direction: direction}, c)
	var parts []part
	for _, run := range runs {
		run.Size = fixed.I(1000)
		p := part{text: string(runes[max(1, run.RunStart):max(1, run.RunEnd)])}
		if p.level = levelOf(base, run.Direction, p.text, parts); p.text == "" {
			continue
		}
		if p.plain = p.level%2 == 0 && run.Face == own.face && isPlain(p.text); !p.plain {
			p.set(shaper.Shape(run))
		}
		parts = append(parts, p)
	}
	return inSight(parts)
}

// set takes over the glyphs of a shaped run.
func (p *part) set(out goshape.Output) {
	const em = 64 * 1000 // of the size that is shaped at
	scale := 1 / float32(out.Face.Upem())
	var pen float32
	for _, g := range out.Glyphs {
		dx, dy := pen+float32(g.XOffset)/em, float32(g.YOffset)/em
		pen += float32(g.Advance) / em
		data, ok := out.Face.GlyphData(g.GlyphID).(gofont.GlyphOutline)
		if !ok {
			continue
		}
		for _, s := range data.Segments {
			for i := range s.ArgsSlice() {
				s.Args[i].X, s.Args[i].Y = s.Args[i].X*scale+dx, s.Args[i].Y*scale+dy
			}
			p.outline = append(p.outline, s)
		}
	}
	p.advance = float64(pen)
}

// levelOf returns the level of a run after those before it (UAX #9, I1 and I2).
// A number among letters from the right belongs to them.
func levelOf(base int, d di.Direction, s string, before []part) int {
	switch {
	case d == di.DirectionRTL:
		return 1
	case base == 1:
		return 2
	}
	if len(before) > 0 && before[len(before)-1].level > 0 && isNumber(s) {
		return 2
	}
	return 0
}

// isNumber reports whether there are digits in a text and no letters.
func isNumber(s string) bool {
	digits := false
	for _, r := range s {
		switch p, _ := bidi.LookupRune(r); p.Class() {
		case bidi.L:
			return false
		case bidi.EN, bidi.AN:
			digits = true
		}
	}
	return digits
}

// inSight puts parts that are in the order of reading into that in which they
// are seen (UAX #9, L2).
func inSight(parts []part) []part {
	for level := 2; level > 0; level-- {
		for i := 0; i < len(parts); i++ {
			from := i
			for i < len(parts) && parts[i].level >= level {
				i++
			}
			slices.Reverse(parts[from:i])
		}
	}
	return parts
}
