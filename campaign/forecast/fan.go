package forecast

import "math"

// Quantile returns the total that lies above the share p of the futures; p is
// one of Levels.
func (f Fan) Quantile(p float64) float64 { return f.Quantiles[int(math.Round(p*20))-1] }
