package planfile

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"muster/campaign"
)

// history is a set of revisions of one plan.
type history struct {
	revisions map[campaign.ID]campaign.Revision
	parts     map[campaign.ID]*part // of the plans that were looked at
	base      *part                 // what the names in lists go by; nil until it is known
}

func historyOf(revisions []campaign.Revision) *history {
	h := &history{revisions: map[campaign.ID]campaign.Revision{}, parts: map[campaign.ID]*part{}}
	for _, r := range revisions {
		h.revisions[r.ID()] = r
	}
	return h
}

// inOrder sorts revisions by when they were saved, ties by id.
func (h *history) inOrder(ids []campaign.ID) []campaign.ID {
	slices.SortFunc(ids, func(a, b campaign.ID) int {
		return cmp.Or(h.revisions[a].Saved.Compare(h.revisions[b].Saved), a.Compare(b))
	})
	return ids
}

// heads returns the revisions that no other one follows, in order.
func (h *history) heads() []campaign.ID { return h.ends(maps.Keys(h.revisions)) }

// ends returns those of some revisions that no other of them follows, in order.
func (h *history) ends(of func(func(campaign.ID) bool)) []campaign.ID {
	followed := map[campaign.ID]bool{}
	for id := range of {
		for _, parent := range h.revisions[id].Parents {
			followed[parent] = true
		}
	}
	var ends []campaign.ID
	for id := range of {
		if !followed[id] {
			ends = append(ends, id)
		}
	}
	return h.inOrder(ends)
}

// before returns a revision and all that it follows, as far as they are there.
func (h *history) before(id campaign.ID) map[campaign.ID]bool {
	seen, next := map[campaign.ID]bool{}, []campaign.ID{id}
	for len(next) > 0 {
		id, next = next[len(next)-1], next[:len(next)-1]
		if r, there := h.revisions[id]; there && !seen[id] {
			seen[id] = true
			next = append(next, r.Parents...)
		}
	}
	return seen
}

// shared returns the last revisions that all of some sets hold.
func (h *history) shared(sets ...map[campaign.ID]bool) []campaign.ID {
	common := map[campaign.ID]bool{}
	for id := range sets[0] {
		if !slices.ContainsFunc(sets, func(s map[campaign.ID]bool) bool { return !s[id] }) {
			common[id] = true
		}
	}
	return h.ends(maps.Keys(common))
}

// plan returns the plan of a revision as parts.
func (h *history) plan(id campaign.ID) (*part, error) {
	if p, ok := h.parts[id]; ok {
		return p, nil
	}
	c, err := DecodeStored(h.revisions[id].Document)
	if err != nil {
		return nil, fmt.Errorf("a revision of the plan cannot be read: %w", err)
	}
	p := partsOf(c)
	if h.base != nil {
		p.align(h.base)
	}
	h.parts[id] = p
	return p, nil
}
