package campaign_test

import (
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"muster/campaign"
)

// testKey returns a key that is the same in every run of the tests.
func testKey(n byte) ed25519.PrivateKey {
	return ed25519.NewKeyFromSeed(append(make([]byte, ed25519.SeedSize-1), n))
}

func signedUpdate() campaign.Update {
	return campaign.Update{ID: campaign.ID{0: 1, 15: 2}, At: time.UnixMilli(3).UTC(), Kind: campaign.Added, Count: -4,
		Cell: campaign.Cell{Measure: campaign.Pledges, Region: "Ohio"}, By: "Anna"}
}

// TestDigestByHand writes out the bytes that a digest is of.
func TestDigestByHand(t *testing.T) {
	written := "01000000000000000000000000000002" + // id
		"0000000000000003" + // moment
		"01" + // added
		"fffffffffffffffc" + // -4
		strings.Repeat("00", 16) + // voids nothing
		"00000007" + hex.EncodeToString([]byte("Pledges")) +
		"00000004" + hex.EncodeToString([]byte("Ohio")) +
		"00000000" + "00000000" + // no source, no tier
		"00000004" + hex.EncodeToString([]byte("Anna")) +
		"00000000" // no note
	b, err := hex.DecodeString(written)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := signedUpdate().Digest(), sha256.Sum256(b); got != want {
		t.Errorf("%x, want %x", got, want)
	}
}

// TestDigestCoversEveryField changes each field of an update in turn, so that
// a field added later cannot be forgotten.
func TestDigestCoversEveryField(t *testing.T) {
	plain := signedUpdate()
	var change func(v reflect.Value, path string)
	u := plain
	change = func(v reflect.Value, path string) {
		before := reflect.New(v.Type()).Elem()
		before.Set(v)
		switch {
		case v.Type() == reflect.TypeFor[time.Time]():
			v.Set(reflect.ValueOf(plain.At.Add(time.Millisecond)))
		case v.Type() == reflect.TypeFor[campaign.ID]():
			v.Index(7).SetUint(9)
		case v.Kind() == reflect.Struct:
			for i := range v.NumField() {
				change(v.Field(i), path+"."+v.Type().Field(i).Name)
			}
			return
		case v.Kind() == reflect.String:
			v.SetString(v.String() + "!")
		case v.CanUint():
			v.SetUint(v.Uint() + 1)
		case v.CanInt():
			v.SetInt(v.Int() + 1)
		default:
			t.Fatalf("%s is of a kind that this test does not know", path)
		}
		if u.Digest() == plain.Digest() {
			t.Errorf("the digest does not cover %s", path)
		}
		v.Set(before)
	}
	change(reflect.ValueOf(&u).Elem(), "Update")
}

func TestFingerprint(t *testing.T) {
	sum := sha256.Sum256(make([]byte, 32))
	digits := hex.EncodeToString(sum[:6])
	if got := (campaign.DeviceKey{}).Fingerprint(); strings.ReplaceAll(got, "-", "") != digits || len(got) != 14 {
		t.Errorf("%q, want the digits %s in three groups of four", got, digits)
	}
}

// TestRunsHoldWithUpdatesLeftOut signs random runs, leaves some updates out,
// shuffles the rest, and breaks the result in every way that matters.
func TestRunsHoldWithUpdatesLeftOut(t *testing.T) {
	of := campaign.ID{5}
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 20).Draw(t, "updates")
		updates := make([]campaign.Update, n)
		for i := range updates {
			updates[i] = signedUpdate()
			updates[i].ID[9], updates[i].Count = byte(i), rapid.Int64Range(-5, 5).Draw(t, "count")
		}
		signed := campaign.SignRun(testKey(1), of, updates)
		run := campaign.Run{Device: signed.Device, Signature: signed.Signature}
		for _, u := range updates {
			if rapid.Bool().Draw(t, "left out") {
				run.Others = append(run.Others, u.Digest())
			} else {
				run.Updates = append(run.Updates, u)
			}
		}
		r := rand.New(rand.NewPCG(uint64(n), 1))
		r.Shuffle(len(run.Others), func(i, j int) { run.Others[i], run.Others[j] = run.Others[j], run.Others[i] })
		others := slices.Clone(run.Others)
		if err := run.Verify(of); err != nil {
			t.Fatalf("%d updates, %d left out: %v", n, len(others), err)
		}
		if !slices.Equal(others, run.Others) {
			t.Fatal("verifying changed the run")
		}
		refused(t, run, campaign.ID{6}, "another campaign")
		stranger := run
		stranger.Device = campaign.DeviceOf(testKey(2))
		refused(t, stranger, of, "another device")
		more := run
		more.Others = append(slices.Clone(run.Others), [32]byte{1})
		refused(t, more, of, "a digest more")
		if len(run.Updates) > 0 {
			changed := run
			changed.Updates = slices.Clone(run.Updates)
			changed.Updates[0].Count++
			refused(t, changed, of, "a changed count")
			fewer := run
			fewer.Updates = run.Updates[1:]
			refused(t, fewer, of, "an update less")
		}
	})
}

func refused(t *rapid.T, r campaign.Run, of campaign.ID, what string) {
	if err := r.Verify(of); !errors.Is(err, campaign.ErrSignature) {
		t.Fatalf("%s: %v", what, err)
	}
}

func TestUnsignedRun(t *testing.T) {
	r := campaign.Run{Updates: []campaign.Update{signedUpdate()}}
	if r.Signed() {
		t.Error("a run without a signature is signed")
	}
	if err := r.Verify(campaign.ID{}); !errors.Is(err, campaign.ErrSignature) {
		t.Errorf("got %v", err)
	}
	if !campaign.SignRun(testKey(1), campaign.ID{}, r.Updates).Signed() {
		t.Error("a signed run is not")
	}
}
