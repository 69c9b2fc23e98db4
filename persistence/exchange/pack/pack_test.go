package pack_test

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"iter"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/klauspost/compress/zstd"

	"muster/campaign"
	"muster/persistence/exchange/pack"
)

var t0 = time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)

func testKey(n byte) ed25519.PrivateKey {
	return ed25519.NewKeyFromSeed(append(make([]byte, ed25519.SeedSize-1), n))
}

func header() pack.Header {
	maker := pack.Device{Key: campaign.DeviceOf(testKey(1)), Name: "stall laptop"}
	return pack.Header{Campaign: campaign.ID{7}, Name: "March", Maker: maker, Made: t0,
		Known: []pack.Device{maker, {Key: campaign.DeviceOf(testKey(2))}}}
}

func revisions() []campaign.Revision {
	first := campaign.Revision{Document: []byte("name: March\n"), By: "Anna", Saved: t0}
	return []campaign.Revision{first, {Parents: []campaign.ID{first.ID(), {9}}, Document: []byte("name: The march\n"), Saved: t0.Add(time.Hour)}}
}

// testRuns returns runs of every kind: signed, with updates left out, unsigned.
func testRuns() []campaign.Run {
	r := rand.New(rand.NewPCG(1, 2))
	updates := make([]campaign.Update, 30)
	for i := range updates {
		updates[i] = campaign.Update{ID: campaign.ID{6: 0x70, 14: byte(i), 15: 1}, At: t0.Add(time.Duration(i-15) * 1000 * time.Hour),
			Kind: campaign.Added, Count: int64(r.IntN(100) - 50), Cell: campaign.Cell{Measure: campaign.Pledges, Region: "Ohio"}, By: "Anna"}
	}
	updates[3].Cell = campaign.Cell{Measure: "polls", Region: "Ωhio", Source: "stall", Tier: "firm"}
	updates[4] = campaign.Update{ID: updates[4].ID, At: t0, Kind: campaign.Void, Voids: updates[3].ID, Note: "twice\nover"}
	updates[5].Kind, updates[5].Count = campaign.Reading, campaign.MaxCount
	whole := campaign.SignRun(testKey(1), campaign.ID{7}, updates[:10])
	part := campaign.SignRun(testKey(2), campaign.ID{7}, updates[10:20])
	part.Others, part.Updates = part.Digests()[:4], part.Updates[4:]
	return []campaign.Run{whole, part, {Updates: updates[20:]}}
}

func seq(runs []campaign.Run, fail error) iter.Seq2[campaign.Run, error] {
	return func(yield func(campaign.Run, error) bool) {
		for _, r := range runs {
			if !yield(r, nil) {
				return
			}
		}
		if fail != nil {
			yield(campaign.Run{}, fail)
		}
	}
}

func written(t testing.TB, runs []campaign.Run) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := pack.Write(&b, header(), revisions(), seq(runs, nil)); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func openBytes(t testing.TB, content []byte, passphrase string) (*pack.Pack, error) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "x.muster")
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	p, err := pack.Open(path, passphrase)
	if err == nil {
		t.Cleanup(func() { p.Close() })
	}
	return p, err
}

func TestRoundTrip(t *testing.T) {
	for _, passphrase := range []string{"", "correct horse"} {
		content := written(t, testRuns())
		if passphrase != "" {
			content = locked(t, content, passphrase)
		}
		p, err := openBytes(t, content, passphrase)
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(p.Header, header()) {
			t.Errorf("header %+v", p.Header)
		}
		if !reflect.DeepEqual(p.Revisions, revisions()) {
			t.Errorf("revisions %+v", p.Revisions)
		}
		if p.Updates != 26 {
			t.Errorf("%d updates, want 26", p.Updates)
		}
		for range 2 {
			var got []campaign.Run
			for r, err := range p.Runs() {
				if err != nil {
					t.Fatal(err)
				}
				got = append(got, r)
			}
			if !slices.EqualFunc(got, testRuns(), sameRun) {
				t.Errorf("runs %+v", got)
			}
			for _, r := range got[:2] {
				if err := r.Verify(campaign.ID{7}); err != nil {
					t.Error(err)
				}
			}
		}
	}
}

