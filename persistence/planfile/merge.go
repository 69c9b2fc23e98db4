package planfile

import (
	"errors"
	"reflect"
	"slices"
	"strings"

	"muster/campaign"
)

// Merged is the plan that follows from revisions.
type Merged struct {
	Plan      campaign.Campaign
	Heads     []campaign.ID // the revisions that no other follows, in order of time
	Conflicts []campaign.Conflict
}

// Merge returns the plan that follows from a set of revisions; their order does
// not matter. Of one that all others lead up to it is the plan. Where there are
// several, what each changed since they parted is brought together; where they
// changed the same to something else, the later change holds, and there is a
// conflict. Keep names, by the path of a conflict, the revision whose version of it
// is to hold instead.
func Merge(revisions []campaign.Revision, keep map[string]campaign.ID) (Merged, error) {
	h := historyOf(revisions)
	merged := Merged{Heads: h.heads()}
	m := merge{history: h, heads: merged.Heads, keep: keep}
	if len(m.heads) == 0 {
		return merged, errors.New("a campaign has no plan")
	}
	sides, err := m.begin()
	if err != nil {
		return merged, err
	}
	root := m.part(place{}, sides)
	if m.err != nil {
		return merged, m.err
	}
	merged.Plan, merged.Conflicts = root.value.Interface().(campaign.Campaign), m.conflicts
	setDefaults(&merged.Plan)
	if err := merged.Plan.Validate(); err != nil && len(m.heads) > 1 {
		merged.Plan, merged.Conflicts = m.whole(sides, err)
	}
	return merged, m.err
}

// merge brings the heads of a history together.
type merge struct {
	*history
	heads     []campaign.ID
	parted    [][][]campaign.ID // for each two heads, the last revisions that both follow
	keep      map[string]campaign.ID
	conflicts []campaign.Conflict
	chosen    map[string]int // by the path of a conflict: the head whose version was taken
	err       error
}

// side is what a head has at a place.
type side struct {
	head int
	*part
}

// place is where a part stands: by its keys, and as it is written.
type place struct{ keys, names []string }

func (p place) in(key, name string) place {
	return place{append(slices.Clip(p.keys), key), append(slices.Clip(p.names), name)}
}

// begin finds where the heads parted and takes their plans apart.
func (m *merge) begin() ([]side, error) {
	m.chosen = map[string]int{}
	var before []map[campaign.ID]bool
	for _, id := range m.heads {
		before = append(before, m.before(id))
	}
	if shared := m.shared(before...); len(m.heads) > 1 && len(shared) > 0 {
		base, err := m.plan(shared[len(shared)-1])
		if err != nil {
			return nil, err
		}
		m.base = base
	}
	var sides []side
	for i, id := range m.heads {
		p, err := m.plan(id)
		if err != nil {
			return nil, err
		}
		sides = append(sides, side{i, p})
		m.parted = append(m.parted, make([][]campaign.ID, len(m.heads)))
		for j := range i {
			m.parted[i][j] = m.shared(before[i], before[j])
			m.parted[j][i] = m.parted[i][j]
		}
	}
	return sides, nil
}

// part returns what follows from what the heads have at a place, nil for nothing.
func (m *merge) part(at place, sides []side) *part {
	sides = m.changed(at, sides)
	first := sides[0].part
	switch {
	case !slices.ContainsFunc(sides, func(s side) bool { return !same(s.part, first) }):
		return first
	case !slices.ContainsFunc(sides, func(s side) bool { return s.part == nil || s.parts == nil }):
		return m.together(at, sides)
	}
	return m.conflict(at, sides)
}

// changed leaves out the heads that have a part as it was when another head,
// which changed it, went its own way.
func (m *merge) changed(at place, sides []side) []side {
	return newer(sides, func(a, b side) bool { return same(a.part, b.part) },
		func(a, b side) bool { return m.asBefore(at, a, b) })
}

// newer leaves out the sides that have what was there before another, which
// differs, changed it. Of sides that overtook each other all stay.
func newer(sides []side, same, asBefore func(a, b side) bool) []side {
	overtaken := func(a side) bool {
		return slices.ContainsFunc(sides, func(b side) bool { return !same(a, b) && asBefore(a, b) && !asBefore(b, a) })
	}
	if kept := slices.DeleteFunc(slices.Clone(sides), overtaken); len(kept) > 0 {
		return kept
	}
	return sides
}

// asBefore reports whether a has a part as it was when it parted from b.
func (m *merge) asBefore(at place, a, b side) bool {
	parted := m.parted[a.head][b.head]
	if len(parted) == 0 {
		return a.part == nil
	}
	return slices.ContainsFunc(parted, func(id campaign.ID) bool { return same(a.part, m.of(id, at)) })
}

// of returns what a revision has at a place.
func (m *merge) of(id campaign.ID, at place) *part {
	p, err := m.plan(id)
	if err != nil {
		m.err = err
		return nil
	}
	return p.at(at.keys)
}

// together brings parts together that are taken apart themselves.
func (m *merge) together(at place, sides []side) *part {
	merged := &part{value: reflect.New(sides[0].value.Type()).Elem(), parts: map[string]*part{}, name: sides[len(sides)-1].name}
	for _, key := range m.order(at, sides) {
		of, name := make([]side, len(sides)), key
		for i, s := range sides {
			of[i] = side{s.head, s.parts[key]}
			if p := of[i].part; p != nil && p.name != "" {
				name = p.name
			}
		}
		if p := m.part(at.in(key, name), of); p != nil {
			merged.add(key, p)
			merged.hold(key, p.value)
		}
	}
	return merged
}

// hold puts a value under its key.
func (p *part) hold(key string, v reflect.Value) {
	switch p.value.Kind() {
	case reflect.Slice:
		p.value.Set(reflect.Append(p.value, v))
	case reflect.Map:
		if p.value.IsNil() {
			p.value.Set(reflect.MakeMap(p.value.Type()))
		}
		p.value.SetMapIndex(reflect.ValueOf(key).Convert(p.value.Type().Key()), v)
	case reflect.Struct:
		for _, k := range keysOf(p.value.Type()) {
			if k.name == key {
				p.value.Field(k.index).Set(v)
			}
		}
	}
}

// whole takes the last head's plan, where what the heads changed does not fit
// together.
func (m *merge) whole(sides []side, why error) (campaign.Campaign, []campaign.Conflict) {
	m.conflicts = nil
	p := m.conflict(place{}, sides)
	c := p.value.Interface().(campaign.Campaign)
	setDefaults(&c)
	m.conflicts[0].Why = campaign.Words{Format: "%s", Args: []any{why}}
	return c, m.conflicts
}

// isMark reports whether a place is the mark of a figure, and of which.
func (p place) isMark() (string, bool) {
	return p.names[len(p.names)-1], len(p.names) == 2 && p.names[0] == "marks"
}

// marked returns the head whose version of a figure was taken, for the mark
// that goes with it. Marks come after all figures.
func (m *merge) marked(at place) (head int, found bool) {
	if len(at.names) == 0 {
		return 0, false
	}
	figure, is := at.isMark()
	if !is {
		return 0, false
	}
	for _, c := range m.conflicts {
		if path := c.Path(); path == figure || strings.HasPrefix(path, figure+".") || strings.HasPrefix(figure, path+".") {
			return m.chosen[path], true
		}
	}
	return 0, false
}
