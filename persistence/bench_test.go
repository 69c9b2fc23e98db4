package persistence

import (
	"context"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"go.etcd.io/bbolt"

	"muster/campaign"
)

// The big campaign: three years, 50 regions, 4 sources.
const bigUpdates = 1_000_000

// bigUpdate returns the i-th update of the big campaign.
func bigUpdate(r *rand.Rand, i int) campaign.Update {
	at := t0.Add(time.Duration(i) * (3 * 365 * 24 * time.Hour / bigUpdates)).Truncate(time.Millisecond)
	u := campaign.Update{ID: testID(r.Uint64()), At: at, Kind: campaign.Added, Count: 1 + int64(r.IntN(5)),
		Cell: campaign.Cell{Measure: campaign.Pledges, Region: fmt.Sprintf("Region %02d", r.IntN(50)), Source: fmt.Sprintf("source %d", r.IntN(4))}, By: "stall team"}
	ms := uint64(at.UnixMilli())
	for b := range 6 {
		u.ID[b] = byte(ms >> (8 * (5 - b)))
	}
	return u
}

func bigCampaign(yield func([]campaign.Update, error) bool) {
	r := rand.New(rand.NewPCG(1, 2))
	for i := range bigUpdates {
		if !yield([]campaign.Update{bigUpdate(r, i)}, nil) {
			return
		}
	}
}

var big struct {
	once sync.Once
	s    *Store
	c    campaign.Campaign
}

// bigStore returns a store that holds the big campaign, made once.
func bigStore(b *testing.B) (*Store, campaign.Campaign) {
	big.once.Do(func() {
		dir, err := bigFolder()
		if err != nil {
			b.Fatal(err)
		}
		s, err := Open(dir)
		if err != nil {
			b.Fatal(err)
		}
		big.s, big.c = s, newCampaign(b, s, "Big", "America/New_York")
		big.c.Thresholds = []campaign.Threshold{
			{Name: "Hundred thousand", Figure: campaign.FigurePledges, Target: 100_000},
			{Name: "Ten million", Figure: campaign.FigurePledges, Target: 10_000_000}}
		if err := s.SavePlan(big.c, "", t0); err != nil {
			b.Fatal(err)
		}
		if _, err := s.InsertAll(context.Background(), big.c.ID, Batch{}, bigCampaign, nil); err != nil {
			b.Fatal(err)
		}
	})
	return big.s, big.c
}

// BenchmarkOpen compares opening the big campaign to a standing with reading
// all updates back and folding them.
func BenchmarkOpen(b *testing.B) {
	s, c := bigStore(b)
	at := t0.AddDate(4, 0, 0)
	var sums, fold time.Duration
	var fast, slow campaign.Standing
	for b.Loop() {
		start := time.Now()
		book, err := s.Read(c.ID)
		if err != nil {
			b.Fatal(err)
		}
		if fast, err = book.Tally.Standing(book.Campaign, at, s.Ledger(c.ID)); err != nil {
			b.Fatal(err)
		}
		sums += time.Since(start)

		start = time.Now()
		if slow, err = readAndFold(s, c, at); err != nil {
			b.Fatal(err)
		}
		fold += time.Since(start)
	}
	if fast.Pledges != slow.Pledges || fast.Updates != slow.Updates || fast.Thresholds[0].ReachedAt != slow.Thresholds[0].ReachedAt {
		b.Fatalf("they differ:\n%+v\n%+v", fast, slow)
	}
	b.ReportMetric(sums.Seconds()*1000/float64(b.N), "ms/open")
	b.ReportMetric(fold.Seconds()*1000/float64(b.N), "ms/fold")
	b.ReportMetric(fold.Seconds()/sums.Seconds(), "times-faster(>=10)")
}

