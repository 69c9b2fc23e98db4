package window

import "slices"

// shelf keeps the pictures of the sheets that were looked at last. On a large
// screen each takes tens of megabytes, and a report has dozens of pages; one
// that was put away is drawn anew when it comes into sight.
type shelf struct {
	room   int      // for so many bytes
	sheets []*sheet // the one looked at last behind
}

// mostShelved is room for the pages that the largest screen shows at once, and
// as many around them.
const mostShelved = 128 << 20

// keep keeps a sheet that is looked at, and puts away those for which there is
// no room any more.
func (s *shelf) keep(looked *sheet) {
	s.sheets = append(slices.DeleteFunc(s.sheets, func(o *sheet) bool { return o == looked }), looked)
	room := s.room
	for i, o := range slices.Backward(s.sheets) {
		if room -= len(o.drawn.Pix); room >= 0 || o == looked {
			continue
		}
		for _, old := range s.sheets[:i+1] {
			old.putAway()
		}
		s.sheets = s.sheets[i+1:]
		return
	}
}
