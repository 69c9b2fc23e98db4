package app

import (
	"context"
	"errors"
	"testing"
	"time"

	"muster/campaign"
)

// TestQuality looks through what was recorded, with what was voided left out.
func TestQuality(t *testing.T) {
	d := newDesk(t, campaign.Campaign{Name: "March"})
	at := time.Date(2026, 11, 1, 9, 0, 0, 0, time.UTC)
	for i := range 6 {
		record(t, d, Entry{Count: 5, At: at.AddDate(0, 0, i), By: "Anna"})
	}
	slip := record(t, d, Entry{Count: 500, At: at.AddDate(0, 0, 6), By: "Anna"})
	found := func(at time.Time) string {
		t.Helper()
		q, err := d.Quality(context.Background(), at)
		if err != nil {
			t.Fatal(err)
		}
		if q.Unverified != 0 {
			t.Errorf("%d are not verified, of this device", q.Unverified)
		}
		kinds := ""
		for _, f := range q.Flags {
			kinds += string(f.Kind) + " "
		}
		return kinds
	}
	if got := found(at.AddDate(0, 0, 7)); got != "tenfold " {
		t.Errorf("it finds %q", got)
	}
	if got := found(at.AddDate(0, 0, 5)); got != "" {
		t.Errorf("before that it finds %q", got)
	}
	if got := found(time.Time{}); got != "gap tenfold " {
		t.Errorf("now it finds %q", got)
	}
	if _, err := d.Void("a digit too many", "Anna", slip.ID); err != nil {
		t.Fatal(err)
	}
	if got := found(at.AddDate(0, 0, 6)); got != "" {
		t.Errorf("without the slip it finds %q", got)
	}
	ended, end := context.WithCancel(context.Background())
	end()
	if _, err := d.Quality(ended, time.Time{}); err != nil && !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}
