package campaign

import (
	"math"
	"math/rand/v2"
	"slices"
	"sync"

	"gonum.org/v1/gonum/stat/distuv"
)

// Range is an uncertain figure: its 10th, 50th and 90th percentile.
type Range struct {
	Low, Likely, High float64
}

// Around returns the range moved so that another value is the likely one, as wide
// as it was as far as it stays between the least and the most that is possible.
func (r Range) Around(likely, least, most float64) Range {
	by := likely - r.Likely
	bound := func(v float64) float64 { return min(max(v+by, least), most) }
	return Range{Low: min(bound(r.Low), likely), Likely: likely, High: max(bound(r.High), likely)}
}

// isOrdered reports whether low <= likely <= high, all of them numbers.
func (r Range) isOrdered() bool { return r.Low <= r.Likely && r.Likely <= r.High }

// distribution is that of an uncertain figure known by three percentiles, as a
// function of the standard normal score z:
//
//	x(z) = likely + slope*z + bend*(sqrt(width^2 + z^2) - width)
//
// cut off at the least and the most that is possible. With no bend it is the
// normal distribution. The bend gives its lower and its upper half widths of
// their own, joined smoothly, so that x is exactly low, likely and high at the
// scores of 10, 50 and 90%; slope and bend follow from these by two linear
// equations. It is a quantile-parameterized distribution in the sense of
// Keelin and Powley, Decision Analysis 8(3), 2011, with the basis 1, z and a
// hyperbola. Its tails are normal, so a wide range does not run away, and
// unlike families with a fixed shape there is one for every range in order,
// with a low at the least possible value or two percentiles alike.
type distribution struct {
	likely, slope, bend, width float64
	least, most                float64
}

// score90 is the standard normal score of the 90th percentile.
var score90 = distuv.UnitNormal.Quantile(0.9)

// within returns the distribution with r's percentiles between least and most.
func (r Range) within(least, most float64) distribution {
	d := distribution{likely: r.Likely, least: least, most: most, width: 1}
	d.slope = (r.High - r.Low) / (2 * score90)
	lean := r.High + r.Low - 2*r.Likely
	if skew := math.Abs(lean) / (r.High - r.Low); skew > 0 { // false for NaN: all three alike
		// x rises everywhere only up to this width; half of it keeps it from
		// becoming flat, and the density from becoming a spike.
		d.width = min(1, score90*(1-skew*skew)/(2*skew)/2)
		d.bend = lean / 2 / d.hyperbola(score90)
	}
	return d
}

func (d distribution) hyperbola(z float64) float64 { return math.Sqrt(d.width*d.width+z*z) - d.width }

// at returns x(z).
func (d distribution) at(z float64) float64 {
	x := d.likely + d.slope*z + d.bend*d.hyperbola(z)
	return min(max(x, d.least), d.most)
}

// Draws is how often a turnout is simulated.
const Draws = 100_000

// scores returns the normal scores of the middles of Draws equally likely
// slices: a sample without the luck of the draw.
var scores = sync.OnceValue(func() []float64 {
	z := make([]float64, Draws)
	for i := range z {
		z[i] = distuv.UnitNormal.Quantile((float64(i) + 0.5) / Draws)
	}
	return z
})

// sampler deals scores, the same ones on every run: each hand is a shuffle of
// all slices (Latin hypercube sampling; McKay, Beckman and Conover,
// Technometrics 21(2), 1979), so that one uncertain figure keeps its
// percentiles exactly and several are combined at random.
type sampler struct{ *rand.Rand }

func newSampler() sampler { return sampler{rand.New(rand.NewPCG(1963, 8))} }

// hand returns Draws scores into the given slice.
func (s sampler) hand(into []float64) []float64 {
	into = append(into[:0], scores()...)
	s.Shuffle(len(into), func(i, j int) { into[i], into[j] = into[j], into[i] })
	return into
}

// Quantiles are an uncertain result's 10th, 50th and 90th percentile.
type Quantiles struct {
	P10, P50, P90 float64
}

// quantiles returns the percentiles of values, which are in order.
func quantiles(sorted []float64) Quantiles {
	return Quantiles{quantile(sorted, 0.1), quantile(sorted, 0.5), quantile(sorted, 0.9)}
}

// quantile returns the least value that at least the fraction p of the values
// does not exceed. The values are in order.
func quantile(sorted []float64, p float64) float64 { return sorted[rank(p, len(sorted))] }

// rank returns the place of that value among n in order.
func rank(p float64, n int) int { return min(max(int(math.Ceil(p*float64(n)))-1, 0), n-1) }

// nth returns the value that would be at place k if the values were in order,
// in a fraction of the time that ordering takes (Hoare, Algorithm 65: Find,
// Communications of the ACM 4(7), 1961). It moves the values about.
func nth(values []float64, k int) float64 {
	for low, high := 0, len(values)-1; low < high; {
		pivot, i, j := values[k], low, high
		for i <= j {
			for ; values[i] < pivot; i++ {
			}
			for ; values[j] > pivot; j-- {
			}
			if i <= j {
				values[i], values[j] = values[j], values[i]
				i, j = i+1, j-1
			}
		}
		if j < k {
			low = i
		}
		if i > k {
			high = j
		}
	}
	return values[k]
}

// SumOf returns the range of the sum of independent uncertain figures, none of
// which is below zero. The percentiles of a sum are not the sums of percentiles.
func SumOf(ranges ...Range) Quantiles {
	sum := make([]float64, Draws)
	var hand []float64
	for s := newSampler(); len(ranges) > 0; ranges = ranges[1:] {
		d := ranges[0].within(0, math.Inf(1))
		hand = s.hand(hand)
		for i, z := range hand {
			sum[i] += d.at(z)
		}
	}
	slices.Sort(sum)
	return quantiles(sum)
}
