package window

import (
	"context"

	"muster/app"
	"muster/app/phrase"
	"muster/app/say"
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
	w.folder = folderNews{of: desk.Campaign().ID, state: state, err: err, asked: true}
	show := func() { w.shell.navigate("Sharing") }
	switch n := int64(state.Wrong()); {
	case err != nil && (before.err == nil || before.err.Error() != err.Error()):
		w.toast(phrase.Sentence(err), say.Text("Show"), show)
	case state.Wrong() > before.state.Wrong():
		w.toast(say.Count("%s files in the shared folder cannot be used.", n, phrase.Count(n)), say.Text("Show"), show)
	}
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
