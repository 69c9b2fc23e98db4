package window

import (
	"slices"
	"testing"

	"muster/app"
)

func TestLingeringDoesWhatComesInOrder(t *testing.T) {
	e := &events{news: make(chan struct{}, 1)}
	var did []int
	go func() {
		for i := range 5 {
			e.add(func() { did = append(did, i) })
		}
	}()
	e.linger(func() bool { return len(did) == 4 })
	if want := []int{0, 1, 2, 3}; !slices.Equal(did, want) {
		t.Fatalf("it did %v", did)
	}
	e.linger(func() bool { return len(did) == 5 })
	e.next() // nothing is left
	if len(did) != 5 {
		t.Errorf("it did %v", did)
	}
}

func TestLingeringEnds(t *testing.T) {
	e := &events{news: make(chan struct{}, 1)}
	e.linger(func() bool { return false })
}

func TestWhatIsStoppedDoesNotComeLate(t *testing.T) {
	due := make(chan func())
	threads := threadsAround(func(f func()) { due <- f })
	stop := threads.after(0, func() { t.Error("it came although it was stopped") })
	late := <-due // the clock has run out, and the window has been busy
	stop()
	late()
	came := false
	threads.after(0, func() { came = true })
	if (<-due)(); !came {
		t.Error("what was not stopped did not come")
	}
}

// TestNewsIsReadOnce tells of a change that is shown already, and of one that
// is not.
func TestNewsIsReadOnce(t *testing.T) {
	w, p := onScreen[*pledges](t, "Pledges")
	fill(w, p.form.count, "23")
	p.record()
	asked, shown := p.ledger.search.asked, w.present.Number
	if w.news(); p.ledger.search.asked != asked {
		t.Error("the ledger is read again for a count that it shows")
	}
	if _, err := w.desk.Record(app.Entry{Count: 5}); err != nil {
		t.Fatal(err)
	}
	if w.news(); p.ledger.search.asked == asked || w.present.Number != shown+1 {
		t.Errorf("a count from elsewhere is not shown: %d, was %d", w.present.Number, shown)
	}
}
