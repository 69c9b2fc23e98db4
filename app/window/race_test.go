//go:build race

package window

// underRace says that drawing takes ten times as long as usual, under the race
// detector. What is drawn is looked at in a run without it.
const underRace = true
