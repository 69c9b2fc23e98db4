package licences

import (
	"bytes"
	"cmp"
	"compress/gzip"
	"encoding/json"
	"flag"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var gather = flag.Bool("gather", false, "write licences.json.gz anew")

// TestEveryLibraryHasItsLicence compares what is gathered with what is built
// in on this system.
func TestEveryLibraryHasItsLicence(t *testing.T) {
	if *gather {
		write(t)
	}
	all, err := All()
	if err != nil {
		t.Fatal(err)
	}
	has := map[string]bool{}
	for _, l := range all {
		has[l.Name] = true
		if l.Licence == "" || len(l.Text) < 200 || !strings.Contains(strings.ToLower(l.Text), "copyright") {
			t.Errorf("%s: licence %q of %d letters", l.Name, l.Licence, len(l.Text))
		}
	}
	for name := range modules(t, "") {
		if !has[name] {
			t.Errorf("%s has no licence here: go test ./assets/licences -gather", name)
		}
	}
	for name := range fonts {
		if !has[name] {
			t.Errorf("the fonts %s have no licence here: go test ./assets/licences -gather", name)
		}
	}
	if !slices.IsSortedFunc(all, func(a, b Library) int { return cmp.Compare(a.Name, b.Name) }) {
		t.Error("they are not sorted by name")
	}
}

// fonts are those of assets/fonts, with the files of their licences.
var fonts = map[string]string{
	"Droid Sans Fallback (font)":                "Apache-2.0.txt",
	"Noto Sans of many scripts, Hangul (fonts)": "OFL.txt",
}

// write gathers the licences of what is built in on any system.
func write(t *testing.T) {
	t.Helper()
	found := map[string]string{"Go": goRoot(t)}
	for _, system := range []string{"linux", "windows", "darwin"} {
		for name, dir := range modules(t, system) {
			found[name] = dir
		}
	}
	var all []Library
	for name, dir := range found {
		text := texts(t, dir)
		all = append(all, Library{name, kind(text), text})
	}
	for name, file := range fonts {
		text, err := os.ReadFile(filepath.Join("..", "fonts", file))
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, Library{name, kind(string(text)), string(text)})
	}
	slices.SortFunc(all, func(a, b Library) int { return cmp.Compare(a.Name, b.Name) })
	var b bytes.Buffer
	z, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.NewEncoder(z).Encode(all); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile("licences.json.gz", b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	gathered = b.Bytes()
}

// modules returns those that the program is built of, other than itself, with
// the folders they lie in.
func modules(t *testing.T, system string) map[string]string {
	t.Helper()
	c := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}}\t{{.Dir}}{{end}}{{end}}", "muster")
	if c.Env = os.Environ(); system != "" {
		c.Env = append(c.Env, "GOOS="+system, "CGO_ENABLED=1")
	}
	out, err := c.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	all := map[string]string{}
	for line := range strings.Lines(string(out)) {
		if name, dir, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok {
			all[name] = dir
		}
	}
	if len(all) < 10 {
		t.Fatalf("only %d modules found", len(all))
	}
	return all
}

func goRoot(t *testing.T) string {
	t.Helper()
	out, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(string(out))
}

var licenceFile = regexp.MustCompile(`(?i)^(un)?(licen[cs]e|copying|notice|patents|ofl)[^/]*$`)

// isLicence reports whether a file is one by its name. Who may choose between
// the GPL and another takes the other.
func isLicence(path string) bool {
	name, folder := filepath.Base(path), filepath.Base(filepath.Dir(path))
	if filepath.Ext(name) == ".go" || name == "gpl.txt" {
		return false
	}
	return licenceFile.MatchString(name) || folder == "licenses"
}

// texts returns all licences in a module, each once: fonts and C sources in it
// have their own. What only its tests use is left out.
func texts(t *testing.T, dir string) string {
	t.Helper()
	var all []string
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && path != dir && (d.Name() == "testdata" || d.Name() == "src" || d.Name() == "cmd" || d.Name() == "examples") {
			return fs.SkipDir
		}
		if d.IsDir() || !isLicence(path) {
			return nil
		}
		text, err := os.ReadFile(path)
		said := strings.TrimSpace(strings.ReplaceAll(string(text), "\r\n", "\n"))
		if !slices.ContainsFunc(all, func(s string) bool { return strings.Contains(s, said) }) {
			all = append(all, said)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(all, "\n\n———\n\n")
}

// kind names the first licence of a text by a phrase that only it has.
func kind(text string) string {
	first, _, _ := strings.Cut(text, "———")
	words := strings.Join(strings.Fields(first), " ")
	for _, k := range []struct{ phrase, name string }{
		{"Apache License", "Apache 2.0"},
		{"Mozilla Public License", "MPL 2.0"},
		{"SIL OPEN FONT LICENSE", "OFL 1.1"},
		{"FreeType", "FreeType"},
		{"Neither the name", "BSD 3-Clause"},
		{"contributors may be used to endorse", "BSD 3-Clause"},
		{"Redistributions in binary form", "BSD 2-Clause"},
		{"Permission is hereby granted, free of charge", "MIT"},
		{"Permission to use, copy, modify, and", "ISC"},
		{"Creative Commons Attribution 4.0", "CC BY 4.0"},
		{"Attribution 4.0 International", "CC BY 4.0"},
		{"must not be misrepresented", "zlib"},
		{"released into the public domain", "Unlicense"},
	} {
		if strings.Contains(words, k.phrase) {
			return k.name
		}
	}
	return ""
}
