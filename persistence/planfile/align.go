package planfile

import (
	"reflect"
	"slices"
)

// align gives items of lists that were renamed, or moved to another day, the
// keys that they have in base, so that they are known for what they were.
func (p *part) align(base *part) {
	if p.value.Kind() == reflect.Slice {
		for _, key := range p.missing(base) {
			if was, found := p.before(key, base); found {
				p.rekey(key, was)
			}
		}
	}
	for key, of := range p.parts {
		if was := base.parts[key]; was != nil {
			of.align(was)
		}
	}
}

// missing returns the keys that other does not have.
func (p *part) missing(other *part) []string {
	return slices.DeleteFunc(slices.Clone(p.keys), func(key string) bool { return other.parts[key] != nil })
}

// before returns the key in base of what has a new key in p: something that p
// has no more, and that differs in its name or its day alone.
func (p *part) before(key string, base *part) (string, bool) {
	for _, was := range base.missing(p) {
		if p.parts[key].isLike(base.parts[was]) {
			return was, true
		}
	}
	return "", false
}

// isLike reports whether two items say the same but for their name, or for
// their day.
func (p *part) isLike(other *part) bool {
	alike, differ := 0, 0
	for _, k := range keysIn(p, other) {
		a, b := p.parts[k], other.parts[k]
		switch {
		case same(a, b):
			if a.parts == nil || len(a.keys) > 0 {
				alike++
			}
		case k == "name" || k == "title" || k == "date":
			differ++
		default:
			return false
		}
	}
	return alike > 0 && differ == 1
}

// keysIn returns the keys of several parts, each once.
func keysIn(parts ...*part) []string {
	var all []string
	for _, p := range parts {
		all = append(all, p.keys...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// rekey gives an item the key that it had before.
func (p *part) rekey(key, was string) {
	p.keys[slices.Index(p.keys, key)] = was
	p.parts[was] = p.parts[key]
	delete(p.parts, key)
}
