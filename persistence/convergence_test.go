package persistence_test

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"slices"
	"strconv"
	"sync"
	"testing"
	"time"

	"muster/app"
	"muster/campaign"
)

// numberFrom returns a number that the environment holds, or another.
func numberFrom(variable string, or uint64) uint64 {
	if n, err := strconv.ParseUint(os.Getenv(variable), 10, 64); err == nil {
		return n
	}
	return or
}

// TestConvergence has five devices count for one campaign: add, read, void,
// void voids, import the same lists at different lengths and change the plan,
// and exchange packs and a shared folder in random order, in which files are
// lost, repeated, renamed and cut. Once all have exchanged everything, all have
// the same ledger, the same standing and the same plan.
//
// The environment says how many teams are tried, and which first: what it says is
// known to the cache of tests, unlike a flag. make test tries a thousand.
func TestConvergence(t *testing.T) {
	teams, first := numberFrom("MUSTER_TEAMS", 100), numberFrom("MUSTER_TEAM", 0)
	seeds := make(chan uint64)
	var wait sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wait.Go(func() {
			for seed := range seeds {
				if err := tryTeam(seed, teams == 1); err != nil {
					t.Errorf("team %d: %v\ntry it again with MUSTER_TEAMS=1 MUSTER_TEAM=%d go test ./persistence -run Convergence -v", seed, err, seed)
				}
			}
		})
	}
	for seed := first; seed < first+teams && !t.Failed(); seed++ {
		seeds <- seed
	}
	close(seeds)
	wait.Wait()
}

// tryTeam runs one team, in memory where the system has files there: no power
// failure is part of the test.
func tryTeam(seed uint64, talk bool) error {
	memory := "/dev/shm"
	if _, err := os.Stat(memory); err != nil {
		memory = ""
	}
	dir, err := os.MkdirTemp(memory, "muster-team-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	team := &team{dir: dir, r: rand.New(rand.NewPCG(seed, 5)), talk: talk}
	return team.run()
}

// team is five devices that count for one campaign.
type team struct {
	dir     string
	folder  string   // that all use, on a network drive
	service *service // that carries the folder, in place of a drive; may be nil
	r       *rand.Rand
	now     time.Time
	members []*member
	packs   []string // files under way
	talk    bool
}

// member is one of them.
type member struct {
	*app.Muster
	desk   *app.Desk
	name   string
	number int
}

// members is how many devices count.
const members = 5

func (t *team) run() error {
	t.now = time.Date(2027, 3, 1, 12, 0, 0, 0, time.UTC)
	t.folder = filepath.Join(t.dir, "shared")
	err := os.Mkdir(t.folder, 0o700)
	if t.r.IntN(2) == 0 {
		t.service, err = newService(t.dir, members, t.r)
	}
	if err != nil {
		return err
	}
	if err := t.begin(); err != nil {
		return err
	}
	for range 15 + t.r.IntN(25) {
		t.now = t.now.Add(time.Duration(t.r.IntN(600)) * time.Minute)
		if err := t.step(); err != nil {
			return err
		}
	}
	if err := t.settle(); err != nil {
		return err
	}
	return t.compare()
}

// begin makes the campaign on the first device, and brings it to the others.
func (t *team) begin() error {
	var id campaign.ID
	start := filepath.Join(t.dir, "start.muster")
	for i := range members {
		m, err := app.Open(filepath.Join(t.dir, fmt.Sprint("device", i)), func() time.Time { return t.now })
		if err != nil {
			return err
		}
		one := &member{Muster: m, name: []string{"Anna", "Ben", "Chloe", "Dan", "Eve"}[i], number: i}
		t.members = append(t.members, one)
		if i == 0 {
			c, err := m.Create(campaign.Campaign{Name: "March", Need: 1000, Regions: []campaign.Region{{Name: "Ohio"}, {Name: "Utah"}},
				Thresholds: []campaign.Threshold{{Name: "Hundred", Figure: campaign.FigurePledges, Target: 100}}})
			if err != nil {
				return err
			}
			id = c.ID
		} else if _, err := m.Merge(context.Background(), start, app.MergeOptions{}); err != nil {
			return err
		}
		if one.desk, err = m.Desk(id); err != nil {
			return err
		}
		if i == 0 {
			if err := packed(one, start, app.PackOptions{}); err != nil {
				return err
			}
		}
	}
	return nil
}

func (t *team) say(format string, args ...any) {
	if t.talk {
		fmt.Printf(format+"\n", args...)
	}
}

// settle has everybody exchange everything, until nothing is new to anybody.
func (t *team) settle() error {
	for range 8 {
		still := true
		for _, m := range t.members {
			news, err := t.lastRound(m)
			if err != nil {
				return fmt.Errorf("%s, at last: %w", m.name, err)
			}
			still = still && !news
		}
		if still {
			return nil
		}
	}
	return errors.New("they never come to rest")
}

// lastRound exchanges all that a member and the others have, and reports
// whether anything was new.
func (t *team) lastRound(m *member) (news bool, err error) {
	folder, err := m.desk.Folder()
	if err == nil && folder == "" {
		err = t.share(m)
	}
	if err == nil && t.service != nil {
		err = t.service.carry(t.service.replicas[m.number], true)
	}
	if err != nil {
		return false, err
	}
	state, err := m.desk.SyncFolder(context.Background())
	if errors.Is(err, campaign.ErrFolder) { // it was emptied
		return true, t.share(m)
	}
	if err == nil && t.service != nil {
		err = t.service.carry(t.service.replicas[m.number], true)
	}
	return state.Taken > 0 || state.Written, err
}

// compare compares what everybody has, and that it is whole.
func (t *team) compare() error {
	first, err := t.holding(t.members[0])
	if err != nil {
		return err
	}
	for _, m := range t.members[1:] {
		has, err := t.holding(m)
		if err != nil {
			return err
		}
		for what, pair := range map[string][2]any{
			"ledger": {first.ledger, has.ledger}, "standing": {first.standing, has.standing},
			"plan": {first.plan, has.plan}, "conflicts": {first.conflicts, has.conflicts},
		} {
			if !reflect.DeepEqual(pair[0], pair[1]) {
				return fmt.Errorf("%s and %s have another %s:\n%+v\n%+v", t.members[0].name, m.name, what, pair[0], pair[1])
			}
		}
	}
	return nil
}

// holding is what a device has of the campaign.
type holding struct {
	ledger    []campaign.Update
	standing  campaign.Standing
	plan      campaign.Campaign
	conflicts []string
}

func (t *team) holding(m *member) (h holding, err error) {
	if check, err := m.Check(); err != nil || len(check.Damage) > 0 {
		return h, fmt.Errorf("%s: %v, %v", m.name, check.Damage, err)
	}
	if h.standing, err = m.desk.Standing(t.now); err != nil {
		return h, err
	}
	h.plan = m.desk.Campaign()
	h.ledger, err = ledgerOf(m)
	for i := range h.ledger { // two people may import one file: the line is that of whoever came first
		if h.ledger[i].Kind != campaign.Void || h.ledger[i].Note != "entered twice" {
			h.ledger[i].By = ""
		}
	}
	return h, err
}

// ledgerOf returns all updates of a device, in order.
func ledgerOf(m *member) ([]campaign.Update, error) {
	var all []campaign.Update
	err := m.desk.Each(app.Filter{}, func(l app.Line) error {
		all = append(all, l.Update)
		return nil
	})
	slices.SortFunc(all, func(a, b campaign.Update) int { return cmp.Or(a.Compare(b)) })
	return all, err
}
