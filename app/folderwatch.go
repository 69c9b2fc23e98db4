package app

import (
	"context"
	"errors"
	"reflect"

	"muster/campaign"
	"muster/persistence/exchange/folder"
)

// folderPace is how soon and how often WatchFolder looks; tests are quicker.
var folderPace = folder.UsualPace

// WatchFolder keeps the campaign and its shared folder in step until ctx ends:
// it calls SyncFolder when something changes in the folder or in the campaign,
// and now and then in any case. It tells changed, from the goroutine that it
// runs in, how the folder stands whenever that is otherwise than before. While
// the campaign is not shared, the state has no folder.
func (d *Desk) WatchFolder(ctx context.Context, changed func(FolderState, error)) {
	home := make(chan struct{}, 1)
	d.mu.Lock()
	d.watchers[home] = true
	d.mu.Unlock()
	defer func() {
		d.mu.Lock()
		delete(d.watchers, home)
		d.mu.Unlock()
	}()
	told := false
	var before FolderState
	var failed string
	folder.Watch(ctx, folderPace, home, func() string {
		state, err := d.SyncFolder(ctx)
		if ctx.Err() != nil {
			return ""
		}
		if errors.Is(err, campaign.ErrNoOutlet) {
			err = nil
		}
		why := ""
		if err != nil {
			why = err.Error()
		}
		if !told || why != failed || !reflect.DeepEqual(state, before) {
			changed(state, err)
		}
		told, before, failed = true, state, why
		return state.Folder
	})
}
