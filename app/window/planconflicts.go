package window

import (
	"context"
	"reflect"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"muster/app"
	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
)

// planConflicts shows what several people changed in the plan, each to
// something else, side by side, and lets one choose what to keep.
type planConflicts struct {
	widget.BaseWidget
	plan  *plan
	of    campaign.ID
	shown []campaign.Conflict
	keep  map[string]campaign.ID // by path: the revision whose version is to be kept
	box   *fyne.Container
	save  *button
	busy  *prose // why it cannot be saved now
}

func newPlanConflicts(p *plan) *planConflicts {
	c := &planConflicts{plan: p, box: container.New(column{gap: spaceM}), busy: newProse(sizeLabel, colorMuted)}
	c.save = makeMainButton(say.Text("Save what is chosen"), c.resolve)
	c.ExtendBaseWidget(c)
	c.Hide()
	return c
}

// show takes the conflicts of a snapshot over, and keeps what was chosen of
// those that are there still.
func (c *planConflicts) show(now app.Snapshot) {
	if c.of == now.Campaign.ID && reflect.DeepEqual(c.shown, now.Conflicts) {
		return
	}
	chosen := c.keep
	c.of, c.shown, c.keep = now.Campaign.ID, now.Conflicts, map[string]campaign.ID{}
	c.Hidden = len(c.shown) == 0
	c.box.Objects = []fyne.CanvasObject{newCardTitle(say.Text("Changed by several people")), newProse(sizeText, colorMuted,
		plain(say.Text("They worked apart, and each changed it to something else. The later change holds until somebody saves the plan.")))}
	for _, conflict := range c.shown {
		c.keep[conflict.Path()] = conflict.Holds().From
		for _, v := range conflict.Versions {
			if v.From == chosen[conflict.Path()] {
				c.keep[conflict.Path()] = v.From
			}
		}
		c.box.Add(c.ask(conflict, now))
	}
	c.box.Add(container.New(ends{gap: spaceM}, c.busy, container.New(broad{16}, c.save)))
	c.review()
}

// ask shows the versions of a conflict side by side.
func (c *planConflicts) ask(conflict campaign.Conflict, now app.Snapshot) fyne.CanvasObject {
	title := newProse(sizeText, colorText, run{words: phrase.PlanField(conflict.Field), bold: true})
	inside := container.New(column{gap: 6}, title)
	if len(conflict.Field) == 0 {
		inside.Add(newProse(sizeText, colorMuted, plain(say.Text("What each of them changed does not fit together: %s", phrase.FullStop(phrase.Words(conflict.Why))))))
	}
	beside := &flow{gap: spaceS, even: true}
	row := container.New(beside)
	var versions []*planVersion
	for i, v := range conflict.Versions {
		from := say.Text("%[1]s, %[2]s", phrase.PlanAuthor(v.By), phrase.When(v.Saved, c.plan.today(), now.Zone))
		if i == len(conflict.Versions)-1 {
			from = say.Text("%s; it holds for now", from)
		}
		version := newPlanVersion(phrase.PlanValue(conflict, v, now.Campaign), from, func() {
			c.keep[conflict.Path()] = v.From
			c.mark(conflict, versions)
		})
		versions = append(versions, version)
		beside.rooms = append(beside.rooms, room{220, 1})
		row.Add(version)
	}
	inside.Add(row)
	c.mark(conflict, versions)
	return inside
}

// mark shows which of the versions is to be kept.
func (c *planConflicts) mark(conflict campaign.Conflict, versions []*planVersion) {
	for i, v := range versions {
		v.choose(conflict.Versions[i].From == c.keep[conflict.Path()])
	}
}

// review says whether what is chosen can be saved: not over what is being typed.
func (c *planConflicts) review() {
	dirty := c.plan.dirty()
	enable(c.save, !dirty)
	c.busy.Hidden = !dirty
	if dirty {
		c.busy.set(plain(say.Text("The fields below are being changed. Saving those keeps what holds for now; Revert, to choose here first.")))
	}
}

// resolve saves the plan with what is chosen.
func (c *planConflicts) resolve() {
	w, keep := c.plan.w, c.keep
	desk, by := w.desk, w.settings.by()
	if desk == nil {
		return
	}
	before := desk.Campaign()
	w.work(func(context.Context) error { return desk.Resolve(keep, by) }, func(err error) {
		if err != nil {
			return
		}
		w.changed()
		w.toast(say.Text("The plan is saved."), say.Text("Undo"), func() { w.putPlanBack(desk, before) })
	})
}

// CreateRenderer implements fyne.Widget.
func (c *planConflicts) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(newCard(c.box))
}
