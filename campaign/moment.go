package campaign

import "fmt"

// Moment is a dated outside event that may move the count.
type Moment struct {
	Date  Day
	Kind  MomentKind
	Track string // one of the campaign's; empty if none
	Title string
	Link  string
}

// MomentKind is what a moment is to the campaign.
type MomentKind string

// The kinds of moment.
const (
	Evidence MomentKind = "evidence" // something happened that shows the point
	Argument MomentKind = "argument" // somebody made the point
	News     MomentKind = "news"     // something else in the news
	Ours     MomentKind = "ours"     // something the team did
)

func (k MomentKind) known() bool {
	return k == Evidence || k == Argument || k == News || k == Ours
}

func (p *Problems) moments(c Campaign) {
	for i, m := range c.Moments {
		path := fmt.Sprintf("moments[%d]", i)
		p.name(path+".title", "moment", m.Title)
		p.text(path+".link", "link", m.Link, MaxNoteLen)
		p.track(path, m.Track, c.Tracks)
		if !m.Date.IsSet() {
			p.add(path+".date", "the moment needs a date")
		}
		if !m.Kind.known() {
			p.add(path+".kind", "%q is not a kind of moment: it is %s, %s, %s or %s", m.Kind, Evidence, Argument, News, Ours)
		}
	}
}
