package planfile

import (
	"reflect"
	"strings"
	"unicode"

	"muster/campaign"
)

var (
	dayType = reflect.TypeFor[campaign.Day]()
	idType  = reflect.TypeFor[campaign.ID]()
)

// key is one field of a struct under its name in the file.
type key struct {
	name  string
	index int
}

// keysOf returns the keys of a struct, in the order they are written.
func keysOf(t reflect.Type) []key {
	var keys []key
	for i := range t.NumField() {
		if f := t.Field(i); f.IsExported() && f.Type != idType {
			keys = append(keys, key{snake(f.Name), i})
		}
	}
	return keys
}

// snake turns TimeZone into time_zone.
func snake(name string) string {
	var out strings.Builder
	for i, r := range name {
		if unicode.IsUpper(r) && i > 0 {
			out.WriteByte('_')
		}
		out.WriteRune(unicode.ToLower(r))
	}
	return out.String()
}

// names lists keys for a sentence.
func names(keys []key) string {
	var out []string
	for _, k := range keys {
		out = append(out, k.name)
	}
	return strings.Join(out, ", ")
}

// nearest returns the key that a misspelt one was probably meant to be.
func nearest(wrong string, keys []key) (string, bool) {
	best, found := "", len(wrong)/3+1
	for _, k := range keys {
		if d := distance(strings.ToLower(wrong), k.name); d <= found {
			best, found = k.name, d-1
		}
	}
	return best, best != ""
}

// distance returns how many letters must be added, dropped or changed to turn
// a into b (Levenshtein).
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			change := diagonal
			if a[i] != b[j] {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j+1]+1, row[j]+1)
		}
	}
	return row[len(b)]
}
