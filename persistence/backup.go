package persistence

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"go.etcd.io/bbolt"

	"muster/campaign"
)

const (
	backupFolder = "backups"
	backupPrefix = "muster-"
	backupSuffix = ".db"
	backupLayout = "2006-01-02-150405"
	// backupAge and backupsKept are how old the last backup may grow, and how
	// many are kept.
	backupAge   = 24 * time.Hour
	backupsKept = 7
)

// Backup writes a copy of everything to a path; an empty one is a dated file
// in the data folder. It returns the path. What was at the path before is
// replaced only once the copy is complete.
func (s *Store) Backup(path string, now time.Time) (string, error) {
	if path == "" {
		path = filepath.Join(s.dir, backupFolder, backupPrefix+now.UTC().Format(backupLayout)+backupSuffix)
	}
	if same, err := filepath.Abs(path); err == nil && same == s.path() {
		return "", campaign.Explain(campaign.ErrInvalid, "%s is the data itself: give the backup another name", path)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return "", campaign.Explain(err, "the folder for the backup cannot be made: %s", err)
	}
	err := s.view(func(tx *bbolt.Tx) error { return copyTo(tx, path) })
	return path, err
}

// copyTo writes the file of a transaction to a path by way of a temporary name.
func copyTo(tx *bbolt.Tx, path string) (err error) {
	temp, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".part-*")
	if err != nil {
		return campaign.Explain(err, "the backup cannot be written: %s", err)
	}
	defer os.Remove(temp.Name())
	_, err = tx.WriteTo(temp)
	err = errors.Join(err, temp.Sync(), temp.Close())
	if err == nil {
		err = os.Rename(temp.Name(), path)
	}
	if err != nil {
		return campaign.Explain(err, "the backup was not written: %s", err)
	}
	return syncFolder(filepath.Dir(path))
}

// BackupIfDue makes a dated backup when there is something to back up and the
// last one is over a day old, and removes the oldest beyond seven.
func (s *Store) BackupIfDue(now time.Time) error {
	all, err := s.Campaigns()
	if err != nil || len(all) == 0 || now.Sub(s.LastBackup()) < backupAge {
		return err
	}
	if _, err := s.Backup("", now); err != nil {
		return err
	}
	dated := s.datedBackups()
	for _, name := range dated[:max(0, len(dated)-backupsKept)] {
		if err := os.Remove(filepath.Join(s.dir, backupFolder, name)); err != nil {
			return campaign.Explain(err, "an old backup cannot be removed: %s", err)
		}
	}
	return nil
}

// LastBackup returns when the newest dated backup was made; zero if never.
func (s *Store) LastBackup() time.Time {
	dated := s.datedBackups()
	if len(dated) == 0 {
		return time.Time{}
	}
	return backupTime(dated[len(dated)-1])
}

// datedBackups returns the names of the dated backups, oldest first.
func (s *Store) datedBackups() []string {
	entries, _ := os.ReadDir(filepath.Join(s.dir, backupFolder)) // sorted by name; none if there is no folder
	var dated []string
	for _, e := range entries {
		if !backupTime(e.Name()).IsZero() {
			dated = append(dated, e.Name())
		}
	}
	slices.Sort(dated)
	return dated
}

func backupTime(name string) time.Time {
	stamp := strings.TrimSuffix(strings.TrimPrefix(name, backupPrefix), backupSuffix)
	t, err := time.Parse(backupLayout, stamp)
	if err != nil {
		return time.Time{}
	}
	return t
}

// Restore replaces everything by a backup, after checking it whole, and keeps
// what was there as a dated backup whose path it returns.
func (s *Store) Restore(path string, now time.Time) (string, error) {
	if _, err := os.Stat(path); err != nil {
		return "", campaign.Explain(err, "there is no backup to read at %s: %s", path, err)
	}
	copied, err := s.checkedCopy(path)
	if err != nil {
		return "", err
	}
	defer os.Remove(copied)
	kept, err := s.keepBeforeRestore(now)
	if err != nil {
		return "", err
	}
	// Whoever waits for the old file notices that it is no longer the one in the folder.
	if err := os.Rename(copied, s.path()); err != nil {
		return kept, campaign.Explain(err, "the backup cannot take the place of %s: %s", s.path(), err)
	}
	return kept, syncFolder(s.dir)
}

// checkedCopy copies a backup into the data folder if nothing is wrong with it.
func (s *Store) checkedCopy(path string) (string, error) {
	temp, err := os.MkdirTemp(s.dir, "restore-*")
	if err != nil {
		return "", s.explain(err)
	}
	defer os.RemoveAll(temp)
	backup := &Store{dir: temp, wait: s.wait}
	content, err := os.ReadFile(path)
	if err == nil {
		err = os.WriteFile(backup.path(), content, 0o600)
	}
	if err != nil {
		return "", campaign.Explain(err, "%s cannot be read: %s", path, err)
	}
	result, err := backup.Check()
	if err != nil {
		what := err.Error()
		if d := (damage{}); errors.As(err, &d) {
			what = d.what // the path is that of the copy
		}
		return "", notABackup(path, err, what)
	}
	if len(result.Damage) > 0 {
		return "", notABackup(path, campaign.ErrDamaged, result.Damage[0])
	}
	copied := filepath.Join(s.dir, filepath.Base(temp)+backupSuffix)
	return copied, os.Rename(backup.path(), copied)
}

func notABackup(path string, kind error, what string) error {
	return campaign.Explain(kind, "%s cannot be restored, so nothing was changed: %s", path, what)
}

// keepBeforeRestore backs up what a restore is about to replace. A damaged
// file is kept as it is.
func (s *Store) keepBeforeRestore(now time.Time) (string, error) {
	kept, err := s.Backup("", now)
	if err == nil {
		return kept, nil
	}
	kept = filepath.Join(s.dir, backupFolder, "damaged-"+now.UTC().Format(backupLayout)+backupSuffix)
	if err := os.MkdirAll(filepath.Dir(kept), 0o700); err != nil {
		return "", err
	}
	if err := os.Link(s.path(), kept); err != nil && !errors.Is(err, os.ErrNotExist) {
		return "", campaign.Explain(err, "what is there now cannot be kept, so nothing was changed: %s", err)
	}
	return kept, nil
}
