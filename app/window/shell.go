package window

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"muster/app/phrase"
	"muster/app/say"
)

// shell is what stands around the screens: sidebar, header, toasts.
type shell struct {
	widget.BaseWidget
	w       *Window
	seats   []seat
	now     int // index of the seat in front
	sidebar *sidebar
	header  *header
	band    *asOfBand // below the header while an earlier day is shown
	instead *standIn  // of the screens while nothing can be shown
	toasts  *toasts
}

func newShell(w *Window, seats []seat) *shell {
	s := &shell{w: w, seats: seats, header: newHeader(w), band: newAsOfBand(w.lookFrom), toasts: newToasts(w.threads.after)}
	s.sidebar = newSidebar(seats, s.bring)
	s.instead = newStandIn(w.threads, s.Refresh)
	s.sidebar.choose(0)
	s.ExtendBaseWidget(s)
	return s
}

// bring puts the i-th screen in front. A field of another screen loses the
// focus, which it would keep out of sight.
func (s *shell) bring(i int) {
	if _, ours := s.w.Canvas().Focused().(*sidebarItem); !ours && i != s.now {
		s.w.Canvas().Unfocus()
	}
	s.now = i
	s.sidebar.choose(i)
	s.w.settings.setScreen(s.seats[i].name)
	if s.w.snapshot.Zone == nil {
		return // nothing to show yet
	}
	front := s.screen(i)
	for _, screen := range s.made() {
		if screen != front {
			screen.Hide()
		}
	}
	if !front.Visible() {
		front.Show()
	}
	s.w.keepMenus()
}

// screen returns the i-th screen, made now if it was never looked at.
func (s *shell) screen(i int) screen {
	p := &s.seats[i]
	if p.screen == nil {
		p.screen = p.make(s.w)
		p.screen.Hide()
		if s.w.snapshot.Zone != nil {
			p.screen.show(s.w.snapshot)
		}
		s.Refresh()
	}
	return p.screen
}

// made returns the screens that have been looked at.
func (s *shell) made() []screen {
	var all []screen
	for _, p := range s.seats {
		if p.screen != nil {
			all = append(all, p.screen)
		}
	}
	return all
}

// navigate puts the screen of a name in front; an unknown name changes nothing.
func (s *shell) navigate(name string) {
	for i, p := range s.seats {
		if p.name == name {
			s.bring(i)
		}
	}
}

// front returns the screen in front.
func (s *shell) front() screen { return s.screen(s.now) }

// show hands the campaign as it now stands to all screens.
func (s *shell) show(now view) {
	s.instead.done()
	s.header.show(now)
	s.band.show(now.Snapshot)
	s.sidebar.back.set(backedUp(now.backup, now.present.Standing.AsOf, now.Zone))
	s.point()
	for _, screen := range s.made() {
		screen.show(now.Snapshot)
	}
	s.bring(s.now)
	s.Refresh()
}

// point marks the screens on which something waits for somebody.
func (s *shell) point() {
	for i, p := range s.seats {
		s.sidebar.items[i].await(p.name == "Plan" && len(s.w.present.Conflicts) > 0 || p.name == "Sharing" && s.w.folder.err != nil)
	}
}

// CreateRenderer implements fyne.Widget.
func (s *shell) CreateRenderer() fyne.WidgetRenderer { return &shellRenderer{s} }

type shellRenderer struct{ shell *shell }

func (r *shellRenderer) Destroy()           {}
func (r *shellRenderer) MinSize() fyne.Size { return fyne.NewSize(640, 400) }

func (r *shellRenderer) Objects() []fyne.CanvasObject {
	s := r.shell
	objects := []fyne.CanvasObject{s.sidebar, s.header}
	if s.instead.Visible() {
		return append(objects, s.instead, s.toasts)
	}
	objects = append(objects, s.band)
	for _, screen := range s.made() {
		objects = append(objects, screen)
	}
	return append(objects, s.toasts)
}

// pageMost is the greatest width of what stands beside the sidebar: lines that
// are longer are hard to read.
const pageMost = 1640

func (r *shellRenderer) Layout(size fyne.Size) {
	s := r.shell
	side := sidebarIn(size.Width)
	s.sidebar.Resize(fyne.NewSize(side, size.Height))
	room := size.Width - side - 2*spaceXL
	width := min(room, pageMost)
	left := side + spaceXL + (room-width)/2
	head := s.header.MinSize().Height
	place(s.header, left, spaceM, width, head)
	top := spaceM + head + 14
	if s.band.Visible() && !s.instead.Visible() {
		height := s.band.MinSize().Height
		place(s.band, left, top, width, height)
		top += height + spaceM
	}
	for _, screen := range s.made() {
		screen.Move(fyne.NewPos(left, top))
		screen.Resize(fyne.NewSize(width, size.Height-top-spaceM))
	}
	place(s.instead, left, top+60, min(width, 640), size.Height-top-80)
	r.layoutToast(left+width/2, size.Height-spaceL)
}

// layoutToast centres the toast above the foot of the window.
func (r *shellRenderer) layoutToast(centre, foot float32) {
	least := r.shell.toasts.MinSize()
	r.shell.toasts.Resize(least)
	r.shell.toasts.Move(fyne.NewPos(centre-least.Width/2, foot-least.Height))
}

func (r *shellRenderer) Refresh() {
	r.Layout(r.shell.Size())
	canvas.Refresh(r.shell)
}

// backedUp says when the newest backup was made, by the clock of the campaign
// as all else that is shown.
func backedUp(at, now time.Time, zone *time.Location) string {
	if at.IsZero() {
		return say.Text("No backup yet")
	}
	return say.Text("Backed up %s", phrase.When(at, now, zone))
}
