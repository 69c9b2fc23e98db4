package campaign

// DaySum is what one day did to one cell: whether there was a reading, its
// value, and what was added after it. Two neighbouring days combine
// associatively, so a history can be summed up in any grouping.
//
// Rise and Peak bound how high the cell stood within the day, so that a
// search for the moment a target was reached opens only the days that could
// hold it.
type DaySum struct {
	Read  bool
	Total int64 // the last reading, if Read
	Added int64 // since the last reading, or since the day began
	Rise  int64 // the most the cell rose above the day's start before any reading, at least 0
	Peak  int64 // the highest total from the first reading on, if Read
}

// Sum returns what one added count or reading does on its own.
func (u Update) Sum() DaySum {
	if u.Kind == Reading {
		return DaySum{Read: true, Total: u.Count, Peak: u.Count}
	}
	return DaySum{Added: u.Count, Rise: max(0, u.Count)}
}

// Then returns the sum of s followed by next.
func (s DaySum) Then(next DaySum) DaySum {
	out := s
	if s.Read {
		out.Peak = max(s.Peak, s.Total+s.Added+next.Rise)
	} else {
		out.Rise = max(s.Rise, s.Added+next.Rise)
	}
	if !next.Read {
		out.Added += next.Added
		return out
	}
	if s.Read {
		out.Peak = max(out.Peak, next.Peak)
	} else {
		out.Peak = next.Peak
	}
	out.Read, out.Total, out.Added = true, next.Total, next.Added
	return out
}

// From returns the cell's total after the day, given the total before it.
func (s DaySum) From(before int64) int64 {
	if s.Read {
		return s.Total + s.Added
	}
	return before + s.Added
}
