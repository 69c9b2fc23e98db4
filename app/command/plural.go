package command

import "muster/app/phrase"

// plural returns "1 pledge" or "2 pledges". The command line speaks English.
func plural(n int64, one, many string) string { return phrase.Count(n) + " " + noun(n, one, many) }

// noun returns "pledge" for one and "pledges" for any other number.
func noun(n int64, one, many string) string {
	if n == 1 || n == -1 {
		return one
	}
	return many
}
