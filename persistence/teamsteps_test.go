package persistence_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"muster/app"
	"muster/campaign"
)

// step has something happen.
func (t *team) step() error {
	m := t.members[t.r.IntN(members)]
	steps := []struct {
		often int
		what  string
		do    func(*member) error
	}{
		{6, "counts", t.count}, {3, "voids", t.void}, {2, "imports", t.importLines}, {2, "imports a list", t.importList}, {2, "imports a tally sheet", t.importSheet},
		{1, "takes an import back", t.undo},
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

// importSheet imports what lines of a tally sheet said when it was saved at one
// time or another.
func (t *team) importSheet(m *member) error {
	lines := []string{"id,at,added,region,voids"}
	for line := range uint64(2 + t.r.IntN(2)) {
		at := time.Date(2027, 2, 1+int(line), 0, 0, 0, 0, time.UTC)
		n := int64(t.r.IntN(9))
		id := campaign.FillingID(at.Add(time.Duration(t.r.IntN(3))*time.Hour), line, n, "Ohio", "")
		lines = append(lines, fmt.Sprintf("%s,%s,%d,Ohio,", id, at.Format(time.RFC3339), n))
	}
	return t.importFile(m, "tally.csv", lines)
}

// undo takes an import back, or brings back one that was.
func (t *team) undo(m *member) error {
	all, err := m.desk.Imports()
	if err != nil || len(all) == 0 {
		return err
	}
	which := all[t.r.IntN(len(all))]
	if which.IsUndone() {
		_, err = m.desk.RedoImport(context.Background(), which.Number, "it was right", m.name, nil)
	} else {
		_, err = m.desk.UndoImport(context.Background(), which.Number, "the wrong file", m.name, nil)
	}
	if errors.Is(err, campaign.ErrAlreadyVoid) {
		err = nil
	}
	return err
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
