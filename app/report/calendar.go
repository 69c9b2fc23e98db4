package report

import (
	"fmt"
	"io"
	"strings"
	"time"

	ics "github.com/arran4/golang-ical"
	"github.com/google/uuid"

	"muster/app"
	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
)

// calendar is the plan's dates as a calendar.
type calendar struct {
	app.Snapshot
	*ics.Calendar
	seen map[string]int // how many entries of a name there are
}

// Calendar writes the plan's activities, deadlines and event as an iCalendar
// file (RFC 5545), each a whole day or several. An entry keeps its identity
// from one export to the next, so that a calendar which takes the file in again
// moves it and does not add it twice.
func Calendar(w io.Writer, s app.Snapshot) error {
	c := calendar{s, ics.NewCalendarFor("Muster"), map[string]int{}}
	c.SetProductId("-//Muster//Campaign//EN")
	c.SetName(s.Campaign.Name)
	for _, a := range s.Standing.Activities {
		c.activity(a)
	}
	for _, t := range s.Campaign.Thresholds {
		if t.Deadline.IsSet() {
			target := strings.TrimSpace(phrase.Amount(t, t.Target) + " " + phrase.Counted(t))
			c.entry("deadline", t.Name, say.Text("Deadline: %s", t.Name), t.Deadline, t.Deadline).
				SetDescription(say.Text("Target: %s. It is decided when the day begins.", target))
		}
	}
	if day := s.Campaign.Deadline; day.IsSet() {
		c.entry("deadline of all", s.Campaign.Name, say.Text("Deadline: %s", s.Campaign.Name), day, day).
			SetDescription(say.Text("It is decided when the day begins."))
	}
	if event := s.Campaign.Event; event.Date.IsSet() {
		e := c.entry("event", s.Campaign.Name, s.Campaign.Name, event.Date, event.Date)
		e.SetLocation(event.Place)
		e.SetDescription(s.Campaign.Ask)
	}
	return c.SerializeTo(w, ics.WithNewLineWindows)
}

func (c calendar) activity(a campaign.ActivityYield) {
	last := max(a.Date, a.Until)
	e := c.entry("activity", a.Name, a.Name, a.Date, last)
	var lines []string
	add := func(what, value string) {
		if value != "" {
			lines = append(lines, say.Text("%s: %s", what, value))
		}
	}
	add(say.Text("Owner"), a.Owner)
	add(say.Text("Source"), a.Source)
	add(say.Text("Track"), a.Track)
	if a.Cost > 0 {
		add(say.Text("Cost"), phrase.Figure(a.Cost))
	}
	add(say.Text("Expected pledges"), phrase.Yield(a.Expect))
	e.SetDescription(strings.Join(lines, "\n"))
}

// entry adds whole days to the calendar. Its identity is what it is in the
// plan and its name there, not its date.
func (c calendar) entry(kind, name, summary string, first, last campaign.Day) *ics.VEvent {
	key := fmt.Sprintf("%s\x00%s", kind, name)
	c.seen[key]++
	id := uuid.NewSHA1(uuid.UUID(c.Campaign.ID), fmt.Appendf(nil, "%s\x00%d", key, c.seen[key]))
	e := c.AddEvent(id.String())
	e.SetDtStampTime(c.Standing.AsOf)
	e.SetAllDayStartAt(first.Start(time.UTC))
	e.SetAllDayEndAt((last + 1).Start(time.UTC)) // the first day after it
	e.SetSummary(summary)
	if kind != "activity" {
		e.SetTimeTransparency(ics.TransparencyTransparent) // nobody is busy all day with a deadline
	}
	return e
}
