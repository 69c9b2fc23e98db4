package exchange

import (
	"cmp"
	"path/filepath"
	"regexp"
	"strings"

	"muster/campaign"
)

// additions are what a file's name has beside that of the list: dates, numbers
// and what keeps two files apart.
var additions = regexp.MustCompile(`[^\pL]+(copy\b)?`)

// ListName returns the name of the list that a file is an export of: that of
// the file without numbers, so that next week's export is of the same list.
func ListName(path string) string {
	name := strings.ToLower(filepath.Base(path))
	name = strings.TrimSpace(additions.ReplaceAllString(strings.TrimSuffix(name, filepath.Ext(name)), " "))
	for len(name) > campaign.MaxNameLen {
		name = strings.ToValidUTF8(name[:campaign.MaxNameLen], "")
	}
	return cmp.Or(name, "list")
}
