package app

import (
	"context"
	"errors"

	"muster/campaign"
	"muster/persistence"
)

// sifting tells the counts of a file that are new from those that are in the
// ledger and those that cannot be taken.
type sifting struct {
	desk *Desk
	file importFile

	result  ImportResult
	counts  int                  // that can be taken
	news    []campaign.Update    // only when nothing is to be written: their notes are left out
	refused map[int]bool         // lines of updates that contradict the ledger
	again   []campaign.Update    // what lines of a tally sheet say again
	batches map[uint64]bool      // that those which are there came with
	seen    map[campaign.ID]bool // of those that are told in the result: they count once
	lines   []int                // of some
	some    []campaign.Update    // that are looked for together
}

// sift goes through the file.
func (s *sifting) sift(ctx context.Context) error {
	s.result.DryRun = s.file.options.DryRun
	for row, err := range s.file.rows(ctx) {
		if err != nil {
			return err
		}
		s.result.List, s.result.Tally = row.List, row.Tally
		s.result.Rows += row.Lines
		if row.Why != nil {
			s.result.Rejected = append(s.result.Rejected, Rejection{Line: row.Line, Why: row.Why})
			continue
		}
		if row.Changed {
			s.result.Changed++
		}
		if !row.Again.ID.IsZero() {
			s.again = append(s.again, row.Again)
		}
		s.some, s.lines = append(s.some, row.Update), append(s.lines, row.Line)
		if len(s.some) < rowsAtATime {
			continue
		}
		if err := s.look(); err != nil {
			return err
		}
		if s.file.options.Progress != nil && s.result.DryRun {
			s.file.options.Progress(s.result.Rows)
		}
	}
	if err := s.look(); err != nil {
		return err
	}
	s.result.Duplicates = s.counts - s.result.Added
	return nil
}

// look looks for some updates in the ledger, in one short transaction.
func (s *sifting) look() error {
	s.desk.mu.Lock()
	voids := s.desk.book.Tally.Voids()
	s.desk.mu.Unlock()
	err := s.desk.muster.store.Browse(s.desk.id, func(b *persistence.Browser) error {
		for i, u := range s.some {
			batch, is, err := b.There(u)
			switch {
			case errors.Is(err, campaign.ErrConflict):
				s.refused[s.lines[i]] = true
				s.result.Rejected = append(s.result.Rejected, Rejection{Line: s.lines[i], Why: err})
				continue
			case err != nil:
				return err
			case is:
				s.there(u, batch, voids)
			case s.file.options.DryRun:
				s.new(u)
			}
			s.counts++
		}
		return nil
	})
	s.some, s.lines = s.some[:0], s.lines[:0]
	return err
}

func (s *sifting) there(u campaign.Update, batch uint64, voids campaign.Voids) {
	if batch != 0 {
		s.batches[batch] = true
	}
	if _, rival := u.Rivalry(); rival || s.seen[u.ID] {
		return
	}
	if _, out := voids.Out(u.ID); out && u.Kind != campaign.Void {
		s.seen[u.ID] = true
		s.result.Out++
	}
}

// new holds an update that would be added. When it is to be written, who
// writes it counts it.
func (s *sifting) new(u campaign.Update) {
	if s.seen[u.ID] {
		return
	}
	s.seen[u.ID] = true
	s.result.Added++
	u.Note = ""
	s.news = append(s.news, u)
}
