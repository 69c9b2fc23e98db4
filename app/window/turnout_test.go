package window

import (
	"fmt"
	"math"
	"os"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"muster/app"
	"muster/campaign"
)

// crowded is the march with two tiers and 120,000 pledges.
func crowded() (campaign.Campaign, []campaign.Update) {
	c := march()
	c.Event = campaign.Event{Date: campaign.NewDay(2027, 5, 1), Place: "Washington, DC"}
	c.WalkOns = campaign.Range{Low: 0, Likely: 5000, High: 20_000}
	c.Tiers = []campaign.Tier{
		{Name: "Committed", JoinsAt: 100_000, Show: campaign.Range{Low: 0.4, Likely: 0.5, High: 0.65}},
		{Name: "Keep me informed", JoinsAt: 100_000, Valid: 0.8, Show: campaign.Range{Low: 0.02, Likely: 0.05, High: 0.15}},
	}
	return c, []campaign.Update{
		update(1, 0, campaign.Reading, 70_000, campaign.Cell{Tier: "Committed", Region: "Maryland"}),
		update(2, 0, campaign.Reading, 30_000, campaign.Cell{Tier: "Committed", Region: "Ohio"}),
		update(3, 0, campaign.Reading, 20_000, campaign.Cell{Tier: "Keep me informed", Region: "Ohio"}),
	}
}

// turnouts are the campaigns that the screen tells apart.
func turnouts(t testing.TB) map[string]view {
	t.Helper()
	plan, updates := crowded()
	unneeded, tierless, bare, over, many := plan, plan, plan, plan, plan
	unneeded.Need, unneeded.Population = 0, campaign.Population{}
	tierless.Tiers, tierless.WalkOns = nil, campaign.Range{}
	over.Event = campaign.Event{Date: campaign.NewDay(2026, 11, 1), Place: "Washington, DC", Came: 41_200}
	over.Tiers = append([]campaign.Tier(nil), over.Tiers...)
	over.Tiers[0].Came = 39_100
	many.Tiers = nil
	var counts []campaign.Update
	for i := range 8 {
		name := fmt.Sprintf("%d. %s", i+1, strings.Repeat("a tier with a long name ", 4))
		many.Tiers = append(many.Tiers, campaign.Tier{Name: name, JoinsAt: int64(i) * 20_000})
		counts = append(counts, update(i+1, 0, campaign.Reading, int64(1+i)*6_000, campaign.Cell{Tier: name}))
	}
	return map[string]view{
		"crowded": sampleView(t, plan, updates...), "no need": sampleView(t, unneeded, updates...),
		"no tiers": sampleView(t, tierless, one()), "empty": sampleView(t, bare), "over": sampleView(t, over, updates...),
		"many tiers": sampleView(t, many, counts...), "bare": sampleView(t, campaign.Campaign{Name: "New campaign"}),
		"march": exampleView(t, openMuster(t), "march"),
	}
}

// onTurnout returns a window that shows the screen, with all its openings
// opened or closed.
func onTurnout(t testing.TB, v view, size fyne.Size, open bool) (*Window, *turnout) {
	t.Helper()
	w := built(t, test.NewTempApp(t), nil, inline)
	w.Resize(size)
	w.show(v)
	w.shell.navigate("Turnout")
	s := w.shell.front().(*turnout)
	if open {
		openAll(s)
	}
	return w, s
}

func openAll(s *turnout) {
	var closed []*openingLine
	walk(s, fyne.NewPos(0, 0), func(o fyne.CanvasObject, _ fyne.Position) {
		if l, ok := o.(*openingLine); ok && !l.open {
			closed = append(closed, l)
		}
	})
	for _, l := range closed {
		test.Tap(l)
	}
}

