package folder

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"muster/campaign"
)

var writer = Writer{Campaign: "March on Washington!", Device: campaign.DeviceKey{1}}

// text writes some bytes as content.
func text(s string) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := io.WriteString(w, s)
		return err
	}
}

func names(files []File) string {
	var all []string
	for _, f := range files {
		all = append(all, f.Name)
	}
	return strings.Join(all, " ")
}

func put1(t *testing.T, dir, name, content string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestNamesTellWhoWroteThem(t *testing.T) {
	name := writer.Name(7)
	if want := "march-on-washington-" + writer.Device.Fingerprint() + "-000007.muster"; name != want {
		t.Fatalf("%s, want %s", name, want)
	}
	for name, own := range map[string]bool{
		name: true, writer.Name(12_345_678): true,
		Writer{Campaign: writer.Campaign, Device: campaign.DeviceKey{2}}.Name(7): false,
		strings.Replace(name, "000007", "000007 (conflicted copy)", 1):           false,
		strings.Replace(name, "000007", "7", 1):                                  false,
		"copy of " + name:                                                        false,
	} {
		if _, is := writer.number(name); is != own {
			t.Errorf("%s: own is %v", name, is)
		}
	}
	for name, want := range map[string]string{"Марш": "campaign", "  A  b--c ": "a-b-c", strings.Repeat("x", 99): strings.Repeat("x", 40)} {
		if got := slug(name); got != want {
			t.Errorf("%q gives %q, want %q", name, got, want)
		}
	}
}

func TestSegmentsTakeNobodysPlace(t *testing.T) {
	dir := t.TempDir()
	put1(t, dir, writer.Name(3), "another process wrote this")
	f, n, err := writer.Write(dir, 1, text("content"))
	if err != nil || n != 4 || f.Name != writer.Name(4) || f.Size != 7 {
		t.Fatalf("%+v, %d, %v", f, n, err)
	}
	if sum, err := SumOf(Path(dir, f)); err != nil || sum != f.Sum {
		t.Fatal("the sum is not that of the file", err)
	}
	if _, n, err = writer.Write(dir, 9, text("more")); err != nil || n != 10 {
		t.Fatalf("the next has number %d, %v", n, err)
	}
	temp := filepath.Join(dir, "temp")
	put1(t, dir, "temp", "x")
	if err := put(temp, Path(dir, f)); !errors.Is(err, os.ErrExist) {
		t.Fatalf("a file took another's place: %v", err)
	}
	broken := errors.New("broken")
	if _, _, err := writer.Write(dir, 0, func(w io.Writer) error { io.WriteString(w, "half"); return broken }); !errors.Is(err, broken) {
		t.Fatal(err)
	}
	if entries, _ := os.ReadDir(dir); len(entries) != 4 {
		t.Fatalf("%d files are there, want 3 segments and temp", len(entries))
	}
}

func TestWhatIsLeftHalfWrittenIsSweptAway(t *testing.T) {
	dir := t.TempDir()
	for name, age := range map[string]time.Duration{
		writer.temporary() + "old.tmp": 2 * staleAfter, writer.temporary() + "new.tmp": 0, ".~other.tmp": 2 * staleAfter,
	} {
		put1(t, dir, name, "half")
		if err := os.Chtimes(filepath.Join(dir, name), time.Now(), time.Now().Add(-age)); err != nil {
			t.Fatal(err)
		}
	}
	if _, _, err := writer.Write(dir, 0, text("whole")); err != nil {
		t.Fatal(err)
	}
	if entries, _ := os.ReadDir(dir); len(entries) != 3 {
		t.Fatalf("%v are left", entries)
	}
	if files, err := List(dir); err != nil || names(files) != writer.Name(1) {
		t.Fatalf("listed are %s, %v", names(files), err)
	}
}

func TestOnlyFilesForOthersAreListed(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"a.muster", "b.txt", ".hidden", "~$c.xlsx", ".syncthing.a.muster.tmp", "d.muster.part", "Thumbs.db", "e.muster~"} {
		put1(t, dir, name, "x")
	}
	if err := os.Mkdir(filepath.Join(dir, "f.muster"), 0o700); err != nil {
		t.Fatal(err)
	}
	want := "a.muster b.txt"
	if runtime.GOOS != "windows" {
		if err := os.Symlink("/dev/zero", filepath.Join(dir, "z.muster")); err != nil {
			t.Fatal(err)
		}
		want += " z.muster"
	}
	files, err := List(dir)
	if err != nil || names(files) != want {
		t.Fatalf("listed are %s, %v; want %s", names(files), err, want)
	}
	if last := files[len(files)-1]; runtime.GOOS != "windows" && last.State != Foreign {
		t.Fatalf("a link would be followed: %+v", last)
	}
	if _, err := List(filepath.Join(dir, "gone")); !errors.Is(err, campaign.ErrFolder) || !strings.Contains(err.Error(), "is not there") {
		t.Fatal(err)
	}
}

