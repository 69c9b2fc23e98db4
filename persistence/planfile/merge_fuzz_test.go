package planfile

import (
	"os"
	"reflect"
	"testing"

	"muster/campaign"
)

// FuzzMerge brings three documents together that may say anything that a plan
// may: one that the others follow, and two that differ from it.
func FuzzMerge(f *testing.F) {
	whole, err := os.ReadFile("testdata/whole.yaml")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(whole, []byte("name: A\nsources: [a, A, '']\n"), []byte("name: B\ntiers: [{name: ''}, {name: ''}]\n"))
	f.Add([]byte("name: A\nactivities: [{name: a, date: 2027-01-01}, {name: a, date: 2027-01-01}]\n"),
		[]byte("name: A\nactivities: [{name: b, date: 2027-01-01}]\n"), []byte("name: A\nactivities: [{name: a, date: 2027-01-02}]\n"))
	f.Add([]byte("name: A\nmarks: {need: {kind: stated}}\n"), []byte("name: A\nneed: 5\nmarks: {x: {kind: stated}}\n"), []byte("name: A\nneed: 6\n"))
	f.Fuzz(func(t *testing.T, base, a, b []byte) {
		for _, document := range [][]byte{base, a, b} {
			if _, err := DecodeStored(document); err != nil {
				t.Skip()
			}
		}
		first := campaign.Revision{Document: base, Saved: monday}
		parents := []campaign.ID{first.ID()}
		all := []campaign.Revision{first, {Parents: parents, Document: a, By: "Anna", Saved: monday}, {Parents: parents, Document: b, By: "Ben", Saved: monday}}
		merged, err := Merge(all, nil)
		if err != nil {
			t.Fatal(err)
		}
		again, err := Merge([]campaign.Revision{all[2], all[0], all[1]}, nil)
		if err != nil || !reflect.DeepEqual(merged, again) {
			t.Fatalf("%v: in another order it is\n%+v\nnot\n%+v", err, again, merged)
		}
		for _, c := range merged.Conflicts {
			for _, v := range c.Versions {
				if _, err := Merge(all, map[string]campaign.ID{c.Path(): v.From}); err != nil {
					t.Fatal(err)
				}
			}
		}
	})
}
