package window

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

// TestHeaderNamesCampaignAndDay in the smallest window too, where the buttons
// make room.
func TestHeaderNamesCampaignAndDay(t *testing.T) {
	w := sampleWindow(t, march(), one())
	for size, want := range map[fyne.Size]string{
		smallest:                  "March on Washington 23 Nov 2026 Report Add pledges",
		usual:                     "March on Washington As of 23 Nov 2026, 14:02 UTC Report Add pledges " + addKeyName(),
		{Width: 680, Height: 600}: "March on Washington 23 Nov 2026 Add pledges",
	} {
		w.Resize(size)
		if got := shown(w.shell.header); got != want {
			t.Errorf("in a window of %v the header says %q, want %q", size, got, want)
		}
	}
	w.Resize(smallest)
	w.show(sampleView(t, long(), beyond()...))
	if got := shown(w.shell.header); !strings.Contains(got, "… 23 Nov 2026") {
		t.Errorf("beside a long name it says %q", got)
	}
}
