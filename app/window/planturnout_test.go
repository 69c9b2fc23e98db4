package window

import (
	"cmp"
	"reflect"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"muster/app"
	"muster/campaign"
)

// cell returns a cell of a list's row.
func (p *plan) cell(list string, row int, cell string) *planInput {
	l := p.listOf(list)
	at := slices.IndexFunc(l.columns, func(c planColumn) bool { return c.cell == cell })
	return l.rows[row].cells[at]
}

// typeInto puts a text into a cell of a list's row as if it were pasted over
// what is there.
func (p *plan) typeInto(list string, row int, cell, text string) {
	focus := p.cell(list, row, cell).focus.(interface{ SetText(string) })
	focus.SetText("")
	focus.SetText(text)
}

func TestPercentagesAreReadOneWay(t *testing.T) {
	for text, want := range map[string]float64{"45": 0.45, "45%": 0.45, "45.5": 0.455, "45.5 %": 0.455, "0.5%": 0.005, "100": 1, "0": 0} {
		if got, err := percentOf(text); err != nil || got != want {
			t.Errorf("%q is %v, %v", text, got, err)
		}
	}
	for text, want := range map[string]string{
		"half": "not a percentage", "45,5": "not a percentage", "NaN": "not a percentage", "1e2": "not a percentage", "": "not a percentage",
		"101": "between 0% and 100%", "-1%": "between 0% and 100%", "0.45": "could be 0.45% or 45%",
	} {
		if got, err := percentOf(text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q is %v, %v; want %q", text, got, err, want)
		}
	}
	for fraction, want := range map[float64]string{0.89: "89%", 0.455: "45.5%", 0.07: "7%", 0.0354321: "3.54321%", 0: ""} {
		if got := percentText(fraction); got != want {
			t.Errorf("%v is typed as %q, want %q", fraction, got, want)
		}
	}
}

func TestTiersAreEditedAndSaved(t *testing.T) {
	w, p := onScreen[*plan](t, "Plan")
	p.into("confidence", "95")
	p.typeInto(listTiers, 0, "valid", "92.5%")
	p.typeInto(listTiers, 0, "joins_at", "")
	for cell, text := range map[string]string{"show.low": "40", "show.likely": "55", "show.high": "70%"} {
		p.typeInto(listTiers, 0, cell, text)
	}
	for cell, text := range map[string]string{"low": "0", "likely": "5,000", "high": "20,000"} {
		p.into("walk_ons."+cell, text)
	}
	click(t, w, "Save")
	got := w.desk.Campaign()
	want := campaign.Tier{Name: "Committed if 100,000 do", Valid: 0.925, Show: campaign.Range{Low: 0.4, Likely: 0.55, High: 0.7}}
	if got.Tiers[0] != want || got.Confidence != 0.95 || got.WalkOns != (campaign.Range{Likely: 5000, High: 20_000}) {
		t.Errorf("saved is %+v, %v, %+v", got.Tiers[0], got.Confidence, got.WalkOns)
	}
	if p.dirty() || p.inputs["walk_ons.low"].get() != "0" || p.cell(listTiers, 0, "valid").get() != "92.5%" {
		t.Errorf("the fields then say %q, %q", p.inputs["walk_ons.low"].get(), p.cell(listTiers, 0, "valid").get())
	}
}

func TestDefaultsAreShownAndKept(t *testing.T) {
	w, p := onScreen[*plan](t, "Plan")
	before := w.desk.Campaign().Tiers[0]
	valid := p.cell(listTiers, 0, "valid")
	if got := valid.focus.(*entry).PlaceHolder; valid.get() != "" || got != "89%" {
		t.Errorf("the default valid part shows as %q behind %q", got, valid.get())
	}
	row := p.listOf(listTiers).rows[0]
	if row.defaults.Hidden || !strings.Contains(row.defaults.AccessibilityLabel(), "Tectonica") {
		t.Errorf("the defaults are marked %q", row.defaults.AccessibilityLabel())
	}
	if m := p.inputs["confidence"].mark; m.Hidden || !strings.Contains(m.AccessibilityLabel(), "one failure in ten") {
		t.Errorf("the confidence is marked %q", m.AccessibilityLabel())
	}
	p.into("need", "90,000")
	click(t, w, "Save")
	if got := w.desk.Campaign(); got.Tiers[0] != before || got.Confidence != 0 {
		t.Errorf("defaults were written into the plan: %+v", got.Tiers[0])
	}
	p.into("confidence", "80")
	if !p.inputs["confidence"].mark.Hidden {
		t.Error("what was typed is still marked as a default")
	}
}

