package persistence

import (
	"os"
	"sync"
	"time"

	"go.etcd.io/bbolt"
	"google.golang.org/protobuf/encoding/protowire"

	"muster/campaign"
	"muster/persistence/wire"
)

// dayPrints remembers the fingerprints of days. Updates are never changed nor
// taken away, so a day that has as many lines as it had is as it was.
type dayPrints struct {
	mu        sync.Mutex
	file      os.FileInfo // that they were worked out from
	campaigns map[campaign.ID]zonePrints
}

// zonePrints are those of one campaign, by the days of a time zone.
type zonePrints struct {
	zone string
	days map[campaign.Day]dayPrint
}

type dayPrint struct {
	lines int
	print Fingerprint
}

// holdFor forgets all if the file is another than before: one that was
// restored.
func (p *dayPrints) holdFor(path string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	file, err := os.Stat(path)
	if err != nil || p.file == nil || !os.SameFile(file, p.file) {
		p.file, p.campaigns = file, map[campaign.ID]zonePrints{}
	}
}

// of returns what is remembered of a campaign, to read and to add to.
func (p *dayPrints) of(id campaign.ID, zone string) map[campaign.Day]dayPrint {
	known := p.campaigns[id]
	if known.days == nil || known.zone != zone {
		known = zonePrints{zone, map[campaign.Day]dayPrint{}}
		p.campaigns[id] = known
	}
	return known.days
}

// each calls take with the fingerprint of every day of a campaign that has
// updates before a moment, or voids after it; all days for the zero moment.
func (p *dayPrints) each(b *bbolt.Bucket, id campaign.ID, until time.Time, take func(Fingerprint)) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	l := ledgerOf(b, zoneOf(b))
	known := p.of(id, l.loc.String())
	if until.IsZero() || l.latest().Before(until) {
		until = l.latest().Add(time.Millisecond)
	}
	late := l.daysOfVoids(until)
	return b.Bucket(bucketDays).ForEach(func(key, record []byte) error {
		d := dayOfKey(key)
		switch ends := (d + 1).Start(l.loc); {
		case until.Before(ends) && until.After(d.Start(l.loc)), late[d]:
			print, lines, err := l.print(d, until)
			if lines > 0 {
				take(print)
			}
			return err
		case until.Before(ends):
			return nil
		}
		lines, err := linesOf(key, record)
		if err != nil {
			return err
		}
		if known[d].lines != lines {
			var now dayPrint
			if now.print, now.lines, err = l.print(d, until); err != nil {
				return err
			}
			known[d] = now
		}
		take(known[d].print)
		return nil
	})
}

// print returns the fingerprint of a day's updates before a moment, with the
// voids after it, and how many these are.
func (l ledger) print(d campaign.Day, until time.Time) (Fingerprint, int, error) {
	f, lines := newFingerprinting(), 0
	err := l.between(d.Start(l.loc), (d + 1).Start(l.loc), func(u campaign.Update, _ provenance) error {
		if u.At.Before(until) || u.Kind == campaign.Void {
			f.update(u)
			lines++
		}
		return nil
	})
	return f.sum(), lines, err
}

// daysOfVoids returns the days that have voids from a moment on.
func (l ledger) daysOfVoids(from time.Time) map[campaign.Day]bool {
	days := map[campaign.Day]bool{}
	if l.latest().Before(from) {
		return days
	}
	_ = l.voids.ForEach(func(key, _ []byte) error {
		if place := l.key(campaign.ID(key[16:])); place != nil && !momentOf(place).Before(from) {
			days[campaign.DayOf(momentOf(place), l.loc)] = true
		}
		return nil
	})
	return days
}

// linesOf returns how many lines of the ledger a stored day has.
func linesOf(key, sealed []byte) (lines int, err error) {
	b, err := unseal(key, sealed)
	if err != nil {
		return 0, err
	}
	err = wire.Fields(b, func(field protowire.Number, n uint64, _ []byte) error {
		if field == 1 {
			lines = int(n)
		}
		return nil
	})
	return lines, err
}
