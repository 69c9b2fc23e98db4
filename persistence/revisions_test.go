package persistence

import (
	"encoding/binary"
	"errors"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
	"time"

	"go.etcd.io/bbolt"

	"muster/campaign"
	"muster/persistence/planfile"
	"muster/persistence/wire"
)

// take hands revisions of a plan to a store, which may not have the campaign yet.
func take(s *Store, id campaign.ID, revisions ...campaign.Revision) (added int, err error) {
	err = s.update(func(tx *bbolt.Tx) error {
		b := tx.Bucket(bucketCampaigns).Bucket(id[:])
		if b == nil {
			if b, err = createBucket(tx, id); err != nil {
				return err
			}
		}
		added, err = takeRevisions(b, id, revisions)
		return err
	})
	return added, err
}

// hand gives one store all that another has of a plan.
func hand(t testing.TB, from, to *Store, id campaign.ID) int {
	t.Helper()
	revisions, err := from.Revisions(id)
	if err != nil {
		t.Fatal(err)
	}
	added, err := take(to, id, revisions...)
	if err != nil {
		t.Fatal(err)
	}
	return added
}

// apart returns two stores with one campaign.
func apart(t testing.TB, zone string) (s, other *Store, c campaign.Campaign) {
	t.Helper()
	s, other = openTest(t), openTest(t)
	c = newCampaign(t, s, "March", zone)
	hand(t, s, other, c.ID)
	return s, other, c
}

// replan saves a changed plan, some minutes later.
func replan(t testing.TB, s *Store, id campaign.ID, by string, minutes int, change func(*campaign.Campaign)) {
	t.Helper()
	book := read(t, s, id)
	change(&book.Campaign)
	if err := s.SavePlan(book.Campaign, by, t0.Add(time.Duration(minutes)*time.Minute)); err != nil {
		t.Fatal(err)
	}
}

func read(t testing.TB, s *Store, id campaign.ID) Book {
	t.Helper()
	book, err := s.Read(id)
	if err != nil {
		t.Fatal(err)
	}
	return book
}

func TestPlansOfTwoStoresComeTogether(t *testing.T) {
	s, other, c := apart(t, "UTC")
	replan(t, s, c.ID, "Anna", 1, func(c *campaign.Campaign) { c.Need, c.Ask = 90_000, "Anna asks" })
	replan(t, other, c.ID, "Ben", 2, func(c *campaign.Campaign) { c.Need, c.Event.Place = 80_000, "Vermont" })
	if n := hand(t, s, other, c.ID); n != 1 {
		t.Errorf("%d revisions were new, want 1", n)
	}
	if n := hand(t, s, other, c.ID); n != 0 {
		t.Errorf("%d revisions were new the second time", n)
	}
	hand(t, other, s, c.ID)
	for _, s := range []*Store{s, other} {
		book := read(t, s, c.ID)
		if p := book.Campaign; p.ID != c.ID || p.Need != 80_000 || p.Ask != "Anna asks" || p.Event.Place != "Vermont" {
			t.Errorf("the plan in force is %+v", p)
		}
		if len(book.Conflicts) != 1 || book.Conflicts[0].Path() != "need" {
			t.Errorf("the conflicts are %+v", book.Conflicts)
		}
	}
	replan(t, s, c.ID, "Anna", 3, func(c *campaign.Campaign) { c.Need = 70_000 })
	hand(t, s, other, c.ID)
	for _, s := range []*Store{s, other} {
		if book := read(t, s, c.ID); book.Campaign.Need != 70_000 || len(book.Conflicts) > 0 {
			t.Errorf("once saved the need is %d with %+v", book.Campaign.Need, book.Conflicts)
		}
	}
}

// TestAlternateSavesNeverConflict has two people save in turn, each with what
// the other saved, by clocks that disagree.
func TestAlternateSavesNeverConflict(t *testing.T) {
	s, other, c := apart(t, "UTC")
	for i := range 10 {
		replan(t, s, c.ID, "Anna", 1000-i, func(c *campaign.Campaign) { c.Need = int64(2*i + 1) })
		hand(t, s, other, c.ID)
		replan(t, other, c.ID, "Ben", i, func(c *campaign.Campaign) { c.Need = int64(2*i + 2) })
		hand(t, other, s, c.ID)
		book := read(t, s, c.ID)
		if book.Campaign.Need != int64(2*i+2) || len(book.Conflicts) > 0 {
			t.Fatalf("turn %d: the need is %d with %+v", i, book.Campaign.Need, book.Conflicts)
		}
		isOne(t, s, c.ID)
		isOne(t, other, c.ID)
	}
}

