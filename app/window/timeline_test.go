package window

import (
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"muster/app"
	"muster/campaign"
)

// full is a plan with everything that Timeline and the tracks show.
func full() campaign.Campaign {
	c := climbing()
	c.Population.Name = "Washington, DC"
	c.Tracks = []string{"Awaken", "Evidence", "Ready to enact"}
	c.Sources = []string{"website", "stall", "partner"}
	c.Measures[0].Track = "Ready to enact"
	c.Thresholds[0].Track = "Awaken"
	c.Regions = []campaign.Region{{Name: "Ohio", Target: 300}, {Name: "Maryland", Target: 200}, {Name: "Virginia", Target: 5000}}
	c.Thresholds = append(c.Thresholds,
		campaign.Threshold{Name: "Everywhere", Figure: campaign.FigurePledges, Target: 500, Regions: campaign.RegionCondition{AtLeast: 3, Each: campaign.EachTarget}},
		campaign.Threshold{Name: "The 3.5% line", Figure: campaign.FigureShare, Target: 0.035},
		campaign.Threshold{Name: "Ten thousand there", Figure: campaign.FigureTurnout, Target: 10_000})
	day := func(ago int) campaign.Day { return campaign.NewDay(2026, 11, 23) - campaign.Day(ago) }
	kinds := []campaign.MomentKind{campaign.Evidence, campaign.News, campaign.Argument, campaign.Ours}
	for i, ago := range []int{502, 501, 60, 58, 57, 55, 50, 20, 19, -14} {
		c.Moments = append(c.Moments, campaign.Moment{Date: day(ago), Kind: kinds[i%4], Track: c.Tracks[1],
			Title: "A report on what was measured this time", Link: "https://example.org/report"})
	}
	c.Activities = []campaign.Activity{
		{Name: "Autumn stall", Date: day(6), Owner: "outreach", Source: "stall", Track: "Awaken", Cost: 126, Expect: campaign.Range{Low: 20, Likely: 50, High: 90}},
		{Name: "Letter", Date: day(100), Track: "Ready to enact"},
		{Name: "Book fair", Date: day(-12), Owner: "outreach", Source: "stall", Track: "Awaken", Cost: 200, Expect: campaign.Range{Low: 50, Likely: 120, High: 200}},
		{Name: "Winter mailing", Date: day(-40), Until: day(-60), Source: "website", Track: "Awaken", Cost: 1000, Expect: campaign.Range{Low: 100, Likely: 250, High: 400}},
	}
	return c
}

// timelineOn returns a window of a real campaign with Timeline in front.
func timelineOn(t *testing.T, plan campaign.Campaign, updates ...campaign.Update) (*Window, *timeline) {
	t.Helper()
	m := openMuster(t)
	if _, err := m.Create(plan); err != nil {
		t.Fatal(err)
	}
	w := startWindow(t, m)
	for _, u := range updates {
		e := app.Entry{Count: u.Count, Reading: u.Kind == campaign.Reading, At: u.At, Cell: u.Cell, By: u.By}
		if _, err := w.desk.Record(e); err != nil {
			t.Fatal(err)
		}
	}
	w.changed()
	w.settings.setFolder(t.TempDir())
	w.shell.navigate("Timeline")
	return w, w.shell.front().(*timeline)
}

func TestTimelineShowsAllInOrderOfDate(t *testing.T) {
	_, tl := timelineOn(t, full(), grown()...)
	got := shown(tl)
	at := 0
	for _, want := range []string{
		"Still planned: 2 activities, expected to bring", "9 Jul 2025", "Letter", "names no source", "Autumn stall",
		"outreach · stall · cost 126", "Brought so far: 63 pledges, 2 each.",
		"Today, 23 Nov 2026", "Book fair", "Expected: 50 to 200 pledges (8 in 10), most likely 120.", "7 Dec 2026", "Winter mailing",
	} {
		i := strings.Index(got[at:], want)
		if i < 0 {
			t.Errorf("%q does not follow in: %s", want, got[at:])
			continue
		}
		at += i
	}
}

