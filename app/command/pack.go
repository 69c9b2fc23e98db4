package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"

	"muster/app"
	"muster/app/report"
)

// packFlags are what is typed behind `muster pack`.
type packFlags struct {
	path, since, passphraseFile, to string
	lock, again, asJSON             bool
	app.PackOptions
}

func (f *face) packCommand() *cobra.Command {
	var flags packFlags
	c := f.command(&cobra.Command{
		Use:   "pack",
		Short: "Write updates into a file for another copy of the campaign",
		Long: "Write updates, with the plan, into one file that `muster merge` takes in elsewhere: as\n" +
			"often as need be, in any order, nothing is counted twice. Updates entered here are signed\n" +
			"with the key of this device.",
		Example: "  muster pack -o stall.muster\n  muster pack -o stall.muster --since 2026-11-01 --by Anna\n  muster pack -o stall.muster --lock\n" +
			"  muster pack -o for-ben.muster --to Ben   # what is new since the last pack for Ben",
		Args: between(0, 0, "-o FILE"),
	}, func([]string) error { return f.pack(flags) })
	c.Flags().StringVarP(&flags.path, "output", "o", "", "`FILE` to write; packs end in .muster")
	c.Flags().StringVar(&flags.since, "since", "", "only updates from this `TIME` on (default: all)")
	c.Flags().StringVar(&flags.By, "by", "", "only updates entered by `NAME`")
	c.Flags().StringVar(&flags.to, "to", "", "the next pack for `NAME`: what is new since the last one for them, at first everything")
	c.Flags().BoolVar(&flags.again, "again", false, "with --to, everything again")
	c.Flags().BoolVar(&flags.lock, "lock", false, "encrypt it with a passphrase, which is asked for")
	c.Flags().StringVar(&flags.passphraseFile, "passphrase-file", "", "encrypt it with the passphrase in the first line of `FILE`")
	jsonFlag(c, &flags.asJSON)
	return c
}

// packJSON is what was packed, as programs get it.
type packJSON struct {
	File      *string `json:"file"` // null if nothing was new
	Updates   int     `json:"updates"`
	Revisions int     `json:"revisions"`
	Locked    bool    `json:"locked"`
}

func (f *face) pack(flags packFlags) error {
	if flags.path == "" {
		return usage("say where to: write `muster pack -o FILE`, such as -o stall.muster")
	}
	switch {
	case flags.to != "" && (flags.since != "" || flags.By != ""):
		return usage("--to sends everything that is new, so leave out --since and --by")
	case flags.again && flags.to == "":
		return usage("--again goes with --to: without it a pack holds everything anyway")
	}
	d, err := f.desk()
	if err != nil {
		return err
	}
	if flags.Since, err = parseTime("since", flags.since, d.Campaign()); err != nil {
		return err
	}
	switch {
	case flags.passphraseFile != "":
		flags.Passphrase, err = passphraseIn(flags.passphraseFile)
	case flags.lock:
		flags.Passphrase, err = f.newPassphrase()
	}
	if err != nil {
		return err
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	result, err := f.writePack(ctx, d, flags)
	if errors.Is(err, context.Canceled) {
		return fmt.Errorf("the pack was stopped: %s is as it was", quoted(flags.path))
	}
	if err != nil {
		return err
	}
	nothing := result == (app.PackResult{})
	if nothing {
		flags.path = ""
	}
	if flags.asJSON {
		return f.json(packJSON{orNull(flags.path), result.Updates, result.Revisions, flags.Passphrase != ""})
	}
	if nothing {
		f.printf("Nothing is new since the last pack for %s, so none was written. --again packs everything.\n", flags.to)
		return nil
	}
	f.printf("Packed %s into %s. `muster merge %s` takes them in elsewhere.\n",
		plural(int64(result.Updates), "update", "updates"), quoted(flags.path), quoted(flags.path))
	return nil
}

// writePack writes the pack, or the next one for somebody if there is anything
// new for them.
func (f *face) writePack(ctx context.Context, d *app.Desk, flags packFlags) (result app.PackResult, err error) {
	save := func(write func(io.Writer) error) error { return report.Replace(flags.path, write) }
	if flags.to != "" {
		return d.SendTo(ctx, flags.to, app.SendOptions{Passphrase: flags.Passphrase, Again: flags.again}, save)
	}
	err = save(func(w io.Writer) error {
		result, err = d.Pack(ctx, w, flags.PackOptions)
		return err
	})
	return result, err
}
