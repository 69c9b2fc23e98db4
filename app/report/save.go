package report

import (
	"bufio"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"muster/app"
	"muster/campaign"
)

// Save writes a report to a file whose name says which kind it is. What the
// file held before stays whole until the report is complete on disk, and if
// anything fails or ctx ends. Errors: ErrFormat, that of ctx, and those of the
// file system, as sentences.
func Save(ctx context.Context, path string, d app.Dossier, o Options, lines Lines) error {
	format, err := FormatOf(path)
	if err != nil {
		return err
	}
	err = Replace(path, func(w io.Writer) error {
		return Write(stoppable{ctx, w}, format, d, o, func(each func(app.Line) error) error {
			return lines(func(line app.Line) error {
				if err := ctx.Err(); err != nil {
					return err
				}
				return each(line)
			})
		})
	})
	if ended := ctx.Err(); ended != nil && err != nil {
		return ended // and not a fault of the file
	}
	return err
}

// stoppable is written to until its context ends.
type stoppable struct {
	ctx context.Context
	io.Writer
}

// Write implements io.Writer.
func (s stoppable) Write(b []byte) (int, error) {
	if err := s.ctx.Err(); err != nil {
		return 0, err
	}
	return s.Writer.Write(b)
}

// Replace writes a file beside the one at path and puts it in its place once
// it is complete. Errors: those of the file system, as sentences.
func Replace(path string, write func(io.Writer) error) error {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real // a link stays a link
	}
	mode := fs.FileMode(0o644)
	if info, err := os.Stat(path); err == nil {
		if info.IsDir() {
			return campaign.Explain(fs.ErrExist, "%s is a folder: give the file a name of its own", path)
		}
		mode = info.Mode().Perm()
	}
	temp, err := newPart(filepath.Dir(path))
	if err != nil {
		return unsaved(path, err)
	}
	defer os.Remove(temp.Name())
	buffered := bufio.NewWriterSize(temp, 1<<16)
	err = write(buffered)
	if err == nil {
		err = errors.Join(buffered.Flush(), temp.Sync())
	}
	err = errors.Join(err, temp.Close())
	if err == nil {
		err = errors.Join(os.Chmod(temp.Name(), mode), os.Rename(temp.Name(), path))
	}
	if err != nil {
		return unsaved(path, err)
	}
	return nil
}

// unsaved says in a sentence why a file could not be written.
func unsaved(path string, err error) error {
	folder := filepath.Dir(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return campaign.Explain(err, "the folder %s does not exist: make it, or save elsewhere", folder)
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return campaign.Explain(err, "%s cannot be written to %s: the folder does not allow it; save elsewhere", filepath.Base(path), folder)
	case errors.Is(err, syscall.ENAMETOOLONG):
		return campaign.Explain(err, "the file name is too long for the folder %s: shorten it", folder)
	case errors.Is(err, syscall.ENOSPC):
		return campaign.Explain(err, "there is no room left in %s: free some, or save elsewhere", folder)
	}
	return campaign.Explain(err, "%s was not saved: %s", filepath.Base(path), err)
}
