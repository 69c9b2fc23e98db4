package command

import (
	"regexp"
	"strings"

	"github.com/spf13/cobra"
)

// negative is a count below zero, as people write it.
var negative = regexp.MustCompile(`^-[0-9][0-9,.' ]*$`)

// withMinus lets `muster add -5` be a count and not a flag called 5: it puts
// the minus sign, which counts may be written with too, for the hyphen.
func withMinus(root *cobra.Command, args []string) []string {
	c, _, err := root.Find(args)
	if err != nil || c.Name() != "add" {
		return args
	}
	out := append([]string(nil), args...)
	for i, arg := range args {
		if negative.MatchString(arg) && (i == 0 || !takesValue(c, args[i-1])) {
			out[i] = "−" + arg[1:]
		}
	}
	return out
}

// takesValue reports whether arg is a flag whose value is the next argument.
func takesValue(c *cobra.Command, arg string) bool {
	name, long := strings.CutPrefix(arg, "--")
	flag := c.Flag(name)
	if short, ok := strings.CutPrefix(arg, "-"); ok && !long && len(short) == 1 {
		flag = c.Flags().ShorthandLookup(short)
		if flag == nil {
			flag = c.InheritedFlags().ShorthandLookup(short)
		}
	} else if !long {
		return false
	}
	return flag != nil && flag.NoOptDefVal == ""
}