func TestTurnoutSays(t *testing.T) {
	all := turnouts(t)
	for name, c := range map[string]struct{ want, never []string }{
		"march": {[]string{
			"0 people expected", "Of 1,000 pledges, 0 are expected to come: they count only once 100,000 have pledged.",
			"To be 90% sure of 100,000 people,", "The informed are the tier “Keep me informed”", "Committed if 100,000 do",
			"when nobody trusts the count, nobody joins.", "If everyone trusts the count, nobody joins.",
			"100,000 unconditional pledges more would carry a standing start to 101,000.", "What 100,000 people need on the day",
			"default", "1 in 7", "3.5% line", "From 23 Apr 2027 on, record here",
		}, []string{"How many may come", "Set the need"}},
		"crowded": {[]string{
			"people, 8 times in 10", "Of 120,000 pledges,", "are expected to come (8 in 10).", "With these pledges alone, the chance that the 100,000 needed come is 0.1%.",
			"more than have pledged so far.", "Informed, pledged", "40–50–65%", "If everyone trusts the count, all 120,000 join.",
			"100,000 unconditional pledges more would tip it without anybody's trust",
		}, []string{"they count only once"}},
		"no need":  {[]string{"Set the need", "No need is set", "Choose a population"}, []string{"To be 90% sure", "1 in 7"}},
		"no tiers": {[]string{"The plan has no tiers", "Add tiers", "No pledge waits for others", "Walk-ons"}, []string{"The informed"}},
		"empty":    {[]string{"Nothing is pledged yet.", "Add the first pledges", "To be 90% sure of 100,000 people"}, []string{"How many may come", "Conditional pledges"}},
		"bare":     {[]string{"Nothing is pledged yet.", "Set the need", "Add tiers"}, []string{"on the day", "NaN", "How many came?", "In all"}},
		"over":     {[]string{"Came on 1 Nov 2026", "41,200 people came", "people were expected to come", "41,200 people came on 1 Nov 2026.", "People there", "Of these “Committed”"}, []string{"record here how many came. The"}},
	} {
		t.Run(name, func(t *testing.T) {
			_, s := onTurnout(t, all[name], usual, false)
			got := shown(s)
			for _, want := range c.want {
				if !strings.Contains(got, want) {
					t.Errorf("%q is not shown in: %s", want, got)
				}
			}
			for _, never := range c.never {
				if strings.Contains(got, never) {
					t.Errorf("%q is shown in: %s", never, got)
				}
			}
		})
	}
}

// TestTurnoutScreenshots draws the screen with the page as a whole, closed and
// opened. With MUSTER_SCREENSHOTS naming a folder the pictures are written
// there; otherwise only one is drawn.
func TestTurnoutScreenshots(t *testing.T) {
	skipDrawing(t)
	for name, v := range turnouts(t) {
		if os.Getenv("MUSTER_SCREENSHOTS") == "" && name != "crowded" {
			continue
		}
		for _, open := range []bool{false, true} {
			for variant := range themes {
				for _, width := range []float32{usual.Width, smallest.Width} {
					w, s := onTurnout(t, v, fyne.NewSize(width, 800), false)
					fyne.CurrentApp().Settings().SetTheme(themes[variant])
					if open {
						openAll(s)
					}
					w.Resize(fyne.NewSize(width, 130+float32(math.Ceil(float64(s.page.content.MinSize().Height)))))
					s.Refresh()
					shoot(t, w, fmt.Sprintf("Whole-%s-%v-%s-%.0f.png", strings.ReplaceAll(name, " ", ""), open, variant, width))
				}
			}
		}
	}
}

// TestTurnoutKeepsInsideItself lays out all campaigns at several sizes: no
// text may reach beyond the card it is in, and no card over another.
func TestTurnoutKeepsInsideItself(t *testing.T) {
	for name, v := range turnouts(t) {
		w, s := onTurnout(t, v, smallest, true)
		for _, size := range []fyne.Size{smallest, usual, {Width: 1096, Height: 700}, {Width: 2560, Height: 1440}} {
			w.Resize(size)
			s.Refresh()
			var cards []fyne.CanvasObject
			for _, part := range s.parts {
				if card := part.card(); card.Visible() {
					cards = append(cards, card)
					inside(t, card, size)
				}
			}
			for i, a := range cards {
				for _, b := range cards[:i] {
					if overlap(a, b) {
						t.Errorf("%s: in a window of %v the card at %v, %v large, lies over that at %v, %v large", name, size,
							a.Position(), a.Size(), b.Position(), b.Size())
					}
				}
			}
		}
	}
}

func overlap(a, b fyne.CanvasObject) bool {
	from, to := a.Position(), a.Position().Add(a.Size())
	other, end := b.Position(), b.Position().Add(b.Size())
	return from.X < end.X && other.X < to.X && from.Y < end.Y && other.Y < to.Y
}

