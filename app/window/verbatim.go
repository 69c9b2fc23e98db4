package window

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// newLines returns a text in paragraphs as it was written, such as a licence.
// Lines of one paragraph run on, since they were broken for another width.
func newLines(text string) fyne.CanvasObject {
	all := container.New(column{gap: spaceXS})
	for paragraph := range strings.SplitSeq(text, "\n\n") {
		if words := strings.Join(strings.Fields(paragraph), " "); words != "" {
			all.Add(newProse(sizeLabel, colorText, plain(words)))
		}
	}
	return all
}
