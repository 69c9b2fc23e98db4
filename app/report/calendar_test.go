package report

import (
	"bytes"
	"strings"
	"testing"
	"time"

	ics "github.com/arran4/golang-ical"

	"muster/app"
	"muster/campaign"
)

// dated is a plan with every kind of date.
func dated() app.Snapshot {
	day := func(m time.Month, d int) campaign.Day { return campaign.NewDay(2026, m, d) }
	plan := campaign.Campaign{
		ID: campaign.ID{1}, Name: "March", Ask: "An agreement", Deadline: day(10, 1),
		Event: campaign.Event{Date: day(11, 1), Place: "Washington, DC; the Mall"},
		Thresholds: []campaign.Threshold{
			{Name: "Enough", Figure: campaign.FigurePledges, Target: 100_000, Deadline: day(9, 1)},
			{Name: "Some day", Figure: campaign.FigurePledges, Target: 1},
		},
		Activities: []campaign.Activity{
			{Name: "Stall", Date: day(3, 29), Until: day(3, 31), Owner: "outreach", Cost: 200, Expect: campaign.Range{Low: 50, Likely: 120, High: 200}},
			{Name: "Stall", Date: day(5, 1), Source: strings.Repeat("é", 200)},
		},
	}
	standing, err := campaign.Fold(nil, time.UTC).Standing(plan, time.Date(2026, 4, 1, 9, 0, 0, 0, time.UTC))
	if err != nil {
		panic(err)
	}
	return app.Snapshot{Campaign: plan, Standing: standing, Zone: time.UTC}
}

func calendarOf(t *testing.T, s app.Snapshot) map[string]*ics.VEvent {
	t.Helper()
	var file bytes.Buffer
	if err := Write(&file, FormatCalendar, dossierOf(s), Options{}, nil); err != nil {
		t.Fatal(err)
	}
	for _, line := range strings.SplitAfter(file.String(), "\n") {
		if line != "" && (!strings.HasSuffix(line, "\r\n") || len(line) > 77) { // RFC 5545, 3.1
			t.Errorf("a line of %d bytes: %q", len(line), line)
		}
	}
	calendar, err := ics.ParseCalendar(&file)
	if err != nil {
		t.Fatal(err)
	}
	events := map[string]*ics.VEvent{}
	for _, e := range calendar.Events() {
		if events[e.Id()] != nil {
			t.Errorf("two entries are %s", e.Id())
		}
		events[e.Id()] = e
	}
	return events
}

func value(e *ics.VEvent, property ics.ComponentProperty) string {
	if p := e.GetProperty(property); p != nil {
		return p.Value
	}
	return ""
}

func TestCalendarHoldsEveryDate(t *testing.T) {
	got := map[string]string{}
	for _, e := range calendarOf(t, dated()) {
		got[value(e, ics.ComponentPropertyDtStart)+" "+value(e, ics.ComponentPropertySummary)] = value(e, ics.ComponentPropertyDtEnd)
	}
	want := map[string]string{
		"20260329 Stall": "20260401", "20260501 Stall": "20260502", "20260901 Deadline: Enough": "20260902",
		"20261001 Deadline: March": "20261002", "20261101 March": "20261102",
	}
	for what, end := range want {
		if got[what] != end {
			t.Errorf("%s ends %q, want %s", what, got[what], end)
		}
	}
	if len(got) != len(want) {
		t.Errorf("%v", got)
	}
	for _, e := range calendarOf(t, dated()) {
		switch value(e, ics.ComponentPropertyDtStart) {
		case "20260329":
			if d := value(e, ics.ComponentPropertyDescription); d != "Owner: outreach\nCost: 200\nExpected pledges: 120 (50 to 200)" {
				t.Errorf("the stall is described as %q", d)
			}
		case "20261101":
			if l := value(e, ics.ComponentPropertyLocation); l != "Washington, DC; the Mall" {
				t.Errorf("the event is at %q", l)
			}
		}
	}
}

// A calendar that takes the file in again must move an entry, not add another.
func TestCalendarKeepsIdentities(t *testing.T) {
	before, later := calendarOf(t, dated()), dated()
	later.Campaign.Thresholds[0].Deadline += 7
	later.Standing.Activities[0].Date++
	later.Standing.AsOf = later.Standing.AsOf.Add(time.Hour)
	after := calendarOf(t, later)
	for id := range before {
		if after[id] == nil {
			t.Errorf("%s is gone", value(before[id], ics.ComponentPropertySummary))
		}
	}
	other := dated()
	other.Campaign.ID = campaign.ID{2}
	for id := range calendarOf(t, other) {
		if before[id] != nil {
			t.Errorf("two campaigns share %s", id)
		}
	}
}

// TestCalendarOfHostileNames takes names with line ends, emoji and the signs
// that mean something in a calendar in and out again, and adds no entry.
func TestCalendarOfHostileNames(t *testing.T) {
	for _, name := range []string{
		"BEGIN:VEVENT\r\nSUMMARY:x", "a\nEND:VCALENDAR\nb", "a;b,c\\d:e", strings.Repeat("👩‍👩‍👧 long ", 300), "\u202eשלום", "\x00\t\x7f", "",
	} {
		s := dated()
		s.Campaign.Name, s.Campaign.Ask, s.Campaign.Event.Place = name, name, name
		s.Campaign.Thresholds[0].Name = name
		s.Standing.Activities[0].Name, s.Standing.Activities[0].Owner = name, name
		if n := len(calendarOf(t, s)); n != 5 {
			t.Errorf("%.20q: %d entries", name, n)
		}
	}
}
