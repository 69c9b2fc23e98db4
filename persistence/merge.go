package persistence

import (
	"context"
	"errors"
	"iter"

	"go.etcd.io/bbolt"

	"muster/campaign"
)

// Delivery is what came in a pack.
type Delivery struct {
	Batch
	Campaign  campaign.ID
	Names     map[campaign.DeviceKey]string // what devices are called
	Revisions []campaign.Revision
	Runs      iter.Seq2[campaign.Run, error]
}

// Merged is what a merge did, or would do.
type Merged struct {
	Created     bool // the campaign was not there
	Added       int  // updates that were new
	Duplicates  int  // updates that were there already
	Quarantined int  // updates that cannot be believed and are not counted
	Revisions   int  // of the plan that were new
}

// Merge brings a delivery into its campaign, which it makes if it is not
// there: all that can be believed or, after an error, the end of ctx or a
// crash, nothing. In which order deliveries come, and how often, changes
// nothing. Progress, which may be nil, is told how many updates have been
// looked at. Errors: campaign.ErrNameTaken, campaign.ErrNewer,
// campaign.ErrNoCampaign if it is to be made and no plan came, or those of the
// runs.
func (s *Store) Merge(ctx context.Context, d Delivery, progress func(int)) (merged Merged, err error) {
	err = s.exclusive(func(db *bbolt.DB) error {
		m := &merging{intake: intake{db: db, id: d.Campaign, progress: progress}, delivery: d, met: map[campaign.DeviceKey]string{}}
		m.finish = m.settle
		create := m.create
		if there, err := isThere(db, d.Campaign); err != nil {
			return err
		} else if there {
			create = nil
		}
		if err := m.begin(d.Batch, create); err != nil {
			return err
		}
		if err := m.takeRuns(ctx); err != nil {
			return errors.Join(err, takeBack(db))
		}
		merged = m.merged
		return nil
	})
	return merged, err
}

func isThere(db *bbolt.DB, id campaign.ID) (there bool, err error) {
	err = db.View(func(tx *bbolt.Tx) error {
		there = tx.Bucket(bucketCampaigns).Bucket(id[:]) != nil
		return nil
	})
	return there, err
}

// merging is a merge in progress.
type merging struct {
	intake
	delivery Delivery
	merged   Merged
	met      map[campaign.DeviceKey]string // devices whose signature held
	news     bool                          // something was written
}

// create makes the campaign with its plan, whose time zone says what a day is.
func (m *merging) create(tx *bbolt.Tx) error {
	if len(m.delivery.Revisions) == 0 {
		return campaign.Explain(campaign.ErrNoCampaign,
			"this data folder does not have the campaign of %s, and its plan did not come with it: ask for a pack with the plan", m.delivery.File)
	}
	b, err := createBucket(tx, m.id)
	if err != nil {
		return err
	}
	m.merged.Created, m.news = true, true
	m.merged.Revisions, err = takeRevisions(b, m.id, m.delivery.Revisions)
	return err
}

// takeRuns merges one run after another. They are read and verified a little
// ahead.
func (m *merging) takeRuns(ctx context.Context) error {
	next, stop := iter.Pull2(Ahead(checked(m.id, m.delivery.Runs)))
	defer stop()
	return m.take(ctx, func() (int, bool, error) {
		run, err, more := next()
		if err != nil || !more {
			return 0, false, err
		}
		m.seen += len(run.Updates)
		return len(run.Updates) + 1, true, m.run(run)
	})
}

// checkedRun is a run with what was found out about it.
type checkedRun struct {
	campaign.Run
	digests [][digestSize]byte
	bad     bool // it has a signature, and that is wrong
}

// checked verifies the signatures of runs.
func checked(of campaign.ID, runs iter.Seq2[campaign.Run, error]) iter.Seq2[checkedRun, error] {
	return func(yield func(checkedRun, error) bool) {
		for r, err := range runs {
			c := checkedRun{Run: r}
			if err == nil && r.Signed() {
				c.digests = r.Digests()
				c.bad = r.VerifyDigests(of, c.digests) != nil
			}
			if !c.Signed() { // nobody vouches for what it says of itself
				c.Device, c.Others = campaign.DeviceKey{}, nil
			}
			if !yield(c, err) || err != nil {
				return
			}
		}
	}
}

// run merges a run. If none of its updates is new, the run is not kept.
func (m *merging) run(r checkedRun) error {
	if r.bad {
		return m.hold(r.Run)
	}
	if r.Signed() {
		m.met[r.Device] = m.delivery.Names[r.Device]
	}
	runs, err := m.w.bucket.CreateBucketIfNotExists(bucketRuns)
	if err != nil {
		return err
	}
	number := runs.Sequence() + 1
	kept := storedRun{Run: campaign.Run{Device: r.Device, Signature: r.Signature, Others: r.Others}, batch: m.w.batch}
	m.w.run = number
	for i, u := range r.Updates {
		isNew, err := m.update(r.Device, u)
		switch {
		case err != nil:
			return err
		case isNew:
			kept.holds(u)
		case r.Signed():
			kept.Others = append(kept.Others, r.digests[i])
		}
	}
	m.w.run = 0
	if kept.count == 0 {
		return nil
	}
	runs.FillPercent = 0.9 // numbers come in order
	key := runKey(number)
	return errors.Join(runs.SetSequence(number), runs.Put(key, kept.encode(key)))
}

// update merges an update and reports whether it is new. One that cannot be
// believed goes into quarantine.
func (m *merging) update(from campaign.DeviceKey, u campaign.Update) (bool, error) {
	var isNew bool
	err := u.Validate()
	if err == nil {
		isNew, err = m.w.add(u)
	}
	switch {
	case errors.Is(err, campaign.ErrInvalid), errors.Is(err, campaign.ErrConflict):
		return false, m.hold(campaign.Run{Device: from, Updates: []campaign.Update{u}})
	case err != nil:
		return false, err
	case isNew, m.w.came(u): // made here it is not of the run
		m.merged.Added++
		m.news = true
	default:
		m.merged.Duplicates++
	}
	return isNew, nil
}

// hold puts updates into quarantine.
func (m *merging) hold(r campaign.Run) error {
	m.merged.Quarantined += len(r.Updates)
	isNew, err := quarantine(m.w.bucket, Quarantined{Run: r, File: m.delivery.File, At: m.delivery.At, batch: m.w.batch})
	m.news = m.news || isNew
	return err
}

// settle makes a merge count. One that brought nothing leaves no trace.
func (m *merging) settle(tx *bbolt.Tx, b *bbolt.Bucket) error {
	if m.news {
		if _, err := m.w.flush(); err != nil {
			return err
		}
	}
	revisions, err := takeRevisions(b, m.id, m.delivery.Revisions) // which may sum the days up anew
	if err != nil {
		return err
	}
	m.merged.Revisions += revisions
	if revisions > 0 {
		if err := arrived(b, arrival{plan: true, folder: m.delivery.isThere()}); err != nil {
			return err
		}
	}
	if !m.news && revisions == 0 {
		return b.Bucket(bucketBatches).Delete(batchKey(m.w.batch))
	}
	return meet(tx, m.met, m.delivery.At)
}
