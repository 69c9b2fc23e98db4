package report

import (
	"io"
	"strings"
	"unicode"

	"muster/app"
	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
)

// Message writes where the campaign stands as Markdown, short enough for a chat:
// the sentence on the next threshold, all thresholds with when they were reached
// or may be, the turnout, and of when this is.
func Message(w io.Writer, d app.Dossier) error {
	l := &layout{Dossier: d}
	var out strings.Builder
	paragraph := func(texts ...string) {
		if words := joined(" ", texts...); words != "" {
			out.WriteString("\n" + escaped(words) + "\n")
		}
	}
	out.WriteString("**" + title(l.Campaign.Name) + "**\n")
	paragraph(l.headline())
	if len(l.Standing.Thresholds) > 0 {
		out.WriteString("\n")
		for _, t := range l.Standing.Thresholds {
			out.WriteString("- **" + title(t.Name) + "**: " + escaped(l.rungInFull(t)) + "\n")
		}
	}
	paragraph(l.shares())
	paragraph(phrase.Expected(l.Turnout), phrase.MeetingNeed(l.Turnout), phrase.Needed(l.Turnout))
	paragraph(l.outlook())
	out.WriteString("\n_" + escaped(l.asOf()) + "_\n")
	_, err := io.WriteString(w, out.String())
	return err
}

// headline says how far the next threshold is, or how many there are without
// one.
func (l *layout) headline() string {
	if next, ok := l.Standing.Next(); ok {
		return phrase.Headline(next)
	}
	return phrase.Pledges(l.Standing.Pledges) + "."
}

// rungInFull says of a threshold when it was reached, or how far it is and when
// it may be.
func (l *layout) rungInFull(t campaign.ThresholdStanding) string {
	if t.Reached {
		return say.Text("%s; %s.", phrase.Stand(t), l.rung(t))
	}
	words := say.Text("%s, %s.", phrase.Stand(t), phrase.Progress(t))
	f, foreseen := foreseen(l.Snapshot, t.Name)
	switch by := l.deadline(t.Threshold); {
	case foreseen:
		words += " " + phrase.Climb(f.Chance, f.HasChance, f.Deadline, f.Dates, l.Zone) + "."
	case by != "":
		words += " " + say.Text("Deadline: %s", by) + "."
	}
	return words
}

// title returns a name that can stand between marks.
func title(name string) string {
	if name = escaped(name); name == "" {
		return escaped(orUnnamed(""))
	}
	return name
}

// markup are the signs that Markdown gives a meaning to wherever they stand.
const markup = "\\`*_[]<>#|~&"

// escaped returns text on one line that Markdown shows as it is: without
// controls and marks that turn the direction of writing, and with a backslash
// before each sign that would mean something.
func escaped(text string) string {
	text = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r):
			return -1
		}
		return r
	}, strings.ToValidUTF8(text, "\ufffd"))
	var out strings.Builder
	for i, r := range strings.Join(strings.Fields(text), " ") {
		if strings.ContainsRune(markup, r) || i == 0 && strings.ContainsRune("-+=.)", r) {
			out.WriteByte('\\')
		}
		out.WriteRune(r)
	}
	return out.String()
}
