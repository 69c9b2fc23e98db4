package window

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"muster/app/phrase"
	"muster/app/say"
)

// showSettings lays the settings over the window. Each takes effect at once.
func (w *Window) showSettings() {
	name := w.nameSetting()
	w.laySettings(name)
	w.Canvas().Focus(focusIn(name.input))
}

func (w *Window) laySettings(name *field) {
	var l *leaf
	again := func() { // in another language; the space that chose it is not for the name
		l.popup.Hide()
		w.laySettings(w.nameSetting())
	}
	rows := container.New(column{gap: spaceM},
		name, w.themeSetting(), w.scaleSetting(), w.languageSetting(again), w.notificationSetting(), w.traySetting(), w.folderSetting(),
		newProse(sizeLabel, colorMuted, plain(say.Text("Settings are of this computer and of you. No campaign is changed by them, and none is kept among them."))))
	l = w.layLeaf(say.Text("Settings"), 520, rows, newButton(say.Text("Close"), func() { l.popup.Hide() }))
}

// nameSetting is the name that this person enters counts under.
func (w *Window) nameSetting() *field {
	name := newEntry()
	name.Text = w.settings.by()
	name.SetPlaceHolder(say.Text("Your name"))
	name.OnChanged = func(typed string) { w.setBy(strings.TrimSpace(typed)) }
	f := newField(say.Text("Your name"), name)
	f.say("", say.Text("Stands beside what you enter, so that you can undo it. Any name that your team knows will do."))
	return f
}

// setBy remembers this person's name, and puts it into the form for counts.
func (w *Window) setBy(name string) {
	w.settings.setBy(name)
	for _, screen := range w.shell.made() {
		if p, ok := screen.(*pledges); ok {
			p.form.by.Text = name
			p.form.by.Refresh()
		}
	}
}

func (w *Window) themeSetting() fyne.CanvasObject {
	var words []string
	chosen := 0
	for i, t := range themeChoices() {
		words = append(words, t.label)
		if t.name == w.settings.theme() {
			chosen = i
		}
	}
	return w.choiceSetting(say.Text("Theme"), "", words, chosen, func(i int) { w.chooseTheme(themeChoices()[i].name) })
}

func (w *Window) scaleSetting() fyne.CanvasObject {
	var words []string
	for _, percent := range scales {
		words = append(words, phrase.Percent(float64(percent)/100))
	}
	return w.choiceSetting(say.Text("Size of everything"), "", words, slices.Index(scales, w.settings.scale()),
		func(i int) { w.chooseScale(scales[i]) })
}

func (w *Window) notificationSetting() fyne.CanvasObject {
	return w.switchSetting(say.Text("Notifications"), say.Text("Tells you when a threshold is reached, even while the window is behind others."),
		w.settings.notifications(), w.settings.setNotifications)
}

func (w *Window) traySetting() fyne.CanvasObject {
	return w.switchSetting(say.Text("System tray"), say.Text("Shows the count beside the clock, with a way to add pledges. Begins when Muster is next started."),
		w.settings.tray(), w.settings.setTray)
}

// switchSetting is one that is on or off.
func (w *Window) switchSetting(title, about string, on bool, set func(bool)) fyne.CanvasObject {
	chosen := 0
	if on {
		chosen = 1
	}
	return w.choiceSetting(title, about, []string{say.Text("Off"), say.Text("On")}, chosen, func(i int) { set(i == 1) })
}

// choiceSetting is one of a few words.
func (w *Window) choiceSetting(title, about string, words []string, chosen int, set func(int)) fyne.CanvasObject {
	c := newChoice(words, set)
	c.mark(chosen)
	f := newField(title, container.New(beside{}, c))
	f.say("", about)
	return f
}

// folderSetting is where file dialogs begin and reports are saved.
func (w *Window) folderSetting() fyne.CanvasObject {
	where := newText(shortFolder(w.settings.folder()), sizeText, colorText)
	where.shrinks = true
	choose := newButton(say.Text("Change…"), func() {
		w.chooseFolder(say.Text("Save reports in"), say.Text("Choose"), func(path string) { where.set(shortFolder(path)) })
	})
	return newField(say.Text("Folder for reports"), container.New(ends{gap: spaceS}, where, choose))
}
