package phrase

import (
	"muster/app/say"
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
	switch c.Start {
	case 0:
		return say.Text("From a standing start, when nobody trusts the count, nobody joins.")
	case c.Pledged:
		return say.Count("From a standing start, when nobody trusts the count, all %s join.", c.Pledged, Count(c.Pledged))
	}
	return say.Count("From a standing start, when nobody trusts the count, %s of %s join.", c.Start, Count(c.Start), Count(c.Pledged))
}

// IfTrusted says what comes of them if everybody does.
func IfTrusted(c campaign.Cascade) string {
	switch c.Trusted {
	case 0:
		return say.Text("If everyone trusts the count, nobody joins.")
	case c.Pledged:
		return say.Count("If everyone trusts the count, all %s join.", c.Pledged, Count(c.Pledged))
	}
	return say.Count("If everyone trusts the count, %s of %s join.", c.Trusted, Count(c.Trusted), Count(c.Pledged))
}

// Tipping says what would set off a cascade.
func Tipping(c campaign.Cascade) string {
	more, ok := c.Tips()
	switch {
	case !ok:
		return say.Text("Nothing is left to tip: everybody joins from a standing start.")
	case c.Trusted > c.Start:
		return say.Count("%s unconditional pledges more would tip it without anybody's trust: then %s join.",
			more, Count(more), Count(c.StartWith(more)))
	}
	words := say.Count("%s unconditional pledges more would carry a standing start to %s.",
		more, Count(more), Count(c.StartWith(more)))
	for _, s := range c.Steps {
		if s.FromStart == more && s.IfTrusted > 0 && s.IfTrusted < more {
			return words + " " + say.Text("If everyone trusts the count, %s would do.", Count(s.IfTrusted))
		}
	}
	return words
}

// Step says of the pledges that join at one number what would bring them about.
func Step(s campaign.Step) string {
	who := Pledges(s.Pledges)
	switch {
	case s.JoinsAt == 0:
		return say.Text("%s with no condition: they join at once.", who)
	case s.FromStart == 0:
		return say.Text("%s at %s: they join, even from a standing start.", who, Count(s.JoinsAt))
	case s.IfTrusted == 0:
		return say.Text("%s at %s: they join if everyone trusts the count; otherwise %s more would set them off.",
			who, Count(s.JoinsAt), Count(s.FromStart))
	}
	return say.Text("%s at %s: %s more would set them off, or %s if everyone trusts the count.",
		who, Count(s.JoinsAt), Count(s.FromStart), Count(s.IfTrusted))
}
