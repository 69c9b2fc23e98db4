package window

// newest works things out one at a time. While one is worked out, of all that
// is asked for only the newest waits.
type newest[T any] struct {
	work    func(T) // to call done once it is finished
	busy    bool
	waiting *T
}

// ask asks for something to be worked out, in place of what waits.
func (n *newest[T]) ask(v T) {
	if n.busy {
		n.waiting = &v
		return
	}
	n.busy = true
	n.work(v)
}

// done begins with what waits. It reports whether there was nothing.
func (n *newest[T]) done() bool {
	n.busy = false
	if n.waiting == nil {
		return true
	}
	next := *n.waiting
	n.waiting = nil
	n.ask(next)
	return false
}
