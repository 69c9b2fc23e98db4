package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"muster/app"
	"muster/app/say"
)

// overview is the screen that says at a glance how far the campaign is.
type overview struct {
	widget.BaseWidget
	headline *headline
	share    *share
	trend    *trendCard
	ladder   *ladder
	latest   *latest
	tracks   *tracks
	rungs    *fyne.Container // the ladder's card; hidden without thresholds
	page     *page
}

func newOverview(w *Window) *overview {
	o := &overview{
		headline: newHeadline(func() { w.shell.navigate("Plan") }),
		share:    newShare(),
		trend:    newTrendCard(w),
		ladder:   newLadder(),
		latest:   newLatest(),
		tracks:   newTracks(),
	}
	o.rungs = newTitledCard(newHeading(say.Text("Thresholds")), o.ladder)
	news := newTitledCard(newHeading(say.Text("Latest updates")), o.latest)
	o.page = newPage(container.New(&overviewLayout{}, o.headline, o.share, o.trend, o.rungs, news, o.tracks))
	o.ExtendBaseWidget(o)
	return o
}

func (o *overview) show(now app.Snapshot) {
	o.headline.show(now)
	o.share.show(now)
	o.trend.show(now)
	o.rungs.Hidden = len(now.Standing.Thresholds) == 0
	o.climb(now)
	o.latest.set(now.Latest, clockOf(now), now.Zone)
	o.tracks.show(now)
	o.page.Refresh()
}

// climb shows the thresholds, with their chances once there is a forecast.
func (o *overview) climb(now app.Snapshot) {
	var ahead []app.ThresholdForecast
	if now.Forecast != nil {
		ahead = now.Forecast.Thresholds
	}
	o.ladder.set(now.Standing.Ladder(), ahead, now.Campaign.Marks, now.Zone)
}

// CreateRenderer implements fyne.Widget.
func (o *overview) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(o.page) }

// overviewLayout puts the cards in two columns, the left one twice as wide, or
// one below the other in a narrow window; the tracks stand below the chart. Its height follows from its width.
type overviewLayout struct{ least float32 }

const (
	twoColumns = 840 // least width for them
	chartLeast = 280 // height
	chartTall  = 0.7 // of its width, at most
	sideMost   = 460 // width of the right column
	slack      = 80  // how much higher than the share's card its neighbours may be
)

// MinSize implements fyne.Layout.
func (l *overviewLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(420, l.least) }

// Layout implements fyne.Layout.
func (l *overviewLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if size.Width >= twoColumns {
		l.wide(objects, size)
		return
	}
	tracks := objects[5]
	foot := footOf(tracks, size.Width)
	above := size.SubtractWidthHeight(0, foot)
	l.narrow(objects, above)
	place(tracks, 0, max(l.least, above.Height)+spaceM, size.Width, foot-spaceM)
	l.least += foot
}

// footOf returns the room that the tracks take below what is above them.
func footOf(tracks fyne.CanvasObject, width float32) float32 {
	if !tracks.Visible() {
		return 0
	}
	return heightAt(tracks, width) + spaceM
}

func (l *overviewLayout) wide(o []fyne.CanvasObject, size fyne.Size) {
	side := min(sideMost, (size.Width-spaceM)/3)
	main := size.Width - spaceM - side
	right := main + spaceM
	top := max(heightAt(o[0], main), heightAt(o[1], side))
	place(o[0], 0, 0, main, top)
	place(o[1], right, 0, side, top)
	top += spaceM

	below := top
	if o[3].Visible() {
		rungs := heightAt(o[3], side)
		place(o[3], right, top, side, rungs)
		below += rungs + spaceM
	}
	news := heightAt(o[4], side)
	foot := footOf(o[5], main)
	l.least = max(top+max(chartLeast, heightAt(o[2], main))+foot, below+news)
	bottom := max(l.least, min(size.Height, top+main*chartTall+foot))
	place(o[2], 0, top, main, bottom-top-foot)
	place(o[5], 0, bottom-foot+spaceM, main, foot-spaceM)
	place(o[4], right, below, side, bottom-below)
}

func (l *overviewLayout) narrow(o []fyne.CanvasObject, size fyne.Size) {
	half := (size.Width - spaceM) / 2
	y := heightAt(o[0], size.Width)
	place(o[0], 0, 0, size.Width, y)
	y += spaceM

	row, rungs, news := heightAt(o[1], half), float32(0), heightAt(o[4], half)
	if o[3].Visible() {
		rungs = heightAt(o[3], half) + spaceM
	}
	low := rungs+news > row+slack // then the updates go below
	if low {
		row = max(row, rungs-spaceM)
		place(o[3], half+spaceM, y, half, row)
	} else {
		row = max(row, rungs+news)
		place(o[3], half+spaceM, y, half, rungs-spaceM)
		place(o[4], half+spaceM, y+rungs, half, row-rungs)
	}
	place(o[1], 0, y, half, row)
	y += row + spaceM

	least := max(chartLeast, heightAt(o[2], size.Width))
	chart := max(least, size.Height-y)
	if low {
		chart = least
	}
	place(o[2], 0, y, size.Width, chart)
	y += chart
	if low {
		y += spaceM
		news = max(heightAt(o[4], size.Width), size.Height-y)
		place(o[4], 0, y, size.Width, news)
		y += news
	}
	l.least = y
}

func place(o fyne.CanvasObject, x, y, width, height float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(width, height))
}
