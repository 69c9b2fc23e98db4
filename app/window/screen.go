package window

import (
	"fyne.io/fyne/v2"

	"muster/app"
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
	name() string      // in the sidebar
	icon() glyph       // beside it
	show(app.Snapshot) // the campaign as it now stands, or another one
}

// beginner is a screen with a field to begin typing in.
type beginner interface {
	begin() // gives that field the focus
}

// screens returns all screens in the order of the sidebar.
func screens(w *Window) []screen {
	return []screen{
		newOverview(w),
		newPledges(w),
		newPlan(w),
		newTurnout(w),
		newForecast(w),
		newTimeline(w),
		newReports(w),
	}
}
