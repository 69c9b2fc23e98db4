package window

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"muster/app"
	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
)

// share is the card that says what share of the population is needed: "1 in 7".
type share struct {
	widget.BaseWidget
	title  *text
	mark   *mark
	people *peopleArray
	oneIn  *text
	figure *fyne.Container // oneIn and its mark
	words  *prose
}

func newShare() *share {
	s := &share{
		title:  newHeading(""),
		mark:   newMark(say.Text("population")),
		people: newPeopleArray(),
		oneIn:  newText("", sizeTitle, colorText),
		words:  newProse(sizeText, colorMuted),
	}
	s.oneIn.style.Bold = true
	s.oneIn.shrinks = true
	s.figure = container.New(ends{gap: spaceS}, s.oneIn, s.mark)
	s.ExtendBaseWidget(s)
	return s
}

func (s *share) show(now app.Snapshot) {
	st := now.Standing
	shown, title := st.NeedShare, st.Population.Name+" · "+say.Count("%s people needed", st.Need, phrase.Count(st.Need))
	if st.Need == 0 {
		shown, title = st.Share, st.Population.Name+" · "+phrase.Pledges(st.Pledges)
	}
	if st.Population.Count == 0 {
		title = say.Text("Share of a population")
	}
	n, ok := shown.OneIn()
	s.title.set(title)
	s.mark.set(now.Campaign.Marks, "population", "population.count")
	s.people.set(n)
	s.figure.Hidden = !ok
	s.oneIn.set(oneIn(shown))
	s.words.set(plain(shareWords(st)))
	s.Refresh()
}

// oneIn returns a share as "1 in 7", or in words where everybody is too few.
func oneIn(s campaign.Share) string {
	n, _ := s.OneIn()
	if n < 1 {
		return phrase.Percent(s.Fraction())
	}
	return phrase.OneIn(n)
}

// shareWords says of what population, how many pledged so far, or what to do
// to see a share.
func shareWords(s campaign.Standing) string {
	if s.Population.Count == 0 {
		return say.Text("Choose a population in Plan to see what share of it the pledges are.")
	}
	words := say.Text("of %s people", phrase.Count(s.Population.Count)) + ground(s.Population) + "."
	if _, ok := s.NeedShare.OneIn(); !ok && s.Need > 0 {
		return words
	}
	if _, ok := s.Share.OneIn(); ok && s.Need > 0 {
		words += " " + say.Text("Pledged so far: %s.", oneIn(s.Share))
	}
	if s.Need == 0 {
		words += " " + say.Text("Set the need in Plan to see what share must come.")
	}
	return words
}

// ground returns the source and year of a population in brackets.
func ground(p campaign.Population) string {
	var parts []string
	if p.Source != "" {
		parts = append(parts, p.Source)
	}
	if year := strconv.Itoa(p.Year); p.Year != 0 && !strings.Contains(p.Source, year) {
		parts = append(parts, year)
	}
	if len(parts) == 0 {
		return ""
	}
	return " (" + strings.Join(parts, ", ") + ")"
}

// CreateRenderer implements fyne.Widget.
func (s *share) CreateRenderer() fyne.WidgetRenderer {
	content := container.New(column{gap: spaceS}, s.title, s.people, s.figure, s.words)
	return widget.NewSimpleRenderer(newCard(content))
}
