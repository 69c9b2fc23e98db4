// Package licences holds the licences of all that is built into the program.
package licences

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"encoding/json"
)

// gathered is written by `go test ./assets/licences -gather`.
//
//go:embed licences.json.gz
var gathered []byte

// Library is something built in that others made.
type Library struct {
	Name    string // the path of its module
	Licence string // what its licence is called, such as MIT
	Text    string // all that it asks to be passed on
}

// All returns what is built in, by name.
func All() ([]Library, error) {
	r, err := gzip.NewReader(bytes.NewReader(gathered))
	if err != nil {
		return nil, err
	}
	var all []Library
	return all, json.NewDecoder(r).Decode(&all)
}
