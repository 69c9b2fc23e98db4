package window

import (
	"os"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"

	"muster/app/say"
)

const (
	keyTheme = "theme"
	keyScale = "scale"
)

// Names of the themes, as the settings have them.
const (
	themeSystem = "system"
	themeLight  = "light"
	themeDark   = "dark"
)

// theme is the one chosen: what is not known is the system's.
func (s settings) theme() string {
	if name := s.String(keyTheme); name == themeLight || name == themeDark {
		return name
	}
	return themeSystem
}
func (s settings) setTheme(name string) { s.SetString(keyTheme, name) }

// scales are how large everything may be drawn, in percent of usual.
var scales = []int{80, 100, 120, 150, 200}

// scale is the one chosen: what is not among them is as usual.
func (s settings) scale() int {
	chosen := s.IntWithFallback(keyScale, 100)
	for _, percent := range scales {
		if percent == chosen {
			return chosen
		}
	}
	return 100
}
func (s settings) setScale(percent int) { s.SetInt(keyScale, percent) }

// themeChoice is a theme to choose.
type themeChoice struct {
	name, label, action string
	key                 *desktop.CustomShortcut
}

func themeChoices() []themeChoice {
	return []themeChoice{
		{themeSystem, say.Text("As the system"), say.Text("Light or dark as the system"), commandShift(fyne.KeyY)},
		{themeLight, say.Text("Light"), say.Text("Light theme"), commandShift(fyne.KeyL)},
		{themeDark, say.Text("Dark"), say.Text("Dark theme"), commandShift(fyne.KeyM)},
	}
}

// chooseTheme changes the theme at once and remembers it.
func (w *Window) chooseTheme(name string) {
	w.settings.setTheme(name)
	w.useAppearance()
	w.layMenus()
}

// chooseScale changes how large everything is, at once, and remembers it. The
// window stays as large as it is on the screen.
func (w *Window) chooseScale(percent int) {
	size, change := w.Canvas().Size(), float32(w.settings.scale())/float32(percent)
	w.settings.setScale(percent)
	w.useAppearance()
	w.Resize(fyne.NewSize(size.Width*change, size.Height*change))
}

// useAppearance shows the window in the theme and the size that are chosen.
// Fyne reads the size again whenever the theme is set.
func (w *Window) useAppearance() {
	scaleTo(w.settings.scale())
	fyne.CurrentApp().Settings().SetTheme(newTheme(w.settings.theme()))
}

// readFonts has Fyne read the fonts that the window begins with, while the system
// makes room for it. The function it returns waits until they are there.
func readFonts(t threads) (wait func()) {
	if t.beside == nil {
		return func() {}
	}
	return t.beside(func() {
		for _, style := range []fyne.TextStyle{{}, {Bold: true}} {
			fyne.MeasureText("M", theme.TextSize(), style)
		}
	})
}

// newTheme returns the theme of a name in the settings.
func newTheme(name string) fyne.Theme {
	variant := theme.VariantLight
	switch name {
	case themeDark:
		variant = theme.VariantDark
	case themeLight:
	default:
		return look{}
	}
	return look{fixed: &variant}
}

// scaleVariable is what Fyne asks for the size of everything, and scaleGiven
// what it was when the program was started.
const scaleVariable = "FYNE_SCALE"

var scaleGiven = os.Getenv(scaleVariable)

// scaleTo makes everything so many percent of the size that was asked for when
// the program was started.
func scaleTo(percent int) {
	if percent == 100 {
		if os.Getenv(scaleVariable) != scaleGiven {
			os.Setenv(scaleVariable, scaleGiven)
		}
		return
	}
	usual, err := strconv.ParseFloat(scaleGiven, 64)
	if err != nil || usual <= 0 {
		if usual = float64(fyne.CurrentApp().Settings().Scale()); usual <= 0 {
			usual = 1
		}
	}
	os.Setenv(scaleVariable, strconv.FormatFloat(usual*float64(percent)/100, 'f', 2, 64))
}
