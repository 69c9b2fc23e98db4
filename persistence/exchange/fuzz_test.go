package exchange

import (
	"bytes"
	"encoding/csv"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"muster/campaign"
)

// FuzzRead reads anything at all: every line becomes an update that the model
// takes, or a rejection with a reason, and reading it again gives the same.
func FuzzRead(f *testing.F) {
	for _, text := range []string{
		"at,total\n2019-03-18T13:26:30Z,10000\n",
		"\ufeffdate;added;region\r\n2026-01-02;\"1 234\";\"a\"\"b\"\r\n\r\n2026-01-01;−5;Ohio\n",
		"at,total,added,note\n2026-01-02,5,,\"a\nb\"\n2026-01-02,,6,\"a\"b\n2026-01-02,\"\n",
		"\xff\xfea\x00t\x00", "PK\x03\x04", "at\ttotal\n2026-01-02 10:30:11.5+01:00\t1,234.0\n",
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		if bytes.Contains(text, []byte(tallyMark)) {
			t.Skip() // has several counts on a line: see FuzzTally
		}
		rows, err := readRows(t, string(text), Options{Zone: time.UTC, By: "Anna"})
		if err != nil && (err.Error() == "" || strings.Contains(err.Error(), "\n")) {
			t.Fatalf("not a sentence: %q", err)
		}
		last, most := 1, bytes.Count(text, []byte("\n"))+1
		for _, row := range rows {
			if row.Line <= last || row.Line > most {
				t.Fatalf("line %d after line %d of %d", row.Line, last, most)
			}
			last = row.Line
			if row.Why == nil {
				if err := row.Update.Validate(); err != nil {
					t.Fatal(err)
				}
			}
		}
		again, _ := readRows(t, string(text), Options{Zone: time.UTC, By: "Anna"})
		if !reflect.DeepEqual(rows, again) {
			t.Fatal("read twice, the rows differ")
		}
	})
}

// FuzzSplit compares the splitting of quoted records with encoding/csv.
func FuzzSplit(f *testing.F) {
	f.Add("a,\"b\",\"c\"\"d\"\n")
	f.Add("\"a\nb\",,\"\"\"\"\n")
	f.Fuzz(func(t *testing.T, text string) {
		if !campaignText(text) {
			t.Skip()
		}
		std := csv.NewReader(strings.NewReader(text))
		std.FieldsPerRecord = -1
		l := newLines(strings.NewReader(text))
		l.delimiter = ','
		for {
			want, err := std.Read()
			if err != nil {
				return // the end, or quotes that encoding/csv refuses
			}
			line, err := l.physical()
			for err == nil && len(line) == 0 {
				line, err = l.physical() // as encoding/csv does
			}
			if err != nil {
				t.Fatal(err)
			}
			fields, err := l.split(line)
			if err != nil || l.why != nil {
				t.Fatalf("%v, %v where encoding/csv found %q", err, l.why, want)
			}
			var got []string
			for _, field := range fields {
				got = append(got, string(field))
			}
			if !slices.Equal(got, want) {
				t.Fatalf("got %q, want %q", got, want)
			}
		}
	})
}

// campaignText reports whether the text is one that a line can hold.
func campaignText(text string) bool {
	return strings.ToValidUTF8(text, "") == text && len(text) < campaign.MaxNoteLen
}
