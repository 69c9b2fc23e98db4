package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"muster/campaign"
)

// field is an input with its name above it, the mark of its figure beside the
// name, and below it what is wrong with it or what follows from it.
type field struct {
	widget.BaseWidget
	title   *text
	mark    *mark
	input   fyne.CanvasObject
	trouble *prose
	follows *prose
	said    [2]string     // what trouble and follows say
	marked  campaign.Mark // what mark shows; zero for none
	top     *fyne.Container
	content *fyne.Container
}

func newField(title string, input fyne.CanvasObject) *field {
	f := &field{
		title:   newHeading(title),
		mark:    newMark(""),
		input:   input,
		trouble: newProse(sizeLabel, colorError),
		follows: newProse(sizeLabel, colorMuted),
	}
	if l, ok := input.(labelled); ok {
		l.labelAs(title)
	}
	f.trouble.Hide()
	f.follows.Hide()
	f.top = container.New(ends{gap: spaceXS}, f.title, f.mark)
	f.content = container.New(column{gap: 4}, f.top, input, f.trouble, f.follows)
	f.ExtendBaseWidget(f)
	return f
}

// say shows what is wrong with the input, or if nothing is what follows from
// it; both may be empty. It reports whether that is new.
func (f *field) say(trouble, follows string) bool {
	if f.said == [2]string{trouble, follows} {
		return false
	}
	f.said = [2]string{trouble, follows}
	f.trouble.Hidden = trouble == ""
	f.follows.Hidden = trouble != "" || follows == ""
	f.trouble.set(plain(trouble))
	f.follows.set(plain(follows))
	return true
}

// markAs shows the mark of the first path that the plan marks, and reports
// whether that is new.
func (f *field) markAs(marks map[string]campaign.Mark, paths ...string) bool {
	var found campaign.Mark
	for _, path := range paths {
		if m, ok := marks[path]; ok {
			found = m
			break
		}
	}
	if f.marked == found {
		return false
	}
	f.marked = found
	f.mark.set(marks, paths...)
	return true
}

// titled shows the name or leaves it out.
func (f *field) titled(yes bool) { f.top.Hidden = !yes }

// CreateRenderer implements fyne.Widget.
func (f *field) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(f.content) }
