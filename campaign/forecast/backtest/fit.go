package backtest

import (
	"errors"
	"math"

	"gonum.org/v1/gonum/optimize"
	"gonum.org/v1/gonum/stat/distuv"

	"muster/campaign/forecast"
)

// How strongly the fit is drawn to its starting point: growth at the rate of
// the last week, the same width for all, a normal spread.
const (
	pullGrowth = 0.01
	pullWidth  = 0.03
	pullSpread = 0.02
)

// The parameters in one row: growth, width, then the lowest quantile of the
// spread and the logarithms of the steps from each quantile to the next.
const (
	atWidth  = int(forecast.NumTraits)
	atSpread = atWidth + forecast.NumWidths
	numParam = atSpread + len(forecast.Model{}.Spread)
)

// normal is a normal spread as parameters.
var normal = func() (u [19]float64) {
	last := 0.0
	for i, p := range forecast.Levels {
		z := distuv.UnitNormal.Quantile(p)
		u[i] = z
		if i > 0 {
			u[i] = math.Log(z - last)
		}
		last = z
	}
	return u
}()

// start is the parameters that the fit is drawn to.
func start() []float64 {
	x := make([]float64, numParam)
	x[forecast.Week] = 1
	copy(x[atSpread:], normal[:])
	return x
}

// model returns the parameters as a model.
func model(x []float64) forecast.Model {
	m := forecast.Model{Stretch: 1}
	copy(m.Growth[:], x[:atWidth])
	copy(m.Width[:], x[atWidth:atSpread])
	m.Spread[0] = x[atSpread]
	for i := 1; i < len(m.Spread); i++ {
		m.Spread[i] = m.Spread[i-1] + math.Exp(x[atSpread+i])
	}
	return m
}

// fit returns the parameters that give the lessons the lowest CRPS, starting
// from the given ones.
func fit(lessons []pair, from []float64) ([]float64, error) {
	cost := &cost{lessons: lessons}
	problem := optimize.Problem{
		Func: func(x []float64) float64 { return cost.at(x, nil) },
		Grad: func(grad, x []float64) { cost.at(x, grad) },
	}
	settings := &optimize.Settings{MajorIterations: 400, Converger: &optimize.FunctionConverge{Absolute: 1e-7, Iterations: 10}}
	result, err := optimize.Minimize(problem, from, settings, &optimize.LBFGS{Store: 20})
	if result == nil || err != nil && !errors.Is(err, optimize.ErrLinesearcherFailure) && !errors.Is(err, optimize.ErrNoProgress) {
		return nil, err // the loss has kinks, at which a line search may end early
	}
	return result.X, nil
}

// cost is the mean CRPS over the lessons plus what draws the fit to its start.
type cost struct {
	lessons []pair
}

// at returns the cost of the parameters, and its gradient in grad unless nil.
func (c *cost) at(x, grad []float64) float64 {
	m := model(x)
	var d slopes
	var sum float64
	for i := range c.lessons {
		sum += d.add(&m, &c.lessons[i])
	}
	sum += d.pull(x)
	if grad != nil {
		d.chain(x, grad)
	}
	return sum
}

// slopes are the derivatives of the cost by the model's numbers, and by the
// parameters as far as these are drawn to their start.
type slopes struct {
	growth forecast.Traits
	width  [forecast.NumWidths]float64
	spread [19]float64
	pulled [numParam]float64
}

// add counts one lesson and returns its weighted CRPS.
func (d *slopes) add(m *forecast.Model, p *pair) float64 {
	var centre, log float64
	for i, t := range p.traits {
		centre += m.Growth[i] * t
	}
	for i, trait := range forecast.Widths {
		log += m.Width[i] * p.traits[trait]
	}
	width := math.Exp(bound(log, -4, 3))
	scale := 2 * p.weight / float64(len(m.Spread))
	var loss, byCentre, byLog float64
	for i, z := range m.Spread {
		growth, bent := forecast.Unbend(max(centre+width*z, -14))
		slope := -forecast.Levels[i]
		if growth > p.growth {
			slope++
		}
		loss += slope * (growth - p.growth)
		slope *= bent
		byCentre += slope
		byLog += slope * z * width
		d.spread[i] += scale * slope * width
	}
	for i, t := range p.traits {
		d.growth[i] += scale * byCentre * t
	}
	for i, trait := range forecast.Widths {
		d.width[i] += scale * byLog * p.traits[trait]
	}
	return scale * loss
}

// pull returns what the parameters cost for being away from the start.
func (d *slopes) pull(x []float64) float64 {
	var sum float64
	for i, origin := range start() {
		strength := pullGrowth
		switch {
		case i == forecast.One || i == atWidth:
			continue
		case i >= atSpread:
			strength = pullSpread
		case i >= atWidth:
			strength = pullWidth
		}
		off := x[i] - origin
		sum += strength * off * off
		d.pulled[i] = 2 * strength * off
	}
	return sum
}

// chain turns the slopes into the gradient by the parameters.
func (d *slopes) chain(x, grad []float64) {
	copy(grad, d.pulled[:])
	for i, g := range d.growth {
		grad[i] += g
	}
	for i, g := range d.width {
		grad[atWidth+i] += g
	}
	var above float64 // a step moves all quantiles above it
	for i := len(d.spread) - 1; i > 0; i-- {
		above += d.spread[i]
		grad[atSpread+i] += above * math.Exp(x[atSpread+i])
	}
	grad[atSpread] += above + d.spread[0]
}

func bound(x, low, high float64) float64 { return min(max(x, low), high) }
