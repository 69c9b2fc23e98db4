package window

import (
	"fmt"
	"os"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"muster/app/say"
	"muster/assets"
	"muster/assets/licences"
	"muster/campaign"
	"muster/persistence/planfile"
)

// TestEverythingIsSaidInTheLanguage marks every text that goes through the
// translations, walks all screens and all that the actions open, and fails on
// words that are neither marked nor the campaign's own.
func TestEverythingIsSaidInTheLanguage(t *testing.T) {
	skipDrawing(t)
	say.Mark(func(s string) string { return "⟦" + s + "⟧" })
	t.Cleanup(func() { say.Mark(nil) })
	w := exploring(t)
	w.settings.setFolder(t.TempDir())
	withLines(t, w, 3)
	data := dataOf(t, w)
	for i, seat := range w.shell.seats {
		w.shell.bring(i)
		for _, fault := range unmarked(w.shell, data) {
			t.Errorf("%s: %s", seat.name, fault)
		}
	}
	for _, a := range w.actions() {
		if a.key != nil && *a.key == *command(fyne.KeyQ) {
			continue
		}
		for _, name := range []string{a.name, a.about} {
			for _, fault := range leftOf(name, data) {
				t.Errorf("the action %q: %s", a.name, fault)
			}
		}
		w.perform(a)
		for w.Canvas().Overlays().Top() != nil {
			for _, fault := range unmarked(w.Canvas().Overlays().Top(), data) {
				t.Errorf("%s: %s", a.name, fault)
			}
			w.escape()
		}
	}
}

// dataOf returns all words of the campaign and of what is built in, which
// nobody translates.
func dataOf(t *testing.T, w *Window) string {
	t.Helper()
	plan, err := planfile.Encode(w.snapshot.Campaign)
	if err != nil {
		t.Fatal(err)
	}
	data := string(plan) + "\nMuster PDF Excel CSV PNG SVG UTC Anna Ohio Maryland stall Deutsch Español Français English Fyne https Ctrl " + w.muster.Dir()
	for _, r := range campaign.BuiltInRules() {
		data += "\n" + r.Source
	}
	for _, p := range assets.Populations() {
		data += "\n" + p.Name + " " + p.Source
	}
	for _, source := range []string{campaign.DefaultShow().Source, campaign.DefaultValid().Source, campaign.DefaultWalkOns().Source,
		campaign.DefaultConfidence().Source, campaign.MassLine().Source, w.settings.folder(), time.Local.String()} {
		data += "\n" + source
	}
	for _, r := range campaign.BaseRates() {
		data += "\n" + r.Source
	}
	for _, line := range w.snapshot.Latest {
		data += "\n" + line.Note + " " + line.By + " " + line.Source
	}
	all, err := licences.All()
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range all {
		data += "\n" + l.Name + " " + l.Licence
	}
	own, err := w.muster.Device()
	if err != nil {
		t.Fatal(err)
	}
	data += "\n" + own.Name
	data += "\nHome Computer (Parent) root Cancel Open " + runtime.GOOS + "/" + runtime.GOARCH // of Fyne's file dialog, and the system's
	return strings.ToLower(strings.Join(strings.Fields(data), " "))
}

// unmarked returns the words in an object that are not said in the language.
func unmarked(o fyne.CanvasObject, data string) []string {
	var faults []string
	says := func(kind, words string) {
		for _, left := range leftOf(words, data) {
			faults = append(faults, fmt.Sprintf("%s in %s %q", left, kind, words))
		}
	}
	var look func(fyne.CanvasObject)
	look = func(o fyne.CanvasObject) {
		if !o.Visible() {
			return
		}
		switch o := o.(type) {
		case *text:
			says("the text", o.words)
			return
		case *prose:
			says("the prose", o.AccessibilityLabel())
			return
		case *canvas.Text:
			says("the text", o.Text)
		case *entry:
			says("the field", o.PlaceHolder)
			return
		case *pick:
			says("the field", o.PlaceHolder)
			return
		case *dayEntry:
			says("the field", o.PlaceHolder)
			return
		case *ledgerList:
			return
		case *widget.Entry:
			return
		case *container.Scroll:
			look(o.Content)
			return
		}
		switch o := o.(type) {
		case *fyne.Container:
			for _, part := range o.Objects {
				look(part)
			}
		case *widget.PopUp:
			look(o.Content)
		case fyne.Widget:
			for _, part := range test.WidgetRenderer(o).Objects() {
				look(part)
			}
		}
	}
	look(o)
	return faults
}

var (
	saidPart = regexp.MustCompile(`⟦[^⟦⟧]*⟧`)
	wordPart = regexp.MustCompile(`\pL[\pL'’.-]*\pL`)
)

