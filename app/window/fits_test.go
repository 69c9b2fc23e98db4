package window

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"muster/app"
	"muster/campaign"
)

// rooms are the sizes that every screen is laid out at: the smallest window,
// common ones, a whole 4K screen at a scale of 1 and of 0.8, and what a scale
// of 2 leaves of a small screen.
var rooms = []fyne.Size{
	{Width: 720, Height: 450}, smallest, {Width: 1000, Height: 640}, usual, {Width: 1920, Height: 1080},
	{Width: 3840, Height: 2160}, {Width: 4800, Height: 2700},
}

// TestEveryScreenFitsItsWindow: no text is cut by its own box without saying so,
// reaches out of the window, or lies on another.
func TestEveryScreenFitsItsWindow(t *testing.T) {
	skipDrawing(t)
	w := startWindow(t, openMuster(t))
	press(w, fyne.KeyEscape)
	fyne.CurrentApp().Settings().SetTheme(themes["light"])
	for _, c := range []struct {
		campaign.Campaign
		counts []int64
	}{
		{Campaign: w.snapshot.Campaign}, {climbing(), []int64{60, 400, 9_000, 900_000}},
		{Campaign: campaign.Campaign{Name: "New campaign"}}, {long(), []int64{1, 20, 6_108_984, 100_000_000_000}},
	} {
		see(t, w, c.Campaign, c.counts)
		for _, day := range []campaign.Day{0, w.today() - 1} {
			w.lookFrom(day)
			for i, item := range w.shell.sidebar.items {
				w.shell.bring(i)
				for _, size := range rooms {
					w.Resize(size)
					for _, fault := range misfits(w.shell, size) {
						t.Errorf("%s of %s (past %v) in %v x %v: %s", item.label, shortName(c.Name), w.snapshot.Past, size.Width, size.Height, fault)
					}
				}
			}
		}
	}
}

// see opens a campaign, new unless it has an id that is known, with a count a
// day up to yesterday.
func see(t *testing.T, w *Window, plan campaign.Campaign, counts []int64) {
	t.Helper()
	if plan.ID != w.snapshot.Campaign.ID {
		plan.Name = ("The " + plan.Name)[:min(len(plan.Name)+4, campaign.MaxNameLen)]
		made, err := w.muster.Create(plan)
		if err != nil {
			t.Fatal(err)
		}
		w.open(made.ID)
	}
	for i, n := range counts {
		at := w.moment().AddDate(0, 0, i-len(counts))
		if _, err := w.desk.Record(app.Entry{Count: n, At: at, Cell: campaign.Cell{Region: plan.Name, Source: "stall"}, By: "Anna"}); err != nil {
			t.Fatal(err)
		}
	}
	w.changed()
}

// written is a text that can be seen whole, where it is.
type written struct {
	words    string
	from, to fyne.Position
}

// misfits says what is wrong with the texts in a window of a size.
func misfits(o fyne.CanvasObject, size fyne.Size) []string {
	var all []written
	var faults []string
	texts(o, fyne.NewPos(0, 0), fyne.NewPos(0, 0), fyne.NewPos(size.Width, size.Height), func(t *canvas.Text, at, from, to fyne.Position) {
		least := t.MinSize()
		if strings.TrimSpace(t.Text) == "" {
			return
		}
		x := at.X
		switch t.Alignment {
		case fyne.TextAlignCenter:
			x += (t.Size().Width - least.Width) / 2
		case fyne.TextAlignTrailing:
			x += t.Size().Width - least.Width
		}
		w := written{t.Text, fyne.NewPos(x, at.Y+least.Height*0.2), fyne.NewPos(x+least.Width, at.Y+least.Height*0.8)}
		if w.to.Y > to.Y || w.from.Y < from.Y {
			return // scrolled out of sight
		}
		if w.to.X > to.X+1 || w.from.X < from.X-1 {
			faults = append(faults, fmt.Sprintf("%q reaches from %v to %v, out of %v to %v", t.Text, w.from.X, w.to.X, from.X, to.X))
		}
		for _, other := range all {
			const bit = 1.5
			if w.from.X < other.to.X-bit && other.from.X < w.to.X-bit && w.from.Y < other.to.Y-bit && other.from.Y < w.to.Y-bit {
				faults = append(faults, fmt.Sprintf("%q lies on %q", t.Text, other.words))
			}
		}
		all = append(all, w)
	})
	return faults
}

// texts visits every text in an object that can be seen, with where it is and
// what is seen around it. Fields are left out: what is typed scrolls in them.
func texts(o fyne.CanvasObject, at, from, to fyne.Position, visit func(t *canvas.Text, at, from, to fyne.Position)) {
	if !o.Visible() {
		return
	}
	var parts []fyne.CanvasObject
	switch o := o.(type) {
	case *canvas.Text:
		visit(o, at, from, to)
	case *widget.Entry, *entry, *pick, *dayEntry, *ledgerList:
		return
	case *container.Scroll:
		from = fyne.NewPos(max(from.X, at.X), max(from.Y, at.Y))
		to = fyne.NewPos(min(to.X, at.X+o.Size().Width), min(to.Y, at.Y+o.Size().Height))
		parts = test.WidgetRenderer(o).Objects()
	case *fyne.Container:
		parts = o.Objects
	case fyne.Widget:
		parts = test.WidgetRenderer(o).Objects()
	}
	for _, part := range parts {
		texts(part, at.Add(part.Position()), from, to, visit)
	}
}
