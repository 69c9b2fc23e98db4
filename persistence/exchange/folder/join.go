package folder

import (
	"errors"
	"io"
	"iter"

	"muster/campaign"
	"muster/persistence/exchange/pack"
)

// Join writes as one pack what is in several segments. Error: campaign.ErrPack
// if one of them is not as it was written.
func Join(dir string, segments []File, h pack.Header, w io.Writer) (err error) {
	var packs []*pack.Pack
	defer func() {
		for _, p := range packs {
			err = errors.Join(err, p.Close())
		}
	}()
	var revisions []campaign.Revision
	seen := map[campaign.ID]bool{}
	devices := map[campaign.DeviceKey]bool{}
	for _, f := range segments {
		p, err := pack.Open(Path(dir, f), "")
		if err != nil {
			return err
		}
		packs = append(packs, p)
		for _, r := range p.Revisions {
			if !seen[r.ID()] {
				seen[r.ID()] = true
				revisions = append(revisions, r)
			}
		}
		for _, d := range p.Header.Known {
			if !devices[d.Key] {
				devices[d.Key] = true
				h.Known = append(h.Known, d)
			}
		}
	}
	return pack.Write(w, h, revisions, runsOf(packs))
}

// runsOf returns the runs of all packs in turn.
func runsOf(packs []*pack.Pack) iter.Seq2[campaign.Run, error] {
	return func(yield func(campaign.Run, error) bool) {
		for _, p := range packs {
			for r, err := range p.Runs() {
				if !yield(r, err) {
					return
				}
			}
		}
	}
}
