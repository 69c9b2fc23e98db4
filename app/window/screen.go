package window

import (
	"fyne.io/fyne/v2"

	"muster/app"
	"muster/app/say"
)

// screen is one page of the window. All methods are called on Fyne's
// goroutine; none may wait for the disk (Window.work does that).
//
// A screen keeps the Window that built it and finds there: desk, the open
// campaign (it changes when another is opened); snapshot, what is shown;
// work, changed, toast and fail; settings. It looks at w.desk when it acts,
// never keeps it.
type screen interface {
	fyne.CanvasObject
	show(app.Snapshot) // the campaign as it now stands, or another one
}

// beginner is a screen with a field to begin typing in.
type beginner interface {
	begin() // gives that field the focus
}

// keeper is a screen with something to save: a plan, a report.
type keeper interface {
	keep()
}

// seat is where a screen stands in the sidebar. The screen is made when it is
// first looked at, so that the window is there at once.
type seat struct {
	name   string // what it is kept by, in settings and for navigate
	title  string // the same in the language in use
	glyph  glyph
	make   func(*Window) screen
	screen screen // nil until it is made
}

// seats returns those of all screens, in the order of the sidebar.
func seats() []seat {
	return []seat{
		{name: "Overview", title: say.Text("Overview"), glyph: glyphOverview, make: func(w *Window) screen { return newOverview(w) }},
		{name: "Pledges", title: say.Text("Pledges"), glyph: glyphPledges, make: func(w *Window) screen { return newPledges(w) }},
		{name: "Plan", title: say.Text("Plan"), glyph: glyphPlan, make: func(w *Window) screen { return newPlan(w) }},
		{name: "Turnout", title: say.Text("Turnout"), glyph: glyphTurnout, make: func(w *Window) screen { return newTurnout(w) }},
		{name: "Forecast", title: say.Text("Forecast"), glyph: glyphForecast, make: func(w *Window) screen { return newForecast(w) }},
		{name: "Scenarios", title: say.Text("Scenarios"), glyph: glyphScenarios, make: func(w *Window) screen { return newScenarios(w) }},
		{name: "Timeline", title: say.Text("Timeline"), glyph: glyphTimeline, make: func(w *Window) screen { return newTimeline(w) }},
		{name: "Reports", title: say.Text("Reports"), glyph: glyphReports, make: func(w *Window) screen { return newReports(w) }},
		{name: "Sharing", title: say.Text("Sharing"), glyph: glyphSharing, make: func(w *Window) screen { return newSharing(w) }},
	}
}
