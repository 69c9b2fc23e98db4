package assets

import (
	"bytes"
	"compress/gzip"
	"embed"
	"io"
)

//go:embed fonts/*.ttf.gz fonts/*.txt
var fonts embed.FS

// Font returns the TrueType file of a built-in font, such as NotoSansArabic.
func Font(name string) ([]byte, error) {
	packed, err := fonts.ReadFile("fonts/" + name + ".ttf.gz")
	if err != nil {
		return nil, err
	}
	r, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}
