// Package planfile writes the plan of a campaign as a YAML document that people
// edit, and reads it back.
//
// The document has the shape of campaign.Campaign: a field TimeZone is the key
// time_zone, and a field that is added to the model is a key of the file. Only
// the id, which belongs to a copy and not to the plan, is left out.
package planfile

import (
	"muster/campaign"
)

// MaxSize is how long a plan file may be, in bytes.
const MaxSize = 4 << 20

// Encode returns the plan as a YAML document. Fields that are not set are left
// out. A plan that is not possible is refused with campaign.Problems, so what
// Encode writes Decode reads.
func Encode(c campaign.Campaign) ([]byte, error) {
	setDefaults(&c)
	if err := c.Validate(); err != nil {
		return nil, err
	}
	return write(&c)
}

// EncodeStored is Encode for a plan that was possible when it was stored. The
// same plan always gives the same document.
func EncodeStored(c campaign.Campaign) ([]byte, error) {
	setDefaults(&c)
	return write(&c)
}

// Decode reads a plan. Keys left out take their defaults; the id is not set.
// Everything that is wrong is returned at once, as Problems that wrap
// campaign.ErrInvalid and name the lines.
func Decode(data []byte) (campaign.Campaign, error) {
	return decode(data, (*reader).check)
}

// DecodeStored reads a plan that was possible when it was stored. Rules of
// later versions do not keep it from being read.
func DecodeStored(data []byte) (campaign.Campaign, error) {
	return decode(data, func(*reader, campaign.Campaign) {})
}

func decode(data []byte, check func(*reader, campaign.Campaign)) (campaign.Campaign, error) {
	var c campaign.Campaign
	root, problem := parse(data)
	if problem != nil {
		return campaign.Campaign{}, Problems{*problem}
	}
	r := reader{lines: map[string]int{"": root.Line}}
	r.read("", root, &c)
	setDefaults(&c)
	check(&r, c)
	if len(r.problems) > 0 {
		return campaign.Campaign{}, r.problems.sorted()
	}
	return c, nil
}

// setDefaults fills in what a plan may leave out.
func setDefaults(c *campaign.Campaign) {
	if c.TimeZone == "" {
		c.TimeZone = "UTC"
	}
	thresholds := make([]campaign.Threshold, len(c.Thresholds))
	for i, t := range c.Thresholds {
		if t.Figure == "" {
			t.Figure = campaign.FigurePledges
		}
		thresholds[i] = t
	}
	if len(thresholds) > 0 {
		c.Thresholds = thresholds
	}
}
