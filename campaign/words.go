package campaign

import "fmt"

// Words are a sentence for people, kept as it was put together: whoever speaks
// another language says the format in it, and fills it in.
type Words struct {
	Format string // of fmt, in English
	Args   []any  // among them errors, Words and Terms that are translated too
}

// Term names a thing of ours within Words, such as "threshold".
type Term string

// String returns the sentence in English.
func (w Words) String() string { return fmt.Sprintf(w.Format, w.Args...) }

// More returns " (and 3 more)", or nothing.
func More(n int) Words {
	if n <= 0 {
		return Words{}
	}
	return Words{" (and %d more)", []any{n}}
}
