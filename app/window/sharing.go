package window

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"muster/app"
	"muster/app/say"
	"muster/campaign"
)

// sharing is the screen of how updates go to other devices and come from
// them: packs, a shared folder, whose devices they are, what of them cannot be
// believed, and what wants a look.
type sharing struct {
	widget.BaseWidget
	w       *Window
	parts   []sharingPart
	page    *page
	instead *standIn // of the page
	now     app.Snapshot
	asked   int // how often it has been read
	stale   bool
	read    campaign.ID // of whom something is shown
}

// sharingPart is one card of the screen.
type sharingPart interface {
	card() *fyne.Container
	show(shared)
}

func newSharing(w *Window) *sharing {
	s := &sharing{w: w}
	again := func() { s.Refresh() }
	s.parts = []sharingPart{
		newSendCard(w), newReceiveCard(w), newFolderCard(w), newDevicesCard(w, again), newQuarantineCard(w), newQualityCard(w, again),
	}
	content := container.New(&lanes{of: []lane{laneMain, laneSide, laneFull, laneFull, laneFull, laneFull}})
	for _, part := range s.parts {
		content.Add(part.card())
	}
	s.page = newPage(content)
	s.page.Hide()
	s.instead = newStandIn(w.threads, s.Refresh)
	s.ExtendBaseWidget(s)
	return s
}

func (s *sharing) show(now app.Snapshot) {
	s.now, s.stale = now, true
	if now.Campaign.ID != s.read {
		s.page.Hide() // another campaign's would be wrong under this name
		s.page.scroll.ScrollToTop()
	}
	s.work()
}

// Show implements fyne.CanvasObject.
func (s *sharing) Show() {
	s.BaseWidget.Show()
	s.work()
}

// look reads everything again, as after a change that is no line of the ledger.
func (s *sharing) look() {
	s.stale = true
	s.work()
}

// work reads what there is to show, away from the window's goroutine, unless it
// is shown already or nobody looks. What has been overtaken meanwhile is dropped.
func (s *sharing) work() {
	if !s.stale || !s.Visible() {
		return
	}
	s.stale = false
	s.asked++
	asked, now, desk, told := s.asked, s.now, s.w.desk, s.w.folder
	if s.page.Hidden {
		s.instead.wait(say.Text("Reading what is shared…"))
	}
	var found shared
	var failed error
	s.w.work(func(context.Context) error {
		found, failed = readShared(s.w.muster, desk, now, told)
		return nil // said in place of the page
	}, func(error) {
		switch {
		case asked != s.asked:
		case failed == nil:
			s.take(found)
		case s.page.Hidden:
			s.instead.fail(say.Text("What is shared cannot be read"), failed, s.look)
		default:
			s.w.fail(failed)
		}
	})
}

// take shows what was read.
func (s *sharing) take(found shared) {
	s.read = found.Campaign.ID
	for _, part := range s.parts {
		part.show(found)
	}
	s.instead.done()
	s.page.Show()
	s.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (s *sharing) CreateRenderer() fyne.WidgetRenderer {
	return newSettledRenderer(s, s.page, s.instead)
}