func sameRun(a, b campaign.Run) bool {
	return a.Device == b.Device && a.Signature == b.Signature && slices.Equal(a.Updates, b.Updates) && slices.Equal(a.Others, b.Others)
}

func locked(t testing.TB, content []byte, passphrase string) []byte {
	t.Helper()
	var b bytes.Buffer
	w, err := pack.Lock(&b, passphrase)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write(content); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// sealed puts a stream into a pack whose checksum is right.
func sealed(t testing.TB, line string, unpacked []byte) []byte {
	t.Helper()
	packed, err := zstd.NewWriter(nil, zstd.WithWindowSize(1<<20))
	if err != nil {
		t.Fatal(err)
	}
	return summed(append([]byte(line), packed.EncodeAll(unpacked, nil)...))
}

func summed(content []byte) []byte {
	sum := sha256.Sum256(content)
	return append(content, sum[:]...)
}

// TestFaults says one clear sentence for each way a pack can be wrong.
func TestFaults(t *testing.T) {
	whole := written(t, testRuns())
	flipped := slices.Clone(whole)
	flipped[len(flipped)/2] ^= 1
	lock := locked(t, whole, "right")
	for what, c := range map[string]struct {
		content    []byte
		passphrase string
		kind       error
		sentence   string
	}{
		"nothing":                {nil, "", campaign.ErrPack, "is not a pack"},
		"text":                   {[]byte("hello\n"), "", campaign.ErrPack, "is not a pack"},
		"a workbook":             {[]byte("PK\x03\x04 and so on, for more than a line in clear"), "", campaign.ErrPack, "is not a pack"},
		"the line in clear only": {whole[:14], "", campaign.ErrPack, "is not whole"},
		"cut short":              {whole[:len(whole)-1], "", campaign.ErrPack, "is not whole"},
		"half":                   {whole[:len(whole)/2], "", campaign.ErrPack, "is not whole"},
		"a byte more":            {append(slices.Clone(whole), 0), "", campaign.ErrPack, "is not whole"},
		"a flipped bit":          {flipped, "", campaign.ErrPack, "is not whole"},
		"zeroes behind":          {append(slices.Clone(whole[:len(whole)/2]), make([]byte, len(whole)/2)...), "", campaign.ErrPack, "is not whole"},
		"a later version":        {[]byte("muster pack 2\nwhatever it may be by then, at some length"), "", campaign.ErrNewer, "update Muster"},
		"no passphrase":          {lock, "", campaign.ErrPassphrase, "is locked with a passphrase"},
		"a wrong passphrase":     {lock, "Right", campaign.ErrPassphrase, "is not the passphrase"},
		"locked and cut short":   {lock[:len(lock)-10], "right", campaign.ErrPack, "is not whole"},
		"locked, a head only":    {lock[:60], "right", campaign.ErrPack, "is not whole"},
		"no packed stream":       {summed([]byte("muster pack 1\nhello, this is no zstd")), "", campaign.ErrPack, "what no pack can say"},
		"no head":                {sealed(t, "muster pack 1\n", nil), "", campaign.ErrPack, "what no pack can say"},
		"a head of nothing":      {sealed(t, "muster pack 1\n", []byte{1<<3 | 2, 0}), "", campaign.ErrPack, "names no campaign"},
		"a run first":            {sealed(t, "muster pack 1\n", []byte{3<<3 | 2, 0}), "", campaign.ErrPack, "field 3 after field 0"},
		"a huge part":            {sealed(t, "muster pack 1\n", []byte{1<<3 | 2, 0xff, 0xff, 0xff, 0xff, 0x7f}), "", campaign.ErrPack, "what no pack can say"},
	} {
		t.Run(what, func(t *testing.T) {
			p, err := openBytes(t, c.content, c.passphrase)
			if p != nil || !errors.Is(err, c.kind) || !strings.Contains(err.Error(), c.sentence) || !strings.Contains(err.Error(), "x.muster") {
				t.Errorf("got %v", err)
			}
		})
	}
}

func TestFolderIsNoPack(t *testing.T) {
	if _, err := pack.Open(t.TempDir(), ""); !errors.Is(err, campaign.ErrPack) {
		t.Errorf("got %v", err)
	}
	if _, err := pack.Open(filepath.Join(t.TempDir(), "none"), ""); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("got %v", err)
	}
}

