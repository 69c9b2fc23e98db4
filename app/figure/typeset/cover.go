package typeset

import (
	"bytes"
	"strings"
	"sync"
	"unicode"

	gofont "github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/language"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/text/unicode/norm"

	"muster/assets"
)

// standIns are the built-in fonts for what the text font lacks, by script.
var standIns = map[language.Script]*standIn{
	language.Arabic: {name: "NotoSansArabic"}, language.Armenian: {name: "NotoSansArmenian"},
	language.Bengali: {name: "NotoSansBengali"}, language.Devanagari: {name: "NotoSansDevanagari"},
	language.Ethiopic: {name: "NotoSansEthiopic"}, language.Georgian: {name: "NotoSansGeorgian"},
	language.Gujarati: {name: "NotoSansGujarati"}, language.Gurmukhi: {name: "NotoSansGurmukhi"},
	language.Hebrew: {name: "NotoSansHebrew"}, language.Kannada: {name: "NotoSansKannada"},
	language.Khmer: {name: "NotoSansKhmer"}, language.Lao: {name: "NotoSansLao"},
	language.Malayalam: {name: "NotoSansMalayalam"}, language.Myanmar: {name: "NotoSansMyanmar"},
	language.Sinhala: {name: "NotoSansSinhala"}, language.Tamil: {name: "NotoSansTamil"},
	language.Telugu: {name: "NotoSansTelugu"}, language.Thai: {name: "NotoSansThai"},
	language.Han: cjk, language.Hiragana: cjk, language.Katakana: cjk, language.Hangul: {name: "MusterHangul"},
}

var (
	cjk = &standIn{name: "DroidSansFallback"}
	own = &standIn{data: Regular} // the text font itself, where it must be shaped
)

// standIn is a font that is read when a text first needs it.
type standIn struct {
	name string
	data func() []byte // of the text font; a built-in one has a name
	once sync.Once
	face *gofont.Face
}

// open returns the font. It panics if that is broken, which only a broken build
// can be.
func (s *standIn) open() *gofont.Face {
	s.once.Do(func() {
		var data []byte
		var err error
		if s.data != nil {
			data = s.data()
		} else {
			data, err = assets.Font(s.name)
		}
		if err == nil {
			s.face, err = gofont.ParseTTF(bytes.NewReader(data))
		}
		if err != nil {
			panic("an embedded font cannot be read: " + err.Error())
		}
	})
	return s.face
}

func (s *standIn) has(r rune) bool {
	shaping.Lock() // a face remembers what it looked up
	defer shaping.Unlock()
	_, ok := s.open().NominalGlyph(r)
	return ok
}

// fontOf returns the font that shows a character, or nil.
func fontOf(r rune) *standIn {
	if hasGlyph(r) {
		return own
	}
	script := language.LookupScript(r)
	if s := standIns[script]; s != nil {
		if s.has(r) {
			return s
		}
		return nil
	}
	if script != language.Common && script != language.Inherited || r > 0xffff {
		return nil
	}
	for _, s := range []language.Script{language.Arabic, language.Devanagari, language.Han} { // signs that several scripts share
		if standIns[s].has(r) {
			return standIns[s]
		}
	}
	return nil
}

// isWestern reports whether a script is one that the text font sets letter by
// letter.
func isWestern(s language.Script) bool {
	switch s {
	case language.Latin, language.Greek, language.Cyrillic, language.Common, language.Inherited:
		return true
	}
	return false
}

// isPlain reports whether text can be set as it is: letter by letter, from left
// to right, all from the text font.
func isPlain(s string) bool {
	for _, r := range s {
		if (r < ' ' || r >= 0x7f) && r != unknown && (unicode.Is(unicode.M, r) || !hasGlyph(r)) {
			return false
		}
	}
	return true
}

var known sync.Map // rune -> whether the text font shows it

// hasGlyph reports whether the text font shows a character by itself, regular
// and bold. Those beyond U+FFFF never count: not every surface can set them.
func hasGlyph(r rune) bool {
	if r < 0x7f {
		return r >= ' '
	}
	if r > 0xffff || !isWestern(language.LookupScript(r)) {
		return false
	}
	if has, ok := known.Load(r); ok {
		return has.(bool)
	}
	has := true
	for _, f := range faces() {
		var buf sfnt.Buffer
		if i, err := f.Face.GlyphIndex(&buf, r); err != nil || i == 0 {
			has = false
		}
	}
	known.Store(r, has)
	return has
}

// unknown stands for what no font can show.
const unknown = '\ufffd'

// noBreak is a space at which no line ends, such as within a number.
const noBreak = '\u00a0'

// alike are signs of ours that the text font lacks, and what it has in their place.
var alike = strings.NewReplacer("\u2212", "\u2013", "\u202f", "\u00a0", "\u2011", "-")

// Legible returns text on one line that can be shown: white space of any kind
// becomes a space, characters without a picture of their own (controls, marks
// that turn the direction of writing) are left out, and what no font has, such
// as an emoji, becomes U+FFFD, one for several.
func Legible(s string) string {
	var out strings.Builder
	space, last := false, rune(0)
	for _, r := range norm.NFC.String(seen(alike.Replace(s))) {
		if unicode.IsSpace(r) && r != noBreak {
			space = out.Len() > 0
			continue
		}
		if fontOf(r) == nil && !isJoiner(r) {
			r = unknown
		}
		if r == unknown && last == unknown && !space || isJoiner(r) && (space || last == unknown || last == 0) {
			continue
		}
		if space {
			out.WriteByte(' ')
			space = false
		}
		out.WriteRune(r)
		last = r
	}
	return out.String()
}

// seen leaves out what has no picture of its own.
func seen(s string) string {
	last := rune(0)
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			if r == noBreak {
				return r
			}
			return ' '
		case isJoiner(r) && (last == 0 || isWestern(language.LookupScript(last))),
			unicode.IsControl(r), unicode.In(r, unicode.Cf, unicode.Variation_Selector) && !isJoiner(r):
			return -1
		}
		last = r
		return r
	}, s)
}

// isJoiner reports whether a character decides how the letters around it join.
func isJoiner(r rune) bool { return r == '\u200c' || r == '\u200d' }
