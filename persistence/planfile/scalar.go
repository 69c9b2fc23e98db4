package planfile

import (
	"fmt"
	"math"
	"reflect"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"muster/campaign"
)

// scalar reads one number, day or text.
func scalar(n *yaml.Node, v reflect.Value) error {
	if v.Type() == dayType {
		day, err := campaign.ParseDay(n.Value)
		v.SetInt(int64(day))
		return err
	}
	number := n.Tag == "!!int" || n.Tag == "!!float"
	plain := strings.ReplaceAll(n.Value, "_", "")
	switch v.Kind() {
	case reflect.String:
		if n.Tag == "!!bool" || n.Tag == "!!binary" {
			return fmt.Errorf("%s is not a text: put it in quotes", n.Value)
		}
		v.SetString(n.Value)
	case reflect.Int, reflect.Int64:
		f, err := strconv.ParseFloat(plain, 64)
		if err != nil || !number || f != math.Trunc(f) || math.Abs(f) >= 1<<53 {
			return fmt.Errorf("%q is not a whole number: write it in digits, such as 100000", n.Value)
		}
		v.SetInt(int64(f))
	case reflect.Float64:
		f, err := strconv.ParseFloat(plain, 64)
		if err != nil || !number {
			return fmt.Errorf("%q is not a number: write it in digits, such as 100000 or 0.5", n.Value)
		}
		v.SetFloat(f)
	default:
		panic("planfile: no way to read a " + v.Type().String())
	}
	return nil
}

func kindOf(t reflect.Type) string {
	switch {
	case t == dayType:
		return "a date"
	case t.Kind() == reflect.String:
		return "a text"
	}
	return "a number"
}

// shorten describes a node that has the wrong shape.
func shorten(n *yaml.Node) string {
	switch {
	case n.Kind == yaml.SequenceNode:
		return "a list"
	case len(n.Value) > 40:
		return "a text"
	}
	return strconv.Quote(n.Value)
}
