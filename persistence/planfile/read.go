package planfile

import (
	"errors"
	"fmt"
	"reflect"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"muster/campaign"
)

// reader fills a value from YAML nodes and keeps where every path stands.
type reader struct {
	lines    map[string]int
	problems Problems
}

func (r *reader) add(line int, path, format string, args ...any) {
	r.problems = append(r.problems, Problem{line, path, fmt.Sprintf(format, args...)})
}

// read fills what the pointer into points to.
func (r *reader) read(path string, n *yaml.Node, into any) {
	r.value(path, n, reflect.ValueOf(into).Elem())
}

func (r *reader) value(path string, n *yaml.Node, v reflect.Value) {
	r.lines[path] = n.Line
	switch {
	case n.Kind == yaml.AliasNode || n.Anchor != "":
		r.add(n.Line, path, "a plan takes no anchors (&) and aliases (*): write the value out, or put the text in quotes")
	case n.Tag == "!!null": // as if left out
	case v.Kind() == reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		r.value(path, n, v.Elem())
	case v.Kind() == reflect.Struct:
		r.fields(path, n, v)
	case v.Kind() == reflect.Map:
		r.entries(path, n, v)
	case v.Kind() == reflect.Slice:
		r.items(path, n, v)
	case n.Kind != yaml.ScalarNode:
		r.add(n.Line, path, "%s is %s, not a list or a group of keys", path, kindOf(v.Type()))
	default:
		if err := scalar(n, v); err != nil {
			r.add(n.Line, path, "%s: %v", path, err)
		}
	}
}

// fields reads a mapping whose keys are known.
func (r *reader) fields(path string, n *yaml.Node, v reflect.Value) {
	if n.Kind != yaml.MappingNode {
		r.add(n.Line, path, "%s is a group of keys (%s), not %s", path, names(keysOf(v.Type())), shorten(n))
		return
	}
	keys := keysOf(v.Type())
	rejoin(n, keys)
	r.pairs(path, n, func(name string, k, value *yaml.Node) {
		for _, known := range keys {
			if known.name == name {
				r.value(join(path, name), value, v.Field(known.index))
				return
			}
		}
		r.add(k.Line, join(path, name), "%s", unknown(name, keys))
	})
}

// rejoin mends {place: Washington, DC}, which YAML takes for a place and a key
// DC without a value, where people mean one text.
func rejoin(n *yaml.Node, keys []key) {
	if n.Style&yaml.FlowStyle == 0 {
		return
	}
	var whole []*yaml.Node
	for i := 0; i+1 < len(n.Content); i += 2 {
		k, value := n.Content[i], n.Content[i+1]
		_, near := nearest(k.Value, keys)
		if last := len(whole) - 1; last > 0 && plain(k) && plain(whole[last]) && bare(value) && !near {
			whole[last].Value += ", " + k.Value
			continue
		}
		whole = append(whole, k, value)
	}
	n.Content = whole
}

// plain reports whether n is a text without quotes.
func plain(n *yaml.Node) bool {
	return n.Kind == yaml.ScalarNode && n.Tag == "!!str" && n.Style == 0 && n.Anchor == ""
}

// bare reports whether n stands for a value that is not there.
func bare(n *yaml.Node) bool {
	return n.Kind == yaml.ScalarNode && n.Tag == "!!null" && n.Value == "" && n.Anchor == ""
}

func unknown(name string, keys []key) string {
	if near, ok := nearest(name, keys); ok {
		return fmt.Sprintf("there is no key %q here; did you mean %q?", name, near)
	}
	if _, err := strconv.Atoi(name); err == nil {
		return fmt.Sprintf("there is no key %q here; write numbers without commas, and texts that hold one in quotes", name)
	}
	return fmt.Sprintf("there is no key %q here; the keys are %s", name, names(keys))
}

// entries reads a mapping whose keys are the person's own.
func (r *reader) entries(path string, n *yaml.Node, v reflect.Value) {
	if n.Kind != yaml.MappingNode {
		r.add(n.Line, path, "%s is a group of keys, not %s", path, shorten(n))
		return
	}
	v.Set(reflect.MakeMap(v.Type()))
	r.pairs(path, n, func(name string, _, value *yaml.Node) {
		entry := reflect.New(v.Type().Elem()).Elem()
		r.value(join(path, name), value, entry)
		v.SetMapIndex(reflect.ValueOf(name), entry)
	})
}

// pairs goes through a mapping, each key once.
func (r *reader) pairs(path string, n *yaml.Node, each func(name string, key, value *yaml.Node)) {
	seen := map[string]int{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		k, value := n.Content[i], n.Content[i+1]
		if k.Kind != yaml.ScalarNode || k.Anchor != "" {
			r.add(k.Line, path, "a key must be a plain word")
			continue
		}
		if first, twice := seen[k.Value]; twice {
			r.add(k.Line, join(path, k.Value), "%q is given twice, first on line %d", k.Value, first)
			continue
		}
		seen[k.Value] = k.Line
		each(k.Value, k, value)
	}
}

func (r *reader) items(path string, n *yaml.Node, v reflect.Value) {
	if n.Kind != yaml.SequenceNode {
		r.add(n.Line, path, "%s is a list: begin each item with \"- \" on a line of its own, or write [one, two]", path)
		return
	}
	list := reflect.MakeSlice(v.Type(), len(n.Content), len(n.Content))
	for i, item := range n.Content {
		r.value(fmt.Sprintf("%s[%d]", path, i), item, list.Index(i))
	}
	if len(n.Content) > 0 {
		v.Set(list)
	}
}

// check adds what the model finds impossible, but for keys that are already
// named as wrong.
func (r *reader) check(c campaign.Campaign) {
	var found campaign.Problems
	if !errors.As(c.Validate(), &found) {
		return
	}
	named := r.problems
	for _, p := range found {
		if !named.about(p.Path) {
			r.add(r.line(p.Path), p.Path, "%s", p.Why)
		}
	}
}

// about reports whether a problem concerns path, something around it or
// something in it.
func (p Problems) about(path string) bool {
	for _, problem := range p {
		short, long := problem.Path, path
		if len(short) > len(long) {
			short, long = long, short
		}
		rest, in := strings.CutPrefix(long, short)
		if in && short != "" && (rest == "" || rest[0] == '.' || rest[0] == '[') {
			return true
		}
	}
	return false
}

// line returns where a path stands, or what it would stand in.
func (r *reader) line(path string) int {
	for path != "" {
		if line, ok := r.lines[path]; ok {
			return line
		}
		path = path[:max(0, strings.LastIndexAny(path, ".["))]
	}
	return r.lines[""]
}

func join(path, name string) string {
	if path == "" {
		return name
	}
	return path + "." + name
}
