package window

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"muster/app/phrase"
)

// shell is what stands around the screens: sidebar, header, toasts.
type shell struct {
	widget.BaseWidget
	w       *Window
	screens []screen
	now     int // index of the screen in front
	sidebar *sidebar
	header  *header
	trouble *fyne.Container // in place of the screens when nothing can be shown
	toasts  *toasts
}

func newShell(w *Window, screens []screen) *shell {
	s := &shell{w: w, screens: screens, header: newHeader(w), toasts: newToasts(w.threads.after)}
	s.sidebar = newSidebar(screens, s.bring)
	s.trouble = container.NewStack()
	s.trouble.Hide()
	s.bring(0)
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
	for j, screen := range s.screens {
		if i == j {
			screen.Show()
		} else {
			screen.Hide()
		}
	}
	s.w.settings.setScreen(s.screens[i].name())
}

// navigate puts the screen of a name in front; an unknown name changes nothing.
func (s *shell) navigate(name string) {
	for i, screen := range s.screens {
		if screen.name() == name {
			s.bring(i)
		}
	}
}

// front returns the screen in front.
func (s *shell) front() screen { return s.screens[s.now] }

// show hands the campaign as it now stands to all screens.
func (s *shell) show(now view) {
	s.trouble.Hide()
	s.header.show(now)
	s.sidebar.back.set(backedUp(now.backup, now.Standing.AsOf, now.Zone))
	for _, screen := range s.screens {
		screen.show(now.Snapshot)
	}
	s.Refresh()
}

// showError puts what happened in place of the screens, with a way to try again.
func (s *shell) showError(title string, err error, again func()) {
	heading := newText(title, sizeTitle, colorText)
	heading.style.Bold = true
	retry := newButton("Try again", func() {
		s.trouble.Hide()
		again()
	})
	why := newProse(sizeGap, colorText, plain(sentence(err)))
	s.trouble.Objects = []fyne.CanvasObject{container.New(column{gap: spaceM}, heading, why, container.New(beside{}, retry))}
	s.trouble.Show()
	s.trouble.Refresh()
	s.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (s *shell) CreateRenderer() fyne.WidgetRenderer { return &shellRenderer{s} }

type shellRenderer struct{ shell *shell }

func (r *shellRenderer) Destroy()           {}
func (r *shellRenderer) MinSize() fyne.Size { return fyne.NewSize(640, 400) }

func (r *shellRenderer) Objects() []fyne.CanvasObject {
	s := r.shell
	objects := []fyne.CanvasObject{s.sidebar, s.header}
	if s.trouble.Visible() {
		return append(objects, s.trouble, s.toasts)
	}
	for _, screen := range s.screens {
		objects = append(objects, screen)
	}
	return append(objects, s.toasts)
}

func (r *shellRenderer) Layout(size fyne.Size) {
	s := r.shell
	s.sidebar.Resize(fyne.NewSize(sidebarWidth, size.Height))
	left, width := sidebarWidth+spaceXL, size.Width-sidebarWidth-2*spaceXL
	head := s.header.MinSize().Height
	s.header.Move(fyne.NewPos(left, 20))
	s.header.Resize(fyne.NewSize(width, head))
	top := 20 + head + spaceM
	for _, screen := range s.screens {
		screen.Move(fyne.NewPos(left, top))
		screen.Resize(fyne.NewSize(width, size.Height-top-spaceL))
	}
	s.trouble.Move(fyne.NewPos(left, top+60))
	s.trouble.Resize(fyne.NewSize(min(width, 640), size.Height-top-80))
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
		return "No backup yet"
	}
	return "Backed up " + phrase.When(at, now, zone)
}
