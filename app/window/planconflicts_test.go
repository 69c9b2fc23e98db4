package window

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"muster/campaign"
	"muster/persistence"
	"muster/persistence/planfile"
)

// apart has Anna save a plan here, and then brings in what Ben made of the
// same plan elsewhere.
func apart(t testing.TB, w *Window, anna, ben func(*campaign.Campaign)) {
	t.Helper()
	revisions, err := w.desk.Revisions()
	if err != nil {
		t.Fatal(err)
	}
	parents := []campaign.ID{revisions[0].ID()}
	ours, theirs := w.desk.Campaign(), w.desk.Campaign()
	anna(&ours)
	if err := w.desk.SavePlan(ours, "Anna"); err != nil {
		t.Fatal(err)
	}
	ben(&theirs)
	document, err := planfile.Encode(theirs)
	if err != nil {
		t.Fatal(err)
	}
	store, err := persistence.Open(w.muster.Dir())
	if err != nil {
		t.Fatal(err)
	}
	_, err = store.Merge(t.Context(), persistence.Delivery{Campaign: ours.ID, Runs: func(func(campaign.Run, error) bool) {},
		Revisions: []campaign.Revision{{Parents: parents, Document: document, By: "Ben", Saved: now.Add(time.Minute)}}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	w.changed()
}

// twoNeeds has Anna and Ben change the need and a threshold.
func twoNeeds(t testing.TB, w *Window) {
	apart(t, w, func(c *campaign.Campaign) {
		c.Need = 120_000
		c.Thresholds = append([]campaign.Threshold{}, c.Thresholds...)
		c.Thresholds[0].Deadline = campaign.NewDay(2027, 4, 1)
	}, func(c *campaign.Campaign) {
		c.Need, c.Event.Place = 90_000, "Vermont"
		c.Thresholds = append([]campaign.Threshold{}, c.Thresholds...)
		c.Thresholds[0].Deadline = campaign.NewDay(2027, 2, 1)
	})
}

// versions returns what there is to choose from.
func (c *planConflicts) versions() (all []*planVersion) {
	walk(c, fyne.NewPos(0, 0), func(o fyne.CanvasObject, _ fyne.Position) {
		if v, ok := o.(*planVersion); ok {
			all = append(all, v)
		}
	})
	return all
}

func TestVersionsStandSideBySide(t *testing.T) {
	w, p := onScreen[*plan](t, "Plan")
	if p.apart.Visible() {
		t.Fatal("there is something to choose in a plan of one person")
	}
	twoNeeds(t, w)
	if !p.apart.Visible() {
		t.Fatal("what several people changed is not shown")
	}
	if got := w.shell.sidebar.items[w.shell.now].AccessibilityLabel(); got != "Plan: something waits for a choice" {
		t.Errorf("the sidebar says %q", got)
	}
	said := shown(p.apart)
	for _, want := range []string{"People needed", "120,000", "90,000", "Anna, today 09:02", "Ben, today 09:03; it holds for now",
		"Threshold “The march is on” · Deadline"} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is not in %q", want, said)
		}
	}
	if p.inputs["need"].get() != "90,000" || p.inputs["event.place"].get() != "Vermont" || p.dirty() {
		t.Error("the fields do not show the plan that holds for now")
	}
	if got := p.apart.versions(); len(got) != 4 || got[0].kept || !got[1].kept || got[0].AccessibilityLabel() != "Keep this: 120,000, Anna, today 09:02" {
		t.Errorf("there are %d versions, the first called %q", len(got), got[0].AccessibilityLabel())
	}
}

func TestChoiceIsSaved(t *testing.T) {
	w, p := onScreen[*plan](t, "Plan")
	twoNeeds(t, w)
	v := p.apart.versions()
	test.Tap(v[0])
	w.Canvas().Focus(v[2])
	press(w, fyne.KeySpace)
	if !v[0].kept || v[1].kept || !v[2].kept || v[3].kept {
		t.Error("what was chosen is not marked")
	}
	withLines(t, w, 1)
	if v := p.apart.versions(); !v[0].kept {
		t.Error("a count that came in took the choice back")
	}
	click(t, w, "Save what is chosen")
	c := w.desk.Campaign()
	if c.Need != 120_000 || c.Event.Place != "Vermont" || c.Thresholds[0].Deadline != campaign.NewDay(2027, 4, 1) {
		t.Errorf("saved is %+v", c)
	}
	if p.apart.Visible() || p.inputs["need"].get() != "120,000" || !strings.Contains(shown(p), "All of it is saved.") {
		t.Error("the choice is still shown")
	}
}