// isOne checks that reading a plan costs no merging.
func isOne(t *testing.T, s *Store, id campaign.ID) {
	t.Helper()
	_ = s.view(func(tx *bbolt.Tx) error {
		if b, err := bucketOf(tx, id); err != nil || isDivided(b) {
			t.Errorf("%v: the plan is merged though one revision follows all others", err)
		}
		return nil
	})
}

// TestRevisionsWithoutParents reads plans as earlier versions wrote them.
func TestRevisionsWithoutParents(t *testing.T) {
	s, other := openTest(t), openTest(t)
	c := newCampaign(t, s, "March", "UTC")
	for i := range 3 {
		replan(t, s, c.ID, "Anna", i, func(c *campaign.Campaign) { c.Need = int64(i + 1) })
	}
	want, err := s.Revisions(c.ID)
	if err != nil {
		t.Fatal(err)
	}
	forgetParents(t, s, c.ID, want)
	got, err := s.Revisions(c.ID)
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%v: got %+v\nwant %+v", err, got, want)
	}
	hand(t, s, other, c.ID)
	replan(t, s, c.ID, "Anna", 5, func(c *campaign.Campaign) { c.Need = 5 })
	replan(t, other, c.ID, "Ben", 6, func(c *campaign.Campaign) { c.Ask = "Ben asks" })
	hand(t, s, other, c.ID)
	if book := read(t, other, c.ID); book.Campaign.Need != 5 || book.Campaign.Ask != "Ben asks" || len(book.Conflicts) > 0 {
		t.Errorf("got %+v with %+v", book.Campaign, book.Conflicts)
	}
}

