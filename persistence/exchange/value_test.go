package exchange

import (
	"testing"
	"time"
)

func TestParseCount(t *testing.T) {
	for text, want := range map[string]int64{
		"0": 0, "007": 7, "1234": 1234, "1,234": 1234, "1 234": 1234, "1\u00a0234": 1234, "1\u202f234\u202f567": 1234567,
		"1\u2009234": 1234, "1'234": 1234, "1’234": 1234, "12,34,567": 1234567, "+5": 5, "-5": -5, "−5": -5, "- 5": -5,
		"-1,234": -1234, "5.0": 5, "1,234.00": 1234, "1000000000000": 1e12,
	} {
		if got, err := parseCount([]byte(text)); err != nil || got != want {
			t.Errorf("%q: got %d, %v, want %d", text, got, err, want)
		}
	}
	for text, want := range map[string]string{
		"1.5":                   `"1.5" is not a whole number for certain: write it in digits alone, such as 1234`,
		"1.234":                 `"1.234" is not a whole number for certain: write it in digits alone, such as 1234`,
		"1,23":                  `"1,23" is not a whole number for certain: write it in digits alone, such as 1234`,
		"1,2345":                `"1,2345" is not a whole number for certain: write it in digits alone, such as 1234`,
		",123":                  `",123" is not a whole number for certain: write it in digits alone, such as 1234`,
		"1,234 567":             `"1,234 567" is not a whole number: write it in digits, such as 1234`,
		"5.00.0":                `"5.00.0" is not a whole number for certain: write it in digits alone, such as 1234`,
		"1e5":                   `"1e5" is not a whole number: write it in digits, such as 1234`,
		"many":                  `"many" is not a whole number: write it in digits, such as 1234`,
		"-":                     `"-" is not a whole number: write it in digits, such as 1234`,
		"--5":                   `"--5" is not a whole number: write it in digits, such as 1234`,
		"5 people":              `"5 people" is not a whole number: write it in digits, such as 1234`,
		"١٢":                    `"١٢" is not a whole number: write it in digits, such as 1234`,
		"99999999999999999999":  `"99999999999999999999" is more than Muster counts (1000000000000 at most)`,
		"-99999999999999999999": `"-99999999999999999999" is more than Muster counts (1000000000000 at most)`,
	} {
		if n, err := parseCount([]byte(text)); err == nil || err.Error() != want {
			t.Errorf("%q: got %d, %v, want %s", text, n, err, want)
		}
	}
}

func TestParseMoment(t *testing.T) {
	london, err := time.LoadLocation("Europe/London")
	if err != nil {
		t.Fatal(err)
	}
	m := moments{zone: london}
	for text, want := range map[string]string{
		"2026-01-02":                     "2026-01-02T00:00:00Z",
		"2026-07-02":                     "2026-07-01T23:00:00Z",
		"2024-02-29":                     "2024-02-29T00:00:00Z",
		"2026-07-02T10:30":               "2026-07-02T09:30:00Z",
		"2026-07-02 10:30":               "2026-07-02T09:30:00Z",
		"2026-07-02t10:30:15z":           "2026-07-02T10:30:15Z",
		"2026-07-02T10:30:15.1234567Z":   "2026-07-02T10:30:15.123Z",
		"2026-07-02T10:30:15.5+02:00":    "2026-07-02T08:30:15.5Z",
		"2026-07-02T10:30:15,05Z":        "2026-07-02T10:30:15.05Z",
		"2026-07-02 10:30:15 UTC":        "2026-07-02T10:30:15Z",
		"2026-07-02 10:30:15 +0530":      "2026-07-02T05:00:15Z",
		"2026-07-02T10:30-05":            "2026-07-02T15:30:00Z",
		"1969-12-31T23:59:59.5Z":         "1969-12-31T23:59:59.5Z",
		"1900-01-01":                     "1900-01-01T00:00:00Z",
		"2199-12-31T23:59:59.999999999Z": "2199-12-31T23:59:59.999Z",
	} {
		ms, err := m.parse([]byte(text))
		if got := time.UnixMilli(ms).UTC().Format(time.RFC3339Nano); err != nil || got != want {
			t.Errorf("%q: got %s, %v, want %s", text, got, err, want)
		}
	}
	const date, both = " is not a date: write it as 2027-03-01 or 2027-03-01T14:30:00Z",
		" is not a date and time: write it as 2027-03-01T14:30:00Z or 2027-03-01 14:30"
	for text, want := range map[string]string{
		"23/11/2026":            `"23/11/2026"` + date,
		"2026-1-2":              `"2026-1-2"` + date,
		"2026-01-02x":           `"2026-01-02x"` + date,
		"2026-01-02T":           `"2026-01-02T"` + both,
		"2026-01-02 10":         `"2026-01-02 10"` + both,
		"2026-01-02 10:30:1":    `"2026-01-02 10:30:1"` + both,
		"2026-01-02 10:30:11.":  `"2026-01-02 10:30:11."` + both,
		"2026-01-02 10:30 EST":  `"2026-01-02 10:30 EST"` + both,
		"2026-01-02 10:30Zulu":  `"2026-01-02 10:30Zulu"` + both,
		"2026-01-02 10:30+99":   `"2026-01-02 10:30+99"` + both,
		"2026-01-02 10:30+01:0": `"2026-01-02 10:30+01:0"` + both,
		"2026-02-29":            `there is no such day as "2026-02-29"`,
		"2026-13-01":            `there is no such day as "2026-13-01"`,
		"2026-00-10":            `there is no such day as "2026-00-10"`,
		"2026-01-02T24:00:00Z":  `there is no such time as "2026-01-02T24:00:00Z"`,
		"2026-01-02T10:60:00Z":  `there is no such time as "2026-01-02T10:60:00Z"`,
		"0026-01-02":            `the date "0026-01-02" is not plausible: the year must be between 1900 and 2199`,
		"9999-01-02":            `the date "9999-01-02" is not plausible: the year must be between 1900 and 2199`,
		"45987":                 `"45987"` + date,
	} {
		if ms, err := m.parse([]byte(text)); err == nil || err.Error() != want {
			t.Errorf("%q: got %d, %v, want %s", text, ms, err, want)
		}
	}
}
