package app

import (
	"slices"
	"time"

	"muster/campaign"
	"muster/persistence"
)

// suppose works out what new updates would do to the totals, and how many
// counts of a list they would take the place of, without writing anything.
func (d *Desk) suppose(news []campaign.Update) (Effect, int, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if _, err := d.freshen(); err != nil {
		return Effect{}, 0, err
	}
	stored, now := d.muster.store.Ledger(d.id), d.book.Tally.Voids()
	s := supposition{stored: stored, zone: d.book.Tally.Location(), days: map[campaign.Day][]campaign.Update{}, news: map[campaign.ID]campaign.Update{}}
	if err := s.take(news); err != nil {
		return Effect{}, 0, err
	}
	outdated := s.outdate(now)
	err := d.muster.store.Browse(d.id, s.unsettle)
	if err != nil {
		return Effect{}, 0, err
	}
	if err := s.open(); err != nil {
		return Effect{}, 0, err
	}
	was, err := d.countsOf(d.book.Tally, stored)
	if err != nil {
		return Effect{}, 0, err
	}
	will, err := d.countsOf(d.book.Tally.Supposing(now.With(s.voids...), s.days), &s)
	return effect(was, will), outdated, err
}

// supposition is a ledger as it would be with some updates more than are
// stored.
type supposition struct {
	stored campaign.Ledger
	zone   *time.Location
	days   map[campaign.Day][]campaign.Update // those that change, whole and in order
	news   map[campaign.ID]campaign.Update
	voids  []campaign.Update // that are new
	late   []campaign.Day    // that only a void changes
}

// Day implements campaign.Ledger.
func (s *supposition) Day(d campaign.Day) ([]campaign.Update, error) {
	if updates, is := s.days[d]; is {
		return updates, nil
	}
	return s.stored.Day(d)
}

// take puts the new updates among those of their days.
func (s *supposition) take(news []campaign.Update) error {
	for _, u := range news {
		d := campaign.DayOf(u.At, s.zone)
		s.days[d] = append(s.days[d], u)
		s.news[u.ID] = u
		if u.Kind == campaign.Void {
			s.voids = append(s.voids, u)
		}
	}
	for d, updates := range s.days {
		there, err := s.stored.Day(d)
		if err != nil {
			return err
		}
		s.days[d] = append(updates, there...)
		slices.SortFunc(s.days[d], campaign.Update.Compare)
	}
	return nil
}

// outdate adds the voids that rivals call for, and returns how many counts
// that stand now they take the place of.
func (s *supposition) outdate(now campaign.Voids) int {
	outdated := map[campaign.ID]bool{}
	for d, updates := range s.days {
		for _, void := range s.outdating(updates) {
			s.voids, s.days[d] = append(s.voids, void), append(s.days[d], void)
			_, isNew := s.news[void.Voids]
			if _, out := now.Out(void.Voids); !isNew && !out {
				outdated[void.Voids] = true
			}
		}
		slices.SortFunc(s.days[d], campaign.Update.Compare)
	}
	return len(outdated)
}

// outdating returns the voids that the new ones among the updates of a day call
// for and that are not there yet.
func (s *supposition) outdating(updates []campaign.Update) []campaign.Update {
	rivals, there := map[campaign.Rivalry][]campaign.Update{}, map[campaign.ID]bool{}
	for _, u := range updates {
		there[u.ID] = true
		if rivalry, is := u.Rivalry(); is {
			rivals[rivalry] = append(rivals[rivalry], u)
		}
	}
	var voids []campaign.Update
	for _, u := range updates {
		rivalry, is := u.Rivalry()
		if _, isNew := s.news[u.ID]; !is || !isNew {
			continue
		}
		for _, void := range campaign.OutdatedBy(u, rivals[rivalry]) {
			if !there[void.ID] {
				there[void.ID] = true
				voids = append(voids, void)
			}
		}
	}
	return voids
}

// unsettle notes the days of the counts that the new voids are about: a void
// may be of a void, and so on.
func (s *supposition) unsettle(b *persistence.Browser) error {
	for _, void := range s.voids {
		for target, seen := void.Voids, map[campaign.ID]bool{}; !seen[target]; {
			seen[target] = true
			u, is := s.news[target]
			if !is {
				var err error
				if u, is, err = b.Find(target); err != nil {
					return err
				}
			}
			if is && u.Kind != campaign.Void {
				s.late = append(s.late, campaign.DayOf(u.At, s.zone))
			}
			if !is || u.Kind != campaign.Void {
				break
			}
			target = u.Voids
		}
	}
	return nil
}

// open reads the days that only voids change.
func (s *supposition) open() error {
	for _, d := range s.late {
		if s.days[d] != nil {
			continue
		}
		updates, err := s.stored.Day(d)
		if err != nil {
			return err
		}
		s.days[d] = updates
	}
	return nil
}
