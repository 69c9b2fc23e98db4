package campaign

// Voids knows which updates are taken out of the count. The zero value takes
// nothing out.
//
// A void counts unless it is itself taken out by a void that counts. Voids
// that take each other out in a circle, which only a damaged or forged file
// can hold, have no effect.
type Voids struct {
	by  map[ID][]ID // target -> the voids of it, whether they count or not
	out map[ID]ID   // target -> the least void of it that counts
}

// NewVoids returns the effect of the given voids; other updates among them
// are passed over. Their order does not matter.
func NewVoids(updates []Update) Voids {
	v := Voids{by: map[ID][]ID{}}
	for _, u := range updates {
		if u.Kind == Void {
			v.by[u.Voids] = append(v.by[u.Voids], u.ID)
		}
	}
	v.resolve()
	return v
}

// With returns the effect of v's voids and one more.
func (v Voids) With(void Update) Voids {
	next := Voids{by: make(map[ID][]ID, len(v.by)+1)}
	for target, ids := range v.by {
		next.by[target] = ids
	}
	next.by[void.Voids] = append(append([]ID(nil), next.by[void.Voids]...), void.ID)
	next.resolve()
	return next
}

// Out returns the void that takes id out of the count, if one does.
func (v Voids) Out(id ID) (ID, bool) {
	by, ok := v.out[id]
	return by, ok
}

// Targets returns how many updates have been voided at some time.
func (v Voids) Targets() int { return len(v.by) }

// resolve finds the voids that count, working from those that nothing voids.
func (v *Voids) resolve() {
	const (
		undecided = iota
		counts
		idle
	)
	state := map[ID]int{}
	settled := func(void ID) int {
		result := counts
		for _, by := range v.by[void] {
			switch state[by] {
			case counts:
				return idle
			case undecided:
				result = undecided
			}
		}
		return result
	}
	for changed := true; changed; {
		changed = false
		for _, voids := range v.by {
			for _, id := range voids {
				if state[id] == undecided {
					state[id] = settled(id)
					changed = changed || state[id] != undecided
				}
			}
		}
	}
	v.out = map[ID]ID{}
	for target, voids := range v.by {
		for _, id := range voids {
			least, taken := v.out[target]
			if state[id] == counts && (!taken || id.Compare(least) < 0) {
				v.out[target] = id
			}
		}
	}
}
