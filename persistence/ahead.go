package persistence

import "iter"

// Ahead reads a sequence in a goroutine of its own, a little ahead of whoever
// takes from it, so that reading a file and writing the store overlap.
func Ahead[V any](seq iter.Seq2[V, error]) iter.Seq2[V, error] {
	type item struct {
		value V
		err   error
	}
	return func(yield func(V, error) bool) {
		items, done := make(chan item, 4), make(chan struct{})
		defer close(done)
		go func() {
			defer close(items)
			for v, err := range seq {
				select {
				case items <- item{v, err}:
				case <-done:
					return
				}
			}
		}()
		for it := range items {
			if !yield(it.value, it.err) {
				return
			}
		}
	}
}
