package command

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"muster/app"
	"muster/campaign"
	"muster/persistence/exchange"
)

// dataDir returns the data folder: what --data says, else $MUSTER_DATA, else
// the usual place for a program's data of this person.
func (f *face) dataDir() (string, error) {
	if f.dir != "" {
		return f.dir, nil
	}
	if dir := f.getenv("MUSTER_DATA"); dir != "" {
		return dir, nil
	}
	return DefaultDir(f.getenv)
}

// DefaultDir returns where Muster keeps the data of this person unless told
// otherwise.
func DefaultDir(getenv func(string) string) (string, error) {
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		dir, err := os.UserConfigDir()
		return filepath.Join(dir, "Muster"), err
	}
	if dir := getenv("XDG_DATA_HOME"); filepath.IsAbs(dir) { // as the XDG Base Directory Specification says
		return filepath.Join(dir, "muster"), nil
	}
	if home := getenv("HOME"); home != "" {
		return filepath.Join(home, ".local", "share", "muster"), nil
	}
	return "", errors.New("there is no home folder to keep the data in: say where with --data DIR")
}

func (f *face) getenv(name string) string {
	if f.env.Getenv == nil {
		return os.Getenv(name)
	}
	return f.env.Getenv(name)
}

// now returns the present moment.
func (f *face) now() time.Time {
	if f.env.Now == nil {
		return time.Now()
	}
	return f.env.Now()
}

// muster opens the data folder.
func (f *face) muster() (*app.Muster, error) {
	dir, err := f.dataDir()
	if err != nil {
		return nil, err
	}
	return app.Open(dir, f.now)
}

// desk opens the campaign that --campaign names.
func (f *face) desk() (*app.Desk, error) {
	m, err := f.muster()
	if err != nil {
		return nil, err
	}
	c, err := m.Find(f.campaign)
	if err != nil {
		return nil, err
	}
	return m.Desk(c.ID)
}

// deskAt returns the campaign's desk and the moment of the flag --at; zero is now.
func (f *face) deskAt(at string) (*app.Desk, time.Time, error) {
	d, err := f.desk()
	if err != nil {
		return nil, time.Time{}, err
	}
	moment, err := parseTime("at", at, d.Campaign())
	return d, moment, err
}

// parseTime reads the value of a flag as a time; empty is the zero time.
func parseTime(flag, text string, c campaign.Campaign) (time.Time, error) {
	if text == "" {
		return time.Time{}, nil
	}
	t, err := exchange.ParseTime(text, c.Location())
	if err != nil {
		return time.Time{}, usage("--%s: %v", flag, err)
	}
	return t, nil
}

// parseDay reads the value of a flag as a day; empty is no day.
func parseDay(flag, text string) (campaign.Day, error) {
	if text == "" {
		return 0, nil
	}
	day, err := campaign.ParseDay(text)
	if err != nil {
		return 0, usage("--%s: %v", flag, err)
	}
	return day, nil
}

// parsePeople reads the value of a flag as a number of people; empty is 0.
func parsePeople(flag, text string) (int64, error) {
	if text == "" {
		return 0, nil
	}
	n, err := exchange.ParseCount(text)
	if err != nil {
		return 0, usage("--%s: %v", flag, err)
	}
	if n <= 0 {
		return 0, usage("--%s: %d is not above 0", flag, n)
	}
	return n, nil
}
