package window

import (
	"context"
	"strings"

	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
)

// planAhead is where the campaign would stand under the edited plan.
type planAhead struct {
	standing campaign.Standing
	turnout  campaign.Turnout
	apart    []campaign.TierTurnout // each tier as if its condition were met; of 1,000 where nobody has pledged
	known    bool
}

// apartFrom is how many pledges a tier without any is looked at with.
const apartFrom = 1000

// lookAhead works out what follows from a plan. It takes a moment.
func lookAhead(c campaign.Campaign, s campaign.Standing) planAhead {
	a := planAhead{standing: s, turnout: c.Turnout(s.ByTier), known: true}
	free := campaign.Campaign{}
	var byTier []campaign.Total
	for i, tier := range c.Tiers {
		pledges := a.turnout.Tiers[i].Pledges
		if pledges == 0 {
			pledges = apartFrom
		}
		tier.JoinsAt = 0
		free.Tiers = append(free.Tiers, tier)
		byTier = append(byTier, campaign.Total{Name: tier.Name, Total: pledges})
	}
	a.apart = free.Turnout(byTier).Tiers
	return a
}

// foresee works out what follows from the edited plan, away from the window's
// goroutine. What is typed meanwhile is looked at afterwards, once.
func (p *plan) foresee() {
	desk := p.w.desk
	if len(p.problems) > 0 || !p.Visible() {
		return
	}
	if p.looking {
		p.due = true
		return
	}
	p.looking, p.due = true, false
	edited, now := p.edited, p.newest.Standing
	var ahead planAhead
	p.w.work(func(context.Context) (err error) {
		if desk != nil {
			now, err = desk.Preview(edited, now.AsOf)
		}
		if err == nil {
			ahead = lookAhead(edited, now)
		}
		return err
	}, func(err error) {
		p.looking = false
		if p.due {
			p.foresee()
			return
		}
		if err == nil && desk == p.w.desk && edited.ID == p.edited.ID {
			p.ahead = ahead
			if p.sayAll() {
				p.Refresh()
			}
		}
	})
}

// outcomeSays says what the edited plan comes to on the day.
func (p *plan) outcomeSays() string {
	switch t := p.ahead.turnout; {
	case len(p.problems) > 0:
		return say.Text("How many to expect is worked out again once all that is typed can be read.")
	case !p.ahead.known:
		return ""
	case t.Pledges == 0:
		return strings.TrimSpace(say.Text("Nothing is pledged yet.") + " " + phrase.Needed(t))
	case t.Expected.P90 == 0:
		return strings.TrimSpace(phrase.Expected(t) + " " + phrase.Needed(t))
	default:
		return strings.TrimSpace(phrase.Expected(t) + " " + phrase.MeetingNeed(t) + " " + phrase.Needed(t))
	}
}

// tierSays says what the i-th tier of the edited plan comes to.
func (p *plan) tierSays(i int) string {
	if i >= len(p.ahead.apart) || i >= len(p.edited.Tiers) {
		return ""
	}
	t, likely := p.ahead.turnout.Tiers[i], phrase.Whole(p.ahead.apart[i].Likely)
	switch {
	case t.Pledges == 0:
		return say.Text("Nobody has pledged so yet. Of %s, %s would be likely to come.", phrase.Count(apartFrom), likely)
	case t.Counted == 0:
		return say.Count("%s so far, %s of them likely to come once %s pledges are there.", t.JoinsAt,
			phrase.Count(t.Pledges), likely, phrase.Count(t.JoinsAt))
	}
	return say.Text("%s so far, %s of them likely to come.", phrase.Count(t.Pledges), likely)
}
