package planfile

import (
	"reflect"
	"slices"

	"muster/campaign"
)

// order returns the keys of all sides, each once: of a group in the order of the
// file; of a list in the order of the last side that changed it, and what only
// others have behind what it follows there.
func (m *merge) order(at place, sides []side) []string {
	all := make([]*part, len(sides))
	for i, s := range sides {
		all[i] = s.part
	}
	switch t := sides[0].value.Type(); t.Kind() {
	case reflect.Map:
		return keysIn(all...)
	case reflect.Struct:
		var keys []string
		for _, k := range keysOf(t) {
			keys = append(keys, k.name)
		}
		return keys
	}
	keys := slices.Clone(m.leading(at, sides).keys)
	for _, p := range all {
		for i, key := range p.keys {
			if !slices.Contains(keys, key) {
				behind := 0
				if i > 0 {
					behind = slices.Index(keys, p.keys[i-1]) + 1
				}
				keys = slices.Insert(keys, behind, key)
			}
		}
	}
	return keys
}

// leading returns the last side that put the items of a list which all have
// into another order, or else the last.
func (m *merge) leading(at place, sides []side) side {
	common := func(key string) bool {
		return !slices.ContainsFunc(sides, func(s side) bool { return s.parts[key] == nil })
	}
	inOrder := func(p, other *part) []string {
		return slices.DeleteFunc(slices.Clone(p.keys), func(key string) bool { return !common(key) || other.parts[key] == nil })
	}
	changed := newer(sides, func(a, b side) bool { return slices.Equal(inOrder(a.part, b.part), inOrder(b.part, a.part)) },
		func(a, b side) bool {
			return slices.ContainsFunc(m.parted[a.head][b.head], func(id campaign.ID) bool {
				before := m.of(id, at)
				return before != nil && slices.Equal(inOrder(a.part, before), inOrder(before, a.part))
			})
		})
	return changed[len(changed)-1]
}