func TestCompareFindsWhatChanged(t *testing.T) {
	at := time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)
	file := func(name string, size int64, state State) File {
		return File{Name: name, Size: size, Changed: at, State: state}
	}
	remembered := []File{file("cut", 1, Cut), file("gone", 1, Taken), file("grown", 1, Taken), file("lost", 1, Own),
		file("mine", 1, Own), file("spoilt", 1, Own), file("taken", 1, Taken)}
	found := []File{file("cut", 1, 0), file("fresh", 1, 0), file("grown", 2, 0), file("link", 1, Foreign), file("mine", 1, 0),
		file("spoilt", 2, 0), file("taken", 1, 0)}
	c := Compare(remembered, found)
	for what, pair := range map[string][2]string{
		"same":    {names(c.Same), "link mine taken"},
		"new":     {names(c.New), "cut fresh grown spoilt"},
		"missing": {names(c.Missing), "lost"},
		"gone":    {names(c.Gone), "gone"},
	} {
		if pair[0] != pair[1] {
			t.Errorf("%s: %s, want %s", what, pair[0], pair[1])
		}
	}
	if c.New[3].State != Own || c.Same[2].State != Taken {
		t.Error("what was remembered is forgotten")
	}
}

func TestRemoveLeavesWhatIsNotAsItWas(t *testing.T) {
	dir := t.TempDir()
	f, _, err := writer.Write(dir, 0, text("content"))
	if err != nil {
		t.Fatal(err)
	}
	g, _, err := writer.Write(dir, 0, text("more"))
	if err != nil {
		t.Fatal(err)
	}
	put1(t, dir, g.Name, "changed by somebody")
	if err := Remove(dir, f, g, File{Name: "never was"}); err != nil {
		t.Fatal(err)
	}
	if files, _ := List(dir); names(files) != g.Name {
		t.Fatalf("left is %s", names(files))
	}
}

func TestAFolderThatCannotBeWrittenToSaysSo(t *testing.T) {
	if os.Geteuid() == 0 || runtime.GOOS == "windows" {
		t.Skip("nothing is read-only to this user")
	}
	dir := t.TempDir()
	if err := os.Chmod(dir, 0o500); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.Chmod(dir, 0o700) })
	if _, _, err := writer.Write(dir, 0, text("x")); !errors.Is(err, campaign.ErrFolder) || !strings.Contains(err.Error(), "only be read") {
		t.Fatal(err)
	}
}

// TestWatchNotices waits for each thing that happens, in as many looks as the
// system makes of it; the poll is too far off to help.
func TestWatchNotices(t *testing.T) {
	dir, other := t.TempDir(), t.TempDir()
	ctx, cancel := context.WithCancel(t.Context())
	looks, home, done := make(chan string), make(chan struct{}, 1), make(chan struct{})
	var at atomic.Value // where to look
	at.Store(dir)
	go func() {
		defer close(done)
		Watch(ctx, Pace{Calm: time.Millisecond, Poll: time.Hour}, home, func() string {
			select {
			case looks <- names(mustList(t, at.Load().(string))):
			case <-ctx.Done():
			}
			return at.Load().(string)
		})
	}()
	await := func(want string) {
		t.Helper()
		for got := range looks {
			if got == want {
				return
			}
		}
	}
	await("")
	put1(t, dir, "a.muster", "x")
	await("a.muster")
	put1(t, dir, "b.muster", "x")
	await("a.muster b.muster")
	if err := os.Remove(filepath.Join(dir, "a.muster")); err != nil {
		t.Fatal(err)
	}
	await("b.muster")
	put1(t, other, "c.muster", "x")
	at.Store(other)
	home <- struct{}{}
	await("c.muster")
	put1(t, other, "d.muster", "x")
	await("c.muster d.muster")
	cancel()
	<-done
}

func mustList(t *testing.T, dir string) []File {
	files, err := List(dir)
	if err != nil {
		t.Error(err)
	}
	return files
}
