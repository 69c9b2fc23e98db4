package window

import (
	"regexp"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// listPoint begins a line with a sign or a number.
var listPoint = regexp.MustCompile(`(?m)\n[ \t]*([*•-]|\(?[0-9a-z]{1,2}[.)]) `)

// newLines returns a text in paragraphs as it was written, such as a licence.
// Lines of one paragraph run on, since they were broken for another width,
// until a point of a list begins.
func newLines(text string) fyne.CanvasObject {
	all := container.New(column{gap: spaceXS})
	for paragraph := range strings.SplitSeq(listPoint.ReplaceAllString(text, "\n\n$1 "), "\n\n") {
		if words := strings.Join(strings.Fields(paragraph), " "); words != "" {
			all.Add(newProse(sizeLabel, colorText, plain(words)))
		}
	}
	return all
}
