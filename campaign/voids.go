package campaign

// Voids knows which updates are taken out of the count. The zero value takes
// nothing out.
//
// A void counts unless it is itself taken out by a void that counts. Voids
// that take each other out in a circle, which only a damaged or forged file
// can hold, have no effect. The void of a rival counts only while nobody has
// taken the greater one out.
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

// With returns the effect of v's voids and some more.
func (v Voids) With(voids ...Update) Voids {
	next := Voids{by: make(map[ID][]ID, len(v.by)+len(voids))}
	for target, ids := range v.by {
		next.by[target] = ids[:len(ids):len(ids)] // so that v's stay as they are
	}
	for _, void := range voids {
		next.by[void.Voids] = append(next.by[void.Voids], void.ID)
	}
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
		for _, id := range voids {
			if _, is := outdater(target, id); !is {
				doubts[target]++
				targets[id] = append(targets[id], target)
			}
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
	v.outdate()
}

// outdate takes out the rivals of which a greater one has not been taken out
// by anybody. None of them takes anything else out, so one look is enough.
func (v *Voids) outdate() {
	outdated := map[ID]ID{}
	for target, voids := range v.by {
		for _, id := range voids {
			by, is := outdater(target, id)
			if _, out := v.out[by]; !is || out {
				continue
			}
			if _, out := v.out[id]; out {
				continue
			}
			if least, there := outdated[target]; !there || id.Compare(least) < 0 {
				outdated[target] = id
			}
		}
	}
	for target, id := range outdated {
		if _, out := v.out[target]; !out {
			v.out[target] = id
		}
	}
}