// TestTurnoutIsWorkedOutWhenItIsSeen records while the screen is out of sight.
func TestTurnoutIsWorkedOutWhenItIsSeen(t *testing.T) {
	m := openMuster(t)
	plan, _ := crowded()
	if _, err := m.Create(plan); err != nil {
		t.Fatal(err)
	}
	w := startWindow(t, m)
	s := w.shell.screen(3).(*turnout)
	record(t, w, 150_000, campaign.Cell{Tier: "Committed"})
	if s.asked != 0 {
		t.Errorf("%d turnouts were worked out out of sight", s.asked)
	}
	w.shell.navigate("Turnout")
	if got := shown(s); s.asked != 1 || !strings.Contains(got, "Of 150,000 pledges") {
		t.Errorf("after %d turnouts the screen shows %s", s.asked, got)
	}
	w.shell.navigate("Overview")
	w.shell.navigate("Turnout")
	if s.asked != 1 {
		t.Errorf("what is shown already was worked out %d times", s.asked)
	}
}

// TestStaleTurnoutIsDropped lets an earlier turnout come in after a later one.
func TestStaleTurnoutIsDropped(t *testing.T) {
	all := turnouts(t)
	var waiting []func()
	slow := inline
	slow.away = func(f func()) { waiting = append(waiting, f) }
	w := built(t, test.NewTempApp(t), nil, slow)
	w.shell.navigate("Turnout")
	s := w.shell.front().(*turnout)
	s.Show()
	waiting = nil
	s.show(all["crowded"].Snapshot)
	s.show(all["empty"].Snapshot)
	early, late := waiting[0], waiting[1]
	late()
	early()
	if got := shown(s); !strings.Contains(got, "Nothing is pledged yet.") {
		t.Errorf("the screen shows %s", got)
	}
}

func TestRuleOfThumbIsThePlansOwn(t *testing.T) {
	m := openMuster(t)
	plan, _ := crowded()
	if _, err := m.Create(plan); err != nil {
		t.Fatal(err)
	}
	w := startWindow(t, m)
	w.shell.navigate("Turnout")
	s := w.shell.front().(*turnout)
	openAll(s)
	var seats *ruleEditor
	find := func() {
		walk(s, fyne.NewPos(0, 0), func(o fyne.CanvasObject, _ fyne.Position) {
			if e, ok := o.(*ruleEditor); ok && e.rule.Name == campaign.RuleSeats {
				seats = e
			}
		})
	}
	find()
	if got := shown(seats); !strings.Contains(got, "56 people") || !strings.Contains(got, "default") {
		t.Fatalf("the rule says %s", got)
	}
	for _, wrong := range []string{"", "many", "-3"} {
		seats.value.SetText(wrong)
		seats.keep()
		if seats.field.trouble.Hidden || len(w.snapshot.Campaign.RulesOfThumb) > 0 {
			t.Errorf("%q is taken for a number of seats", wrong)
		}
	}
	seats.value.SetText("50")
	seats.source.SetText("the hire company")
	press(w, fyne.KeyEscape)
	seats.value.OnSubmitted("50")
	want := campaign.RuleOfThumb{Name: campaign.RuleSeats, Value: 50, Source: "the hire company"}
	if got := w.snapshot.Campaign.RulesOfThumb; len(got) != 1 || got[0] != want {
		t.Fatalf("the plan has %v", got)
	}
	find()
	if got := shown(s); !strings.Contains(got, "Seats in a coach, 50 people : The hire company.") && !strings.Contains(got, "50 people : the hire company.") {
		t.Errorf("the screen shows %s", got)
	}
	test.Tap(buttonIn(t, seats, "Back to the built-in rule"))
	if got := w.snapshot.Campaign.RulesOfThumb; len(got) != 0 {
		t.Errorf("the plan still has %v", got)
	}
	click(t, w, "Undo")
	if got := w.snapshot.Campaign.RulesOfThumb; len(got) != 1 {
		t.Errorf("undone, the plan has %v", got)
	}
}

