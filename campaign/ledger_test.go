package campaign_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"muster/campaign"
)

// A short language to write ledgers in: w.add("09:00", 5), w.read("10:00", 7).

type writer struct {
	updates []campaign.Update
	cell    campaign.Cell
	next    byte
}

func newWriter() *writer { return &writer{cell: campaign.Cell{Measure: campaign.Pledges}} }

// in chooses the cell of what is written next.
func (w *writer) in(region, source string) *writer {
	w.cell.Region, w.cell.Source = region, source
	return w
}

func (w *writer) put(at string, u campaign.Update) campaign.ID {
	w.next++
	u.ID, u.At = id(w.next), moment(at)
	w.updates = append(w.updates, u)
	return u.ID
}

func (w *writer) add(at string, n int64) campaign.ID {
	return w.put(at, campaign.Update{Kind: campaign.Added, Count: n, Cell: w.cell})
}

func (w *writer) read(at string, n int64) campaign.ID {
	return w.put(at, campaign.Update{Kind: campaign.Reading, Count: n, Cell: w.cell})
}

func (w *writer) void(at string, target campaign.ID) campaign.ID {
	return w.put(at, campaign.Update{Kind: campaign.Void, Voids: target, Note: "a slip"})
}

// id returns the id that ends in n.
func id(n byte) campaign.ID { return campaign.ID{15: n} }

// moment reads "15:04" on 1 March 2026, "2 15:04" on the second of that month,
// or a whole RFC 3339 time.
func moment(s string) time.Time {
	for _, whole := range []string{s, "2026-03-" + s, "2026-03-1 " + s} {
		for _, layout := range []string{time.RFC3339, "2006-01-2 15:04"} {
			if t, err := time.Parse(layout, whole); err == nil {
				return t.UTC()
			}
		}
	}
	panic("not a moment: " + s)
}

// end is after every update that these tests write.
var end = moment("2099-01-01T00:00:00Z")

// standing folds the updates and asks where the plan is.
func standing(t testing.TB, c campaign.Campaign, updates []campaign.Update, at time.Time) campaign.Standing {
	t.Helper()
	s, err := campaign.Fold(updates, c.Location()).Standing(c, at)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// march is a plan with thresholds low enough for small ledgers.
func march() campaign.Campaign {
	return campaign.Campaign{
		Name:       "March",
		TimeZone:   "America/New_York",
		Need:       100,
		Population: campaign.Population{Name: "Washington, DC", Count: 702},
		Measures:   []campaign.Measure{{Name: "Senators in favour", OutOf: 100}},
		Thresholds: []campaign.Threshold{
			{Name: "First", Figure: campaign.FigurePledges, Target: 10},
			{Name: "Second", Figure: campaign.FigurePledges, Target: 40},
			{Name: "Third", Figure: campaign.FigurePledges, Target: 120},
			{Name: "Senate", Figure: "Senators in favour", Target: 12},
		},
	}
}

// zones have their midnights far apart, put their clocks on or back within
// March 2026 or at midnight itself.
var zones = []string{"UTC", "America/New_York", "Europe/Berlin", "America/Havana", "Asia/Kolkata", "Pacific/Kiritimati", "Pacific/Pago_Pago"}

// ledgers draws sets of updates crowded into a few days and cells, so that
// ties, mixed cells and voids of voids are common.
func ledgers() *rapid.Generator[[]campaign.Update] {
	return rapid.Custom(func(t *rapid.T) []campaign.Update {
		n := rapid.IntRange(0, 30).Draw(t, "n")
		ids := rapid.Permutation(numbers(40)).Draw(t, "ids") // ids need not follow time
		updates := make([]campaign.Update, n)
		for i := range updates {
			updates[i] = drawUpdate(t, id(ids[i]))
		}
		return updates
	})
}

func drawUpdate(t *rapid.T, uid campaign.ID) campaign.Update {
	u := campaign.Update{ID: uid, At: drawMoment(t)}
	switch rapid.IntRange(0, 9).Draw(t, "kind") {
	case 0, 1, 2:
		u.Kind, u.Note = campaign.Void, "a slip"
		for u.Voids.IsZero() || u.Voids == u.ID {
			u.Voids = id(rapid.ByteRange(1, 41).Draw(t, "voids"))
		}
		return u
	case 3, 4, 5:
		u.Kind, u.Count = campaign.Reading, rapid.Int64Range(0, 60).Draw(t, "reading")
	default:
		u.Kind, u.Count = campaign.Added, rapid.Int64Range(-20, 50).Draw(t, "added")
	}
	u.Cell = campaign.Cell{
		Measure: rapid.SampledFrom([]string{campaign.Pledges, campaign.Pledges, "Senators in favour"}).Draw(t, "measure"),
		Region:  rapid.SampledFrom([]string{"", "Ohio"}).Draw(t, "region"),
		Source:  rapid.SampledFrom([]string{"stall", "website"}).Draw(t, "source"),
	}
	return u
}

// drawMoment draws one of few moments within the days when New York (8 March
// 2026, 07:00 UTC) and Havana (8 March, 05:00 UTC) put their clocks on.
func drawMoment(t *rapid.T) time.Time {
	return moment("7 12:00").Add(time.Duration(rapid.IntRange(0, 2*48).Draw(t, "half hours")) * 30 * time.Minute)
}

func numbers(n byte) []byte {
	all := make([]byte, n)
	for i := range all {
		all[i] = byte(i) + 1
	}
	return all
}