// forgetParents writes revisions as earlier versions did.
func forgetParents(t *testing.T, s *Store, id campaign.ID, revisions []campaign.Revision) {
	t.Helper()
	err := s.update(func(tx *bbolt.Tx) error {
		b, err := bucketOf(tx, id)
		for i, r := range revisions {
			key := binary.BigEndian.AppendUint64(nil, uint64(i+1))
			record := wire.Text(newRecord(len(r.Document)), 1, string(r.Document))
			record = wire.Number(wire.Text(record, 2, r.By), 3, uint64(r.Saved.UnixMilli()))
			if err := b.Bucket(bucketPlans).Put(key, seal(key, record)); err != nil {
				return err
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestTimeZoneFromElsewhere takes a plan in whose days are others.
func TestTimeZoneFromElsewhere(t *testing.T) {
	s, other, c := apart(t, "UTC")
	if _, err := s.Insert(c.ID, randomUpdates(rand.New(rand.NewPCG(1, 1)), 50)...); err != nil {
		t.Fatal(err)
	}
	replan(t, s, c.ID, "Anna", 1, func(c *campaign.Campaign) { c.Need = 1 })
	replan(t, other, c.ID, "Ben", 2, func(c *campaign.Campaign) { c.TimeZone = "Asia/Kolkata" })
	hand(t, other, s, c.ID)
	if got := read(t, s, c.ID).Campaign.TimeZone; got != "Asia/Kolkata" {
		t.Errorf("the time zone is %s", got)
	} // that the days are summed up by it is checked when the test ends
}

func TestRevisionsThatAreRefused(t *testing.T) {
	s, other, c := apart(t, "UTC")
	newCampaign(t, s, "Petition", "UTC")
	replan(t, other, c.ID, "Ben", 1, func(c *campaign.Campaign) { c.Name = "petition" })
	named, err := other.Revisions(c.ID)
	if err != nil {
		t.Fatal(err)
	}
	head := named[0].ID()
	plan := func(text string) []campaign.Revision {
		return []campaign.Revision{{Parents: []campaign.ID{head}, Document: []byte(text), Saved: t0}}
	}
	for _, c2 := range []struct {
		name      string
		revisions []campaign.Revision
		is        error
		want      string
	}{
		{"a name that is taken", named, campaign.ErrNameTaken, `another campaign in this data folder is called "petition" too: rename one of the two first, then try again`},
		{"a key of a later version", plan("name: March\nneeed: 5\n"), campaign.ErrNewer, `a revision of the plan cannot be read, perhaps since a later version of Muster wrote it: ` +
			`update Muster and try again (line 2: there is no key "neeed" here; did you mean "need"?)`},
		{"a plan that cannot be", plan("name: March\nneed: -1\n"), campaign.ErrInvalid, "the plan that comes with it is not possible: need: the need must be between 0 and 1000000000000, not -1"},
		{"no plausible time", []campaign.Revision{{Document: named[0].Document}}, campaign.ErrInvalid, "the date 0001-01-01 is not plausible: the year must be between 1900 and 2199"},
	} {
		_, err := take(s, c.ID, c2.revisions...)
		if !errors.Is(err, c2.is) || err.Error() != c2.want {
			t.Errorf("%s: got  %v\nwant %v", c2.name, err, c2.want)
		}
		if all, err := s.Revisions(c.ID); err != nil || len(all) != 1 {
			t.Errorf("%s: %v: there are %d revisions, want 1", c2.name, err, len(all))
		}
	}
}

// TestCheckFindsPlanThatIsNotInForce takes away what says that there are two.
func TestCheckFindsPlanThatIsNotInForce(t *testing.T) {
	s, other, c := apart(t, "UTC")
	replan(t, s, c.ID, "Anna", 1, func(c *campaign.Campaign) { c.Need = 1 })
	replan(t, other, c.ID, "Ben", 2, func(c *campaign.Campaign) { c.Ask = "Ben asks" })
	hand(t, other, s, c.ID)
	mark := func(put bool) {
		_ = s.update(func(tx *bbolt.Tx) error {
			b, _ := bucketOf(tx, c.ID)
			if put {
				return b.Put(keyDivided, []byte{1})
			}
			return b.Delete(keyDivided)
		})
	}
	mark(false)
	if r, err := s.Check(); err != nil || len(r.Damage) != 1 {
		t.Errorf("%v: found %q", err, r.Damage)
	}
	mark(true)
}

// TestStoresAgreeOnPlans has stores save plans and hand each other what they
// have, at random. When all have everything they have the same plan and the
// same conflicts.
func TestStoresAgreeOnPlans(t *testing.T) {
	for seed := range uint64(25) {
		r := rand.New(rand.NewPCG(seed, 7))
		stores := []*Store{openTest(t), openTest(t), openTest(t)}
		c := newCampaign(t, stores[0], "March", "UTC")
		for _, s := range stores[1:] {
			hand(t, stores[0], s, c.ID)
		}
		for i := range 15 {
			s := stores[r.IntN(len(stores))]
			if r.IntN(3) == 0 {
				hand(t, stores[r.IntN(len(stores))], s, c.ID)
				continue
			}
			replan(t, s, c.ID, "", r.IntN(3)*i, func(c *campaign.Campaign) { replanAtRandom(r, c) })
		}
		all, err := stores[0].Revisions(c.ID)
		for range 2 {
			for _, from := range stores {
				for _, to := range stores {
					hand(t, from, to, c.ID)
				}
			}
		}
		want := read(t, stores[0], c.ID)
		for _, s := range stores[1:] {
			if got := read(t, s, c.ID); err != nil || !reflect.DeepEqual(got.Campaign, want.Campaign) || !reflect.DeepEqual(got.Conflicts, want.Conflicts) {
				t.Fatalf("seed %d: %v\n%+v %+v\nand\n%+v %+v\nof %d", seed, err, got.Campaign, got.Conflicts, want.Campaign, want.Conflicts, len(all))
			}
		}
	}
}

func replanAtRandom(r *rand.Rand, c *campaign.Campaign) {
	n := 1 + r.Int64N(3)
	switch r.IntN(4) {
	case 0:
		c.Need = n
	case 1:
		c.TimeZone = []string{"UTC", "Asia/Kolkata", "America/New_York"}[n-1]
	case 2:
		c.Sources = append(slices.Clone(c.Sources), string(rune('a'+len(c.Sources)))+string(rune('0'+n)))
	case 3:
		c.Thresholds = slices.Clone(c.Thresholds)
		c.Thresholds[0].Target = float64(n)
	}
}

// BenchmarkPlanInForce compares reading a plan that twelve people have changed
// side by side, after a thousand revisions, with reading one that one person did.
func BenchmarkPlanInForce(b *testing.B) {
	s, _, c := apart(b, "UTC")
	for i := range 1000 {
		replan(b, s, c.ID, "Anna", i, func(c *campaign.Campaign) { c.Need = int64(i + 1) })
	}
	last, err := s.Revisions(c.ID)
	if err != nil {
		b.Fatal(err)
	}
	one := timePlan(b, s, c.ID)
	for i := range 12 {
		c.Need = int64(5000 + i)
		document, _ := planfile.Encode(c)
		if _, err := take(s, c.ID, campaign.Revision{Parents: []campaign.ID{last[990].ID()}, Document: document, Saved: t0}); err != nil {
			b.Fatal(err)
		}
	}
	several := timePlan(b, s, c.ID)
	for b.Loop() {
		timePlan(b, s, c.ID)
	}
	b.ReportMetric(one.Seconds()*1000, "ms/one")
	b.ReportMetric(several.Seconds()*1000, "ms/twelve-apart")
}

func timePlan(b *testing.B, s *Store, id campaign.ID) time.Duration {
	start := time.Now()
	if _, err := s.Read(id); err != nil {
		b.Fatal(err)
	}
	return time.Since(start)
}
