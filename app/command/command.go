// Package command is the command line: every use case, for people to read or
// with --json for programs. What it takes and prints is a contract that other
// programs rely on.
package command

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"muster/campaign"
)

// Env is what the command line needs from the outside.
type Env struct {
	Now     func() time.Time
	Getenv  func(string) string
	Window  func(dir string, files []string) error // opens the window on a data folder, asks what to do with the files, and returns once it is closed
	Version string
}

// The exit statuses.
const (
	Done  = 0
	Could = 1 // not: one line on standard error says why and what to do
	Usage = 2 // was wrong
)

// Run carries out one command line, without the program's name, and returns
// the exit status.
func Run(args []string, in io.Reader, out, errOut io.Writer, env Env) int {
	f := &face{env: env, in: bufio.NewReader(in), out: bufio.NewWriter(out), errOut: errOut}
	root := f.root()
	root.SetArgs(withMinus(root, args))
	root.SetIn(f.in)
	root.SetOut(f.out)
	root.SetErr(errOut)
	err := root.Execute()
	if flushed := f.out.Flush(); err == nil && flushed != nil {
		f.began, err = true, fmt.Errorf("the output cannot be written: %w", flushed)
	}
	if err == nil {
		return Done
	}
	fmt.Fprintln(errOut, "muster: "+sentence(err))
	if wrong := new(usageError); !f.began || errors.As(err, wrong) {
		return Usage
	}
	return Could
}

// sentence puts an error on one line.
func sentence(err error) string {
	text := err.Error()
	var path *os.PathError
	var problems campaign.Problems
	switch {
	case errors.As(err, &problems):
		text = problems[0].Why.String()
	case !errors.As(err, &path) || !strings.HasSuffix(text, path.Error()): // a sentence already
	case errors.Is(err, os.ErrNotExist):
		text = "there is no file " + path.Path
	default:
		text = fmt.Sprintf("%s cannot be read: %v", path.Path, path.Err)
	}
	return strings.Join(strings.Fields(text), " ")
}

// usageError is returned when a command line makes no sense.
type usageError struct{ error }

func usage(format string, args ...any) error {
	return usageError{fmt.Errorf(format, args...)}
}

// face is one run of the program.
type face struct {
	env    Env
	in     *bufio.Reader
	out    *bufio.Writer
	errOut io.Writer
	began  bool // the command line made sense, and its command began

	dir      string // --data
	campaign string // --campaign
}

// The groups that --help lists the commands in.
const (
	groupPlan  = "plan"
	groupCount = "count"
	groupShare = "share"
	groupData  = "data"
)

func (f *face) root() *cobra.Command {
	root := f.command(&cobra.Command{
		Use:   "muster",
		Short: "Plan a campaign whose success depends on numbers",
		Long: "Muster counts how many people have promised to come, against how many are needed.\n" +
			"Without a command it opens its window. Files of counts, or a backup, are opened in it.",
		Example: "  muster new --example march\n  muster add 23 --region Ohio --source stall\n  muster status\n  muster counts.csv",
		Version: f.env.Version,
		Args:    filesOrCommand,
	}, f.window)
	root.SilenceErrors, root.SilenceUsage = true, true
	root.CompletionOptions.HiddenDefaultCmd = true
	root.PersistentFlags().StringVar(&f.dir, "data", "", "data folder, `DIR` (default: your own, or $MUSTER_DATA)")
	root.PersistentFlags().StringVarP(&f.campaign, "campaign", "c", "", "`NAME` of the campaign, not needed while there is only one")
	root.AddGroup(&cobra.Group{ID: groupPlan, Title: "Campaigns:"}, &cobra.Group{ID: groupCount, Title: "Counts:"},
		&cobra.Group{ID: groupShare, Title: "Many hands:"}, &cobra.Group{ID: groupData, Title: "Data:"})
	for group, commands := range map[string][]*cobra.Command{
		groupPlan:  {f.newCommand(), f.listCommand(), f.renameCommand(), f.deleteCommand(), f.planCommand()},
		groupCount: {f.addCommand(), f.voidCommand(), f.logCommand(), f.statusCommand(), f.qualityCommand(), f.turnoutCommand(), f.forecastCommand(), f.scenarioCommand(), f.tallyCommand(), f.importCommand(), f.reportCommand()},
		groupShare: {f.packCommand(), f.mergeCommand(), f.shareCommand(), f.syncCommand(), f.deviceCommand(), f.quarantineCommand()},
		groupData:  {f.backupCommand(), f.restoreCommand(), f.checkCommand()},
	} {
		for _, c := range commands {
			c.GroupID = group
			root.AddCommand(c)
		}
	}
	f.complete(root)
	return root
}

// command has run do a command's work once its arguments have been found good.
func (f *face) command(c *cobra.Command, run func(args []string) error) *cobra.Command {
	c.RunE = func(_ *cobra.Command, args []string) error {
		f.began = true
		return run(args)
	}
	c.SuggestionsMinimumDistance = 2
	c.SetFlagErrorFunc(func(c *cobra.Command, err error) error {
		return fmt.Errorf("%w: `%s --help` tells the flags", err, c.CommandPath())
	})
	return c
}

// knownCommand refuses a command that there is not.
func knownCommand(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	if near := c.SuggestionsFor(args[0]); len(near) > 0 {
		return fmt.Errorf("there is no command %q; did you mean %q?", args[0], near[0])
	}
	return fmt.Errorf("there is no command %q: `%s --help` lists those there are", args[0], c.CommandPath())
}

// between takes from least to most arguments; form says which.
func between(least, most int, form string) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if len(args) < least || len(args) > most {
			return fmt.Errorf("%s: write `%s`", counted(len(args), least), strings.TrimSpace(c.CommandPath()+" "+form))
		}
		return nil
	}
}

func counted(n, least int) string {
	if n < least {
		return "something is missing"
	}
	return "there is something too many (a name of several words needs quotes)"
}
