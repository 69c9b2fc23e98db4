package exchange

import (
	"bytes"
	"strconv"
	"strings"

	"muster/campaign"
)

// parseCount reads a whole number as people and spreadsheets write it: 1234,
// 1,234, 1 234, +5, −5, 1234.0.
func parseCount(text []byte) (int64, error) {
	if n, ok := parseDigits(text); ok {
		return n, nil
	}
	sign, digits := cutSign(string(text))
	if whole, ok := strings.CutSuffix(digits, ".0"); ok {
		digits = whole
	} else {
		digits = strings.TrimSuffix(digits, ".00")
	}
	digits, ok := ungroup(digits)
	if !ok {
		return 0, notWhole(text)
	}
	n, err := strconv.ParseInt(digits, 10, 64)
	if err != nil || n > campaign.MaxCount {
		return 0, campaign.Explain(campaign.ErrInvalid, "%s is more than Muster counts (%d at most)", shorten(text), int64(campaign.MaxCount))
	}
	return sign * n, nil
}

// parseDigits reads the usual case, plain digits, fast.
func parseDigits(text []byte) (int64, bool) {
	if len(text) == 0 || len(text) > 18 {
		return 0, false
	}
	var n int64
	for _, b := range text {
		if b < '0' || b > '9' {
			return 0, false
		}
		n = n*10 + int64(b-'0')
	}
	return n, true
}

// cutSign takes +, - or the minus sign off.
func cutSign(s string) (int64, string) {
	for _, minus := range []string{"-", "−", "–"} {
		if rest, ok := strings.CutPrefix(s, minus); ok {
			return -1, strings.TrimSpace(rest)
		}
	}
	return 1, strings.TrimSpace(strings.TrimPrefix(s, "+"))
}

// marks are what people group digits with: comma, apostrophes, and the spaces
// from the plain to the narrow no-break one.
const marks = ",'’ \u00a0\u2007\u2009\u202f"

// ungroup takes the marks out of digits grouped by one kind of mark, the last
// three digits in a group (12,34,567 is a way of writing too).
func ungroup(s string) (string, bool) {
	i := strings.IndexAny(s, marks)
	if i < 0 {
		return s, onlyDigits(s)
	}
	mark := []rune(s[i:])[0]
	groups := strings.Split(s, string(mark))
	for i, g := range groups {
		first, last := i == 0, i == len(groups)-1
		if !onlyDigits(g) || len(g) > 3 || last && len(g) != 3 || !first && len(g) < 2 {
			return "", false
		}
	}
	return strings.Join(groups, ""), true
}

func onlyDigits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}

func notWhole(text []byte) error {
	if bytes.ContainsAny(text, ".,") && len(bytes.Trim(text, "+-0123456789.,")) == 0 {
		return campaign.Explain(campaign.ErrInvalid, "%s is not a whole number for certain: write it in digits alone, such as 1234", shorten(text))
	}
	return campaign.Explain(campaign.ErrInvalid, "%s is not a whole number: write it in digits, such as 1234", shorten(text))
}

// shorten quotes a text for a sentence.
func shorten(text []byte) string {
	const most = 40
	if len(text) > most {
		return strconv.Quote(strings.ToValidUTF8(string(text[:most]), "") + "…")
	}
	return strconv.Quote(string(text))
}
