package window

import (
	"context"
	"errors"

	"muster/app"
	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
)

// followFolder keeps the open campaign and its shared folder in step until ctx
// ends.
func (w *Window) followFolder(ctx context.Context, desk *app.Desk) {
	w.folder = folderNews{of: desk.Campaign().ID}
	w.threads.stay(func() {
		desk.WatchFolder(ctx, func(state app.FolderState, err error) {
			w.threads.ui(func() { w.folderTold(desk, state, err) })
		})
	})
}

// folderTold takes over how the shared folder now stands. Only what needs
// somebody is said aloud.
func (w *Window) folderTold(desk *app.Desk, state app.FolderState, err error) {
	if desk != w.desk {
		return
	}
	before := w.folder
	w.folder = folderNews{of: desk.Campaign().ID, state: state, err: err, asked: true, wrong: state.Wrong()}
	if err != nil {
		w.folder.wrong = before.wrong
	}
	show := func() { w.shell.navigate("Sharing") }
	switch n := int64(w.folder.wrong); {
	case err != nil && (before.err == nil || before.err.Error() != err.Error()):
		w.shell.toasts.show(toast{text: phrase.Sentence(err), label: say.Text("Show"), do: show, bad: true})
	case err == nil && before.err != nil && w.shell.toasts.says(phrase.Sentence(before.err)):
		w.shell.toasts.dismiss() // it is no longer so
	case w.folder.wrong > before.wrong:
		w.toast(say.Count("%s files in the shared folder cannot be used.", n, phrase.Count(n)), say.Text("Show"), show)
	}
	w.keepMenus()
	w.shell.point()
	for _, screen := range w.shell.made() {
		if s, ok := screen.(*sharing); ok {
			s.look()
		}
	}
}

// chooseShared asks for the folder by which the campaign is to be shared.
func (w *Window) chooseShared() {
	desk := w.desk
	w.chooseFolderFor(say.Text("Share this campaign by a folder"), say.Text("Share here"), func(path string) {
		w.work(func(context.Context) error { return desk.Share(path) }, func(err error) {
			if err == nil {
				w.folder = folderNews{of: desk.Campaign().ID}
				w.lookIntoFolder()
			}
		})
	})
}

// joinOthers asks for a folder that others share, and brings along the campaign
// that is there.
func (w *Window) joinOthers() {
	w.chooseFolderFor(say.Text("Join others by their folder"), say.Text("Join"), func(path string) {
		w.join(path, "", func(err error) {
			switch {
			case errors.Is(err, campaign.ErrWhichCampaign):
				w.askWhich(path)
			case err != nil:
				w.fail(err)
			}
		})
	})
}

// askWhich asks which of the campaigns in a folder is meant.
func (w *Window) askWhich(path string) {
	more := say.Text("There are several in this folder. Type the name of the one that is to be brought along.")
	w.askName(say.Text("Which campaign?"), more, "", say.Text("Join"), func(name string, said func(error)) { w.join(path, name, said) })
}

// join brings a campaign along from a folder and opens it.
func (w *Window) join(path, name string, said func(error)) {
	var found campaign.Campaign
	var refused error
	w.work(func(ctx context.Context) error {
		found, refused = w.muster.Join(ctx, path, name)
		return nil // said by whoever asked
	}, func(error) {
		said(refused)
		if refused == nil {
			w.open(found.ID)
			w.toast(say.Text("%s is here now, and stays in step with the folder.", found.Name), "", nil)
		}
	})
}

// lookIntoFolder brings the campaign and its shared folder in step at once.
func (w *Window) lookIntoFolder() {
	desk := w.desk
	var state app.FolderState
	var failed error
	w.work(func(ctx context.Context) error {
		state, failed = desk.SyncFolder(ctx)
		return nil // said as what the clock finds is
	}, func(error) {
		w.folderTold(desk, state, failed)
		w.changed()
	})
}

// stopSharing asks whether the campaign is to be shared by its folder no more.
func (w *Window) stopSharing() {
	desk := w.desk
	w.ask(question{
		asks: say.Text("Stop sharing by this folder?"),
		more: say.Text("Nothing more goes there or comes from there. What is in the folder stays, and so does what came from it."),
		does: say.Text("Stop sharing"),
		do: func() {
			w.work(func(context.Context) error { return desk.Unshare() }, func(error) {
				w.folder = folderNews{of: desk.Campaign().ID}
				w.changed()
			})
		},
	})
}