func TestTimelineOpensAtToday(t *testing.T) {
	plan := full()
	for range 60 {
		plan.Moments = append(plan.Moments, plan.Moments[0])
	}
	_, tl := timelineOn(t, plan)
	from := tl.page.scroll.Offset.Y
	if y := tl.list.Position().Y + tl.today.Position().Y; y < from || y > from+tl.Size().Height {
		t.Errorf("today lies at %v, and %v is seen from %v on", y, tl.Size().Height, from)
	}
}

func TestEmptyTimelineSaysWhatToDo(t *testing.T) {
	_, tl := timelineOn(t, march())
	if got := shown(tl); !strings.Contains(got, "Nothing on the timeline yet") || !strings.Contains(got, "Add an activity you plan") || strings.Contains(got, "Today") {
		t.Errorf("it shows %s", got)
	}
}

// into types into the fields of the form that lies on top.
func (f *datedForm) into(values map[string]string) {
	for path, value := range values {
		f.inputs[path].set(value)
	}
}

func TestActivityIsAddedChangedAndRemoved(t *testing.T) {
	w, tl := timelineOn(t, full())
	f := tl.edit(nil, &dated{activity: &campaign.Activity{}})
	f.into(map[string]string{"name": "Fair", "date": "2026-12-05", "source": "radio", "cost": "1,200", "expect.low": "90", "expect.likely": "50", "expect": "200"})
	f.submit()
	top := w.Canvas().Overlays().Top()
	if got := shown(top); !strings.Contains(got, "There is no source") || !strings.Contains(got, "must rise") {
		t.Fatalf("the form says %s", got)
	}
	if len(w.snapshot.Campaign.Activities) != 4 {
		t.Error("a wrong activity was taken")
	}
	f.into(map[string]string{"source": "stall", "expect.low": "20"})
	f.submit()
	if w.Canvas().Overlays().Top() != nil {
		t.Fatalf("the form stays: %s", shown(w.Canvas().Overlays().Top()))
	}
	want := campaign.Activity{Name: "Fair", Date: campaign.NewDay(2026, 12, 5), Source: "stall", Cost: 1200, Expect: campaign.Range{Low: 20, Likely: 50, High: 200}}
	is := w.desk.Campaign().Activities
	if len(is) != 5 || is[4] != want {
		t.Fatalf("the plan has %+v", is)
	}
	f = tl.edit(&dated{activity: &want}, &dated{activity: &want})
	f.into(map[string]string{"owner": "outreach"})
	press(w, fyne.KeyReturn)
	if got := w.desk.Campaign().Activities[4].Owner; got != "outreach" {
		t.Errorf("its owner is %q", got)
	}
	changed := w.desk.Campaign().Activities[4]
	tl.keep(&dated{activity: &changed}, nil, func(error) {})
	if n := len(w.desk.Campaign().Activities); n != 4 {
		t.Errorf("there are %d activities", n)
	}
	click(t, w, "Bring it back")
	if n := len(w.desk.Campaign().Activities); n != 5 {
		t.Errorf("brought back there are %d", n)
	}
	tl.keep(&dated{activity: &want}, nil, func(error) {}) // as it was before it was changed
	if got := shown(w.shell.toasts); !strings.Contains(got, "Somebody changed it elsewhere") {
		t.Errorf("the toast says %q", got)
	}
}

func TestMomentIsCheckedAtItsFields(t *testing.T) {
	w, tl := timelineOn(t, full())
	f := tl.edit(nil, &dated{moment: &campaign.Moment{Kind: campaign.Ours}})
	f.into(map[string]string{"date": "5.12.2026", "title": "Spoken"})
	f.submit()
	if got := shown(w.Canvas().Overlays().Top()); !strings.Contains(got, "is not a date") {
		t.Errorf("the form says %s", got)
	}
	f.into(map[string]string{"date": "2026-12-05", "title": ""})
	f.submit()
	if got := shown(w.Canvas().Overlays().Top()); !strings.Contains(got, "The moment needs a name.") {
		t.Errorf("the form says %s", got)
	}
	f.into(map[string]string{"title": "Spoken", "track": "Awaken"})
	f.submit()
	is := w.desk.Campaign().Moments
	if got := is[len(is)-1]; got.Title != "Spoken" || got.Kind != campaign.Ours || got.Track != "Awaken" {
		t.Errorf("the plan has %+v", got)
	}
}

