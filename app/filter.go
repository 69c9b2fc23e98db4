package app

import (
	"encoding/hex"
	"strconv"
	"strings"
	"time"

	"muster/campaign"
)

// Filter chooses lines of the ledger. Zero fields choose all.
type Filter struct {
	Text                              string    // found in any text of the line, its count, or the beginning of its id, whatever its case
	Measure, Region, Source, Tier, By string    // equal, whatever their case
	Typing                            bool      // these names need only be contained, unless the campaign knows one that is equal
	Since, Until                      time.Time // Since <= at < Until
}

// times returns the filter with its bounds of time alone.
func (f Filter) times() Filter { return Filter{Since: f.Since, Until: f.Until} }

// timesOnly reports whether the filter chooses every line between its bounds.
func (f Filter) timesOnly() bool {
	f.Typing = false
	return f == f.times()
}

// known returns the names that the filter need not look for in others: those
// that the campaign knows in full.
func (s spellings) known(f Filter) map[string]bool {
	known := map[string]bool{}
	for _, n := range []struct {
		typed string
		names []string
	}{{f.Measure, s.measures}, {f.Region, s.regions}, {f.Source, s.sources}, {f.Tier, s.tiers}} {
		if n.typed != "" && spelledAs(strings.TrimSpace(n.typed), n.names) >= 0 {
			known[n.typed] = true
		}
	}
	return known
}

// matcher tries lines against a filter. It remembers what it found of a name,
// since a ledger repeats a few of them. It is not safe for use by several
// goroutines at once.
type matcher struct {
	all                               bool
	text                              string // folded
	digits                            string // of an id, if the text can be one
	inText                            map[string]bool
	measure, region, source, tier, by nameMatcher
	count                             [20]byte // room for digits
}

// nameMatcher tries one name.
type nameMatcher struct {
	want    string
	part    bool // of the name is enough
	answers map[string]bool
}

func newNameMatcher(want string, part bool) nameMatcher {
	want = strings.TrimSpace(want)
	if part {
		want = strings.ToLower(want)
	}
	return nameMatcher{want, part, map[string]bool{}}
}

func (m nameMatcher) takes(name string) bool {
	if m.want == "" {
		return true
	}
	yes, ok := m.answers[name]
	if !ok {
		yes = strings.EqualFold(m.want, name) || m.part && strings.Contains(strings.ToLower(name), m.want)
		m.answers[name] = yes
	}
	return yes
}

// matcher returns what tries lines against the filter, whose times are looked
// after elsewhere. Known are the names to be found in full.
func (f Filter) matcher(known map[string]bool) *matcher {
	name := func(want string) nameMatcher { return newNameMatcher(want, f.Typing && !known[want]) }
	m := &matcher{
		all:     f.timesOnly(),
		text:    strings.ToLower(strings.TrimSpace(f.Text)),
		inText:  map[string]bool{},
		measure: name(f.Measure), region: name(f.Region), source: name(f.Source), tier: name(f.Tier), by: name(f.By),
	}
	if digits := strings.ReplaceAll(m.text, "-", ""); len(digits) >= 4 && len(digits) <= 32 {
		if _, err := hex.DecodeString(digits + strings.Repeat("0", len(digits)%2)); err == nil {
			m.digits = digits
		}
	}
	return m
}

// takes reports whether the filter chooses an update.
func (m *matcher) takes(u *campaign.Update) bool {
	return m.all || m.measure.takes(u.Measure) && m.region.takes(u.Region) && m.source.takes(u.Source) &&
		m.tier.takes(u.Tier) && m.by.takes(u.By) && m.mentions(u)
}

func (m *matcher) mentions(u *campaign.Update) bool {
	if m.text == "" {
		return true
	}
	for _, name := range [...]string{u.Region, u.Source, u.Tier, u.By, u.Measure} {
		yes, ok := m.inText[name]
		if !ok {
			yes = strings.Contains(strings.ToLower(name), m.text)
			m.inText[name] = yes
		}
		if yes {
			return true
		}
	}
	if u.Note != "" && strings.Contains(strings.ToLower(u.Note), m.text) {
		return true
	}
	if m.digits != "" && strings.HasPrefix(hex.EncodeToString(u.ID[:]), m.digits) {
		return true
	}
	return strings.Contains(string(strconv.AppendInt(m.count[:0], u.Count, 10)), m.text)
}

// Each calls take with every line that the filter chooses, oldest first, until
// it returns an error.
func (d *Desk) Each(f Filter, take func(Line) error) error {
	voids, m, err := d.chosen(f)
	if err != nil {
		return err
	}
	return d.muster.store.Each(d.id, f.Since, f.Until, func(u campaign.Update) error {
		if !m.takes(&u) {
			return nil
		}
		return take(lineOf(u, voids))
	})
}

// EachFrom is Each with the device that every line comes from.
func (d *Desk) EachFrom(f Filter, take func(Line, Origin) error) error {
	voids, m, err := d.chosen(f)
	if err != nil {
		return err
	}
	return d.muster.store.EachFrom(d.id, f.Since, f.Until, func(u campaign.Update, from Origin) error {
		if !m.takes(&u) {
			return nil
		}
		return take(lineOf(u, voids), from)
	})
}

// chosen returns what tries lines against a filter, and what is voided.
func (d *Desk) chosen(f Filter) (campaign.Voids, *matcher, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if _, err := d.freshen(); err != nil {
		return campaign.Voids{}, nil, err
	}
	return d.book.Tally.Voids(), f.matcher(d.spellings().known(f)), nil
}
