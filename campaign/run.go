package campaign

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"slices"
)

// MaxRun is how many updates a device signs together at most.
const MaxRun = 1024

// DeviceKey is the public key (ed25519, RFC 8032) that the updates of one data
// folder are signed with. The zero key is nobody's.
type DeviceKey [ed25519.PublicKeySize]byte

// DeviceOf returns the public part of a device's key.
func DeviceOf(key ed25519.PrivateKey) DeviceKey {
	return DeviceKey(key.Public().(ed25519.PublicKey))
}

// IsZero reports whether the key is nobody's.
func (k DeviceKey) IsZero() bool { return k == DeviceKey{} }

// Fingerprint returns what people compare to tell one device from another:
// twelve hexadecimal digits of the key's SHA-256, such as 3f1c-90ab-77d2.
func (k DeviceKey) Fingerprint() string {
	sum := sha256.Sum256(k[:])
	digits := hex.EncodeToString(sum[:6])
	return digits[:4] + "-" + digits[4:8] + "-" + digits[8:]
}

// CheckDeviceName returns an error if a device cannot be called that.
// Error: ErrInvalid.
func CheckDeviceName(name string) error {
	if name == "" {
		return invalid("give the device a name that others know it by, such as %q", "stall laptop")
	}
	return validateText("name of the device", name, MaxNameLen)
}

// Run is what one device signed together, in the order of the ledger. Of the
// updates that somebody left out when handing it on, Others are the digests, so
// that the signature can still be verified.
type Run struct {
	Device    DeviceKey
	Signature [ed25519.SignatureSize]byte // zero if nobody signed it
	Updates   []Update
	Others    [][sha256.Size]byte
}

// SignRun returns a run of a campaign's updates, signed by a device.
func SignRun(key ed25519.PrivateKey, of ID, updates []Update) Run {
	r := Run{Device: DeviceOf(key), Updates: updates}
	copy(r.Signature[:], ed25519.Sign(key, signedOf(of, r.Digests())))
	return r
}

// Signed reports whether there is a signature to verify.
func (r Run) Signed() bool { return r.Signature != [ed25519.SignatureSize]byte{} }

// Digests returns the digests of the run's updates, in their order.
func (r Run) Digests() [][sha256.Size]byte {
	digests := make([][sha256.Size]byte, len(r.Updates))
	for i, u := range r.Updates {
		digests[i] = u.Digest()
	}
	return digests
}

// Verify returns an error unless the run's device signed these updates for
// this campaign. Error: ErrSignature.
func (r Run) Verify(of ID) error { return r.VerifyDigests(of, r.Digests()) }

// VerifyDigests is Verify for whoever has the digests of the updates already.
func (r Run) VerifyDigests(of ID, digests [][sha256.Size]byte) error {
	all := slices.Concat(digests, r.Others)
	if r.Device.IsZero() || !ed25519.Verify(r.Device[:], signedOf(of, all), r.Signature[:]) {
		return Explain(ErrSignature, "the signature of %s is wrong: the updates were changed after it signed them, or somebody else made them", r.Device.Fingerprint())
	}
	return nil
}

// signedPrefix keeps what is signed here from meaning anything elsewhere.
const signedPrefix = "muster run 1\n"

// signedOf returns the bytes that a run's signature is over: the prefix, the
// campaign's id, and the SHA-256 of all digests in ascending order, which it
// sorts in place.
func signedOf(of ID, digests [][sha256.Size]byte) []byte {
	slices.SortFunc(digests, func(a, b [sha256.Size]byte) int { return bytes.Compare(a[:], b[:]) })
	whole := sha256.New()
	for i := range digests {
		whole.Write(digests[i][:])
	}
	return whole.Sum(append([]byte(signedPrefix), of[:]...))
}

// Digest returns the SHA-256 of everything that the update says: the id, the
// moment in milliseconds since 1970, the kind, the count and the id that it
// voids, then measure, region, source, tier, author and note, each after its
// length in four bytes. Numbers are big-endian, the kind is one byte, moment
// and count are eight in two's complement.
func (u Update) Digest() [sha256.Size]byte {
	var room [512]byte
	b := append(room[:0], u.ID[:]...)
	b = binary.BigEndian.AppendUint64(b, uint64(u.At.UnixMilli()))
	b = append(b, byte(u.Kind))
	b = binary.BigEndian.AppendUint64(b, uint64(u.Count))
	b = append(b, u.Voids[:]...)
	for _, text := range [...]string{u.Measure, u.Region, u.Source, u.Tier, u.By, u.Note} {
		b = binary.BigEndian.AppendUint32(b, uint32(len(text)))
		b = append(b, text...)
	}
	return sha256.Sum256(b)
}
