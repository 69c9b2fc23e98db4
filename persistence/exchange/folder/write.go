package folder

import (
	"bufio"
	"crypto/rand"
	"crypto/sha256"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"muster/campaign"
)

// staleAfter is how old a file that somebody was writing must be for nobody to
// be writing it any more.
const staleAfter = 24 * time.Hour

// Write writes the writer's next segment after a number, which others see only
// once it is whole, and returns it with its number. It takes the place of no
// other file. Error: campaign.ErrFolder.
func (w Writer) Write(dir string, after uint64, content func(io.Writer) error) (File, uint64, error) {
	f, number, err := w.write(dir, after, content)
	if err != nil {
		return f, 0, unwritten(dir, err)
	}
	return f, number, nil
}

func (w Writer) write(dir string, after uint64, content func(io.Writer) error) (File, uint64, error) {
	number, err := w.next(dir, after)
	if err != nil {
		return File{}, 0, err
	}
	temp := filepath.Join(dir, w.temporary()+rand.Text()+".tmp")
	f := File{State: Own, Device: w.Device}
	if f.Sum, err = fill(temp, content); err != nil {
		return f, 0, errors.Join(err, remove(temp))
	}
	for ; ; number++ {
		f.Name = w.Name(number)
		if err = put(temp, Path(dir, f)); !errors.Is(err, os.ErrExist) {
			break
		}
	}
	if err != nil {
		return f, 0, errors.Join(err, remove(temp))
	}
	info, err := os.Stat(Path(dir, f))
	if err != nil {
		return f, 0, err
	}
	f.Size, f.Changed = info.Size(), info.ModTime().UTC()
	return f, number, nil
}

// temporary is what names of segments in the making begin with. The services
// that carry folders leave such files alone.
func (w Writer) temporary() string { return ".~" + w.prefix() }

// next returns the number after the last that the folder or the writer knows.
// It removes what this device left half written when the power failed.
func (w Writer) next(dir string, after uint64) (uint64, error) {
	entries, err := os.ReadDir(dir)
	for _, e := range entries {
		if n, own := w.number(e.Name()); own {
			after = max(after, n)
		}
		if strings.HasPrefix(e.Name(), w.temporary()) {
			if info, err := e.Info(); err == nil && time.Since(info.ModTime()) > staleAfter {
				os.Remove(filepath.Join(dir, e.Name()))
			}
		}
	}
	return after + 1, err
}

// fill writes a new file through to the disk and returns the sum of its content.
// Whoever else uses the folder may read it, if the system's rules let them.
func fill(path string, content func(io.Writer) error) (sum [sha256.Size]byte, err error) {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o666)
	if err != nil {
		return sum, err
	}
	whole := sha256.New()
	out := bufio.NewWriterSize(io.MultiWriter(f, whole), 1<<16)
	err = content(out)
	if err == nil {
		err = out.Flush()
	}
	if err == nil {
		err = f.Sync()
	}
	return [sha256.Size]byte(whole.Sum(nil)), errors.Join(err, f.Close())
}

// put gives a file its name unless that is taken. Where the file system knows
// no links it looks first; only this device uses names of its own.
func put(temp, path string) error {
	err := os.Link(temp, path)
	switch {
	case err == nil:
		err = remove(temp)
	case errors.Is(err, os.ErrExist):
		return err
	default:
		if _, there := os.Lstat(path); there == nil {
			return os.ErrExist
		}
		err = os.Rename(temp, path)
	}
	if err == nil {
		syncNames(filepath.Dir(path))
	}
	return err
}

// syncNames makes a new name outlast a power failure where the system can.
func syncNames(dir string) {
	if f, err := os.Open(dir); err == nil {
		_ = f.Sync()
		f.Close()
	}
}

func remove(path string) error {
	if err := os.Remove(path); !errors.Is(err, os.ErrNotExist) {
		return err
	}
	return nil
}

// Remove removes segments of this device's, if they are as it wrote them.
func Remove(dir string, own ...File) error {
	for _, f := range own {
		sum, err := SumOf(Path(dir, f))
		switch {
		case errors.Is(err, os.ErrNotExist), err == nil && sum != f.Sum:
			continue
		case err != nil:
			return unwritten(dir, err)
		}
		if err := remove(Path(dir, f)); err != nil {
			return unwritten(dir, err)
		}
	}
	return nil
}

// SumOf returns the SHA-256 of a file.
func SumOf(path string) (sum [sha256.Size]byte, err error) {
	f, err := os.Open(path)
	if err != nil {
		return sum, err
	}
	defer f.Close()
	whole := sha256.New()
	_, err = io.Copy(whole, f)
	return [sha256.Size]byte(whole.Sum(nil)), err
}

// unwritten is the sentence for a folder that nothing can be written to. What
// is wrong with the content keeps its own.
func unwritten(dir string, err error) error {
	switch {
	case errors.Is(err, os.ErrPermission), errors.Is(err, syscall.EROFS):
		return campaign.Explain(campaign.ErrFolder, "the shared folder %s can only be read: what was entered here stays here until you may write there", dir)
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT):
		return campaign.Explain(campaign.ErrFolder, "the shared folder %s is full: what was entered here stays here until there is room", dir)
	case errors.Is(err, os.ErrNotExist):
		return gone(dir, err)
	}
	if path := new(os.PathError); errors.As(err, &path) && strings.HasPrefix(path.Path, dir) {
		return campaign.Explain(campaign.ErrFolder, "the shared folder %s cannot be written to: %s", dir, reason(err))
	}
	return err
}
