package window

import (
	"reflect"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"muster/app/say"
	"muster/campaign"
)

// into types into a field of the plan.
func (p *plan) into(path, text string) { fill(p.w, p.inputs[path].focus, text) }

// said returns what is said at a field.
func (p *plan) said(path string) string {
	return shown(p.inputs[path].trouble) + shown(p.inputs[path].follows)
}

func TestLoadingDoesNotCountAsEditing(t *testing.T) {
	w, p := onScreen[*plan](t, "Plan")
	w.openPetition()
	w.changed()
	if p.dirty() || !p.save.Disabled() || !p.revert.Disabled() {
		t.Error("the plan counts as edited")
	}
	if got := p.inputs["name"].get(); got != "UK petition 241584" {
		t.Errorf("the name is %q", got)
	}
}

func TestPlanIsEditedAndSaved(t *testing.T) {
	w, p := onScreen[*plan](t, "Plan")
	before := w.desk.Campaign()
	p.into("name", "March in spring")
	p.into("need", "120,000")
	if p.save.Disabled() || !strings.Contains(shown(p), "Not saved yet.") {
		t.Fatalf("it cannot be saved: %v", p.problems)
	}
	press(w, fyne.KeyReturn)
	want := before
	want.Name, want.Need = "March in spring", 120_000
	got := w.desk.Campaign()
	if got.Name != want.Name || got.Need != want.Need || !reflect.DeepEqual(got.Thresholds, want.Thresholds) {
		t.Errorf("saved is %+v", got)
	}
	if p.dirty() || !p.save.Disabled() || !strings.Contains(shown(p), "All of it is saved.") {
		t.Error("it still counts as edited")
	}
	if got := w.snapshot.Standing.Need; got != 120_000 {
		t.Errorf("the other screens show a need of %d", got)
	}
	click(t, w, "Undo")
	if got := w.desk.Campaign(); !reflect.DeepEqual(got, before) || p.inputs["need"].get() != "100,000" {
		t.Errorf("undone it is %+v", got)
	}
}

func TestMistakesAreSaidAtTheirField(t *testing.T) {
	w, p := onScreen[*plan](t, "Plan")
	p.into("need", "many")
	p.into("deadline", "2024-01-01")
	if got := p.said("need"); got != `"many" is not a whole number: write it in digits, such as 1234.` {
		t.Errorf("at the need: %q", got)
	}
	if got := p.said("deadline"); !strings.Contains(got, "is not after the opening day") {
		t.Errorf("at the deadline: %q", got)
	}
	if !p.save.Disabled() || !strings.Contains(shown(p), "things to mend") {
		t.Error("it can be saved")
	}
	press(w, fyne.KeyReturn)
	pressCommand(w, fyne.KeyS)
	if got := w.desk.Campaign().Need; got != 100_000 {
		t.Errorf("saved is a need of %d", got)
	}
	click(t, w, "Revert")
	if p.dirty() || p.inputs["need"].get() != "100,000" || strings.Contains(p.said("need"), "many") {
		t.Error("Revert does not go back")
	}
}

func TestNameOfAnotherCampaignIsRefusedAtTheName(t *testing.T) {
	w, p := onScreen[*plan](t, "Plan")
	if _, err := w.muster.Create(campaign.Campaign{Name: "Library"}); err != nil {
		t.Fatal(err)
	}
	p.into("name", "library")
	click(t, w, "Save")
	if got := p.said("name"); !strings.Contains(got, "already") || !p.save.Disabled() {
		t.Errorf("at the name: %q", got)
	}
	p.into("name", "Library 2")
	if p.save.Disabled() {
		t.Errorf("it still cannot be saved: %v", p.problems)
	}
}

// TestOthersDoNotOverwriteWhatIsTyped has somebody else save the plan, and
// counts come in, while it is being edited here.
func TestOthersDoNotOverwriteWhatIsTyped(t *testing.T) {
	w, p := onScreen[*plan](t, "Plan")
	p.into("ask", "Something new")
	withLines(t, w, 1)
	if got := p.inputs["ask"].get(); got != "Something new" || p.stale {
		t.Errorf("a count overwrote the field: %q", got)
	}
	theirs := w.desk.Campaign()
	theirs.Need = 50_000
	if err := w.desk.SavePlan(theirs, ""); err != nil {
		t.Fatal(err)
	}
	w.changed()
	if p.inputs["ask"].get() != "Something new" || p.inputs["need"].get() != "100,000" {
		t.Error("another's plan overwrote the fields")
	}
	if !strings.Contains(shown(p), "changed elsewhere meanwhile") {
		t.Errorf("nothing is said of it: %s", shown(p))
	}
	click(t, w, "Revert")
	if p.inputs["need"].get() != "50,000" || p.dirty() {
		t.Errorf("Revert shows a need of %q", p.inputs["need"].get())
	}
}