// readAndFold is the plain way: every update is read back, in order, and
// folded into totals by cell, watching for each threshold.
func readAndFold(s *Store, c campaign.Campaign, at time.Time) (campaign.Standing, error) {
	st := campaign.Standing{Campaign: c.Name, AsOf: at}
	for _, t := range c.Thresholds {
		st.Thresholds = append(st.Thresholds, campaign.ThresholdStanding{Threshold: t})
	}
	totals := map[campaign.Cell]int64{}
	err := s.Each(c.ID, time.Time{}, at.Add(time.Millisecond), func(u campaign.Update) error {
		now := u.Sum().From(totals[u.Cell])
		st.Pledges += now - totals[u.Cell]
		totals[u.Cell] = now
		st.Updates++
		for i := range st.Thresholds {
			if t := &st.Thresholds[i]; !t.Reached && float64(st.Pledges) >= t.Target {
				t.Reached, t.ReachedAt = true, u.At
			}
		}
		return nil
	})
	return st, err
}

// BenchmarkAdd compares adding one update with the new standing to a bare
// bbolt Update that puts the same bytes into a file that stays open.
func BenchmarkAdd(b *testing.B) {
	s, c := bigStore(b)
	book, err := s.Read(c.ID)
	if err != nil {
		b.Fatal(err)
	}
	bare, err := bbolt.Open(filepath.Join(b.TempDir(), "bare.db"), 0o600, &bbolt.Options{FreelistType: bbolt.FreelistMapType})
	if err != nil {
		b.Fatal(err)
	}
	defer bare.Close()
	if err := fillBare(bare); err != nil {
		b.Fatal(err)
	}
	r := rand.New(rand.NewPCG(3, uint64(time.Now().UnixNano())))
	var ours, theirs time.Duration
	i := bigUpdates
	for b.Loop() {
		i++
		u := bigUpdate(r, i)
		start := time.Now()
		change, err := s.Insert(c.ID, u)
		if err != nil {
			b.Fatal(err)
		}
		change.Apply(book.Tally)
		if _, err := book.Tally.Standing(c, u.At, s.Ledger(c.ID)); err != nil {
			b.Fatal(err)
		}
		ours += time.Since(start)

		key := ledgerKey(u.At, u.ID)
		record := encodeUpdate(key, u, provenance{})
		dayRecord, err := dayBytes(s, c, u)
		if err != nil {
			b.Fatal(err)
		}
		start = time.Now()
		err = bare.Update(func(tx *bbolt.Tx) error {
			if err := tx.Bucket(bucketLedger).Put(key, record); err != nil {
				return err
			}
			return tx.Bucket(bucketDays).Put(dayKey(campaign.DayOf(u.At, c.Location())), dayRecord)
		})
		if err != nil {
			b.Fatal(err)
		}
		theirs += time.Since(start)
	}
	b.ReportMetric(float64(ours.Microseconds())/float64(b.N), "µs/add")
	b.ReportMetric(float64(theirs.Microseconds())/float64(b.N), "µs/bare")
	b.ReportMetric(ours.Seconds()/theirs.Seconds(), "times-bare(<=2)")
}

// dayBytes returns the stored sums of the day of u.
func dayBytes(s *Store, c campaign.Campaign, u campaign.Update) (record []byte, err error) {
	err = s.view(func(tx *bbolt.Tx) error {
		b, err := bucketOf(tx, c.ID)
		if err == nil {
			record = append(record, b.Bucket(bucketDays).Get(dayKey(campaign.DayOf(u.At, zoneOf(b))))...)
		}
		return err
	})
	return record, err
}

// fillBare puts the big campaign's records into a bare file, 10,000 a transaction.
func fillBare(db *bbolt.DB) error {
	err := db.Update(func(tx *bbolt.Tx) error {
		if _, err := tx.CreateBucket(bucketDays); err != nil {
			return err
		}
		_, err := tx.CreateBucket(bucketLedger)
		return err
	})
	r := rand.New(rand.NewPCG(1, 2))
	for i := 0; i < bigUpdates && err == nil; {
		err = db.Update(func(tx *bbolt.Tx) error {
			ledger := tx.Bucket(bucketLedger)
			ledger.FillPercent = 0.9
			for range 10_000 {
				u := bigUpdate(r, i)
				key := ledgerKey(u.At, u.ID)
				if err := ledger.Put(key, encodeUpdate(key, u, provenance{batch: 1})); err != nil {
					return err
				}
				i++
			}
			return nil
		})
	}
	return err
}
