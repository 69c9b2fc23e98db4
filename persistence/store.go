// Package persistence keeps what outlives the process: one bbolt file in the
// data folder with all campaigns, and its backups.
//
// The file is open only for the length of a transaction, so that a window, a
// second window and any number of commands work side by side on one folder.
package persistence

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime/debug"
	"syscall"
	"time"

	"go.etcd.io/bbolt"
	berrors "go.etcd.io/bbolt/errors"

	"muster/campaign"
)

// fileName is the store's file in the data folder.
const fileName = "muster.db"

// lockTimeout is how long a transaction waits for others to finish theirs.
const lockTimeout = 8 * time.Second

// Store is a data folder. It holds no open file and is safe for use by
// several goroutines and processes.
type Store struct {
	dir    string
	wait   time.Duration
	prints dayPrints
}

// Open returns the store of a data folder, making both if they are not there.
// Errors: campaign.ErrDamaged, campaign.ErrNewer, or what the disk says.
func Open(dir string) (*Store, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, campaign.Explain(err, "the data folder %s cannot be made: %s", dir, err)
	}
	s := &Store{dir: dir, wait: lockTimeout}
	if _, err := os.Stat(s.path()); errors.Is(err, os.ErrNotExist) {
		if err := s.create(); err != nil {
			return nil, err
		}
	}
	return s, s.view(func(*bbolt.Tx) error { return nil })
}

// Dir returns the data folder.
func (s *Store) Dir() string { return s.dir }

func (s *Store) path() string { return filepath.Join(s.dir, fileName) }

// view runs a read-only transaction.
func (s *Store) view(do func(*bbolt.Tx) error) error {
	err := s.open(true, func(db *bbolt.DB) error {
		return db.View(func(tx *bbolt.Tx) error {
			if err := checkSchema(tx); err != nil {
				return err
			}
			if unfinished(tx) {
				return errUnfinished
			}
			return do(tx)
		})
	})
	if errors.Is(err, errUnfinished) {
		if err := s.exclusive(func(*bbolt.DB) error { return nil }); err != nil {
			return err
		}
		return s.view(do)
	}
	return err
}

// update runs one read-write transaction; when it returns nil the transaction
// is on disk.
func (s *Store) update(do func(*bbolt.Tx) error) error {
	return s.exclusive(func(db *bbolt.DB) error { return db.Update(do) })
}

// exclusive opens the file for writing, for several transactions if need be,
// after taking back what an interrupted import left.
func (s *Store) exclusive(do func(*bbolt.DB) error) error {
	return s.open(false, func(db *bbolt.DB) error {
		stale := false
		err := db.View(func(tx *bbolt.Tx) error {
			stale = unfinished(tx)
			return checkSchema(tx)
		})
		if err == nil && stale {
			err = takeBack(db)
		}
		if err != nil {
			return err
		}
		return do(db)
	})
}

// open opens the file, waiting for its lock, and closes it after do.
func (s *Store) open(readOnly bool, do func(*bbolt.DB) error) (err error) {
	if err := checkHeader(s.path()); err != nil {
		return err
	}
	// A damaged file makes bbolt panic, or the memory map fault.
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if p := recover(); p != nil {
			err = damaged(s.path(), fmt.Sprint(p))
		}
	}()
	db, err := s.lock(readOnly)
	if err != nil {
		return s.explain(err)
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	return s.explain(do(db))
}

// lock opens the file as soon as nobody else holds it. It tries more often
// than bbolt itself would, whose waiters sleep 50 ms each time.
func (s *Store) lock(readOnly bool) (*bbolt.DB, error) {
	deadline := time.Now().Add(s.wait)
	for pause := time.Millisecond; ; pause = min(2*pause, 16*time.Millisecond) {
		var file *os.File
		db, err := bbolt.Open(s.path(), 0o600, &bbolt.Options{
			ReadOnly:     readOnly,
			Timeout:      1, // one try
			FreelistType: bbolt.FreelistMapType,
			NoStatistics: true,
			OpenFile: func(name string, flag int, mode os.FileMode) (*os.File, error) {
				f, err := os.OpenFile(name, flag&^os.O_CREATE, mode)
				file = f
				return f, err
			},
		})
		if err == nil {
			if s.current(file) {
				return db, nil
			}
			err = errors.Join(berrors.ErrTimeout, db.Close()) // replaced by a restore meanwhile
		}
		if !errors.Is(err, berrors.ErrTimeout) || time.Now().After(deadline) {
			return nil, err
		}
		time.Sleep(pause/2 + rand.N(pause)) // spread out those who wait together
	}
}

// current reports whether file is still the one in the folder.
func (s *Store) current(file *os.File) bool {
	held, err := file.Stat()
	if err != nil {
		return false
	}
	there, err := os.Stat(s.path())
	return err == nil && os.SameFile(held, there)
}

// explain turns what the disk and bbolt say into sentences.
func (s *Store) explain(err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, berrors.ErrTimeout):
		return campaign.Explain(campaign.ErrBusy,
			"another Muster has been writing to %s for more than %.0f seconds: wait until it is done and try again", s.dir, s.wait.Seconds())
	case errors.Is(err, syscall.ENOSPC):
		return campaign.Explain(err, "the disk that holds %s is full; nothing was changed. Free some space and try again: %s", s.dir, err)
	case errors.Is(err, os.ErrPermission), errors.Is(err, syscall.EROFS):
		return campaign.Explain(err, "%s cannot be written to; nothing was changed. Choose another data folder with --data, or ask for the right to write there: %s", s.dir, err)
	case errors.Is(err, berrors.ErrInvalid), errors.Is(err, berrors.ErrChecksum), errors.Is(err, berrors.ErrVersionMismatch):
		return damaged(s.path(), err.Error())
	}
	return err
}

// damage is a file that cannot be what Muster wrote.
type damage struct{ path, what string }

func damaged(path, what string) error { return damage{path, what} }

// Error implements error.
func (d damage) Error() string { return d.Words().String() }

// Words returns the sentence as it was put together.
func (d damage) Words() campaign.Words {
	return campaign.Words{Format: "%s is damaged (%s). Keep the file, and bring the last backup back with `muster restore`", Args: []any{d.path, d.what}}
}

// Unwrap returns campaign.ErrDamaged.
func (damage) Unwrap() error { return campaign.ErrDamaged }
