package pack

import (
	"bytes"
	"errors"
	"io"

	"filippo.io/age"

	"muster/campaign"
)

// A locked pack is the whole pack inside a file that age (age-encryption.org)
// encrypted with a passphrase.
const lockedMagic = "age-encryption.org/"

// workFactor is the logarithm of what a try at the passphrase costs: a second
// and 256 MB at 18, which is what age itself takes. No pack may ask for more.
var workFactor = 18

// Lock returns a writer that encrypts what is written to it with a passphrase.
// It must be closed.
func Lock(w io.Writer, passphrase string) (io.WriteCloser, error) {
	to, err := age.NewScryptRecipient(passphrase)
	if err != nil {
		return nil, campaign.Explain(campaign.ErrPassphrase, "the passphrase is empty: choose one, or write the pack without")
	}
	to.SetWorkFactor(workFactor)
	return age.Encrypt(w, to)
}

// unlocked returns the pack inside a file that is locked, or the file itself.
func (p *Pack) unlocked(file *io.SectionReader, passphrase string) (*io.SectionReader, error) {
	head := make([]byte, 4<<10) // of one passphrase takes some 150 bytes
	n, err := file.ReadAt(head, 0)
	if err != nil && err != io.EOF {
		return nil, err
	}
	head = head[:n]
	if !bytes.HasPrefix(head, []byte(lockedMagic)) {
		return file, nil
	}
	if !bytes.Contains(head, []byte("\n--- ")) {
		return nil, p.notWhole()
	}
	if passphrase == "" {
		return nil, campaign.Explain(campaign.ErrPassphrase, "%s is locked with a passphrase: give it, or ask whoever wrote the pack", p.name)
	}
	by, err := age.NewScryptIdentity(passphrase)
	if err != nil {
		return nil, err
	}
	by.SetMaxWorkFactor(max(workFactor, 18))
	inside, size, err := age.DecryptReaderAt(file, file.Size(), by)
	var noMatch *age.NoIdentityMatchError
	switch {
	case errors.As(err, &noMatch) && len(noMatch.StanzaTypes) > 0 && noMatch.StanzaTypes[0] != "scrypt":
		return nil, campaign.Explain(campaign.ErrPassphrase, "%s is encrypted for somebody's key and not with a passphrase: ask whoever wrote it for one that is", p.name)
	case errors.As(err, &noMatch):
		return nil, campaign.Explain(campaign.ErrPassphrase, "that is not the passphrase of %s: mind capitals and spaces, or ask whoever wrote the pack", p.name)
	case err != nil:
		return nil, p.unreadable(err)
	}
	return io.NewSectionReader(inside, 0, size), nil
}
