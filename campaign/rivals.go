package campaign

import "crypto/sha256"

// Rivals are recounts of one day and place, or fillings of one line of a tally
// sheet: the greatest by its id stands, and the others are voided by voids that
// follow from the rivals alone, so that every copy of the campaign makes the
// same ones. Each two rivals have their own void, which counts only while nobody
// has taken the greater of them out: then the next one stands.
//
// The id of such a void, which is fixed for ever: its first 6 bytes and its last
// 4 are those of the greater rival, and between them are the first bits of
// SHA-256 over the byte 3 and the ids of both, the lesser one first, with
// version 8 and variant 0b10.

// Rivalry is what rivals have in common.
type Rivalry struct {
	at    int64
	place [6]byte
}

// Rivalry returns what the update has in common with its rivals, and whether
// it is one that can have any.
func (u Update) Rivalry() (Rivalry, bool) {
	return Rivalry{u.At.UnixMilli(), [6]byte(u.ID[6:12])}, u.Kind == Added && isRival(u.ID)
}

func isRival(id ID) bool { return isRecount(id) || isFilling(id) }

// Outdated returns the void of a recount since another counted more, or of a
// filling since its line was saved anew: the same one, whoever makes it.
func Outdated(u, by Update) Update {
	why := "counted anew from a longer list"
	if u.IsFilling() {
		why = "the line of the tally sheet was changed"
	}
	return Update{ID: outdatedID(u.ID, by.ID), At: u.At, Kind: Void, Voids: u.ID, By: by.By, Note: why}
}

// OutdatedBy returns the voids that an update calls for among its rivals: of
// the lesser ones, and of itself by the greater ones.
func OutdatedBy(u Update, rivals []Update) []Update {
	var voids []Update
	for _, rival := range rivals {
		switch order := rival.ID.Compare(u.ID); {
		case order < 0:
			voids = append(voids, Outdated(rival, u))
		case order > 0:
			voids = append(voids, Outdated(u, rival))
		}
	}
	return voids
}

// IsOutdating reports whether the update is such a void: it follows from the
// rivals, and nobody made it.
func (u Update) IsOutdating() bool {
	_, is := outdater(u.Voids, u.ID)
	return u.Kind == Void && is
}

func outdatedID(u, by ID) ID {
	sum := sha256.Sum256(append(append([]byte{3}, u[:]...), by[:]...))
	id := ID(sum[:16])
	copy(id[:6], by[:6])
	id[6] = id[6]&0x0f | 0x80
	id[8] = id[8]&0x3f | 0x80
	copy(id[samePlace:], by[samePlace:])
	return id
}

// outdater returns the greater rival, if that is why a void takes its target
// out.
func outdater(target, void ID) (by ID, is bool) {
	if !isRival(target) {
		return ID{}, false
	}
	by = target
	copy(by[:6], void[:6])
	copy(by[samePlace:], void[samePlace:])
	return by, by.Compare(target) > 0 && outdatedID(target, by) == void
}
