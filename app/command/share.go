package command

import (
	"context"
	"errors"

	"github.com/spf13/cobra"

	"muster/app"
	"muster/app/phrase"
	"muster/campaign"
)

func (f *face) shareCommand() *cobra.Command {
	var status, stop, asJSON bool
	c := f.command(&cobra.Command{
		Use:   "share [DIR]",
		Short: "Keep a campaign in step with its copies elsewhere through a folder",
		Long: "Keep a campaign in step with its copies on other devices through a folder that Nextcloud,\n" +
			"Syncthing, Dropbox or a network drive carries. Each device writes files of its own there and\n" +
			"takes in those of the others, so that nothing is in conflict. A data folder that does not\n" +
			"have the campaign yet gets it from the folder. The window does the rest while it is open;\n" +
			"without it, `muster sync` does. Without a folder, share tells how things stand.",
		Example: "  muster share ~/Nextcloud/March\n  muster share --status\n  muster share --stop",
		Args:    between(0, 1, "[DIR]"),
	}, func(args []string) error {
		switch {
		case len(args) > 0 && (status || stop), status && stop:
			return usage("give a folder, --status or --stop, and not several of them")
		case len(args) > 0:
			return f.share(args[0], asJSON)
		case stop:
			return f.stopSharing()
		}
		return f.shareStatus(asJSON)
	})
	c.Flags().BoolVar(&status, "status", false, "tell what is in the folder, and what is wrong with it")
	c.Flags().BoolVar(&stop, "stop", false, "end the sharing; what is in the folder stays there")
	jsonFlag(c, &asJSON)
	return c
}

// share shares the campaign through a folder. If the data folder does not have
// it, it comes from there.
func (f *face) share(dir string, asJSON bool) error {
	m, err := f.muster()
	if err != nil {
		return err
	}
	c, err := m.Find(f.campaign)
	joins := errors.Is(err, campaign.ErrNoCampaign)
	if joins {
		if c, err = m.Join(context.Background(), dir, f.campaign); err == nil && !asJSON {
			f.printf("%s was not here yet: it came along from %s.\n", c.Name, quoted(dir))
		}
	}
	if err != nil {
		return err
	}
	d, err := m.Desk(c.ID)
	if err != nil {
		return err
	}
	if !joins {
		if err := d.Share(dir); err != nil {
			return err
		}
	}
	state, err := f.sync(d)
	switch {
	case err != nil:
		return err
	case asJSON:
		return f.json(jsonFolder(d.Campaign().Name, state))
	}
	f.printSync(d.Campaign().Name, state)
	return nil
}

func (f *face) stopSharing() error {
	d, err := f.desk()
	if err != nil {
		return err
	}
	folder, err := d.Folder()
	if err != nil {
		return err
	}
	if folder == "" {
		f.printf("%s is not shared.\n", d.Campaign().Name)
		return nil
	}
	if err := d.Unshare(); err != nil {
		return err
	}
	f.printf("%s is no longer shared. What is in %s stays there, for the others.\n", d.Campaign().Name, quoted(folder))
	return nil
}

// shareStatus tells how the shared folder stands, and whom packs are for.
func (f *face) shareStatus(asJSON bool) error {
	d, err := f.desk()
	if err != nil {
		return err
	}
	outlets, err := d.Outlets()
	if err != nil {
		return err
	}
	state, err := d.FolderState()
	none := errors.Is(err, campaign.ErrNoOutlet)
	switch {
	case err != nil && !none:
		return err
	case asJSON:
		j := jsonFolder(d.Campaign().Name, state)
		j.Packs = jsonPacks(outlets)
		return f.json(j)
	case none:
		f.printf("%s is not shared. `muster share DIR` shares it through a folder.\n", d.Campaign().Name)
	default:
		f.printFolder(d.Campaign(), state)
	}
	for _, o := range outlets {
		if o.Kind == app.ByHand {
			f.printf("The last pack for %s was written %s.\n", o.Name, phrase.Moment(o.At, d.Campaign().Location()))
		}
	}
	return nil
}

// printFolder tells what is in the folder.
func (f *face) printFolder(c campaign.Campaign, s app.FolderState) {
	f.printf("%s is shared through %s.\n", c.Name, quoted(s.Folder))
	switch {
	case s.Waiting:
		f.printf("What is new here is not written there yet: `muster sync` does it.\n")
	case s.At.IsZero():
		f.printf("Nothing is new here.\n")
	default:
		f.printf("All that is here is written there, last %s.\n", phrase.Moment(s.At, c.Location()))
	}
	t := newTable(2)
	for _, d := range s.Devices {
		name := d.Name
		if d.Own {
			name += " (this one)"
		}
		t.add("  "+name, d.Key.Fingerprint(), plural(int64(d.Segments), "file", "files"), "last "+phrase.Moment(d.Last, c.Location()))
	}
	f.printf("%s", t)
	f.printWrong(s)
}

// printWrong names the files that somebody should look at.
func (f *face) printWrong(s app.FolderState) {
	for _, file := range s.Files {
		if !file.State.Good() {
			f.printf("%s: %s.\n", file.Name, file.Words())
		}
	}
}
