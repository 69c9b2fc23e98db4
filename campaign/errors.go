package campaign

import "errors"

// What can go wrong, whichever package finds it. Their texts are for
// programmers; Explain puts a sentence for people in front.
var (
	// ErrInvalid is returned when an update or a plan says something impossible.
	ErrInvalid = errors.New("not possible")
	// ErrNoCampaign is returned when no campaign has the name or id asked for.
	ErrNoCampaign = errors.New("no such campaign")
	// ErrWhichCampaign is returned when there are several campaigns and none was named.
	ErrWhichCampaign = errors.New("which campaign")
	// ErrNameTaken is returned when another campaign has the name already.
	ErrNameTaken = errors.New("name taken")
	// ErrNoUpdate is returned when no update has the id asked for.
	ErrNoUpdate = errors.New("no such update")
	// ErrWhichUpdate is returned when the beginning of an id fits several updates.
	ErrWhichUpdate = errors.New("which update")
	// ErrNoScenario is returned when a plan has no scenario of the name asked for.
	ErrNoScenario = errors.New("no such scenario")
	// ErrAlreadyVoid is returned when an update to be voided is out of the count already.
	ErrAlreadyVoid = errors.New("already void")
	// ErrConflict is returned when an id comes back with other content.
	ErrConflict = errors.New("conflict")
	// ErrRejected is returned when a file has lines that cannot be taken.
	ErrRejected = errors.New("lines rejected")
	// ErrNoOutlet is returned when a campaign is not sent where one asks about.
	ErrNoOutlet = errors.New("no such outlet")
	// ErrFolder is returned when a shared folder is gone, or cannot be read or written.
	ErrFolder = errors.New("the shared folder cannot be used")
	// ErrBusy is returned when another program holds the data for too long.
	ErrBusy = errors.New("busy")
	// ErrDamaged is returned when stored data cannot be what was written.
	ErrDamaged = errors.New("damaged")
	// ErrNewer is returned when data was written by a later version of Muster.
	ErrNewer = errors.New("from a later version")
	// ErrPack is returned when a file is no pack, or not a whole one.
	ErrPack = errors.New("not a whole pack")
	// ErrNoDevice is returned when no device has the key or fingerprint asked for.
	ErrNoDevice = errors.New("no such device")
	// ErrPassphrase is returned when a pack needs a passphrase, or another one.
	ErrPassphrase = errors.New("passphrase")
	// ErrSignature is returned when updates are not what their device signed.
	ErrSignature = errors.New("wrong signature")
	// ErrOtherCampaign is returned when a pack is of another campaign than the one asked for.
	ErrOtherCampaign = errors.New("of another campaign")
)

// Explain returns an error that reads as the given sentence and is kind to
// errors.Is. The sentence says what happened, why, and what to do.
func Explain(kind error, format string, args ...any) error {
	return &explained{kind, Words{format, args}}
}

type explained struct {
	kind  error
	words Words
}

func (e *explained) Error() string { return e.words.String() }
func (e *explained) Unwrap() error { return e.kind }

// Words returns the sentence as it was put together.
func (e *explained) Words() Words { return e.words }

func invalid(format string, args ...any) error {
	return Explain(ErrInvalid, format, args...)
}
