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

// resolve finds the voids that count, working up from those that nothing
// voids. Each step settles one void and passes that on to its target, so it
// takes as many steps as there are voids.
func (v *Voids) resolve() {
	type settled struct {
		id     ID
		counts bool
	}
	var queue []settled
	doubts := map[ID]int{}   // target -> the voids of it that may yet count
	targets := map[ID][]ID{} // void -> what it takes out; several only if forged
	for target, voids := range v.by {
		doubts[target] = len(voids)
		for _, id := range voids {
			targets[id] = append(targets[id], target)
		}
	}
	for id := range targets {
		if doubts[id] == 0 {
			queue = append(queue, settled{id, true})
		}
	}
	v.out = map[ID]ID{}
	for ; len(queue) > 0; queue = queue[1:] {
		void := queue[0]
		for _, target := range targets[void.id] {
			least, out := v.out[target]
			switch {
			case void.counts && !out:
				v.out[target] = void.id
				queue = append(queue, settled{target, false})
			case void.counts && void.id.Compare(least) < 0:
				v.out[target] = void.id
			case !void.counts:
				if doubts[target]--; doubts[target] == 0 {
					queue = append(queue, settled{target, true})
				}
			}
		}
	}
}
