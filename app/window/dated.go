package window

import (
	"cmp"
	"slices"

	"muster/campaign"
)

// dated is a moment or an activity of a plan; one of both is set.
type dated struct {
	moment   *campaign.Moment
	activity *campaign.Activity
}

// datedOf returns the moments and activities of a plan in order of date.
func datedOf(c campaign.Campaign) []dated {
	var all []dated
	for _, m := range c.Moments {
		all = append(all, dated{moment: &m})
	}
	for _, a := range c.Activities {
		all = append(all, dated{activity: &a})
	}
	slices.SortStableFunc(all, func(a, b dated) int { return cmp.Compare(a.day(), b.day()) })
	return all
}

func (d dated) day() campaign.Day {
	if d.moment != nil {
		return d.moment.Date
	}
	return d.activity.Date
}

func (d dated) name() string {
	if d.moment != nil {
		return d.moment.Title
	}
	return d.activity.Name
}

// list returns the list of the plan that it stands in, as paths name it.
func (d dated) list() string {
	if d.moment != nil {
		return "moments"
	}
	return "activities"
}

// change returns the plan with after in the place of before, and that place. A
// nil before adds, a nil after removes. It reports whether before is still
// there.
func change(c campaign.Campaign, before, after *dated) (changed campaign.Campaign, at int, ok bool) {
	one := before
	if one == nil {
		one = after
	}
	c.Marks = marksApart(c, one.list())
	if one.moment != nil {
		var was, is *campaign.Moment
		if before != nil {
			was = before.moment
		}
		if after != nil {
			is = after.moment
		}
		c.Moments, at, ok = put(c.Moments, was, is)
		return c, at, ok
	}
	var was, is *campaign.Activity
	if before != nil {
		was = before.activity
	}
	if after != nil {
		is = after.activity
	}
	c.Activities, at, ok = put(c.Activities, was, is)
	return c, at, ok
}

// put returns a list with one element changed, added or removed.
func put[T comparable](list []T, was, is *T) (changed []T, at int, ok bool) {
	list = slices.Clone(list)
	if was == nil {
		return append(list, *is), len(list), true
	}
	at = slices.Index(list, *was)
	switch {
	case at < 0:
		return list, 0, false
	case is == nil:
		return slices.Delete(list, at, at+1), at, true
	}
	list[at] = *is
	return list, at, true
}

// marksApart returns the marks of a plan with that of a whole list given to
// each one in it, since what joins them later has not their ground.
func marksApart(c campaign.Campaign, list string) map[string]campaign.Mark {
	whole, ok := c.Marks[list]
	if !ok {
		return c.Marks
	}
	marks := map[string]campaign.Mark{}
	for path, m := range c.Marks {
		marks[path] = m
	}
	delete(marks, list)
	for _, d := range datedOf(c) {
		if d.list() == list {
			marks[list+"."+d.name()] = whole
		}
	}
	return marks
}
