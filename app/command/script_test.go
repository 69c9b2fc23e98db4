package command_test

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"muster/app/command"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"muster": func() {
		os.Exit(command.Run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr, command.Env{Version: "0.0.0-test"}))
	}})
}

// TestScripts drives the program as a person or a script would, from
// testdata/script.
func TestScripts(t *testing.T) {
	series, err := filepath.Abs("../../assets/examples/uk_241584.csv")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(env *testscript.Env) error {
			env.Setenv("HOME", env.WorkDir)
			env.Setenv("MUSTER_DATA", filepath.Join(env.WorkDir, "data"))
			env.Setenv("SERIES", series)
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"jsonhas": jsonHas, "jsonnear": jsonNear, "id": keepID, "backup": keepBackup, "fingerprint": keepFingerprint},
	})
}

// jsonHas checks values in the last command's JSON: jsonhas path=value ...,
// where a path is keys and places joined by dots and a value is JSON; a ! in
// front asks that no such path exists. A line of log --json is a place too.
func jsonHas(ts *testscript.TestScript, neg bool, args []string) {
	root := lastJSON(ts)
	for _, arg := range args {
		path, want, _ := strings.Cut(arg, "=")
		got, found := dig(root, path)
		if neg {
			if found {
				ts.Fatalf("there is %s, which should not be", path)
			}
			continue
		}
		var value any
		ts.Check(json.Unmarshal([]byte(want), &value))
		if !found || !reflect.DeepEqual(got, value) {
			shown, _ := json.Marshal(got)
			ts.Fatalf("%s is %s (found: %v), want %s", path, shown, found, want)
		}
	}
}

// lastJSON returns what the last command printed.
func lastJSON(ts *testscript.TestScript) any {
	var root any
	text := ts.ReadFile("stdout")
	if json.Unmarshal([]byte(text), &root) == nil {
		return root
	}
	var lines []any
	d := json.NewDecoder(strings.NewReader(text))
	for d.More() {
		var line any
		ts.Check(d.Decode(&line))
		lines = append(lines, line)
	}
	return lines
}

// jsonNear checks that numbers in the last command's JSON are within 1% of the
// given ones: jsonnear path=value ...
func jsonNear(ts *testscript.TestScript, _ bool, args []string) {
	root := lastJSON(ts)
	for _, arg := range args {
		path, text, _ := strings.Cut(arg, "=")
		want, err := strconv.ParseFloat(text, 64)
		ts.Check(err)
		got, _ := dig(root, path)
		if n, ok := got.(float64); !ok || math.Abs(n-want) > 0.01*math.Abs(want) {
			ts.Fatalf("%s is %v, want %v within 1%%", path, got, want)
		}
	}
}

// dig follows a path. At the end, len is the length of a list and keys are the
// keys of an object, sorted.
func dig(v any, path string) (any, bool) {
	for _, step := range strings.Split(path, ".") {
		switch at := v.(type) {
		case map[string]any:
			if step == "keys" {
				return sortedKeys(at), true
			}
			next, ok := at[step]
			if !ok {
				return nil, false
			}
			v = next
		case []any:
			if step == "len" {
				return float64(len(at)), true
			}
			var i int
			if _, err := fmt.Sscan(step, &i); err != nil || i >= len(at) {
				return nil, false
			}
			v = at[i]
		default:
			return nil, false
		}
	}
	return v, true
}

func sortedKeys(m map[string]any) string {
	var keys []string
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return strings.Join(keys, " ")
}

// keepID puts the id in the last line of log into a variable: id NAME.
func keepID(ts *testscript.TestScript, _ bool, args []string) {
	lines := strings.Split(strings.TrimSpace(ts.ReadFile("stdout")), "\n")
	ts.Setenv(args[0], strings.Fields(lines[len(lines)-1])[0])
}

// keepBackup puts the path that the last command named into a variable:
// backup NAME. The path is the word before the rest of the sentence.
func keepBackup(ts *testscript.TestScript, _ bool, args []string) {
	for _, word := range strings.Fields(ts.ReadFile("stdout")) {
		if word = strings.TrimRight(strings.Trim(word, "`'"), ".`'"); filepath.IsAbs(word) {
			ts.Setenv(args[0], word)
			return
		}
	}
	ts.Fatalf("no path was named")
}

// keepFingerprint puts the fingerprint that the last command named into a
// variable: fingerprint NAME.
func keepFingerprint(ts *testscript.TestScript, _ bool, args []string) {
	ts.Setenv(args[0], regexp.MustCompile(`[0-9a-f]{4}(-[0-9a-f]{4}){2}`).FindString(ts.ReadFile("stdout")))
}