// TestEveryFlippedBitIsFound flips each byte of a pack in turn.
func TestEveryFlippedBitIsFound(t *testing.T) {
	whole := written(t, testRuns())
	for at := range whole {
		whole[at] ^= 1 << (at % 8)
		if _, err := openBytes(t, whole, ""); err == nil {
			t.Errorf("byte %d: nothing was found", at)
		}
		whole[at] ^= 1 << (at % 8)
	}
}

// TestBombIsRefused packs far more than a pack of its size may hold.
func TestBombIsRefused(t *testing.T) {
	head := written(t, nil)
	unpacked := unpack(t, head)
	run := append([]byte{3<<3 | 2}, 0) // a run without updates
	bomb := append(unpacked, bytes.Repeat(run, 48<<20)...)
	content := sealed(t, "muster pack 1\n", bomb)
	if int64(len(bomb)) < pack.MaxUnpacked(int64(len(content))) {
		t.Fatalf("%d bytes packed to %d are no bomb", len(bomb), len(content))
	}
	if _, err := openBytes(t, content, ""); !errors.Is(err, campaign.ErrPack) || !strings.Contains(err.Error(), "unpacks to more") {
		t.Errorf("got %v", err)
	}
}

func unpack(t testing.TB, content []byte) []byte {
	t.Helper()
	packed, err := zstd.NewReader(nil)
	if err != nil {
		t.Fatal(err)
	}
	defer packed.Close()
	unpacked, err := packed.DecodeAll(content[len("muster pack 1\n"):len(content)-32], nil)
	if err != nil {
		t.Fatal(err)
	}
	return unpacked
}

// TestWriteFails passes on what the runs say.
func TestWriteFails(t *testing.T) {
	broken := errors.New("the disk is gone")
	if err := pack.Write(&bytes.Buffer{}, header(), nil, seq(testRuns(), broken)); !errors.Is(err, broken) {
		t.Errorf("got %v", err)
	}
}

// TestWireByHand writes out the bytes of a small pack, so that the format
// cannot change unnoticed.
func TestWireByHand(t *testing.T) {
	u := campaign.Update{ID: campaign.ID{15: 1}, At: time.UnixMilli(2).UTC(), Kind: campaign.Added, Count: -3, Cell: campaign.Cell{Measure: campaign.Pledges, Region: "Ohio"}}
	h := pack.Header{Campaign: campaign.ID{15: 9}, Name: "M", Made: time.UnixMilli(5).UTC()}
	var b bytes.Buffer
	if err := pack.Write(&b, h, nil, seq([]campaign.Run{{Updates: []campaign.Update{u}}}, nil)); err != nil {
		t.Fatal(err)
	}
	id := strings.Repeat("00", 15)
	update := "0a10" + id + "01" + "1004" + "1801" + "2005" + "3204" + hex.EncodeToString([]byte("Ohio"))
	want := "0a19" + "0a10" + id + "09" + "1201" + "4d" + "1a00" + "200a" + // head
		fmt.Sprintf("1a%02x", len(update)/2+2) + fmt.Sprintf("1a%02x", len(update)/2) + update // run
	if got := hex.EncodeToString(unpack(t, b.Bytes())); got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
}
