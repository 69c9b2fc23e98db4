package folder

import (
	"cmp"
	"errors"
	"os"
	"regexp"
	"slices"
	"strings"

	"muster/campaign"
	"muster/persistence/exchange/pack"
)

// Look finds out what a file in the folder is. It returns the pack that is to
// be merged, if there is one in it, which the caller closes; otherwise the
// file's State says what it is. Own segments are found to be as they were
// written, or else taken like any other.
func Look(dir string, f File, of campaign.ID) (File, *pack.Pack) {
	if f.State == Own {
		if sum, err := SumOf(Path(dir, f)); err == nil && sum == f.Sum {
			return f, nil
		}
	}
	f = File{Name: f.Name, Size: f.Size, Changed: f.Changed}
	p, err := pack.Open(Path(dir, f), "")
	if err == nil {
		if f.Sum, err = SumOf(Path(dir, f)); err != nil {
			p.Close()
		}
	}
	switch {
	case errors.Is(err, campaign.ErrNewer):
		f.State = Newer
	case errors.Is(err, campaign.ErrPassphrase):
		f.State = Locked
	case errors.Is(err, campaign.ErrPack) && strings.HasSuffix(f.Name, pack.Ending):
		f.State = Cut
	case errors.Is(err, campaign.ErrPack):
		f.State = Foreign
	case err != nil:
		return closed(f, err), nil
	}
	if err != nil {
		return f, nil
	}
	f.Device, f.By = p.Header.Maker.Key, p.Header.Maker.Name
	if p.Header.Campaign != of {
		f.State = Elsewhere
		p.Close()
		return f, nil
	}
	return f, p
}

// closed is a file that the system does not let anybody read; one that was
// removed meanwhile has no State.
func closed(f File, err error) File {
	if !errors.Is(err, os.ErrNotExist) {
		f.State, f.Why = Closed, reason(err)
	}
	return f
}

// Merged says what a file is whose pack was merged, some of it into quarantine
// perhaps.
func (f File) Merged(quarantined bool) File {
	switch {
	case quarantined:
		f.State = Unsigned
	case !f.isSegment():
		f.State = Renamed
	default:
		f.State = Taken
	}
	return f
}

// IsCopy reports whether another file holds the same, and has the better name:
// that of a segment, or a shorter one.
func (f File) IsCopy(others []File) bool {
	return !f.isSegment() && slices.ContainsFunc(others, func(g File) bool {
		return g.Name != f.Name && g.Sum == f.Sum && (g.State == Own || g.isSegment() || shorter(g.Name, f.Name) < 0)
	})
}

// shorter orders names by length: that of a copy says so.
func shorter(a, b string) int {
	return cmp.Or(cmp.Compare(len(a), len(b)), strings.Compare(a, b))
}

// segment is what the name of a segment is made up of.
var segment = regexp.MustCompile(`^[a-z0-9-]+-([0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4})-[0-9]{6,}\` + pack.Ending + `$`)

// SegmentsFirst sorts files so that a copy comes after what it is a copy of.
func SegmentsFirst(a, b File) int {
	if x, y := segment.MatchString(a.Name), segment.MatchString(b.Name); x != y {
		if x {
			return -1
		}
		return 1
	}
	return shorter(a.Name, b.Name)
}

// isSegment reports whether the file has a name that its device gives.
func (f File) isSegment() bool {
	parts := segment.FindStringSubmatch(f.Name)
	return parts != nil && parts[1] == f.Device.Fingerprint()
}

// Passing reports whether whoever finds the file may rely on its staying: a
// segment stays until its device removes it. What is in another file has to be
// written into a segment, lest it go before everybody has seen it.
func (f File) Passing() bool { return !f.isSegment() }