func TestEditsWaitWhileAnotherCampaignIsOpen(t *testing.T) {
	w, p := onScreen[*plan](t, "Plan")
	first := w.desk.Campaign().ID
	other, err := w.muster.Create(campaign.Campaign{Name: "Library"})
	if err != nil {
		t.Fatal(err)
	}
	p.into("need", "9,000 or so")
	w.open(other.ID)
	if p.dirty() || p.inputs["name"].get() != "Library" {
		t.Errorf("the other campaign shows %q", p.inputs["name"].get())
	}
	w.open(first)
	if got := p.inputs["need"].get(); got != "9,000 or so" || !p.dirty() {
		t.Errorf("what was typed is lost: %q", got)
	}
}

func TestBuiltInPopulationFillsItsFields(t *testing.T) {
	w, p := onScreen[*plan](t, "Plan")
	p.into("population.name", "Vermont")
	got := p.edited.Population
	if got.Name != "Vermont" || got.Count < 600_000 || got.Count > 700_000 || got.Year == 0 || got.Source == "" {
		t.Errorf("the population is %+v", got)
	}
	p.into("population.name", "Vermont and around")
	p.into("population.count", "1,000,000")
	p.into("population.year", "2026")
	p.into("population.source", "counted by ourselves")
	click(t, w, "Save")
	want := campaign.Population{Name: "Vermont and around", Count: 1_000_000, Year: 2026, Source: "counted by ourselves"}
	if got := w.desk.Campaign().Population; got != want {
		t.Errorf("saved is %+v", got)
	}
}

func TestThresholdsAreAddedAndRemoved(t *testing.T) {
	w, p := onScreen[*plan](t, "Plan")
	before := len(w.desk.Campaign().Thresholds)
	click(t, w, "Add a threshold")
	row := p.listOf(listThresholds).rows[before]
	if w.Canvas().Focused() != row.cells[0].focus || !p.save.Disabled() {
		t.Error("the cursor is not in the new row, or it can be saved without a name")
	}
	fill(w, row.cells[0].focus, "First steps")
	fill(w, row.cells[1].focus, "senators in favour")
	fill(w, row.cells[2].focus, "10")
	fill(w, row.cells[3].focus, "2027-01-31")
	p.listOf(listThresholds).remove(p.listOf(listThresholds).rows[1]) // half the House
	click(t, w, "Save")
	got := w.desk.Campaign().Thresholds
	want := campaign.Threshold{Name: "First steps", Figure: "Senators in favour", Target: 10, Deadline: campaign.NewDay(2027, 1, 31)}
	if len(got) != before || got[before-1] != want || got[1].Name != "Sixty senators" {
		t.Errorf("saved are %+v", got)
	}
	for _, add := range []string{"Add a region", "Add a source"} {
		click(t, w, add)
		test.Type(w.Canvas().Focused(), "Ohio")
	}
	pressCommand(w, fyne.KeyS)
	if got := w.desk.Campaign(); len(got.Regions) != 1 || len(got.Sources) != 1 || got.Regions[0].Name != "Ohio" {
		t.Errorf("saved are %+v and %+v", got.Regions, got.Sources)
	}
}

func TestStandingMovesAsThePlanIsTyped(t *testing.T) {
	w, p := onScreen[*plan](t, "Plan")
	fill(w, p.listOf(listThresholds).rows[0].cells[2].focus, "2,000")
	p.into("need", "70,225")
	if got := shown(p.listOf(listThresholds).rows[0].follows); got != "Now 1,000. 1,000 short: 0.3 orders of magnitude, 1.0 doublings." {
		t.Errorf("below the threshold: %q", got)
	}
	if got := p.said("need"); got != "1 in 10 inhabitants" {
		t.Errorf("at the need: %q", got)
	}
	if got := w.desk.Campaign().Need; got != 100_000 {
		t.Error("a look ahead was saved")
	}
}

func TestPlanListGolden(t *testing.T) {
	for name, c := range map[string]campaign.Campaign{"planlist-none": {}, "planlist": march()} {
		golden(t, name, 580, func() fyne.CanvasObject {
			l := (&plan{}).thresholds()
			l.load(textOf(c))
			return l
		})
	}
}

func TestPlanGoesOnInAnotherLanguage(t *testing.T) {
	w, p := onScreen[*plan](t, "Plan")
	t.Cleanup(func() { _ = say.Use("en") })
	p.into("need", "123,000")
	w.chooseLanguage("de")
	now := w.shell.front().(*plan)
	if now == p || now.inputs["need"].get() != "123.000" || now.save.Disabled() {
		t.Errorf("in German %q people are needed", now.inputs["need"].get())
	}
	click(t, w, "Speichern")
	if got := w.snapshot.Campaign.Need; got != 123_000 {
		t.Errorf("saved are %d", got)
	}
}
