package window

import (
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// run is a piece of prose in one style.
type run struct {
	words string
	bold  bool
}

// prose is text that wraps at words, with bold pieces. Its least height is
// that at its present width, so whoever lays it out gives it a width first.
type prose struct {
	widget.BaseWidget
	runs   []run
	size   fyne.ThemeSizeName
	colour fyne.ThemeColorName
}

func newProse(size fyne.ThemeSizeName, colour fyne.ThemeColorName, runs ...run) *prose {
	p := &prose{runs: runs, size: size, colour: colour}
	p.ExtendBaseWidget(p)
	return p
}

// plain returns words as a run.
func plain(words string) run { return run{words: words} }

// set changes what the prose says.
func (p *prose) set(runs ...run) {
	p.runs = runs
	p.Refresh()
}

// AccessibilityLabel returns the whole text.
func (p *prose) AccessibilityLabel() string {
	var b strings.Builder
	for _, r := range p.runs {
		b.WriteString(r.words)
	}
	return b.String()
}

// AccessibilityRole says that this is text.
func (p *prose) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer implements fyne.Widget.
func (p *prose) CreateRenderer() fyne.WidgetRenderer {
	r := &proseRenderer{prose: p}
	r.Refresh()
	return r
}

type proseRenderer struct {
	prose   *prose
	pieces  []fyne.CanvasObject // canvas.Text each
	wrapped fyne.Size           // of all the lines
	width   float32             // that they were wrapped at
}

func (r *proseRenderer) Destroy()                     {}
func (r *proseRenderer) Objects() []fyne.CanvasObject { return r.pieces }

func (r *proseRenderer) MinSize() fyne.Size {
	return fyne.NewSize(min(60, r.wrapped.Width), r.wrapped.Height)
}

func (r *proseRenderer) Layout(size fyne.Size) {
	if size.Width != r.width {
		r.wrap(size.Width)
	}
}

func (r *proseRenderer) Refresh() {
	r.wrap(r.prose.Size().Width)
	canvas.Refresh(r.prose)
}

// wrap sets the words in lines no wider than width; 0 is one line.
func (r *proseRenderer) wrap(width float32) {
	size := r.prose.Theme().Size(r.prose.size)
	height := fyne.MeasureText("Ag", size, fyne.TextStyle{}).Height
	r.width, r.pieces, r.wrapped = width, nil, fyne.NewSize(0, 0)
	var at fyne.Position
	for _, run := range r.prose.runs {
		style := fyne.TextStyle{Bold: run.bold}
		measure := func(s string) float32 { return fyne.MeasureText(s, size, style).Width }
		for rest := run.words; rest != ""; {
			line := breakLine(rest, width-at.X, at.X == 0, width > 0, measure)
			rest = rest[len(line):]
			if bare := strings.TrimRight(line, " "); bare != "" {
				r.put(bare, style, at)
				r.wrapped = r.wrapped.Max(fyne.NewSize(at.X+measure(bare), at.Y+height))
			}
			at.X += measure(line)
			if rest != "" {
				at = fyne.NewPos(0, at.Y+height)
			}
		}
	}
}

// put adds a piece of text.
func (r *proseRenderer) put(words string, style fyne.TextStyle, at fyne.Position) {
	piece := canvas.NewText(words, themed(r.prose, r.prose.colour))
	piece.TextSize, piece.TextStyle = r.prose.Theme().Size(r.prose.size), style
	piece.Move(at)
	piece.Resize(piece.MinSize())
	r.pieces = append(r.pieces, piece)
}

// breakLine returns the words of s that fit into a width, with the spaces after
// them. A word that is too long for a line of its own, as a path may be, is
// broken. Nothing fits where the line has words already and no room; without a
// limit everything does.
func breakLine(s string, width float32, empty, limited bool, measure func(string) float32) string {
	if !limited {
		return s
	}
	end := 0
	for _, word := range strings.SplitAfter(s, " ") {
		next := end + len(word)
		if bare := strings.TrimRight(s[:next], " "); measure(bare) > width+0.5 {
			if end == 0 && empty {
				return s[:breakWord(bare, width, measure)]
			}
			break
		}
		end = next
	}
	return s[:end]
}

// breakWord returns how much of a word fits into a width, up to a sign that
// ends a part of it if there is one. A line that is still to get its width
// takes the word whole.
func breakWord(word string, width float32, measure func(string) float32) int {
	const narrow = 60
	if width < narrow {
		return len(word)
	}
	_, fits := utf8.DecodeRuneInString(word) // at least one letter
	part := 0
	for next := fits; next < len(word) && measure(word[:next]) <= width+0.5; {
		if fits = next; strings.ContainsRune(`/\-_.`, rune(word[next-1])) {
			part = next
		}
		_, size := utf8.DecodeRuneInString(word[next:])
		next += size
	}
	if part > 0 {
		return part
	}
	return fits
}
