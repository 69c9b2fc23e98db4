package command

import (
	"cmp"
	"context"
	"errors"
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"

	"muster/app"
	"muster/campaign"
)

func (f *face) syncCommand() *cobra.Command {
	var asJSON bool
	c := f.command(&cobra.Command{
		Use:     "sync",
		Short:   "Bring shared campaigns and their folders in step, once",
		Long:    "Take in what others wrote into shared folders, and write what they do not have from here: for\nthe campaign that -c names, or for all that are shared. The window does so by itself while it\nis open; this is for a timer where it is not.",
		Example: "  muster sync\n  */10 * * * * muster sync   # in a crontab",
		Args:    between(0, 0, ""),
	}, func([]string) error { return f.syncAll(asJSON) })
	jsonFlag(c, &asJSON)
	return c
}

// syncAll brings the campaign of --campaign in step, or all that are shared.
func (f *face) syncAll(asJSON bool) error {
	desks, err := f.shared()
	if err != nil {
		return err
	}
	all, failed := []folderJSON{}, error(nil)
	for _, d := range desks {
		state, err := f.sync(d)
		if errors.Is(err, errStopped) {
			return err
		}
		if err != nil {
			failed = cmp.Or(failed, err) // the others are not to wait for this one
			continue
		}
		if asJSON {
			all = append(all, jsonFolder(d.Campaign().Name, state))
		} else {
			f.printSync(d.Campaign().Name, state)
		}
	}
	if asJSON {
		return errors.Join(failed, f.json(all))
	}
	return failed
}

// shared returns the campaign of --campaign, or all that are shared.
func (f *face) shared() ([]*app.Desk, error) {
	if f.campaign != "" {
		d, err := f.desk()
		return []*app.Desk{d}, err
	}
	m, err := f.muster()
	if err != nil {
		return nil, err
	}
	campaigns, err := m.Campaigns()
	var all []*app.Desk
	for _, c := range campaigns {
		d, err := m.Desk(c.ID)
		if err != nil {
			return nil, err
		}
		folder, err := d.Folder()
		if err != nil {
			return nil, err
		}
		if folder != "" {
			all = append(all, d)
		}
	}
	if err == nil && len(all) == 0 {
		err = campaign.Explain(campaign.ErrNoOutlet, "no campaign is shared: `muster share DIR` shares one through a folder")
	}
	return all, err
}

// errStopped says that somebody ended a round before it was done.
var errStopped = errors.New("the exchange was stopped: what had come in by then is kept, and the next time the rest comes")

func (f *face) sync(d *app.Desk) (app.FolderState, error) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	state, err := d.SyncFolder(ctx)
	if errors.Is(err, context.Canceled) {
		err = errStopped
	}
	return state, err
}

func (f *face) printSync(name string, s app.FolderState) {
	f.printf("%s and %s are in step: ", name, quoted(s.Folder))
	switch {
	case s.Taken > 0 && s.Written:
		f.printf("%s came in, what is new here was written there.\n", plural(int64(s.Taken), "update", "updates"))
	case s.Taken > 0:
		f.printf("%s came in.\n", plural(int64(s.Taken), "update", "updates"))
	case s.Written:
		f.printf("what is new here was written there.\n")
	default:
		f.printf("there is nothing new.\n")
	}
	f.printWrong(s)
}
