package window

import (
	"runtime"
	"runtime/debug"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"muster/app/say"
	"muster/assets"
	"muster/assets/licences"
)

// iconSide is how large the icon is shown.
const iconSide float32 = 72

// about lays over the window what this program is, where its data lies, and
// whose work it is built on.
func (w *Window) about() {
	icon := canvas.NewImageFromResource(fyne.NewStaticResource("icon.png", assets.Icon()))
	icon.FillMode = canvas.ImageFillContain
	icon.SetMinSize(fyne.NewSquareSize(iconSide))
	name := newText(say.Text("Muster"), sizeTitle, colorText)
	name.style.Bold = true
	head := container.New(hanging{iconSide + spaceM}, container.New(beside{}, icon), container.New(column{gap: spaceXS},
		name, newProse(sizeText, colorText, plain(say.Text("Plans campaigns whose success depends on numbers."))),
		newProse(sizeText, colorMuted, plain(w.version()))))
	data := container.New(column{gap: spaceXS}, newHeading(say.Text("Your data")),
		newProse(sizeText, colorText, plain(say.Text("It lies in %s, on this computer alone. Only counts are kept, never who pledged.", shortFolder(w.muster.Dir())))))
	text := container.New(column{gap: spaceM}, head, data, container.New(column{gap: spaceXS}, newHeading(say.Text("Licence")),
		newProse(sizeText, colorText, plain(say.Text("Muster is free software under the MIT licence: use it, change it, pass it on. It comes without warranty.")))),
		w.builtOn())
	var l *leaf
	l = w.layLeaf(say.Text("About Muster"), 560, text, newButton(say.Text("Close"), func() { l.popup.Hide() }),
		newButton(say.Text("Open the data folder"), w.openDataFolder))
}

// version says which Muster this is, and what it was built with.
func (w *Window) version() string {
	said := say.Text("Version %s", fyne.CurrentApp().Metadata().Version)
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, s := range info.Settings {
			if s.Key == "vcs.revision" && len(s.Value) >= 12 {
				said += " (" + s.Value[:12] + ")"
			}
		}
	}
	return said + " · " + runtime.Version() + " · " + runtime.GOOS + "/" + runtime.GOARCH
}

// builtOn lists the libraries, each with its licence to read.
func (w *Window) builtOn() fyne.CanvasObject {
	list := container.New(column{gap: 0}, newHeading(say.Text("Built on")))
	all, err := licences.All()
	if err != nil {
		list.Add(newProse(sizeText, colorError, plain(err.Error())))
	}
	for _, l := range all {
		line := newOpeningLine(l.Name, func() { w.readLicence(l) })
		line.value.words, line.value.size, line.value.style.Bold = l.Licence, sizeLabel, false
		list.Add(container.New(padded{left: 6, right: 6}, line))
	}
	return list
}

// readLicence lays a licence over the window.
func (w *Window) readLicence(of licences.Library) {
	var l *leaf
	l = w.layLeaf(of.Name, 620, newLines(of.Text), newButton(say.Text("Back"), func() { l.popup.Hide() }))
}