// leftOf returns the words of a text that are outside of marks and not data.
func leftOf(words, data string) []string {
	for {
		bare := saidPart.ReplaceAllString(words, " ")
		if bare == words {
			break
		}
		words = bare
	}
	var left []string
	for _, word := range wordPart.FindAllString(words, -1) {
		if !strings.Contains(data, strings.ToLower(word)) {
			left = append(left, word)
		}
	}
	return left
}

// TestEveryLanguageFits lays every screen out in each language: no text reaches
// out of its place or lies on another, and none of ours is cut where it is not
// in English.
func TestEveryLanguageFits(t *testing.T) {
	skipDrawing(t)
	w := startWindow(t, openMuster(t))
	press(w, fyne.KeyEscape)
	t.Cleanup(func() { _ = say.Use("en") })
	w.settings.setFolder(t.TempDir())
	fyne.CurrentApp().Settings().SetTheme(themes["light"])
	petition, err := w.muster.CreateExample("petition")
	if err != nil {
		t.Fatal(err)
	}
	examples := map[string]campaign.ID{"march": w.snapshot.Campaign.ID, "petition": petition.ID}
	for _, language := range say.Languages()[1:] {
		w.chooseLanguage(language.Code)
		for _, example := range []string{"petition", "march"} {
			w.open(examples[example])
			fitsAll(t, w, language.Code+", "+example)
		}
		w.Resize(smallest)
		for name, lay := range map[string]func(){
			"welcome": w.welcome, "new": w.newCampaign, "settings": w.showSettings, "help": w.explain, "palette": w.find, "about": w.about,
		} {
			lay()
			fitsOnTop(t, w, language.Code+", "+name)
		}
	}
}

// fitsAll looks at every screen.
func fitsAll(t *testing.T, w *Window, where string) {
	t.Helper()
	data := dataOf(t, w)
	for i, seat := range w.shell.seats {
		w.shell.bring(i)
		for _, size := range []fyne.Size{smallest, usual} {
			w.Resize(size)
			for _, fault := range slices.Concat(misfits(w.shell, size), misfits(w.shell.sidebar, w.shell.sidebar.Size()), cut(w.shell, data)) {
				t.Errorf("%s, %s in %v x %v: %s", where, seat.title, size.Width, size.Height, fault)
			}
		}
	}
}

// fitsOnTop looks at what lies on top, and takes it away.
func fitsOnTop(t *testing.T, w *Window, where string) {
	t.Helper()
	for w.Canvas().Overlays().Top() != nil {
		walk(w.Canvas().Overlays().Top(), fyne.NewPos(0, 0), func(o fyne.CanvasObject, _ fyne.Position) {
			if popup, ok := o.(*widget.PopUp); ok {
				for _, fault := range misfits(popup.Content, popup.Content.Size()) {
					t.Errorf("%s: %s", where, fault)
				}
			}
		})
		press(w, fyne.KeyEscape)
	}
}

// cut names the texts of ours that end in an ellipsis for want of room.
func cut(o fyne.CanvasObject, data string) []string {
	var faults []string
	walk(o, fyne.NewPos(0, 0), func(o fyne.CanvasObject, _ fyne.Position) {
		t, ok := o.(*text)
		if !ok || !t.shrinks || t.Size().Width <= 0 {
			return
		}
		line := test.WidgetRenderer(t).Objects()[0].(*canvas.Text).Text
		whole := strings.Join(strings.Fields(t.words), " ")
		if strings.Contains(whole, "Committed") {
			return // the name of a tier is as long as it is
		}
		if line != t.words && strings.HasSuffix(line, "…") && !strings.Contains(data, strings.ToLower(whole)) {
			faults = append(faults, fmt.Sprintf("%q is cut to %q", t.words, line))
		}
	})
	return faults
}

// TestScreenshotsOfLanguages draws every screen in each language at the
// smallest size, for people to look at.
func TestScreenshotsOfLanguages(t *testing.T) {
	if os.Getenv("MUSTER_SCREENSHOTS") == "" {
		t.Skip("MUSTER_SCREENSHOTS names no folder for them")
	}
	w := startWindow(t, openMuster(t))
	press(w, fyne.KeyEscape)
	t.Cleanup(func() { _ = say.Use("en") })
	fyne.CurrentApp().Settings().SetTheme(themes["light"])
	w.Resize(smallest)
	for _, language := range say.Languages() {
		w.chooseLanguage(language.Code)
		for i, seat := range w.shell.seats {
			w.shell.bring(i)
			shoot(t, w, fmt.Sprintf("language-%s-%s.png", language.Code, seat.name))
		}
		for name, lay := range map[string]func(){
			"welcome": w.welcome, "new": w.newCampaign, "settings": w.showSettings, "help": w.explain, "palette": w.find,
		} {
			lay()
			shoot(t, w, fmt.Sprintf("language-%s-top-%s.png", language.Code, name))
			press(w, fyne.KeyEscape)
		}
	}
}
