package exchange

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"muster/campaign"
)

// mostPetition is how long the record of a petition may be, in bytes. A real
// one with all countries and constituencies has 80,000.
const mostPetition = 16 << 20

// petition is the public record of a petition to the UK Parliament, as its site
// serves it at petition.parliament.uk/petitions/NUMBER.json. Of the people it
// names, the creator and the members of Parliament, nothing is read.
type petition struct {
	Data struct {
		Type       string `json:"type"`
		ID         int64  `json:"id"`
		Attributes struct {
			Count          *int64         `json:"signature_count"`
			UpdatedAt      string         `json:"updated_at"`
			ByCountry      []petitionPart `json:"signatures_by_country"`
			ByConstituency []petitionPart `json:"signatures_by_constituency"`
		} `json:"attributes"`
	} `json:"data"`
}

type petitionPart struct {
	Name  string `json:"name"`
	Count int64  `json:"signature_count"`
}

// What a petition can be counted by.
const (
	byCountry      = "country"
	byConstituency = "constituency"
	byNothing      = "none"
)

// Parts returns what a petition can be counted by; the first is the usual.
func Parts() []string { return []string{byCountry, byConstituency, byNothing} }

// petitionRows are the readings of a petition: one for each of its parts, and
// one of what no part accounts for, so that together they are the total.
type petitionRows struct{ left []Row }

func (p *petitionRows) read(row *Row) error {
	if len(p.left) == 0 {
		return io.EOF
	}
	*row, p.left = p.left[0], p.left[1:]
	return nil
}

var errNoPetition = campaign.Explain(ErrFormat, "this is JSON, but not the record of a petition on petition.parliament.uk: save the counts as a CSV file and import that")

func readPetition(file io.Reader, o Options) (rows, error) {
	p, err := openPetition(file)
	if err != nil {
		return nil, err
	}
	o.recall(p.source())
	return p.rows(o)
}

// openPetition reads the record of a petition.
func openPetition(file io.Reader) (*petition, error) {
	text, err := io.ReadAll(io.LimitReader(file, mostPetition+1))
	if err != nil {
		return nil, err
	}
	if len(text) > mostPetition {
		return nil, campaign.Explain(ErrFormat, "this is JSON of more than 16 megabytes: no record of a petition is so long")
	}
	var p petition
	err = json.Unmarshal([]byte(strings.TrimPrefix(string(text), "\ufeff")), &p)
	if wrong := (*json.UnmarshalTypeError)(nil); err != nil && !errors.As(err, &wrong) {
		return nil, campaign.Explain(ErrFormat, "this JSON cannot be read: the file may be cut off; download it again")
	}
	if err != nil || !strings.HasSuffix(p.Data.Type, "petition") || p.Data.Attributes.Count == nil {
		return nil, errNoPetition
	}
	return &p, nil
}

// rows returns a reading for each part and one for the rest.
func (p *petition) rows(o Options) (*petitionRows, error) {
	m := moments{zone: o.Zone}
	at, err := m.parse([]byte(p.Data.Attributes.UpdatedAt))
	if err != nil {
		return nil, err
	}
	parts, rest, err := p.parts(o.Parts)
	if err != nil {
		return nil, err
	}
	gone, err := p.gone(parts, o)
	if err != nil {
		return nil, err
	}
	given := newTies()
	given.all = true
	names := cells{spell: o.Cell, most: mostCells}
	found := &petitionRows{}
	for _, part := range append(append(parts, gone...), petitionPart{Count: rest}) {
		row := Row{Line: len(found.left) + 1, Lines: 1}
		c := names.of(&petitionColumns, p.fields(part))
		if row.Why = c.why; row.Why == nil {
			row.Update = campaign.Update{ID: anyID, At: time.UnixMilli(at).UTC(), Kind: campaign.Reading, Count: part.Count, Cell: c.Cell, By: o.By}
			row.Why = row.Update.Validate()
			row.Update.ID = given.id(&row.Update, c)
		}
		found.left = append(found.left, row)
	}
	return found, nil
}

// gone returns the parts that an earlier record had and this one has not, which
// therefore count nothing any more. A part of another kind means that both kinds
// would count.
func (p *petition) gone(parts []petitionPart, o Options) ([]petitionPart, error) {
	of := func(region string, parts []petitionPart) bool {
		return slices.ContainsFunc(parts, func(part petitionPart) bool { return strings.EqualFold(strings.TrimSpace(part.Name), region) })
	}
	var gone []petitionPart
	for cell, total := range o.Counted {
		switch a := &p.Data.Attributes; {
		case total == 0 || cell.Region == "" || !strings.EqualFold(cell.Source, p.source()) || of(cell.Region, parts):
		case of(cell.Region, a.ByCountry) || of(cell.Region, a.ByConstituency):
			return nil, campaign.Explain(campaign.ErrInvalid, "this petition was counted by other parts before, and would be counted twice: import it with the same --parts as then, or void those counts first")
		default:
			gone = append(gone, petitionPart{Name: cell.Region})
		}
	}
	slices.SortFunc(gone, func(a, b petitionPart) int { return strings.Compare(a.Name, b.Name) })
	return gone, nil
}

// source is the petition itself, so that its readings leave alone what was
// counted elsewhere.
func (p *petition) source() string { return fmt.Sprintf("petition %d", p.Data.ID) }

// petitionColumns are where fields puts what a part says.
var petitionColumns = columns{fieldAt: -1, fieldTotal: -1, fieldAdded: -1, fieldRegion: 0, fieldSource: 1,
	fieldTier: -1, fieldMeasure: -1, fieldBy: -1, fieldNote: -1}

// fields says where the count of a part belongs.
func (p *petition) fields(part petitionPart) [][]byte {
	return [][]byte{[]byte(part.Name), []byte(p.source())}
}

// parts returns what a petition is counted by, and how many no part accounts for.
func (p *petition) parts(by string) ([]petitionPart, int64, error) {
	a := &p.Data.Attributes
	var parts []petitionPart
	switch by {
	case "", byCountry:
		parts = a.ByCountry
	case byConstituency:
		parts = a.ByConstituency
	case byNothing:
	default:
		return nil, 0, campaign.Explain(campaign.ErrInvalid, "a petition cannot be counted by %q: choose one of %s", by, strings.Join(Parts(), ", "))
	}
	rest, names := *a.Count, map[string]bool{"": true}
	for _, part := range parts {
		name := strings.ToLower(strings.TrimSpace(part.Name))
		if part.Count < 0 || part.Count > campaign.MaxCount || names[name] {
			return nil, 0, campaign.Explain(ErrFormat, "the parts of this petition make no sense: %q is there twice, has no name or an impossible count", part.Name)
		}
		names[name] = true
		if rest -= part.Count; rest < 0 {
			return nil, 0, campaign.Explain(ErrFormat, "the parts of this petition add up to more than its total: download it again, or take the total alone by counting it by %q", byNothing)
		}
	}
	return slices.Clone(parts), rest, nil
}