func TestTurnoutMovesAsThePlanIsTyped(t *testing.T) {
	w, p := onScreen[*plan](t, "Plan")
	if got := shown(p.outcome); !strings.Contains(got, "count only once 100,000 have pledged") {
		t.Errorf("at first: %q", got)
	}
	p.typeInto(listTiers, 0, "joins_at", "")
	if got := shown(p.outcome); !strings.Contains(got, "people are expected to come (8 in 10)") {
		t.Errorf("with no condition: %q", got)
	}
	if got := shown(p.listOf(listTiers).rows[0].follows); got != "1,000 so far, 445 of them likely to come." {
		t.Errorf("below the tier: %q", got)
	}
	p.typeInto(listTiers, 0, "valid", "100")
	if got := shown(p.listOf(listTiers).rows[0].follows); !strings.Contains(got, "500 of them") {
		t.Errorf("below the tier, all valid: %q", got)
	}
	p.into("confidence", "150")
	if got := shown(p.outcome); !strings.Contains(got, "worked out again") {
		t.Errorf("with a mistake: %q", got)
	}
	if w.desk.Campaign().Tiers[0].Valid != 0 {
		t.Error("a look ahead was saved")
	}
}

// TestLooksAheadDoNotPileUp types on while the first look is being worked out.
func TestLooksAheadDoNotPileUp(t *testing.T) {
	w, p := onScreen[*plan](t, "Plan")
	var waiting []func()
	w.threads.away = func(f func()) { waiting = append(waiting, f) }
	for _, need := range []string{"1,000", "2,000", "3,000"} {
		p.into("need", need)
	}
	if len(waiting) != 1 {
		t.Fatalf("%d looks at once", len(waiting))
	}
	for len(waiting) > 0 {
		next := waiting[0]
		waiting = waiting[1:]
		next()
	}
	if got := p.ahead.turnout.Need; got != 3000 {
		t.Errorf("the last look is at a need of %d", got)
	}
}

func TestRangesAreMendedAtTheirField(t *testing.T) {
	for _, c := range []struct{ path, text, at, want string }{
		{"confidence", "100", "", "nothing is 100% sure"},
		{"confidence", "0", "", "leave it empty for the default"},
		{"tiers[0].valid", "120", "", "between 0% and 100%"},
		{"tiers[0].valid", "0%", "", "leave it empty"},
		{"tiers[1].show.low", "6", "tiers[1].show.likely", "likely must not be below low"},
		{"tiers[1].show.high", "4", "", "high must not be below likely"},
		{"tiers[1].show.high", "400", "", "between 0% and 100%"},
		{"tiers[1].show.likely", "", "", "belong together"},
		{"tiers[0].show.likely", "50", "tiers[0].show.low", "belong together"},
		{"tiers[0].joins_at", "many", "", "not a whole number"},
		{"tiers[1].name", "committed if 100,000 do", "", "two of the name"},
		{"walk_ons.high", "lots", "", "not a whole number"},
		{"walk_ons.likely", "500", "walk_ons.low", "belong together"},
		{"measures[0].out_of", "100", "thresholds[1].target", "cannot be reached"},
		{"measures[0].name", "turnout", "", "works out itself"},
		{"tracks[1]", "awaken", "", "two of the name"},
		{"thresholds[0].track", "Nowhere", "", "no track"},
		{"thresholds[0].regions.at_least", "some", "", "not a whole number"},
		{"thresholds[0].regions.at_least", "-2", "", "how many regions"},
	} {
		text, at := textOf(exampleMarch(t)), cmp.Or(c.at, c.path)
		text.cells[c.path] = c.text
		if _, problems := text.plan(exampleMarch(t)); !strings.Contains(problems.At(at).String(), c.want) {
			t.Errorf("%s = %q: %v", c.path, c.text, problems)
		}
	}
}

// TestNobodyIsNoDefault: three zeros would be taken for a rate that is not set.
func TestNobodyIsNoDefault(t *testing.T) {
	text := textOf(exampleMarch(t))
	for _, cell := range rangeCells {
		text.cells["tiers[0].show"+cell] = "0"
	}
	if _, problems := text.plan(exampleMarch(t)); !strings.Contains(problems.At("tiers[0].show.high").String(), "nobody would come") {
		t.Errorf("a show rate of zero: %+v", []campaign.Problem(problems))
	}
}

