package exchange

import (
	"strings"
	"time"
)

// ParseCount reads a whole number as people write it: 1234, 1,234, 1 234, +5,
// −5. The error is a sentence.
func ParseCount(text string) (int64, error) {
	return parseCount([]byte(strings.TrimSpace(text)))
}

// ParseTime reads RFC 3339, an ISO date, or an ISO date and time with seconds
// and zone optional, to the millisecond, in UTC. What names no zone is of the
// one given; a date is the start of that day. The error is a sentence.
func ParseTime(text string, zone *time.Location) (time.Time, error) {
	m := moments{zone: zone}
	ms, err := m.parse([]byte(strings.TrimSpace(text)))
	if err != nil {
		return time.Time{}, err
	}
	return time.UnixMilli(ms).UTC(), nil
}
