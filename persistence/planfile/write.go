package planfile

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"muster/campaign"
)

// widest is how long a group of keys may be, in bytes, to stand on one line.
const widest = 130

// write returns what the pointer v points to as a document.
func write(v any) ([]byte, error) {
	root := mapping(reflect.ValueOf(v).Elem())
	root.Style = 0
	return yaml.Dump(root, yaml.WithIndent(2), yaml.WithCompactSeqIndent(false), yaml.WithLineWidth(-1))
}

// node returns a value as it is written.
func node(v reflect.Value) *yaml.Node {
	switch v.Kind() {
	case reflect.Pointer:
		return node(v.Elem())
	case reflect.Struct:
		return mapping(v)
	case reflect.Map:
		return entries(v)
	case reflect.Slice:
		return items(v)
	}
	return leaf(v)
}

// mapping writes the fields that are set, on one line if they fit.
func mapping(v reflect.Value) *yaml.Node {
	n := &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map"}
	for _, k := range keysOf(v.Type()) {
		if field := v.Field(k.index); !empty(field) {
			n.Content = append(n.Content, text(k.name), node(field))
		}
	}
	return inline(n)
}

func empty(v reflect.Value) bool {
	if v.Kind() == reflect.Slice || v.Kind() == reflect.Map {
		return v.Len() == 0
	}
	return v.IsZero()
}

// entries writes a map by key, a line each.
func entries(v reflect.Value) *yaml.Node {
	n := &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map"}
	keys := v.MapKeys()
	slices.SortFunc(keys, func(a, b reflect.Value) int { return strings.Compare(a.String(), b.String()) })
	for _, k := range keys {
		n.Content = append(n.Content, text(k.String()), node(v.MapIndex(k)))
	}
	return n
}

// items writes a list of groups a line each, a list of names on one line.
func items(v reflect.Value) *yaml.Node {
	n := &yaml.Node{Kind: yaml.SequenceNode, Tag: "!!seq"}
	for i := range v.Len() {
		n.Content = append(n.Content, node(v.Index(i)))
	}
	if v.Type().Elem().Kind() == reflect.String {
		return inline(n)
	}
	return n
}

// inline puts a node on one line if it is short enough.
func inline(n *yaml.Node) *yaml.Node {
	if width(n) <= widest {
		n.Style = yaml.FlowStyle
	}
	return n
}

func width(n *yaml.Node) int {
	total := len(n.Value) + 2 // ": " or ", "
	if n.Style == yaml.LiteralStyle {
		total += widest
	}
	for _, child := range n.Content {
		total += width(child)
	}
	return total
}

func leaf(v reflect.Value) *yaml.Node {
	scalar := func(tag, value string) *yaml.Node {
		return &yaml.Node{Kind: yaml.ScalarNode, Tag: tag, Value: value}
	}
	switch {
	case v.Type() == dayType:
		return scalar("!!timestamp", campaign.Day(v.Int()).String())
	case v.Kind() == reflect.String:
		return text(v.String())
	case v.CanInt():
		return scalar("!!int", strconv.FormatInt(v.Int(), 10))
	case v.CanFloat():
		digits := strconv.FormatFloat(v.Float(), 'f', -1, 64)
		if strings.Contains(digits, ".") {
			return scalar("!!float", digits)
		}
		return scalar("!!int", digits)
	}
	panic(fmt.Sprintf("planfile: no way to write a %s", v.Type()))
}

// text writes a string, over several lines if it has them.
func text(s string) *yaml.Node {
	n := &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: s}
	if strings.Contains(s, "\n") {
		n.Style = yaml.LiteralStyle
	}
	return n
}
