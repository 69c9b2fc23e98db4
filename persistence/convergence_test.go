package persistence_test

import (
	"cmp"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"muster/app"
	"muster/campaign"
)

// The runs of TestConvergence. One that failed is run again with
// go test ./persistence -run Convergence -converge.seed N -converge.runs 1 -v
var (
	convergeRuns = flag.Uint64("converge.runs", 1000, "how many teams are tried")
	convergeSeed = flag.Uint64("converge.seed", 0, "number of the first one")
)

// TestConvergence has five devices count for one campaign: add, read, void,
// void voids, import the same lists at different lengths and change the plan,
// and exchange packs and a shared folder in random order, in which files are
// lost, repeated, renamed and cut. Once all have exchanged everything, all have
// the same ledger, the same standing and the same plan.
func TestConvergence(t *testing.T) {
	seeds := make(chan uint64)
	var wait sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wait.Go(func() {
			for seed := range seeds {
				if err := tryTeam(seed); err != nil {
					t.Errorf("team %d: %v\ntry it again with -run Convergence -converge.seed %d -converge.runs 1 -v", seed, err, seed)
				}
			}
		})
	}
	for seed := *convergeSeed; seed < *convergeSeed+*convergeRuns && !t.Failed(); seed++ {
		seeds <- seed
	}
	close(seeds)
	wait.Wait()
}

