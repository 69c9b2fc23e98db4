package campaign

import (
	"sync"
	"time"
)

// zones keeps the time zones that were asked for: reading one from the
// system's files takes as long as a thousand updates.
var zones sync.Map // name -> *time.Location

// Location returns the campaign's time zone. An empty zone, or one that this
// machine does not know, is UTC; Validate refuses the latter.
func (c Campaign) Location() *time.Location {
	if loc, ok := zones.Load(c.TimeZone); ok {
		return loc.(*time.Location)
	}
	loc, err := time.LoadLocation(c.TimeZone)
	if err != nil || c.TimeZone == "Local" { // days must not depend on the machine
		loc = time.UTC
	}
	zones.Store(c.TimeZone, loc)
	return loc
}
