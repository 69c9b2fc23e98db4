package campaign_test

import (
	"regexp"
	"testing"
	"time"

	"pgregory.net/rapid"

	"muster/campaign"
)

var uuid = regexp.MustCompile(`^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$`)

func TestIDText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var id campaign.ID
		copy(id[:], rapid.SliceOfN(rapid.Byte(), 16, 16).Draw(t, "id"))
		if !uuid.MatchString(id.String()) {
			t.Errorf("%q is not the form of a UUID", id)
		}
		if back, err := campaign.ParseID(id.String()); err != nil || back != id {
			t.Errorf("%v reads back as %v (%v)", id, back, err)
		}
	})
}

func TestParseID(t *testing.T) {
	want := campaign.ID{0x01, 0x93, 0xa5, 0xb2, 0x7c, 0x1e, 0x70, 0x00, 0x80, 0x00, 0x01, 0x23, 0x45, 0x67, 0x89, 0xab}
	for _, good := range []string{"0193a5b2-7c1e-7000-8000-0123456789ab", "0193A5B2-7C1E-7000-8000-0123456789AB", "0193a5b27c1e700080000123456789ab"} {
		if id, err := campaign.ParseID(good); err != nil || id != want {
			t.Errorf("%s reads as %v (%v)", good, id, err)
		}
	}
	for _, bad := range []string{"", "0193a5b2", "0193a5b2-7c1e-7000-8000-0123456789a", "0193a5b2-7c1e-7000-8000-0123456789abcd", "g193a5b2-7c1e-7000-8000-0123456789ab"} {
		if id, err := campaign.ParseID(bad); err == nil || !id.IsZero() {
			t.Errorf("%q reads as %v (%v), want an error", bad, id, err)
		}
	}
}

func TestIDTime(t *testing.T) {
	id, err := campaign.ParseID("017f22e2-79b0-7cc3-98c4-dc0c0c07398f") // RFC 9562, appendix A.6
	if err != nil {
		t.Fatal(err)
	}
	if want := time.Date(2022, 2, 22, 19, 22, 22, 0, time.UTC); !id.Time().Equal(want) {
		t.Errorf("%v, want %v", id.Time(), want)
	}
}
