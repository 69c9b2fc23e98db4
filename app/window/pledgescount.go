package window

import (
	"errors"
	"strings"
	"time"

	"muster/app/phrase"
	"muster/app/say"
)

// countOf reads a count. An added zero would say nothing.
func countOf(text string, reading bool) (int64, error) {
	if strings.TrimSpace(text) == "" {
		return 0, errors.New(say.Text("type how many first, such as 23"))
	}
	n, err := phrase.ParseCount(text)
	if err != nil {
		return 0, err
	}
	if n == 0 && !reading {
		return 0, errors.New(say.Text("adding 0 changes nothing: type how many were counted, or choose “counter says” for a counter at 0"))
	}
	if n < 0 && reading {
		return 0, errors.New(say.Text("a counter cannot say %s: to take some off, choose “added”", phrase.Count(n)))
	}
	return n, nil
}

// momentOf reads when it was counted. Nothing typed is now, and so is today's
// date: nobody who types it means the midnight behind.
func momentOf(text string, now time.Time, zone *time.Location) (time.Time, error) {
	text = strings.TrimSpace(text)
	if text == "" || text == now.In(zone).Format(time.DateOnly) {
		return now, nil
	}
	at, err := phrase.ParseTime(text, zone)
	if err != nil {
		return at, err
	}
	if at.After(now) {
		return at, errors.New(say.Text("%s is still to come: enter a count for when it was counted", phrase.Moment(at, zone)))
	}
	return at, nil
}
