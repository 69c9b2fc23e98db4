package phrase

import (
	"fmt"

	"muster/campaign"
)

// IsConditional reports whether any pledge waits for others.
func IsConditional(c campaign.Cascade) bool {
	for _, s := range c.Steps {
		if s.JoinsAt > 0 {
			return true
		}
	}
	return false
}

// FromStart says what comes of the pledges if nobody trusts the count.
func FromStart(c campaign.Cascade) string {
	return "From a standing start, when nobody trusts the count, " + joins(c.Start, c.Pledged) + "."
}

// IfTrusted says what comes of them if everybody does.
func IfTrusted(c campaign.Cascade) string {
	return "If everyone trusts the count, " + joins(c.Trusted, c.Pledged) + "."
}

func joins(n, of int64) string {
	switch n {
	case 0:
		return "nobody joins"
	case of:
		return "all " + Count(n) + " join"
	}
	return fmt.Sprintf("%s of %s join", Count(n), Count(of))
}

// Tipping says what would set off a cascade.
func Tipping(c campaign.Cascade) string {
	more, ok := c.Tips()
	switch {
	case !ok:
		return "Nothing is left to tip: everybody joins from a standing start."
	case c.Trusted > c.Start:
		return fmt.Sprintf("%s would tip it without anybody's trust: then %s join.",
			Plural(more, "unconditional pledge more", "unconditional pledges more"), Count(c.StartWith(more)))
	}
	words := fmt.Sprintf("%s would carry a standing start to %s.",
		Plural(more, "unconditional pledge more", "unconditional pledges more"), Count(c.StartWith(more)))
	for _, s := range c.Steps {
		if s.FromStart == more && s.IfTrusted > 0 && s.IfTrusted < more {
			return words + " If everyone trusts the count, " + Count(s.IfTrusted) + " would do."
		}
	}
	return words
}

// Step says of the pledges that join at one number what would bring them about.
func Step(s campaign.Step) string {
	who := Plural(s.Pledges, "pledge", "pledges")
	switch {
	case s.JoinsAt == 0:
		return who + " with no condition: they join at once."
	case s.FromStart == 0:
		return fmt.Sprintf("%s at %s: they join, even from a standing start.", who, Count(s.JoinsAt))
	case s.IfTrusted == 0:
		return fmt.Sprintf("%s at %s: they join if everyone trusts the count; otherwise %s more would set them off.",
			who, Count(s.JoinsAt), Count(s.FromStart))
	}
	return fmt.Sprintf("%s at %s: %s more would set them off, or %s if everyone trusts the count.",
		who, Count(s.JoinsAt), Count(s.FromStart), Count(s.IfTrusted))
}
