package command

import (
	"encoding/hex"
	"strings"

	"github.com/spf13/cobra"

	"muster/app"
	"muster/app/phrase"
	"muster/campaign"
)

func (f *face) quarantineCommand() *cobra.Command {
	var discard string
	var asJSON bool
	c := f.command(&cobra.Command{
		Use:   "quarantine",
		Short: "Show what came in packs and cannot be believed",
		Long: "Show updates that came in packs and are not what their device signed, or that contradict\n" +
			"what is here. They are never counted. Ask whoever wrote the pack, then discard them.",
		Example: "  muster quarantine\n  muster quarantine --discard 3fa94c01",
		Args:    between(0, 0, ""),
	}, func([]string) error {
		if discard != "" {
			return f.discard(discard)
		}
		return f.quarantine(asJSON)
	})
	c.Flags().StringVar(&discard, "discard", "", "remove what has this `ID`, for good")
	jsonFlag(c, &asJSON)
	return c
}

// quarantinedJSON is what cannot be believed, as programs get it.
type quarantinedJSON struct {
	ID      string       `json:"id"`
	File    string       `json:"file"`
	At      *string      `json:"at"`
	Device  *string      `json:"device"`
	Why     string       `json:"why"`
	Updates []updateJSON `json:"updates"`
}

func jsonQuarantined(q app.Quarantined) quarantinedJSON {
	j := quarantinedJSON{ID: hex.EncodeToString(q.ID[:]), File: q.File, At: jsonTime(q.At), Device: jsonKey(q.Run.Device), Why: q.Why.Error()}
	for _, u := range q.Run.Updates {
		j.Updates = append(j.Updates, jsonUpdate(app.Line{Update: u}, app.Origin{Device: q.Run.Device}))
	}
	return j
}

// jsonKey returns the fingerprint of a device; null for nobody.
func jsonKey(key campaign.DeviceKey) *string {
	if key.IsZero() {
		return nil
	}
	fingerprint := key.Fingerprint()
	return &fingerprint
}

func (f *face) quarantine(asJSON bool) error {
	d, err := f.desk()
	if err != nil {
		return err
	}
	all, err := d.Quarantine()
	if err != nil {
		return err
	}
	if asJSON {
		found := []quarantinedJSON{}
		for _, q := range all {
			found = append(found, jsonQuarantined(q))
		}
		return f.json(found)
	}
	if len(all) == 0 {
		f.printf("Nothing is in quarantine.\n")
	}
	zone := d.Campaign().Location()
	for _, q := range all {
		f.printf("%s  %s  %s  %s: %s\n", hex.EncodeToString(q.ID[:4]), phrase.Moment(q.At, zone), q.File,
			plural(int64(len(q.Run.Updates)), "update", "updates"), q.Why)
	}
	return nil
}

func (f *face) discard(id string) error {
	d, err := f.desk()
	if err != nil {
		return err
	}
	all, err := d.Quarantine()
	if err != nil {
		return err
	}
	var found []app.Quarantined
	for _, q := range all {
		if len(id) >= 4 && strings.HasPrefix(hex.EncodeToString(q.ID[:]), strings.ToLower(id)) {
			found = append(found, q)
		}
	}
	if len(found) != 1 {
		return campaign.Explain(campaign.ErrNoUpdate, "%q is not the id of anything in quarantine: `muster quarantine` shows the ids", id)
	}
	if err := d.Discard(found[0].ID); err != nil {
		return err
	}
	f.printf("Discarded %s from %s.\n", plural(int64(len(found[0].Run.Updates)), "update", "updates"), found[0].File)
	return nil
}