func exampleMarch(t *testing.T) campaign.Campaign {
	t.Helper()
	return exampleView(t, openMuster(t), "march").Campaign
}

func TestMistakeInARangeStandsAtItsFieldAndOpensItsFold(t *testing.T) {
	_, p := onScreen[*plan](t, "Plan")
	p.typeInto(listTiers, 1, "show.low", "20")
	if got := shown(p.cell(listTiers, 1, "show.likely").trouble); got != "Likely must not be below low." {
		t.Errorf("at the likely rate: %q", got)
	}
	p.typeInto(listTiers, 1, "show.low", "2")
	walkOns := p.folds[0]
	if walkOns.line.open || !strings.Contains(walkOns.line.value.words, "default") {
		t.Errorf("no walk-ons show as %q", walkOns.line.value.words)
	}
	p.into("walk_ons.high", "x")
	if !walkOns.line.open || p.said("walk_ons.high") == "" {
		t.Error("a mistake lies in a closed fold")
	}
}

func TestThresholdAsksForRegions(t *testing.T) {
	w, p := onScreen[*plan](t, "Plan")
	if p.cell(listThresholds, 0, "regions.at_least").Visible() {
		t.Error("regions are asked for where there are none")
	}
	click(t, w, "Add a region")
	p.typeInto(listRegions, 0, "name", "Ohio")
	p.typeInto(listRegions, 0, "target", "3,500")
	if !p.cell(listThresholds, 0, "regions.at_least").Visible() {
		t.Fatal("regions cannot be asked for")
	}
	p.typeInto(listThresholds, 0, "regions.at_least", "2")
	if got := shown(p.listOf(listThresholds).rows[0].follows); !strings.Contains(got, "0 of 2 regions at their target") ||
		!strings.Contains(got, "Only 1 region has a target of its own yet.") {
		t.Errorf("below the threshold: %q", got)
	}
	click(t, w, "Save")
	want := campaign.RegionCondition{AtLeast: 2, Each: campaign.EachTarget}
	if got := w.desk.Campaign().Thresholds[0].Regions; got != want {
		t.Errorf("saved is %+v", got)
	}
	p.typeInto(listThresholds, 0, "regions.at_least", "")
	click(t, w, "Save")
	if got := w.desk.Campaign().Thresholds[0].Regions; got.IsSet() {
		t.Errorf("emptied it is %+v", got)
	}
}

func TestThresholdOnShareAndTurnout(t *testing.T) {
	w, p := onScreen[*plan](t, "Plan")
	alone := w.desk.Campaign()
	alone.Scenarios = nil // whose 10,000 would be no share
	if err := w.desk.SavePlan(alone, ""); err != nil {
		t.Fatal(err)
	}
	w.changed()
	p.typeInto(listThresholds, 0, "figure", "Share of population")
	if got := shown(p.cell(listThresholds, 0, "target").trouble); !strings.Contains(got, "percentage") {
		t.Errorf("100,000 as a share: %q", got)
	}
	p.typeInto(listThresholds, 0, "target", "12.5")
	p.typeInto(listThresholds, 1, "figure", "turnout")
	click(t, w, "Save")
	got := w.desk.Campaign().Thresholds
	if got[0].Figure != campaign.FigureShare || got[0].Target != 0.125 || got[1].Figure != campaign.FigureTurnout || got[1].Target != 218 {
		t.Errorf("saved are %+v", got[:2])
	}
	if shown := p.cell(listThresholds, 0, "target").get(); shown != "12.5%" {
		t.Errorf("the field says %q", shown)
	}
	p.typeInto(listThresholds, 0, "figure", "Pledges")
	if got := shown(p.cell(listThresholds, 0, "target").trouble); !strings.Contains(got, "type a number here") {
		t.Errorf("12.5%% pledges: %q", got)
	}
}

// TestScenarioKeepsAThresholdsFigure changes what a scenario's target is of: the
// plan is not saved, and it is said why.
func TestScenarioKeepsAThresholdsFigure(t *testing.T) {
	w, p := onScreen[*plan](t, "Plan")
	p.typeInto(listThresholds, 0, "figure", "Share of population")
	p.typeInto(listThresholds, 0, "target", "12.5")
	click(t, w, "Save")
	if got := w.desk.Campaign().Thresholds[0].Figure; got != campaign.FigurePledges {
		t.Errorf("saved as a threshold on %s", got)
	}
	if said := shown(w.shell); !strings.Contains(said, "scenario") {
		t.Errorf("nothing is said of the scenario: %s", said)
	}
}

