package planfile

import (
	"cmp"
	"slices"

	"muster/campaign"
)

// version is a value that some heads have, and the revision that it comes from.
type version struct {
	*part
	from campaign.ID
	head int
}

// conflict keeps what heads made of a part, each something else, and returns
// the version that holds.
func (m *merge) conflict(at place, sides []side) *part {
	if head, found := m.marked(at); found {
		return m.of(m.heads[head], at)
	}
	versions := m.versions(at, sides)
	c := campaign.Conflict{Field: at.names}
	for _, v := range versions {
		r := m.revisions[v.from]
		of := campaign.Version{From: v.from, By: r.By, Saved: r.Saved}
		if v.part != nil {
			of.Value, c.Item = v.value.Interface(), c.Item || v.name != ""
		}
		c.Versions = append(c.Versions, of)
	}
	chosen := slices.IndexFunc(versions, func(v version) bool { return v.from == m.keep[c.Path()] })
	if chosen < 0 {
		chosen = len(versions) - 1
	}
	m.conflicts = append(m.conflicts, c)
	m.chosen[c.Path()] = versions[chosen].head
	return versions[chosen].part
}

// versions returns the values that the heads have, by when they were saved. Of
// those who made the same of it the last is named.
func (m *merge) versions(at place, sides []side) []version {
	var versions []version
	for _, s := range sides {
		v := version{s.part, m.origin(at, s), s.head}
		i := slices.IndexFunc(versions, func(other version) bool { return same(other.part, v.part) })
		switch {
		case i < 0:
			versions = append(versions, v)
		case m.compare(versions[i].from, v.from) < 0:
			versions[i] = v
		}
	}
	slices.SortFunc(versions, func(a, b version) int { return m.compare(a.from, b.from) })
	return versions
}

// origin returns the revision that first had what a head has at a place, and
// from which on it stayed so.
func (m *merge) origin(at place, s side) campaign.ID {
	for id := m.heads[s.head]; ; {
		var before []campaign.ID
		for _, parent := range m.revisions[id].Parents {
			if _, there := m.revisions[parent]; there && same(m.of(parent, at), s.part) {
				before = append(before, parent)
			}
		}
		if len(before) == 0 {
			return id
		}
		id = slices.MaxFunc(before, m.compare)
	}
}

// compare orders revisions by when they were saved, ties by id.
func (h *history) compare(a, b campaign.ID) int {
	return cmp.Or(h.revisions[a].Saved.Compare(h.revisions[b].Saved), a.Compare(b))
}
