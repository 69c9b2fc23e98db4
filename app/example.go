package app

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	"muster/assets"
	"muster/campaign"
)

// CreateExample adds one of the built-in examples, with what its ledger begins
// with; assets.Examples names them. Errors: campaign.ErrNoCampaign for an
// unknown one, campaign.ErrNameTaken.
func (m *Muster) CreateExample(name string) (campaign.Campaign, error) {
	example, ok := assets.FindExample(name, campaign.DayOf(m.Now(), m.now().Location()))
	if !ok {
		return campaign.Campaign{}, campaign.Explain(campaign.ErrNoCampaign,
			"there is no example called %q: there are %s", name, strings.Join(assets.Examples(), " and "))
	}
	c, err := m.Create(example.Plan)
	if err != nil {
		return c, err
	}
	d, err := m.Desk(c.ID)
	if err != nil {
		return c, err
	}
	for _, r := range example.Readings {
		_, err := d.Record(Entry{Count: r.Count, Reading: true, Cell: campaign.Cell{Measure: r.Measure}, By: "example", Note: r.Note})
		if err != nil {
			return c, err
		}
	}
	if example.Series == nil {
		return c, nil
	}
	return c, d.importSeries(example.Series)
}

// importSeries takes an embedded series in, the way any file comes in.
func (d *Desk) importSeries(series []byte) error {
	folder, err := os.MkdirTemp("", "muster-example-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	path := filepath.Join(folder, "example.csv")
	if err := os.WriteFile(path, series, 0o600); err != nil {
		return err
	}
	_, err = d.Import(context.Background(), path, ImportOptions{By: "example"})
	return err
}
