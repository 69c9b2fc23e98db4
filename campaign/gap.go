package campaign

import "math"

// Gap is what is missing between a value and a target.
type Gap struct {
	Short     float64 // target - value, at least 0
	Orders    float64 // log10(target/value), at least 0; +Inf while the value is not above 0
	Doublings float64 // log2(target/value), at least 0; +Inf while the value is not above 0
}

// GapBetween returns the gap from value up to target, which must be above 0.
func GapBetween(value, target float64) Gap {
	switch {
	case value >= target:
		return Gap{}
	case value <= 0:
		return Gap{Short: target - value, Orders: math.Inf(1), Doublings: math.Inf(1)}
	}
	return Gap{
		Short:     target - value,
		Orders:    math.Log10(target / value),
		Doublings: math.Log2(target / value),
	}
}