// TestSavingTheFieldsSettlesVersions types into the plan while there is
// something to choose.
func TestSavingTheFieldsSettlesVersions(t *testing.T) {
	w, p := onScreen[*plan](t, "Plan")
	twoNeeds(t, w)
	p.into("ask", "Something new")
	if !p.apart.save.Disabled() || !strings.Contains(shown(p), "Saving also settles what several people changed") {
		t.Errorf("what is typed does not keep the choice from being saved: %q", shown(p))
	}
	click(t, w, "Save")
	if c := w.desk.Campaign(); c.Need != 90_000 || c.Ask != "Something new" || p.apart.Visible() {
		t.Errorf("saved is %+v", c)
	}
}

// TestChoiceThatIsNoneAnyMore has somebody else settle it while one chooses.
func TestChoiceThatIsNoneAnyMore(t *testing.T) {
	w, p := onScreen[*plan](t, "Plan")
	twoNeeds(t, w)
	chosen := p.apart.keep
	if err := w.desk.SavePlan(w.desk.Campaign(), "Ben"); err != nil {
		t.Fatal(err)
	}
	if err := w.desk.Resolve(chosen, "Anna"); err == nil || !strings.Contains(err.Error(), "the plan has changed meanwhile") {
		t.Errorf("got %v", err)
	}
	w.changed()
	if p.apart.Visible() {
		t.Error("what is settled can still be chosen")
	}
}

func TestPlansThatDoNotFitTogether(t *testing.T) {
	w, p := onScreen[*plan](t, "Plan")
	opens := w.desk.Campaign().Event.Date - 10
	apart(t, w, func(c *campaign.Campaign) { c.Opens, c.Deadline, c.Thresholds = opens, 0, nil }, func(c *campaign.Campaign) { c.Event.Date -= 20 })
	said := shown(p.apart)
	if len(p.apart.versions()) != 2 || !strings.Contains(said, "does not fit together: event.date: the event on ") {
		t.Errorf("got %q", said)
	}
}

func TestConflictsGolden(t *testing.T) {
	golden(t, "planversion", 300, func() fyne.CanvasObject {
		v := newPlanVersion("120,000", "Anna, today 14:02", func() {})
		v.choose(true)
		return v
	})
}

// TestScreenshotsOfConflicts draws the Plan screen with something to choose.
func TestScreenshotsOfConflicts(t *testing.T) {
	skipDrawing(t)
	for name, divide := range map[string]func(testing.TB, *Window){"apart": twoNeeds, "removed": oneRemoved} {
		eachLook(t, func(variant string, size fyne.Size) {
			picture := fmt.Sprintf("Plan-%s-%s-%.0f.png", name, variant, size.Width)
			t.Run(picture, func(t *testing.T) {
				w, _ := onScreen[*plan](t, "Plan")
				fyne.CurrentApp().Settings().SetTheme(themes[variant])
				divide(t, w)
				w.Resize(size)
				shoot(t, w, picture)
			})
		})
	}
}

// oneRemoved has Anna remove what Ben changes, and both change what is long.
func oneRemoved(t testing.TB, w *Window) {
	apart(t, w, func(c *campaign.Campaign) {
		c.Tiers, c.Ask = c.Tiers[1:], "An international agreement that nobody builds what nobody can control, signed by all who could"
		c.Population = campaign.Population{Name: "Vermont", Count: 648_493, Year: 2024, Source: "US Census Bureau, Vintage 2024"}
	}, func(c *campaign.Campaign) {
		c.Tiers = append([]campaign.Tier{}, c.Tiers...)
		c.Tiers[0].Valid, c.Ask = 0.8, "A treaty"
		c.Population = campaign.Population{Name: "Ohio", Count: 11_883_304, Year: 2024, Source: "US Census Bureau, Vintage 2024"}
	})
}
