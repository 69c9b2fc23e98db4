package report

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strings"
	"testing"
	"unicode/utf16"
)

// checkWorkbook looks through every part of a workbook: all is XML, what is
// text fits its cell, and formulas are ours alone.
func checkWorkbook(t *testing.T, book []byte) {
	t.Helper()
	checkSchema(t, book)
	file, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range file.File {
		r, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		if err := checkPart(r); err != nil {
			t.Errorf("%s: %v", part.Name, err)
		}
		r.Close()
	}
}

// quoted are the texts that our formulas hold: nothing, and a comparison.
var quoted = regexp.MustCompile(`"[^"]*"`)

func checkPart(r io.Reader) error {
	in := xml.NewDecoder(r)
	var within string
	for {
		token, err := in.Token()
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		}
		switch token := token.(type) {
		case xml.StartElement:
			within = token.Name.Local
		case xml.EndElement:
			within = ""
		case xml.CharData:
			text := string(token)
			if within == "t" && len(utf16.Encode([]rune(text))) > mostText {
				return errors.New("a text is too long for its cell")
			}
			if within != "f" {
				continue
			}
			for _, words := range quoted.FindAllString(text, -1) {
				if words != `""` && words != `"<="` {
					return errors.New("somebody's words are in the formula " + text)
				}
			}
			if strings.ContainsAny(text, "\x00\t\n|@") {
				return errors.New("the formula is strange: " + text)
			}
		}
	}
}

// TestWorkbooksAreWhole looks the samples' workbooks through.
func TestWorkbooksAreWhole(t *testing.T) {
	for name, sample := range samples {
		t.Run(name, func(t *testing.T) {
			s, l := sample(t)
			var b bytes.Buffer
			if err := Workbook(&b, dossierOf(s), Options{}, l.each); err != nil {
				t.Fatal(err)
			}
			checkWorkbook(t, b.Bytes())
		})
	}
	d, l := planned(t)
	var b bytes.Buffer
	if err := Workbook(&b, d, Options{}, l.each); err != nil {
		t.Fatal(err)
	}
	checkWorkbook(t, b.Bytes())
}
