package app

import "slices"

// Span is the rows from one number up to, not including, another.
type Span struct{ From, To int }

// Len returns how many rows the span holds.
func (s Span) Len() int { return s.To - s.From }

// Spans are spans in order that do not touch each other.
type Spans []Span

// Len returns how many rows the spans hold.
func (s Spans) Len() int {
	n := 0
	for _, span := range s {
		n += span.Len()
	}
	return n
}

// Has reports whether a row is in one of the spans.
func (s Spans) Has(i int) bool {
	at, found := slices.BinarySearchFunc(s, i, func(span Span, i int) int { return span.From - i })
	return found || at > 0 && i < s[at-1].To
}

// With returns the spans and one more.
func (s Spans) With(add Span) Spans {
	if add.Len() <= 0 {
		return s
	}
	var all Spans
	for _, span := range s {
		switch {
		case span.To < add.From:
			all = append(all, span)
		case span.From > add.To:
		default:
			add = Span{min(add.From, span.From), max(add.To, span.To)}
		}
	}
	all = append(all, add)
	for _, span := range s {
		if span.From > add.To {
			all = append(all, span)
		}
	}
	return all
}

// Without returns the spans but for the rows of one.
func (s Spans) Without(cut Span) Spans {
	var left Spans
	for _, span := range s {
		for _, part := range []Span{{span.From, min(span.To, cut.From)}, {max(span.From, cut.To), span.To}} {
			if part.Len() > 0 {
				left = append(left, part)
			}
		}
	}
	return left
}