// TestMarkOfAListStaysWithItsOwn: what joins the list later has not its ground.
func TestMarkOfAListStaysWithItsOwn(t *testing.T) {
	c := full()
	c.Marks["moments"] = campaign.Mark{Kind: campaign.Stated, Ground: "an essay"}
	after, _, ok := change(c, nil, &dated{moment: &campaign.Moment{Title: "New"}})
	_, whole := after.Marks["moments"]
	_, isNew := after.Marks["moments.New"]
	if old := after.Marks["moments."+c.Moments[0].Title]; !ok || whole || isNew || old.Ground != "an essay" {
		t.Errorf("the marks are %+v", after.Marks)
	}
	if c.Marks["moments"].Ground == "" {
		t.Error("the plan before was changed")
	}
}

func TestCalendarNeverReplacesAFile(t *testing.T) {
	w, _ := timelineOn(t, full())
	click(t, w, "Save as calendar")
	click(t, w, "Save as calendar")
	files, _ := filepath.Glob(filepath.Join(w.settings.folder(), "*.ics"))
	if len(files) != 2 {
		t.Fatalf("there are %q", files)
	}
	text, err := os.ReadFile(files[0])
	if err != nil || !strings.Contains(string(text), "Book fair") {
		t.Errorf("%v: %s", err, text)
	}
}

func TestOnlyWebLinksOpen(t *testing.T) {
	for link, want := range map[string]bool{
		"https://example.org/a": true, " http://example.org": true, "file:///etc/passwd": false, "javascript:alert(1)": false, "": false, "https:": false, "page 4": false,
	} {
		if _, ok := webLink(link); ok != want {
			t.Errorf("%q opens: %v", link, ok)
		}
	}
	_, tl := timelineOn(t, full())
	tl.follow(&url.URL{Scheme: "https", Host: "example.org"})
}

func TestOverviewShowsTracksAndEveryFigure(t *testing.T) {
	w := sampleWindow(t, full(), grown()...)
	got := shown(w.shell.front())
	for _, want := range []string{
		"Awaken The march is on: 0.93% of 100,000", "Next: 5 Dec 2026, Book fair: 50 to 200 pledges expected",
		"Ready to enact Half the House: 12 of 218", "of 3 regions at their target", "of 3.5%", "of 10,000 likely",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not shown in: %s", want, got)
		}
	}
	if got := shown(sampleWindow(t, march()).shell.front()); strings.Contains(got, "Nothing dated") {
		t.Error("a plan without tracks shows them")
	}
}

func TestTimelineRowsGolden(t *testing.T) {
	golden(t, "timeline", 640, func() fyne.CanvasObject {
		tl := newTimeline(&Window{threads: inline})
		c := full()
		c.Moments = c.Moments[:1]
		tl.show(sampleView(t, c, grown()...).Snapshot)
		return tl.rows
	})
	golden(t, "tracks", 700, func() fyne.CanvasObject {
		tr := newTracks()
		tr.show(sampleView(t, full(), grown()...).Snapshot)
		return tr
	})
}

func TestTimelinePictures(t *testing.T) {
	skipDrawing(t)
	m := openMuster(t)
	v := sampleView(t, full(), grown()...)
	eachLook(t, func(variant string, size fyne.Size) {
		w := built(t, test.NewTempApp(t), m, inline)
		fyne.CurrentApp().Settings().SetTheme(themes[variant])
		w.Resize(size)
		w.show(v)
		shoot(t, w, "overview-full-"+variant+"-"+numberText(float64(size.Width))+".png")
		w.shell.navigate("Timeline")
		shoot(t, w, "timeline-full-"+variant+"-"+numberText(float64(size.Width))+".png")
		tl := w.shell.front().(*timeline)
		f := tl.edit(nil, &dated{activity: &v.Campaign.Activities[2]})
		if top := f.popup.Content.MinSize(); top.Width > size.Width || top.Height > size.Height {
			t.Errorf("the form is %v large in a window of %v", top, size)
		}
		shoot(t, w, "timeline-form-"+variant+"-"+numberText(float64(size.Width))+".png")
		f.popup.Hide()
		tl.edit(nil, &dated{moment: &v.Campaign.Moments[0]})
		shoot(t, w, "timeline-moment-"+variant+"-"+numberText(float64(size.Width))+".png")
	})
}