// tryTeam runs one team, in memory where the system has files there: no power
// failure is part of the test.
func tryTeam(seed uint64) error {
	memory := "/dev/shm"
	if _, err := os.Stat(memory); err != nil {
		memory = ""
	}
	dir, err := os.MkdirTemp(memory, "muster-team-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	team := &team{dir: dir, r: rand.New(rand.NewPCG(seed, 5)), talk: *convergeRuns == 1}
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

// step has something happen.
func (t *team) step() error {
	m := t.members[t.r.IntN(members)]
	steps := []struct {
		often int
		what  string
		do    func(*member) error
	}{
		{6, "counts", t.count}, {3, "voids", t.void}, {2, "imports", t.importLines}, {2, "imports a list", t.importList},
		{2, "changes the plan", t.plan}, {4, "packs", t.pack}, {6, "merges", t.merge}, {6, "is in step", t.sync},
		{1, "shares", t.share}, {4, "has a mishap", t.mishap}, {8, "is served", t.carry},
	}
	all := 0
	for _, s := range steps {
		all += s.often
	}
	n := t.r.IntN(all)
	for _, s := range steps {
		if n -= s.often; n < 0 {
			t.say("%s %s", m.name, s.what)
			if err := s.do(m); err != nil {
				return fmt.Errorf("%s %s: %w", m.name, s.what, err)
			}
			return nil
		}
	}
	return nil
}

func (t *team) say(format string, args ...any) {
	if t.talk {
		fmt.Printf(format+"\n", args...)
	}
}

// when returns a moment not long ago.
func (t *team) when() time.Time { return t.now.Add(-time.Duration(t.r.IntN(5*24*60)) * time.Minute) }

func (t *team) cell() campaign.Cell {
	return campaign.Cell{Region: []string{"", "Ohio", "Utah"}[t.r.IntN(3)], Source: []string{"", "stall"}[t.r.IntN(2)]}
}

func (t *team) count(m *member) error {
	e := app.Entry{Count: int64(t.r.IntN(60) - 10), At: t.when(), Cell: t.cell(), By: m.name}
	if t.r.IntN(3) == 0 {
		e.Reading, e.Count = true, int64(t.r.IntN(300))
	}
	_, err := m.desk.Record(e)
	return err
}

// void takes out some update, perhaps a void.
func (t *team) void(m *member) error {
	updates, err := ledgerOf(m)
	if err != nil || len(updates) == 0 {
		return err
	}
	_, err = m.desk.Void("entered twice", m.name, updates[t.r.IntN(len(updates))].ID)
	if errors.Is(err, campaign.ErrAlreadyVoid) {
		err = nil
	}
	return err
}

// importLines imports one of a few files, which others may import too.
func (t *team) importLines(m *member) error {
	n := t.r.IntN(3)
	lines := []string{"at,added,total,region,note"}
	for i := range 3 + n {
		added, total := fmt.Sprint(10*n+i), ""
		if i%2 == 1 {
			added, total = "", fmt.Sprint(50*n+i)
		}
		lines = append(lines, fmt.Sprintf("2027-03-0%dT0%d:00:00Z,%s,%s,Ohio,sheet %d", 1+n, i, added, total, n))
	}
	return t.importFile(m, fmt.Sprintf("sheet%d.csv", n), lines)
}

// importList imports the sign-up list as it was at some time: it grows.
func (t *team) importList(m *member) error {
	lines := []string{"first_name,last_name,email,timestamp,state"}
	for i := range 4 + t.r.IntN(12) {
		lines = append(lines, fmt.Sprintf("A,B,a%d@example.org,2027-03-0%d,%s", i, 1+i%3, []string{"Ohio", "Utah"}[i%2]))
	}
	return t.importFile(m, "list.csv", lines)
}

func (t *team) importFile(m *member, name string, lines []string) error {
	path := filepath.Join(t.dir, name)
	if err := os.WriteFile(path, []byte(strings.Join(lines, "\n")+"\n"), 0o600); err != nil {
		return err
	}
	_, err := m.desk.Import(context.Background(), path, app.ImportOptions{By: m.name})
	return err
}

// plan changes something of the plan, which another may change too.
func (t *team) plan(m *member) error {
	if _, err := m.desk.Standing(time.Time{}); err != nil { // has what others wrote read
		return err
	}
	c := m.desk.Campaign()
	c.Regions, c.Thresholds = slices.Clone(c.Regions), slices.Clone(c.Thresholds)
	switch n := int64(1 + t.r.IntN(9)); t.r.IntN(5) {
	case 0:
		c.Need = n * 1000
	case 1:
		c.Regions[t.r.IntN(len(c.Regions))].Population = n * 100
	case 2:
		c.Thresholds[0].Target = float64(n * 50)
	case 3:
		c.Ask = fmt.Sprintf("Come to the march, please %d", n)
	case 4:
		c.TimeZone = []string{"UTC", "America/New_York", "Asia/Kolkata"}[n%3]
	}
	return m.desk.SavePlan(c, m.name)
}

// pack writes a pack, of everything or of some of it.
func (t *team) pack(m *member) error {
	path := filepath.Join(t.dir, fmt.Sprintf("pack%d.muster", len(t.packs)))
	var err error
	switch t.r.IntN(4) {
	case 0:
		err = packed(m, path, app.PackOptions{})
	case 1:
		err = packed(m, path, app.PackOptions{Since: t.when()})
	case 2:
		err = packed(m, path, app.PackOptions{By: t.members[t.r.IntN(members)].name})
	case 3:
		_, err = m.desk.SendTo(context.Background(), t.members[t.r.IntN(members)].name, app.SendOptions{}, saveAs(path))
	}
	if _, there := os.Stat(path); there == nil {
		t.packs = append(t.packs, path)
	}
	return err
}

// packed writes a pack to a file.
func packed(m *member, path string, o app.PackOptions) error {
	return saveAs(path)(func(w io.Writer) error {
		_, err := m.desk.Pack(context.Background(), w, o)
		return err
	})
}

// saveAs returns what keeps what is written under a path.
func saveAs(path string) func(write func(io.Writer) error) error {
	return func(write func(io.Writer) error) error {
		file, err := os.Create(path)
		if err != nil {
			return err
		}
		return errors.Join(write(file), file.Close())
	}
}

// merge merges a pack that is under way, whole or cut; it may come again.
func (t *team) merge(m *member) error {
	if len(t.packs) == 0 {
		return nil
	}
	path := t.packs[t.r.IntN(len(t.packs))]
	if t.r.IntN(4) > 0 {
		_, err := m.Merge(context.Background(), path, app.MergeOptions{})
		return err
	}
	cut := filepath.Join(t.dir, "cut.muster")
	if err := t.cut(path, cut); err != nil {
		return err
	}
	if _, err := m.Merge(context.Background(), cut, app.MergeOptions{}); !errors.Is(err, campaign.ErrPack) {
		return fmt.Errorf("a pack that was cut off gives %v", err)
	}
	return nil
}

// cut copies a file but for its end.
func (t *team) cut(from, to string) error {
	content, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	return os.WriteFile(to, content[:t.r.IntN(max(len(content), 1))], 0o600)
}

// folderOf returns where a member has the shared folder.
func (t *team) folderOf(m *member) string {
	if t.service == nil {
		return t.folder
	}
	return t.service.replicas[m.number].dir
}

func (t *team) share(m *member) error { return m.desk.Share(t.folderOf(m)) }

// carry has the service come by.
func (t *team) carry(m *member) error {
	if t.service == nil {
		return nil
	}
	return t.service.carry(t.service.replicas[m.number], t.r.IntN(3) == 0)
}

func (t *team) sync(m *member) error {
	_, err := m.desk.SyncFolder(context.Background())
	switch {
	case errors.Is(err, campaign.ErrNoOutlet):
		return t.share(m)
	case errors.Is(err, campaign.ErrFolder): // it was emptied
		return t.share(m)
	}
	return err
}

// mishap does to the folder what people and services do.
func (t *team) mishap(m *member) error {
	folder := t.folderOf(m)
	entries, err := os.ReadDir(folder)
	if err != nil || len(entries) == 0 {
		return err
	}
	name := entries[t.r.IntN(len(entries))].Name()
	path := filepath.Join(folder, name)
	copied := strings.TrimSuffix(path, ".muster") + fmt.Sprintf(" (conflicted copy %d).muster", t.r.IntN(9))
	switch t.r.IntN(6) {
	case 0:
		t.say("  %s is lost", name)
		return os.Remove(path)
	case 1:
		t.say("  %s is cut", name)
		return t.cut(path, path)
	case 2:
		t.say("  %s comes twice", name)
		content, err := os.ReadFile(path)
		return errors.Join(err, os.WriteFile(copied, content, 0o600))
	case 3:
		t.say("  %s is renamed", name)
		return os.Rename(path, copied)
	case 4:
		t.say("  %s is copied in part", name)
		return t.cut(path, copied)
	}
	return os.WriteFile(filepath.Join(folder, "notes.txt"), []byte("not a pack"), 0o600)
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
