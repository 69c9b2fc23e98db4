package folder

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"muster/campaign"
)

// List returns the files in a folder, by name, that may be meant for Muster:
// not what is hidden or what a program has in the making, and no folders.
// Error: campaign.ErrFolder.
func List(dir string) ([]File, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, gone(dir, err)
	}
	var files []File
	for _, e := range entries {
		if inTheMaking(e.Name()) || e.IsDir() {
			continue
		}
		info, err := e.Info()
		switch {
		case errors.Is(err, os.ErrNotExist):
			continue // it was removed meanwhile
		case err != nil:
			files = append(files, File{Name: e.Name(), State: Closed, Why: reason(err)})
		default:
			f := File{Name: e.Name(), Size: info.Size(), Changed: info.ModTime().UTC()}
			if !info.Mode().IsRegular() {
				f.State = Foreign // opening a link or a pipe may lead anywhere
			}
			files = append(files, f)
		}
	}
	return files, nil
}

// endings are those of files that are being written or carried.
var endings = []string{".tmp", ".temp", ".part", ".partial", ".filepart", ".crdownload", ".download", ".!sync", "~"}

// litter are files that systems leave in folders.
var litter = []string{"desktop.ini", "thumbs.db", "icon\r"}

// inTheMaking reports whether a name says that the file is not for others.
func inTheMaking(name string) bool {
	name = strings.ToLower(name)
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~") || slices.Contains(litter, name) ||
		slices.ContainsFunc(endings, func(ending string) bool { return strings.HasSuffix(name, ending) })
}

// gone is the sentence for a folder that cannot be looked into.
func gone(dir string, err error) error {
	if errors.Is(err, os.ErrNotExist) {
		return campaign.Explain(campaign.ErrFolder, "the shared folder %s is not there: connect the drive or start the service that keeps it, or choose the folder again if it was moved", dir)
	}
	return campaign.Explain(campaign.ErrFolder, "the shared folder %s cannot be looked into: %s", dir, reason(err))
}

// reason is what the system says, without the path, which is told anyway.
func reason(err error) string {
	if path := new(os.PathError); errors.As(err, &path) {
		return path.Err.Error()
	}
	if link := new(os.LinkError); errors.As(err, &link) {
		return link.Err.Error()
	}
	return err.Error()
}

// Changes are what a look into the folder found against what is remembered.
type Changes struct {
	Same    []File // as they were
	New     []File // new or changed: State is that remembered, or 0
	Missing []File // own segments that are there no more, or not as they were written
	Gone    []File // others that are there no more
}

// Compare tells what changed in the folder since its files were remembered. A
// file that could not be read is always looked at again: it may become whole
// without a change of size or time.
func Compare(remembered, found []File) Changes {
	known := map[string]File{}
	for _, f := range remembered {
		known[f.Name] = f
	}
	var c Changes
	for _, f := range found {
		before, there := known[f.Name]
		delete(known, f.Name)
		switch {
		case f.State != 0 || there && before.same(f) && before.State.settled():
			if f.State == 0 {
				f = before
			}
			c.Same = append(c.Same, f)
		default:
			if there && before.State == Own {
				f.State, f.Sum, f.Device, f.By = Own, before.Sum, before.Device, before.By
			}
			c.New = append(c.New, f)
		}
	}
	for _, f := range remembered {
		if _, absent := known[f.Name]; !absent {
			continue
		}
		if f.State == Own {
			c.Missing = append(c.Missing, f)
		} else {
			c.Gone = append(c.Gone, f)
		}
	}
	return c
}

// settled reports whether a file need not be looked at again until it changes.
func (s State) settled() bool { return s != 0 && s != Cut && s != Closed && s != Refused }

// Path returns where a file of the folder is.
func Path(dir string, f File) string { return filepath.Join(dir, f.Name) }