func TestHowManyCameTeachesTheNextCampaign(t *testing.T) {
	m := openMuster(t)
	plan, _ := crowded()
	plan.Event.Date = campaign.NewDay(2026, 11, 24)
	past := plan
	past.Name, past.Event.Date = "A first march", 0
	past.Tiers = []campaign.Tier{{Name: "Committed", Valid: 1}, {Name: "Keep me informed", Valid: 1}}
	for _, c := range []campaign.Campaign{past, plan} {
		if _, err := m.Create(c); err != nil {
			t.Fatal(err)
		}
	}
	w := startWindow(t, m)
	w.shell.navigate("Turnout")
	s := w.shell.front().(*turnout)
	record(t, w, 10_000, campaign.Cell{Tier: "Committed"})
	after := s.parts[len(s.parts)-1].(*afterCard)
	after.total.SetText("lots")
	after.keep()
	if after.trouble.Hidden {
		t.Error("lots is taken for a number")
	}
	after.total.SetText("4,500")
	after.tiers[0].SetText("4,000")
	after.keep()
	if got := w.snapshot.Campaign; got.Event.Came != 4500 || got.Tiers[0].Came != 4000 || got.Tiers[1].Came != 0 {
		t.Fatalf("recorded are %d and %v", got.Event.Came, got.Tiers)
	}
	if got := shown(s); !strings.Contains(got, "4,000 of 10,000 valid pledges of “Committed” came: 40%.") {
		t.Errorf("the screen shows %s", got)
	}

	campaigns, _ := m.Campaigns()
	for _, c := range campaigns {
		if c.Name == plan.Name {
			w.open(c.ID)
		}
	}
	if got := shown(s); !strings.Contains(got, "Past events suggest a show rate of") || !strings.Contains(got, "(A first march 40%).") {
		t.Fatalf("the screen shows %s", got)
	}
	click(t, w, "Use it")
	show := w.snapshot.Campaign.Tiers[0].Show
	if math.Abs(show.Likely-0.4) > 1e-9 || show.Low >= show.Likely || show.High <= show.Likely {
		t.Errorf("the show rate is %v", show)
	}
	if got := w.snapshot.Campaign.Marks["tiers.Committed.show"]; got.Kind != campaign.Derived || !strings.Contains(got.Ground, "A first march 40%") {
		t.Errorf("it is marked %v", got)
	}
	if got := shown(s); strings.Contains(got, "Use it") {
		t.Errorf("what is used is offered again: %s", got)
	}
}

func TestTheDayIsPlannedForThoseChosen(t *testing.T) {
	all := turnouts(t)
	_, s := onTurnout(t, all["crowded"], usual, false)
	day := s.parts[len(s.parts)-2].(*dayCard)
	if got := shown(day.card()); !strings.Contains(got, "What 100,000 people need on the day") {
		t.Errorf("the day is planned so: %s", got)
	}
	before := shown(day.card())
	test.Tap(day.choice.Objects[0].(*choice).options[1])
	if got := shown(day.card()); got == before || strings.Contains(got, "What 100,000") {
		t.Errorf("planned for the high number the day is %s", got)
	}
	if got := shown(day.card()); strings.Contains(got, "By region") {
		t.Errorf("closed, it shows %s", got)
	}
	openAll(s)
	if got := shown(day.card()); !strings.Contains(got, "By region: Maryland") {
		t.Errorf("opened, it shows %s", got)
	}
}

func TestPopulationsStandSideBySide(t *testing.T) {
	all := turnouts(t)
	_, s := onTurnout(t, all["crowded"], usual, false)
	card := s.parts[5].(*populationCard)
	card.other.SetText("United States")
	if got := shown(card.card()); !strings.Contains(got, "Census Bureau, Vintage 2024) United States 340,110,988") || !strings.Contains(got, "1 in 7") || !strings.Contains(got, "1 in 3,4") {
		t.Errorf("the card shows %s", got)
	}
}

func TestOpeningOpensInPlace(t *testing.T) {
	all := turnouts(t)
	_, s := onTurnout(t, all["crowded"], usual, false)
	card := s.parts[0].(*expectedCard)
	before := s.parts[2].card().Position().Y
	card.how.line.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	if got := shown(card.card()); !strings.Contains(got, "100,000 days are simulated") || s.parts[2].card().Position().Y <= before {
		t.Errorf("opened, the card shows %s", got)
	}
	card.how.line.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	if got := s.parts[2].card().Position().Y; got != before {
		t.Errorf("closed again, the next card lies at %v, not %v", got, before)
	}
}

// record adds a count as another process would.
func record(t testing.TB, w *Window, n int64, cell campaign.Cell) {
	t.Helper()
	if _, err := w.desk.Record(app.Entry{Count: n, Cell: cell}); err != nil {
		t.Fatal(err)
	}
	w.changed()
}

// buttonIn returns the button of a label in an object.
func buttonIn(t testing.TB, o fyne.CanvasObject, label string) fyne.Tappable {
	t.Helper()
	var found fyne.Tappable
	walk(o, fyne.NewPos(0, 0), func(o fyne.CanvasObject, _ fyne.Position) {
		if b, ok := o.(*button); ok && b.Text == label {
			found = b
		}
	})
	if found == nil {
		t.Fatalf("there is no button %q", label)
	}
	return found
}
