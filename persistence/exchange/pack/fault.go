package pack

import (
	"errors"
	"io/fs"

	"muster/campaign"
)

func (p *Pack) noPack() error {
	return campaign.Explain(campaign.ErrPack, "%s is not a pack: choose a file that Muster wrote as one, whose name ends in .muster", p.name)
}

func (p *Pack) notWhole() error {
	return campaign.Explain(campaign.ErrPack, "%s is not whole: part of it is missing or was changed on the way. Have it copied or sent again", p.name)
}

// explain turns what reading says into a sentence. The checksum was right, so
// that all but what the disk says is how whoever wrote the pack wrote it.
func (p *Pack) explain(err error) error {
	var disk *fs.PathError
	if errors.Is(err, errEnough) || errors.As(err, &disk) {
		return err
	}
	return campaign.Explain(campaign.ErrPack, "%s says what no pack can say (%s): ask whoever wrote it to write it again with Muster", p.name, err)
}

// unreadable is explain for what is found before the checksum is.
func (p *Pack) unreadable(err error) error {
	var disk *fs.PathError
	if errors.As(err, &disk) {
		return err
	}
	return p.notWhole()
}
