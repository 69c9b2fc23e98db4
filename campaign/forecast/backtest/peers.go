package backtest

// Named is a forecaster's record under the name it goes by.
type Named struct {
	Name string
	Record
}

// Peers are the forecasters that anyone can pick today, on the 56 series and
// 156 cases that the shipped calibration was fitted on: package forecast 8.20
// for R, run on daily totals up to each origin, seed 1. The last two give no
// range.
var Peers = []Named{
	{"theta on totals", peer(0.342, 0.577, 0.4198, 0.1235, 0.1165, 0.2792, 0.0864)},
	{"last seven days' rate", peer(0.360, 0, 0.4461, 0.0883, 0.0037, 0.3288, 0.0467)},
	{"ETS on log increments", peer(0.418, 0.647, 0.5409, 0.0781, 0.0239, 0.3112, 0.0227)},
	{"no more sign-ups", peer(0.622, 0, 0.7962, 0.3519, 0.0006, 0.2939, 0.0202)},
	{"ARIMA on totals", peer(0.660, 0.679, 0.4799, 0.4601, 2.6835, 1.0906, 2.1529)},
	{"ARIMA on log increments", peer(0.903, 0.558, 1.2205, 0.1979, 1.1255, 0.3254, 0.0086)},
}

// peer returns the record of a peer: its score, how often its 80% range held,
// and its scores by kind.
func peer(score, holds, chg, ks, rms, uk, us float64) Record {
	return Record{
		All: Score{156, score, holds},
		Kinds: map[string]Score{
			"chg": {Cases: 104, CRPS: chg}, "ks": {Cases: 21, CRPS: ks}, "rms": {Cases: 2, CRPS: rms},
			"uk": {Cases: 23, CRPS: uk}, "us": {Cases: 6, CRPS: us},
		},
	}
}
