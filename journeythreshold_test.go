package main_test

import (
	"image"
	"testing"

	"muster/app/figure"
)

// TestJourneyToAThreshold watches the window while a command adds counts: it
// shows that the threshold is reached, that the count fell back below it, and
// once the count that reached it is taken out, that it never was.
func TestJourneyToAThreshold(t *testing.T) {
	muster := program(t)
	screen := newScreen(t)
	screen.env = append(screen.env, "FYNE_THEME=light")
	folder := t.TempDir()
	command := func(args ...string) func() {
		return func() { run(t, muster, append([]string{"--data", folder}, args...)...) }
	}
	command("new", "Library", "--threshold", "100")()
	command("add", "90", "--by", "Anna")()
	window := screen.open(muster, "--data", folder)
	whole := image.Rect(0, 0, screen.width, screen.height)
	tick := func(f frame) int { return f.count(figure.Light.Reached, whole) }

	before := screen.settle()
	screen.save("1-short", before)
	steps := []struct {
		name          string
		do            func()
		pledges       int
		reached, held bool
	}{
		{"2-reached", command("add", "20", "--by", "Anna"), 110, true, true},
		{"3-fell-back", command("add", "-15", "--by", "Anna"), 95, true, false},
		{"4-never-reached", func() { command("void", ledger(t, muster, folder)[1].ID, "--why", "counted twice")() }, 75, false, false},
	}
	seen := []frame{before}
	for _, s := range steps {
		now := screen.follow(s.name, s.do)
		got := ask(muster, folder)
		if len(got.Thresholds) != 1 {
			t.Fatalf("%s: the thresholds are %v", s.name, got.Thresholds)
		}
		if th := got.Thresholds[0]; got.Pledges != s.pledges || th.Reached != s.reached || th.Held != s.held {
			t.Errorf("%s: %d pledges, reached %v, held %v; want %d, %v, %v", s.name, got.Pledges, th.Reached, th.Held, s.pledges, s.reached, s.held)
		}
		if shown := tick(now) > tick(before); shown != s.held {
			t.Errorf("%s: the window shows a threshold as reached: %v", s.name, shown)
		}
		for i, was := range seen {
			if now.same(was) {
				t.Errorf("%s looks as picture %d does", s.name, i+1)
			}
		}
		seen = append(seen, now)
	}
	window.quit()
}
