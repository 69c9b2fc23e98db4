package main_test

import (
	"fmt"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// edge is one import: package from imports package to.
type edge struct {
	from, to string
	test     bool // only the tests of from import it
}

// floor is where a package of ours lives. It may import what is on a lower
// floor, and what is in its own wing.
type floor struct {
	level int
	wing  string
}

var floors = map[string]floor{
	"muster/campaign":    {0, "campaign"},
	"muster/persistence": {1, "persistence"},
	"muster/assets":      {1, "assets"},
	"muster/app":         {2, "app"},
	"muster/app/phrase":  {2, "app"},
	"muster/app/say":     {2, "app"},
	"muster/app/figure":  {3, "figure"},
	"muster/app/report":  {4, "report"},
	"muster/app/window":  {5, "window"},
	"muster/app/command": {5, "command"},
	"muster":             {6, "main"},
}

// library says which packages of ours may import another's, and why only those.
type library struct {
	path    string // the library and all below it
	allowed []string
	tests   bool // holds for tests too
	why     string
}

var libraries = []library{
	{"fyne.io/fyne/v2/app", []string{"muster"}, true,
		"it needs OpenGL and cgo, so that every test of a package with it would need a display"},
	{"fyne.io", []string{"muster", "muster/app/window", "muster/app/figure/typeset", "muster/app/say"}, false,
		"only the window is Fyne's (its fonts are for figures and paper, and its own texts follow the language), so that everything else works without it"},
	{"go.etcd.io/bbolt", []string{"muster/persistence"}, false,
		"one package knows how the data lies on disk, so that it can be checked, migrated and replaced"},
	{"github.com/jung-kurt/gofpdf", []string{"muster/app/report", "muster/persistence/exchange"}, false,
		"it is archived and panics on some text: it stays where PDF files are written, one import from its successor"},
	{"github.com/xuri/excelize/v2", []string{"muster/app/report", "muster/persistence/exchange"}, false,
		"workbooks are read and written where files are, with limits on what a foreign file may cost"},
}

func TestHouseRulesHold(t *testing.T) {
	edges := imports(t, ".")
	if len(edges) < 20 {
		t.Fatalf("only %d imports found", len(edges))
	}
	for _, fault := range faults(edges) {
		t.Error(fault)
	}
}

// TestHouseRulesCanFail feeds the rules imports that they must refuse, and
// some that they must let pass.
func TestHouseRulesCanFail(t *testing.T) {
	for _, c := range []struct {
		edge
		want string // in the fault; empty if the import is allowed
	}{
		{edge{"muster/campaign", "muster/app", false}, "up"},
		{edge{"muster/campaign/forecast", "muster/persistence", false}, "up"},
		{edge{"muster/persistence", "muster/app/phrase", false}, "up"},
		{edge{"muster/persistence", "muster/assets", false}, "another wing"},
		{edge{"muster/app", "muster/app/window", false}, "up"},
		{edge{"muster/app/window", "muster/app/command", false}, "another wing"},
		{edge{"muster/campaign", "github.com/google/uuid", false}, "standard library and gonum"},
		{edge{"muster/app/command", "fyne.io/fyne/v2", false}, "only the window is Fyne's"},
		{edge{"muster/app/window", "fyne.io/fyne/v2/app", false}, "OpenGL"},
		{edge{"muster/app/window", "fyne.io/fyne/v2/app", true}, "OpenGL"},
		{edge{"muster/app", "go.etcd.io/bbolt", false}, "how the data lies on disk"},
		{edge{"muster/app/window", "github.com/jung-kurt/gofpdf", false}, "archived"},
		{edge{"muster/app/command", "github.com/xuri/excelize/v2", false}, "workbooks"},
		{edge{"muster/util", "fmt", false}, "has no floor"},
		{edge{"muster/app/window", "fyne.io/fyne/v2/widget", false}, ""},
		{edge{"muster/app/command", "muster/app/report", false}, ""},
		{edge{"muster/persistence", "muster/persistence/planfile", false}, ""},
		{edge{"muster/campaign", "gonum.org/v1/gonum/stat/distuv", false}, ""},
		{edge{"muster/campaign", "pgregory.net/rapid", true}, ""},
		{edge{"muster/app/command", "github.com/xuri/excelize/v2", true}, ""},
	} {
		got := strings.Join(faults([]edge{c.edge}), "\n")
		if c.want == "" && got != "" || !strings.Contains(got, c.want) {
			t.Errorf("%v: %q, want %q in it", c.edge, got, c.want)
		}
	}
}

// TestHouseSpeaksOfItselfAlone keeps paths of one machine out of the repository:
// they mean nothing to whoever cloned it.
func TestHouseSpeaksOfItselfAlone(t *testing.T) {
	foreign := []string{"../" + "shared", "/" + "work/", "/" + "root/", "/" + "home/", "/tmp" + "/w/"}
	for _, file := range sources(t, ".", ".go", ".md", ".toml", ".yaml", ".yml", ".proto", ".txt", ".txtar", "Makefile", "run", "packages") {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, words := range foreign {
			if strings.Contains(string(text), words) {
				t.Errorf("%s speaks of %q", file, words)
			}
		}
	}
}

// faults returns a sentence for every import that breaks a rule.
func faults(edges []edge) []string {
	var all []string
	for _, e := range edges {
		if fault := e.fault(); fault != "" {
			all = append(all, fault)
		}
	}
	return all
}

func (e edge) fault() string {
	for _, l := range libraries {
		if within(e.to, l.path) && (l.tests || !e.test) && !slices.ContainsFunc(l.allowed, func(p string) bool { return e.from == p }) {
			return fmt.Sprintf("%s imports %s, which belongs in %s: %s", e.from, e.to, strings.Join(l.allowed, ", "), l.why)
		}
	}
	from, known := floorOf(e.from)
	if !known {
		return fmt.Sprintf("%s has no floor in the house: give it one in this test", e.from)
	}
	if e.test {
		return ""
	}
	if from.wing == "campaign" && !ours(e.to) && !standard(e.to) && !within(e.to, "gonum.org/v1/gonum") {
		return fmt.Sprintf("%s imports %s, but the model rests on the standard library and gonum alone: it must not change because a library does", e.from, e.to)
	}
	if !ours(e.to) {
		return ""
	}
	switch to, _ := floorOf(e.to); {
	case to.level > from.level:
		return fmt.Sprintf("%s imports %s, which is further up: imports point down, so that what lies below can be read and tested alone", e.from, e.to)
	case to.level == from.level && to.wing != from.wing:
		return fmt.Sprintf("%s imports %s in another wing of the same floor: what both need belongs below them", e.from, e.to)
	}
	return ""
}

// floorOf returns the floor of a package or of the nearest one above it.
func floorOf(pkg string) (floor, bool) {
	if f, ok := floors[pkg]; ok {
		return f, true
	}
	parent := path.Dir(pkg)
	if parent == "muster" || parent == "." {
		return floor{}, false
	}
	return floorOf(parent)
}

func within(pkg, root string) bool { return pkg == root || strings.HasPrefix(pkg, root+"/") }
func ours(pkg string) bool         { return within(pkg, "muster") }

// standard reports whether a package is in the standard library, whose paths
// begin with a name without a dot.
func standard(pkg string) bool {
	first, _, _ := strings.Cut(pkg, "/")
	return !strings.Contains(first, ".") && !ours(pkg)
}

// imports reads the import graph from the files themselves, for all systems
// and build tags at once, and so that the test runs again when one changes.
func imports(t *testing.T, root string) []edge {
	var edges []edge
	for _, file := range sources(t, root, ".go") {
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
		if err != nil {
			t.Fatal(err)
		}
		from := path.Join("muster", filepath.ToSlash(filepath.Dir(file)))
		if within(from, "muster/testdata") {
			continue // programs that Muster is measured against
		}
		for _, spec := range parsed.Imports {
			to, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				t.Fatal(err)
			}
			edges = append(edges, edge{from, to, strings.HasSuffix(file, "_test.go")})
		}
	}
	return edges
}

// sources returns the files below root with one of the endings.
func sources(t testing.TB, root string, endings ...string) []string {
	var files []string
	err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (d.Name() == ".git" || name == "build"):
			return filepath.SkipDir
		case !d.IsDir() && slices.ContainsFunc(endings, func(e string) bool { return strings.HasSuffix(name, e) }):
			files = append(files, name)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}
