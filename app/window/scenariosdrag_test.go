package window

import (
	"testing"
	"time"

	"muster/campaign/scenario"
)

// BenchmarkSlider is one step of a slider with all that follows from it, in
// comparison with the outcome alone.
func BenchmarkSlider(b *testing.B) {
	w, s := onScenarios(b, usual, seeScenarios(3))
	s.trial.answers.settled = func(scenario.Outcome) {} // looks closer once the slider rests
	slide := growthOf(s)
	for b.Loop() {
		slide.SetValue(0.5 - slide.Value)
	}
	moved := b.Elapsed() / time.Duration(b.N)
	began := time.Now()
	for range 20 {
		s.trial.of.Basis.Outcome(s.trial.scenario())
	}
	b.ReportMetric(float64(moved)/float64(time.Since(began)/20), "outcomes/op")
	w.Canvas().Capture()
}

// TestSlidersWorkBesideTheWindow drags with the work on real goroutines and the
// test as the window's.
func TestSlidersWorkBesideTheWindow(t *testing.T) {
	w, s := onScenarios(t, usual, seeScenarios(2))
	events := make(chan func(), 1000)
	w.threads.away, w.threads.ui = func(f func()) { go f() }, func(f func()) { events <- f }
	until := func(what string, yes func() bool) {
		t.Helper()
		for limit := time.After(20 * time.Second); !yes(); {
			select {
			case f := <-events:
				f()
			case <-limit:
				t.Fatalf("not in time: %s", what)
			}
		}
	}
	for v := 0.02; v < 0.5; v += 0.02 {
		growthOf(s).SetValue(v)
	}
	growthOf(s).SetValue(1)
	until("the answer for the last place of the slider", func() bool { return s.trial.answers.latest.Scenario.Growth.Times == 10 })
	until("and the closer look at it", func() bool { return s.closer.looked.of.Scenario.Growth.Times == 10 })
	s.remove(w.desk.Scenarios()[0])
	until("a scenario is off the screen", func() bool { return len(s.trial.of.Outcomes) == 2 })
	until("and what is tried is answered anew", func() bool {
		return !s.trial.answers.queue.busy && !s.closer.queue.busy && s.trial.answers.latest.Scenario.Growth.Times == 10
	})
}