// TestNewNamesAreCarried renames a track and a measure: all that belongs to
// them follows, on this screen and on others.
func TestNewNamesAreCarried(t *testing.T) {
	w, p := onScreen[*plan](t, "Plan")
	p.typeInto(listTracks, 0, "", "Wake")
	p.typeInto(listTracks, 1, "", "Proof")
	p.typeInto(listMeasures, 1, "name", "Senators for it")
	if got := p.cell(listThresholds, 0, "track").focus.(*pick).Text; got != "Wake" {
		t.Errorf("the threshold's track shows as %q", got)
	}
	if got := p.cell(listThresholds, 2, "figure").focus.(*pick).Text; got != "Senators for it" {
		t.Errorf("the threshold's figure shows as %q", got)
	}
	click(t, w, "Save")
	c := w.desk.Campaign()
	if c.Thresholds[0].Track != "Wake" || c.Measures[3].Track != "Proof" || c.Thresholds[2].Figure != "Senators for it" {
		t.Errorf("saved are %+v and %+v", c.Thresholds, c.Measures)
	}
	for _, m := range c.Moments {
		if m.Track != "Proof" {
			t.Errorf("the moment %q stays on %q", m.Title, m.Track)
		}
	}
	if _, ok := c.Marks["thresholds.Sixty senators"]; !ok {
		t.Error("a threshold whose measure was renamed lost its mark")
	}
	if _, ok := c.Marks["measures.Senators for it"]; !ok || p.dirty() {
		t.Error("the renamed measure lost its mark, or the plan still counts as edited")
	}
}

func TestRemovedTrackTakesNothingAlong(t *testing.T) {
	w, p := onScreen[*plan](t, "Plan")
	l := p.listOf(listTracks)
	l.remove(l.rows[1])
	if got := p.cell(listMeasures, 3, "track").focus.(*pick).Text; got != "" {
		t.Errorf("the measure's track shows as %q", got)
	}
	click(t, w, "Save")
	c := w.desk.Campaign()
	if len(c.Tracks) != 2 || c.Measures[3].Track != "" || len(c.Moments) != 3 || c.Moments[0].Track != "" {
		t.Errorf("saved are %v, %+v, %+v", c.Tracks, c.Measures[3], c.Moments)
	}
}

func TestMeasuresAreAdded(t *testing.T) {
	w, p := onScreen[*plan](t, "Plan")
	w.open(bare(t, w.muster).ID)
	measures := p.folds[1]
	if measures.line.open || measures.line.value.words != "none besides pledges" {
		t.Errorf("no measures show as %q", measures.line.value.words)
	}
	pressOn(measures.line)
	click(t, w, "Add a measure")
	p.typeInto(listMeasures, 0, "name", "Copies sold")
	p.typeInto(listMeasures, 0, "out_of", "435")
	click(t, w, "Save")
	if got := w.desk.Campaign().Measures; !reflect.DeepEqual(got, []campaign.Measure{{Name: "Copies sold", OutOf: 435}}) {
		t.Errorf("saved are %+v", got)
	}
	if !measures.line.open || measures.line.value.words != "1 measure" {
		t.Errorf("one measure shows as %q", measures.line.value.words)
	}
}

func bare(t *testing.T, m *app.Muster) campaign.Campaign {
	t.Helper()
	c, err := m.Create(campaign.Campaign{Name: "Library"})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func pressOn(o fyne.Tappable) { o.Tapped(&fyne.PointEvent{}) }

// TestOtherScreensChangesOutliveAnEdit has another screen save its part of the
// plan while this one is being edited.
func TestOtherScreensChangesOutliveAnEdit(t *testing.T) {
	w, p := onScreen[*plan](t, "Plan")
	p.into("need", "120,000")
	theirs := w.desk.Campaign()
	theirs.Activities = []campaign.Activity{{Name: "Book fair", Date: campaign.NewDay(2026, 12, 5)}}
	if err := w.desk.SavePlan(theirs, ""); err != nil {
		t.Fatal(err)
	}
	w.changed()
	click(t, w, "Save")
	if got := w.desk.Campaign(); len(got.Activities) != 1 || got.Need != 120_000 {
		t.Errorf("saved are %+v and a need of %d", got.Activities, got.Need)
	}
}
