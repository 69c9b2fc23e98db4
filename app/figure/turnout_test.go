package figure

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"muster/campaign"
)

// crowds are turnouts of every kind that the pictures tell apart.
func crowds() map[string]campaign.Turnout {
	half := campaign.Range{Low: 0.35, Likely: 0.5, High: 0.65}
	plan := func(need int64, tiers ...campaign.Tier) campaign.Campaign {
		return campaign.Campaign{Need: need, Tiers: tiers}
	}
	committed := campaign.Tier{Name: "Committed", JoinsAt: 100_000, Show: half}
	of := func(c campaign.Campaign, totals ...int64) campaign.Turnout {
		var byTier []campaign.Total
		for i, n := range totals {
			byTier = append(byTier, campaign.Total{Name: c.Tiers[i].Name, Total: n})
		}
		return c.Turnout(byTier)
	}
	ladder := plan(20_000, campaign.Tier{Name: "Anyway"}, campaign.Tier{Name: "Some", JoinsAt: 5_000},
		campaign.Tier{Name: "Many", JoinsAt: 30_000}, campaign.Tier{Name: "All", JoinsAt: 90_000})
	return map[string]campaign.Turnout{
		"need-within":  of(plan(50_000, committed), 120_000),
		"need-above":   of(plan(100_000, committed), 120_000),
		"need-far":     of(plan(900_000, committed), 120_000),
		"need-below":   of(plan(20_000, committed), 120_000),
		"need-none":    of(plan(0, committed), 120_000),
		"nobody":       of(plan(100_000, committed), 1_000),
		"handful":      of(plan(10, campaign.Tier{Name: "Anyway", Show: half}), 12),
		"both-ends":    of(ladder, 6_000, 26_000, 20_000, 30_000),
		"tips-halfway": of(ladder, 2_000, 4_000, 30_000, 30_000),
	}
}

// TestTurnoutScenes draws every turnout in both palettes and at two sizes,
// and as vectors. With MUSTER_SCREENSHOTS naming a folder the pictures are
// written there.
func TestTurnoutScenes(t *testing.T) {
	for name, turnout := range crowds() {
		for kind, chart := range map[string]interface{ Scene(Style) *Scene }{
			"distribution": DistributionOf(turnout), "cascade": Cascade{turnout.Cascade},
		} {
			for variant, palette := range map[string]Palette{"light": Light, "dark": Dark} {
				for _, width := range []int{620, 300} {
					var out bytes.Buffer
					if err := chart.Scene(Style{Palette: palette, Text: 12.5}).PNG(&out, width, 280, 1); err != nil {
						t.Fatal(err)
					}
					if dir := os.Getenv("MUSTER_SCREENSHOTS"); dir != "" {
						path := filepath.Join(dir, fmt.Sprintf("%s-%s-%s-%d.png", kind, name, variant, width))
						if err := os.WriteFile(path, out.Bytes(), 0o600); err != nil {
							t.Fatal(err)
						}
					}
				}
			}
		}
	}
}

// TestTurnoutScenesName reads the words of the vectors.
func TestTurnoutScenesName(t *testing.T) {
	all := crowds()
	for _, c := range []struct {
		chart       interface{ Scene(Style) *Scene }
		want, never []string
	}{
		{DistributionOf(all["need-within"]), []string{">need 50,000<", ">8 in 10: "}, []string{"far"}},
		{DistributionOf(all["need-above"]), []string{">need 100,000<"}, []string{"far"}},
		{DistributionOf(all["need-far"]), []string{">need 900,000: far above<"}, nil},
		{DistributionOf(all["need-none"]), []string{">8 in 10: "}, []string{"need"}},
		{Cascade{all["need-within"].Cascade}, []string{"would come", "expected to come", ">standing start: 0<", ">if trusted: 120,000<", ">tips at 100,000<"}, nil},
		{Cascade{all["nobody"].Cascade}, []string{">both ends: 0<"}, []string{"tips"}},
		{Cascade{all["both-ends"].Cascade}, []string{">both ends: 52,000<"}, []string{"tips"}},
	} {
		var out bytes.Buffer
		if err := c.chart.Scene(Style{Palette: Paper}).SVG(&out, 520, 260); err != nil {
			t.Fatal(err)
		}
		for _, want := range c.want {
			if !strings.Contains(out.String(), want) {
				t.Errorf("%T lacks %q", c.chart, want)
			}
		}
		for _, never := range c.never {
			if strings.Contains(out.String(), never) {
				t.Errorf("%T has %q", c.chart, never)
			}
		}
	}
}

func TestDistributionShowsTheNeedUnlessItIsFar(t *testing.T) {
	all := crowds()
	for name, shown := range map[string]bool{"need-within": true, "need-above": true, "need-below": true, "need-far": false} {
		d := DistributionOf(all[name])
		lo, hi := d.span()
		if in := float64(d.Need) >= lo && float64(d.Need) <= hi; in != shown {
			t.Errorf("%s: the need of %d lies within %v to %v: %v", name, d.Need, lo, hi, in)
		}
	}
	if !DistributionOf(all["nobody"]).Empty() || DistributionOf(all["handful"]).Empty() {
		t.Error("a certain number is no distribution, a handful of people is")
	}
}
