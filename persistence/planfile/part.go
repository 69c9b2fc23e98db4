package planfile

import (
	"reflect"
	"slices"
	"strconv"
	"strings"

	"muster/campaign"
)

// part is a plan or something in it, taken apart for merging: a group of keys
// and a map by key, a list by the names in it. All else is taken whole.
type part struct {
	value reflect.Value
	keys  []string         // of its parts, in order
	parts map[string]*part // nil if it is taken whole
	name  string           // of an item of a list, as it is written
}

// wholes are groups of keys that mean something together only: a count without
// its year, or the low end of one range with the high end of another, does not.
var wholes = map[reflect.Type]bool{
	reflect.TypeFor[campaign.Population]():      true,
	reflect.TypeFor[campaign.Range]():           true,
	reflect.TypeFor[campaign.RegionCondition](): true,
	reflect.TypeFor[campaign.Growth]():          true,
	reflect.TypeFor[campaign.Brings]():          true,
	reflect.TypeFor[campaign.Mark]():            true,
}

func partsOf(c campaign.Campaign) *part { return newPart(reflect.ValueOf(c)) }

func newPart(v reflect.Value) *part {
	p := &part{value: v}
	if !taken(v.Type()) {
		return p
	}
	p.parts = map[string]*part{}
	switch v.Kind() {
	case reflect.Struct:
		for _, k := range keysOf(v.Type()) {
			if field := v.Field(k.index); taken(field.Type()) || !field.IsZero() {
				p.add(k.name, newPart(field))
			}
		}
	case reflect.Map:
		for _, k := range v.MapKeys() {
			p.add(k.String(), newPart(v.MapIndex(k)))
		}
		slices.Sort(p.keys)
	case reflect.Slice:
		for i := range v.Len() {
			item := newPart(v.Index(i))
			item.name = nameOf(v.Index(i))
			p.add(p.unused(strings.ToLower(item.name)), item)
		}
	}
	return p
}

// taken reports whether values of a type are taken apart.
func taken(t reflect.Type) bool {
	kind := t.Kind()
	return (kind == reflect.Struct || kind == reflect.Map || kind == reflect.Slice) && !wholes[t]
}

func (p *part) add(key string, of *part) {
	p.keys = append(p.keys, key)
	p.parts[key] = of
}

// unused returns the key, or one made from it if another item has it.
func (p *part) unused(key string) string {
	for n, plain := 2, key; p.parts[key] != nil; n++ {
		key = plain + " #" + strconv.Itoa(n)
	}
	return key
}

// nameOf returns what tells an item from others of its list. Things of the same
// name may be planned for several days.
func nameOf(item reflect.Value) string {
	switch v := item.Interface().(type) {
	case string:
		return strings.TrimSpace(v)
	case campaign.Activity:
		return strings.TrimSpace(v.Name + " " + v.Date.String())
	case campaign.Moment:
		return strings.TrimSpace(v.Title + " " + v.Date.String())
	}
	return strings.TrimSpace(item.FieldByName("Name").String())
}

// at returns what stands at a place, or nil.
func (p *part) at(keys []string) *part {
	for _, key := range keys {
		if p == nil {
			return nil
		}
		p = p.parts[key]
	}
	return p
}

// same reports whether two parts, either of which may not be there, say the same.
func same(a, b *part) bool {
	switch {
	case a == nil || b == nil:
		return a == b
	case a.parts == nil:
		return b.parts == nil && reflect.DeepEqual(a.value.Interface(), b.value.Interface())
	}
	return slices.Equal(a.keys, b.keys) && !slices.ContainsFunc(a.keys, func(key string) bool { return !same(a.parts[key], b.parts[key]) })
}
