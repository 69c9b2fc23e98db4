package app

import (
	"bytes"
	"errors"
	"io"
	"testing"

	"muster/campaign"
)

func TestPacksForSomebodyFollowEachOther(t *testing.T) {
	d := newDesk(t, campaign.Campaign{Name: "March"})
	send := func(name string, o SendOptions) (PackResult, int) {
		t.Helper()
		var file bytes.Buffer
		r, err := d.SendTo(t.Context(), name, o, func(write func(io.Writer) error) error { return write(&file) })
		if err != nil {
			t.Fatal(err)
		}
		return r, file.Len()
	}
	record(t, d, Entry{Count: 1})
	record(t, d, Entry{Count: 2})
	if r, _ := send("Anna", SendOptions{}); r.Updates != 2 || r.Revisions != 1 {
		t.Errorf("the first pack: %+v", r)
	}
	if r, size := send(" anna ", SendOptions{}); r != (PackResult{}) || size > 0 {
		t.Errorf("with nothing new: %+v in %d bytes", r, size)
	}
	record(t, d, Entry{Count: 3})
	full := errors.New("full")
	if _, err := d.SendTo(t.Context(), "Anna", SendOptions{}, func(func(io.Writer) error) error { return full }); !errors.Is(err, full) {
		t.Fatal(err)
	}
	if r, _ := send("Anna", SendOptions{}); r.Updates != 1 || r.Revisions != 1 {
		t.Errorf("the next, at the second try: %+v", r)
	}
	if r, _ := send("Ben", SendOptions{}); r.Updates != 3 {
		t.Errorf("the first for another: %+v", r)
	}
	if r, _ := send("Anna", SendOptions{Again: true}); r.Updates != 3 {
		t.Errorf("everything again: %+v", r)
	}
	if all, err := d.Outlets(); err != nil || len(all) != 2 || all[0].Name != "Anna" || all[1].Name != "Ben" {
		t.Errorf("%+v, %v", all, err)
	}
	if at, err := d.LastSent("Ben"); err != nil || !at.Equal(today) {
		t.Errorf("last sent %v, %v", at, err)
	}
	if err := d.EndSending("Anna"); err != nil {
		t.Fatal(err)
	}
	if r, _ := send("Anna", SendOptions{}); r.Updates != 3 {
		t.Errorf("after the end of the sending: %+v", r)
	}
	if _, err := d.SendTo(t.Context(), "  ", SendOptions{}, nil); !errors.Is(err, campaign.ErrInvalid) {
		t.Errorf("to nobody: %v", err)
	}
}
