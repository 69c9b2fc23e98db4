//go:build race

package persistence_test

// Under the race detector a team takes many times as long.
func init() { *convergeRuns = 100 }
