package phrase

// Plural returns "1 pledge" or "2 pledges".
func Plural(n int64, one, many string) string {
	return Count(n) + " " + Noun(n, one, many)
}

// Noun returns "pledge" for one and "pledges" for any other number.
func Noun(n int64, one, many string) string {
	if n == 1 || n == -1 {
		return one
	}
	return many
}
