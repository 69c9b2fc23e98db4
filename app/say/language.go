package say

import (
	"encoding/json"
	"fmt"
	"slices"
	"sync/atomic"

	"fyne.io/fyne/v2/lang"
	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"
	"golang.org/x/text/message"

	"muster/assets"
)

// Language is one that Muster speaks.
type Language struct {
	Code string // ISO 639-1
	Name string // in itself
}

// Languages returns those that Muster speaks, English first.
func Languages() []Language {
	return []Language{{"en", "English"}, {"de", "Deutsch"}, {"es", "Español"}, {"fr", "Français"}}
}

// voice is a language ready to be spoken.
type voice struct {
	tag       language.Tag
	localizer *i18n.Localizer
	printer   *message.Printer
}

// spoken is the voice in use. A report may be written by one goroutine while
// another changes it.
var spoken atomic.Pointer[voice]

// current returns the voice in use: English until Use says otherwise.
func current() *voice {
	if v := spoken.Load(); v != nil {
		return v
	}
	v, err := newVoice("en")
	if err != nil {
		panic(err) // built in, and tested
	}
	spoken.CompareAndSwap(nil, v)
	return spoken.Load()
}

// newVoice loads a language. Fyne's lang cannot change its language, and takes
// plurals for those of the system's, so the bundle is our own; the library and
// the format of the files are Fyne's.
func newVoice(code string) (*voice, error) {
	bundle := i18n.NewBundle(language.English)
	bundle.RegisterUnmarshalFunc("json", json.Unmarshal)
	for _, c := range slices.Compact([]string{"en", code}) {
		data, err := texts(c)
		if err != nil {
			return nil, err
		}
		if _, err := bundle.ParseMessageFileBytes(data, c+".json"); err != nil {
			return nil, err
		}
	}
	tag := language.Make(code)
	return &voice{tag, i18n.NewLocalizer(bundle, code), message.NewPrinter(tag)}, nil
}

func texts(code string) ([]byte, error) {
	return assets.Translations.ReadFile("translations/" + code + ".json")
}

// Use changes the language of all texts and numbers from now on. An empty code
// asks for that of the system, or English where Muster does not speak it. It
// is to be called on the window's goroutine, since Fyne's own texts follow.
func Use(code string) error {
	if code == "" {
		code = ofSystem()
	}
	if !slices.ContainsFunc(Languages(), func(l Language) bool { return l.Code == code }) {
		return fmt.Errorf("%q is not a language of Muster: choose en, de, es or fr", code)
	}
	v, err := newVoice(code)
	if err != nil {
		return err
	}
	own, err := texts(code)
	if err != nil {
		return err
	}
	// Fyne looks for the language of the system, so the chosen one goes there.
	if err := lang.AddTranslationsForLocale(own, lang.SystemLocale()); err != nil {
		return err
	}
	spoken.Store(v)
	return nil
}

// ofSystem returns the language of the system, if Muster speaks it.
func ofSystem() string {
	base, _ := language.Make(lang.SystemLocale().String()).Base()
	for _, l := range Languages() {
		if l.Code == base.String() {
			return l.Code
		}
	}
	return "en"
}

// Spoken returns the language in use.
func Spoken() language.Tag { return current().tag }

// Number formats numbers as the language in use does: %d groups digits, %.1f
// has its decimal sign.
func Number(format string, args ...any) string { return current().printer.Sprintf(format, args...) }
