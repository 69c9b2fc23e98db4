package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"muster/app/phrase"
	"muster/app/say"
)

// folderCard is the folder by which the campaign's copies stay in step.
type folderCard struct {
	*fyne.Container
	w       *Window
	about   *prose
	stands  *fyne.Container // whether it is in step
	seen    *fyne.Container // devices that write there
	wrong   *fyne.Container // files that cannot be used
	buttons *fyne.Container
}

func newFolderCard(w *Window) *folderCard {
	c := &folderCard{w: w, about: newProse(sizeText, colorMuted), stands: container.New(column{gap: 2}),
		seen: container.New(column{gap: spaceXS}), wrong: container.New(column{gap: 10}), buttons: container.New(column{})}
	c.Container = newCard(container.New(column{gap: spaceM}, newHeading(say.Text("Shared folder")), c.about, c.stands, c.seen, c.wrong, c.buttons))
	return c
}

func (c *folderCard) card() *fyne.Container { return c.Container }

func (c *folderCard) show(now shared) {
	c.buttons.RemoveAll()
	for _, part := range []*fyne.Container{c.stands, c.seen, c.wrong} {
		part.RemoveAll()
		part.Hidden = true
	}
	f := now.folder
	if c.about.Hidden = f.state.Folder != ""; !c.about.Hidden {
		c.about.set(plain(say.Text("Choose a folder that Nextcloud, Syncthing, Dropbox or a network drive keeps the same on several computers. " +
			"While Muster is open, it puts what is entered here into that folder and takes in what others put there. Your data itself stays where it is.")))
		c.buttons.Add(inRows(spaceS, newButton(say.Text("Choose a folder…"), c.w.chooseShared), newButton(say.Text("Join others…"), c.w.joinOthers)))
		return
	}
	c.stands.Add(folderStands(now))
	c.stands.Show()
	c.listSeen(now)
	c.listWrong(f)
	c.buttons.Add(inRows(spaceS, newButton(say.Text("Look now"), c.w.lookIntoFolder), newButton(say.Text("Choose another…"), c.w.chooseShared),
		newButton(say.Text("Stop sharing"), c.w.stopSharing)))
}

// folderStands says where the folder is and whether it is in step.
func folderStands(now shared) fyne.CanvasObject {
	f := now.folder
	icon, words := newDrawing(glyphCheck, colorReached, 15), say.Text("In step.")
	switch {
	case f.err != nil:
		icon, words = newDrawing(glyphWarning, colorError, 15), phrase.Sentence(f.err)
	case f.state.Waiting:
		icon, words = newDrawing(glyphWarning, colorMuted, 15), say.Text("What was entered here is not in the folder yet.")
	case !f.asked:
		icon, words = newDrawing(glyphFolder, colorMuted, 15), say.Text("Looking into the folder…")
	}
	if !f.state.At.IsZero() {
		words += " " + say.Text("Last written from here %s.", phrase.Moment(f.state.At, zoneOf(now.Snapshot)))
	}
	return newSharingRow(icon, shortFolder(f.state.Folder), []string{words})
}

// listSeen names the devices that have written into the folder.
func (c *folderCard) listSeen(now shared) {
	for _, d := range now.folder.state.Devices {
		name := deviceName(d.Name, d.Key)
		if d.Own {
			name = say.Text("%s (this device)", name)
		}
		what := newText(say.Text("%[1]s · %[2]s", d.Key.Fingerprint(), phrase.Moment(d.Last, zoneOf(now.Snapshot))), sizeLabel, colorMuted)
		title := newText(name, sizeLabel, colorText)
		title.shrinks = true
		c.seen.Add(container.New(padded{left: iconRoom}, container.New(ends{gap: spaceM}, title, what)))
	}
	c.seen.Hidden = len(c.seen.Objects) == 0
}

// listWrong names the files that somebody should look at.
func (c *folderCard) listWrong(f folderNews) {
	var rows []fyne.CanvasObject
	for _, file := range f.state.Files {
		if !file.State.Good() {
			rows = append(rows, newSharingRow(newDrawing(glyphWarning, colorMuted, 15), file.Name, []string{phrase.FullStop(phrase.Capital(phrase.Words(file.Words())))}))
		}
	}
	listRows(c.wrong, rows)
}
