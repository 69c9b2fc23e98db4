package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"muster/app"
	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
)

// tracks shows a card for each lever of the campaign: its nearest threshold,
// and what comes next in it or came last.
type tracks struct {
	widget.BaseWidget
	cards *fyne.Container
}

func newTracks() *tracks {
	t := &tracks{cards: container.New(&equals{gap: spaceM, least: 190})}
	t.ExtendBaseWidget(t)
	return t
}

func (t *tracks) show(now app.Snapshot) {
	today := campaign.DayOf(now.Standing.AsOf, now.Zone)
	t.cards.RemoveAll()
	for _, track := range now.Standing.Tracks(now.Campaign, today) {
		lines := container.New(column{gap: spaceXS}, newHeading(track.Name))
		if track.Has {
			lines.Add(newProse(sizeText, colorText, nearest(track.Nearest, now)...))
		}
		lines.Add(newProse(sizeText, colorMuted, plain(nextIn(track, now.Campaign, today))))
		t.cards.Add(newCard(lines))
	}
	t.Hidden = len(now.Campaign.Tracks) == 0
	t.Refresh()
}

func nearest(t campaign.ThresholdStanding, now app.Snapshot) []run {
	words := reach(t, now.Zone)
	if t.Held {
		words = say.Text("reached %s", words)
	}
	return []run{{words: shortName(t.Name) + ": ", bold: true}, plain(words)}
}

// nextIn says what comes next in a track, or what was the last moment in it.
func nextIn(t campaign.TrackStanding, c campaign.Campaign, today campaign.Day) string {
	if len(t.Next) > 0 {
		next := t.Next[0]
		words := say.Text("Next: %s", phrase.Upcoming(next))
		for _, a := range c.Activities {
			if next.What == campaign.ComingActivity && a.Name == next.Name && a.Date == next.Day && a.Expect != (campaign.Range{}) {
				return say.Text("%s: %s pledges expected", words, phrase.Between(a.Expect.Low, a.Expect.High))
			}
		}
		return words
	}
	var last campaign.Moment
	for _, m := range c.Moments {
		if m.Track == t.Name && m.Date >= last.Date && m.Date < today {
			last = m
		}
	}
	if last.Date.IsSet() {
		return say.Text("Last: %s, %s", phrase.Day(last.Date), last.Title)
	}
	return say.Text("Nothing dated in it yet.")
}

// CreateRenderer implements fyne.Widget.
func (t *tracks) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(t.cards) }

// equals lays objects out in rows of columns of one width, as many as have the
// least; those of a row are equally high. Even rows have as many columns as it
// takes for the last one not to stay almost empty.
type equals struct {
	gap, least, height float32
	even               bool
}

// MinSize implements fyne.Layout.
func (e *equals) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(e.least, e.height) }

// Layout implements fyne.Layout.
func (e *equals) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	columns := max(1, min(len(objects), int((size.Width+e.gap)/(e.least+e.gap))))
	if rows := (len(objects) + columns - 1) / columns; e.even && rows > 0 {
		columns = (len(objects) + rows - 1) / rows
	}
	width := (size.Width - e.gap*float32(columns-1)) / float32(columns)
	var y float32
	for first := 0; first < len(objects); first += columns {
		row := objects[first:min(len(objects), first+columns)]
		var height float32
		for _, o := range row {
			height = max(height, heightAt(o, width))
		}
		for i, o := range row {
			place(o, float32(i)*(width+e.gap), y, width, height)
		}
		y += height + e.gap
	}
	e.height = max(0, y-e.gap)
}
