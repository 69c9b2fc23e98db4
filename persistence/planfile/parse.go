package planfile

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

// parse reads the text into the mapping at its root.
func parse(data []byte) (*yaml.Node, *Problem) {
	if p := checkText(data); p != nil {
		return nil, p
	}
	loader, err := yaml.NewLoader(bytes.NewReader(data))
	if err != nil {
		return nil, &Problem{Why: "the plan cannot be read: " + err.Error()}
	}
	var document, second yaml.Node
	switch err := loader.Load(&document); {
	case errors.Is(err, io.EOF) || err == nil && len(document.Content) == 0:
		return nil, &Problem{Why: "the plan is empty: write at least a line such as \"name: March\""}
	case err != nil:
		return nil, syntax(err)
	}
	if err := loader.Load(&second); err == nil {
		return nil, &Problem{Line: second.Line, Why: "a second document begins here: a plan file holds one plan"}
	} else if !errors.Is(err, io.EOF) {
		return nil, syntax(err)
	}
	root := document.Content[0]
	if p := checkRoot(root); p != nil {
		return nil, p
	}
	return root, nil
}

func checkRoot(root *yaml.Node) *Problem {
	if root.Kind == yaml.MappingNode {
		return nil
	}
	if root.Tag == "!!null" {
		return &Problem{Why: "the plan is empty: write at least a line such as \"name: March\""}
	}
	return &Problem{Line: root.Line, Why: "this is not a plan: it is made of lines such as \"name: March\" or \"need: 100000\""}
}

// checkText refuses what is no text before the parser stumbles over it.
func checkText(data []byte) *Problem {
	switch {
	case len(data) > MaxSize:
		return &Problem{Why: fmt.Sprintf("the plan is too long: %d bytes, %d at most", len(data), MaxSize)}
	case bytes.HasPrefix(data, []byte{0xff, 0xfe}) || bytes.HasPrefix(data, []byte{0xfe, 0xff}):
		return &Problem{Line: 1, Why: "the plan is saved as UTF-16: save it as UTF-8"}
	}
	for i, line := range bytes.Split(data, []byte("\n")) {
		switch {
		case !utf8.Valid(line):
			return &Problem{Line: i + 1, Why: "this is not UTF-8 text: save the plan as UTF-8"}
		case bytes.HasPrefix(bytes.TrimLeft(line, " "), []byte("\t")) && len(bytes.TrimSpace(line)) > 0:
			return &Problem{Line: i + 1, Why: "a tab stands at the beginning: indent with spaces"}
		case bytes.ContainsFunc(line, isControl):
			return &Problem{Line: i + 1, Why: "there is a control character here: take it out"}
		}
	}
	return nil
}

func isControl(r rune) bool {
	return r < ' ' && r != '\t' && r != '\r' || r == 0x7f
}

// syntax puts what the parser found into a sentence.
func syntax(err error) *Problem {
	var at *yaml.LoadError
	if !errors.As(err, &at) {
		return &Problem{Why: "this is not YAML: " + err.Error()}
	}
	line := at.Mark.Line
	if line == 0 {
		line = at.ContextMark.Line
	}
	why := at.Message
	switch {
	case strings.Contains(why, "mapping values are not allowed"):
		why = "there is a colon too many, or the indentation is wrong; put a text that holds a colon in quotes"
	case strings.Contains(why, "cannot start any token"):
		why = "a text cannot begin with this character; put it in quotes"
	case strings.Contains(why, "unknown anchor"):
		why = "a text that begins with * needs quotes"
	case at.ContextMsg != "":
		why = fmt.Sprintf("%s, which began on line %d", why, at.ContextMark.Line)
	}
	return &Problem{Line: line, Why: "this is not YAML: " + why}
}
