package command

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"

	"muster/app"
	"muster/campaign"
)

func (f *face) mergeCommand() *cobra.Command {
	var o app.MergeOptions
	var passphraseFile string
	var asJSON bool
	c := f.command(&cobra.Command{
		Use:   "merge FILE...",
		Short: "Take in packs from other copies of the campaign",
		Long: "Take in packs that `muster pack` wrote elsewhere, each whole or not at all. A pack of a\n" +
			"campaign that is not here yet brings it along. Merging a pack again adds nothing. Updates\n" +
			"that are not what their device signed are not counted but kept aside: `muster quarantine`\n" +
			"shows them.",
		Example: "  muster merge stall.muster\n  muster merge *.muster --dry-run",
		Args:    between(1, 10_000, "FILE..."),
	}, func(args []string) error {
		merged := []mergeJSON{}
		for _, path := range args {
			r, err := f.merge(path, passphraseFile, o)
			if err != nil {
				if asJSON {
					err = errors.Join(err, f.json(merged))
				}
				return err
			}
			merged = append(merged, jsonMerge(path, r))
			if !asJSON {
				f.printMerge(path, r)
			}
		}
		if asJSON {
			return f.json(merged)
		}
		return nil
	})
	c.Flags().BoolVar(&o.DryRun, "dry-run", false, "only say what would happen")
	c.Flags().StringVar(&o.By, "by", "", "`NAME` of who merges")
	c.Flags().StringVar(&passphraseFile, "passphrase-file", "", "the passphrase is in the first line of `FILE` (default: it is asked for)")
	jsonFlag(c, &asJSON)
	return c
}

// merge takes one pack in, and asks for its passphrase if it has one.
func (f *face) merge(path, passphraseFile string, o app.MergeOptions) (app.MergeResult, error) {
	m, err := f.muster()
	if err != nil {
		return app.MergeResult{}, err
	}
	if f.campaign != "" {
		c, err := m.Find(f.campaign)
		if err != nil {
			return app.MergeResult{}, err
		}
		o.Into = &c.ID
	}
	if passphraseFile != "" {
		if o.Passphrase, err = passphraseIn(passphraseFile); err != nil {
			return app.MergeResult{}, err
		}
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	r, err := m.Merge(ctx, path, o)
	if errors.Is(err, campaign.ErrPassphrase) && passphraseFile == "" {
		if o.Passphrase, err = f.passphrase(fmt.Sprintf("Passphrase of %s: ", quoted(path))); err != nil {
			return r, err
		}
		r, err = m.Merge(ctx, path, o)
	}
	if errors.Is(err, context.Canceled) {
		err = fmt.Errorf("the merge was stopped: nothing of %s was merged", quoted(path))
	}
	return r, err
}

func (f *face) printMerge(path string, r app.MergeResult) {
	added := plural(int64(r.Added), "update", "updates")
	switch {
	case r.DryRun && r.Created:
		f.printf("%s: would bring the campaign %s along, with %s", quoted(path), r.Name, added)
	case r.Created:
		f.printf("%s: brought the campaign %s along, with %s", quoted(path), r.Name, added)
	case r.DryRun:
		f.printf("%s: would add %s to %s", quoted(path), added, r.Name)
	default:
		f.printf("%s: added %s to %s", quoted(path), added, r.Name)
	}
	if r.Duplicates > 0 {
		f.printf("; %s there already", plural(int64(r.Duplicates), "was", "were"))
	}
	if r.Revisions > 0 && !r.Created {
		f.printf("; the plan has %s", plural(int64(r.Revisions), "new revision", "new revisions"))
	}
	f.printf(".\n")
	if r.Quarantined > 0 {
		f.printf("%s not be believed and %s not counted: `muster quarantine` shows them.\n",
			plural(int64(r.Quarantined), "update can", "updates can"), noun(int64(r.Quarantined), "is", "are"))
	}
	if r.Conflicts > 0 {
		f.printf("%s of the plan %s changed by several people: `muster plan conflicts` shows which.\n",
			plural(int64(r.Conflicts), "part", "parts"), noun(int64(r.Conflicts), "was", "were"))
	}
	for _, d := range r.Met {
		f.printf("New device: %s. Compare the fingerprint with its owner's, then `muster device accept %s`.\n", deviceName(d), d.Key.Fingerprint())
	}
}

// mergeJSON is what a merge did, as programs get it.
type mergeJSON struct {
	File        string       `json:"file"`
	Campaign    string       `json:"campaign"`
	ID          string       `json:"id"`
	Created     bool         `json:"created"`
	Added       int          `json:"added"`
	Duplicates  int          `json:"duplicates"`
	Quarantined int          `json:"quarantined"`
	Revisions   int          `json:"revisions"`
	Conflicts   int          `json:"conflicts"`
	NewDevices  []deviceJSON `json:"new_devices"`
	DryRun      bool         `json:"dry_run"`
}

func jsonMerge(path string, r app.MergeResult) mergeJSON {
	j := mergeJSON{File: path, Campaign: r.Name, ID: r.Campaign.String(), Created: r.Created, Added: r.Added, Duplicates: r.Duplicates,
		Quarantined: r.Quarantined, Revisions: r.Revisions, Conflicts: r.Conflicts, NewDevices: []deviceJSON{}, DryRun: r.DryRun}
	for _, d := range r.Met {
		j.NewDevices = append(j.NewDevices, jsonDevice(d))
	}
	return j
}
