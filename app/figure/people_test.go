package figure

import (
	"math"
	"testing"
)

func TestOneIn(t *testing.T) {
	const width, height = 240, 60
	for _, c := range []struct {
		n                 float64
		people, dots, lit int
	}{
		{7.0225, 7, 0, 1}, {1, 10, 0, 10}, {1.3, 10, 0, 8}, {2, 2, 0, 1}, {100, 100, 0, 1},
		{101, 0, 101, 1}, {702.25, 0, 702, 1}, {5000, 0, 5000, 1}, {5001, 0, 0, 0},
		{0.5, 0, 0, 0}, {0, 0, 0, 0}, {math.NaN(), 0, 0, 0}, {math.Inf(1), 0, 0, 0},
	} {
		crowd := OneIn(c.n, width, height)
		lit := 0
		for _, p := range crowd.People {
			if p.Lit {
				lit++
			}
			inside(t, p.Head, width, height)
			if p.Body.X < -1e-9 || p.Body.X+p.Body.W > width+1e-9 || p.Body.Y+p.Body.H > height+1e-9 {
				t.Errorf("1 in %v: a body at %+v sticks out", c.n, p.Body)
			}
			if p.Head.Y+p.Head.R > p.Body.Y {
				t.Errorf("1 in %v: a head sits inside its body", c.n)
			}
		}
		for _, d := range crowd.Dots {
			if d.Lit {
				lit++
			}
			inside(t, d, width, height)
		}
		if len(crowd.People) != c.people || len(crowd.Dots) != c.dots || lit != c.lit {
			t.Errorf("1 in %v: %d people, %d dots, %d lit", c.n, len(crowd.People), len(crowd.Dots), lit)
		}
	}
}

func inside(t *testing.T, d Dot, width, height float64) {
	t.Helper()
	if d.X-d.R < -1e-9 || d.X+d.R > width+1e-9 || d.Y-d.R < -1e-9 || d.Y+d.R > height+1e-9 {
		t.Errorf("a circle at %+v sticks out", d)
	}
}
