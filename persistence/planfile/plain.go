package planfile

import (
	"reflect"

	"muster/campaign"
)

// Plain returns a value of a plan as it stands in the file: numbers, texts and
// dates, lists, and groups by key. Of nil it is nil.
func Plain(value any) any {
	if value == nil {
		return nil
	}
	return plainOf(reflect.ValueOf(value))
}

func plainOf(v reflect.Value) any {
	switch {
	case v.Type() == dayType:
		return campaign.Day(v.Int()).String()
	case v.Kind() == reflect.Struct:
		group := map[string]any{}
		for _, k := range keysOf(v.Type()) {
			if field := v.Field(k.index); !empty(field) {
				group[k.name] = plainOf(field)
			}
		}
		return group
	case v.Kind() == reflect.Map:
		group := map[string]any{}
		for _, k := range v.MapKeys() {
			group[k.String()] = plainOf(v.MapIndex(k))
		}
		return group
	case v.Kind() == reflect.Slice:
		list := make([]any, v.Len())
		for i := range list {
			list[i] = plainOf(v.Index(i))
		}
		return list
	}
	return v.Interface()
}
