package report

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"path"
	"slices"
	"strings"
	"testing"
)

// element is a piece of XML.
type element struct {
	XMLName  xml.Name
	Attrs    []xml.Attr `xml:",any,attr"`
	Text     string     `xml:",chardata"`
	Children []element  `xml:",any"`
}

// attr returns an attribute, or nothing.
func (e element) attr(name string) string {
	for _, a := range e.Attrs {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// all returns the children of a name, each below that of the one before it.
func (e element) all(names ...string) []element {
	found := []element{e}
	for _, name := range names {
		var next []element
		for _, f := range found {
			for _, c := range f.Children {
				if c.XMLName.Local == name {
					next = append(next, c)
				}
			}
		}
		found = next
	}
	return found
}

// each calls f with every element of a name, however deep.
func (e element) each(name string, f func(element)) {
	if e.XMLName.Local == name {
		f(e)
	}
	for _, c := range e.Children {
		c.each(name, f)
	}
}

// parts is a workbook taken apart, as Excel takes it: by its relationships and
// content types (ECMA-376, part 2).
type parts struct {
	faults  []string
	files   map[string]element
	reached map[string]string // the type of the relationship that leads to each part
	sheets  map[string]string // the part of each sheet
	names   map[string]bool   // that formulas may use
}

const relationships = "application/vnd.openxmlformats-package.relationships+xml"

// takenApart reads all parts of a workbook and checks that they hang together.
func takenApart(t *testing.T, book []byte) *parts {
	t.Helper()
	p := &parts{files: map[string]element{}, reached: map[string]string{}, sheets: map[string]string{}, names: map[string]bool{}}
	file, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range file.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		var root element
		if err := xml.NewDecoder(r).Decode(&root); err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		r.Close()
		if _, twice := p.files[f.Name]; twice {
			t.Errorf("%s is there twice", f.Name)
		}
		p.files[f.Name] = root
	}
	p.follow("")
	p.contentTypes()
	return p
}

func (p *parts) errorf(format string, args ...any) {
	p.faults = append(p.faults, fmt.Sprintf(format, args...))
}

// targets returns where the relationships of a part lead, by their ids.
func (p *parts) targets(part string) map[string]string {
	folder, name := path.Split(part)
	found := map[string]string{}
	for _, r := range p.files[folder+"_rels/"+name+".rels"].Children {
		target := path.Join(folder, r.attr("Target"))
		if strings.HasPrefix(r.attr("Target"), "/") {
			target = r.attr("Target")[1:]
		}
		if r.attr("TargetMode") != "" {
			p.errorf("%s leads out of the workbook, to %s", part, r.attr("Target"))
		}
		if _, twice := found[r.attr("Id")]; twice || r.attr("Id") == "" {
			p.errorf("%s has the relationship %q twice", part, r.attr("Id"))
		}
		found[r.attr("Id")] = target
		p.reached[target] = path.Base(r.attr("Type"))
	}
	return found
}

// follow goes where the relationships of a part lead.
func (p *parts) follow(part string) {
	for id, target := range p.targets(part) {
		if _, there := p.files[target]; !there {
			p.errorf("%s, %s: there is no %s", part, id, target)
			continue
		}
		p.follow(target)
	}
}

// contentTypes checks that every part is reached and has a type of its own kind.
func (p *parts) contentTypes() {
	types, defaults := map[string]string{}, map[string]string{}
	for _, c := range p.files[contentTypes].Children {
		into, key := types, strings.TrimPrefix(c.attr("PartName"), "/")
		if c.XMLName.Local == "Default" {
			into, key = defaults, c.attr("Extension")
		} else if _, there := p.files[key]; !there {
			p.errorf("a content type is given for %s, which is not there", key)
		}
		if _, twice := into[key]; twice {
			p.errorf("two content types are given for %s", key)
		}
		into[key] = c.attr("ContentType")
	}
	ends := map[string]string{"officeDocument": "sheet.main+xml", "worksheet": "worksheet+xml", "styles": "styles+xml", "theme": "theme+xml",
		"drawing": "drawing+xml", "chart": "chart+xml", "core-properties": "core-properties+xml", "extended-properties": "extended-properties+xml"}
	for part := range p.files {
		kind, own := types[part]
		if !own {
			kind = defaults[strings.TrimPrefix(path.Ext(part), ".")]
		}
		if part == contentTypes || kind == relationships {
			continue
		}
		if end := ends[p.reached[part]]; end == "" || !strings.HasSuffix(kind, end) {
			p.errorf("%s is reached as %q and has the type %q", part, p.reached[part], kind)
		}
	}
}

// ordered checks that the children of an element come in the order of the
// schema, each but those that may be repeated at most once.
func (p *parts) ordered(where string, e element, order string, repeated ...string) {
	names := strings.Fields(order)
	last, lastName := -1, ""
	for _, c := range e.Children {
		name := c.XMLName.Local
		at := slices.Index(names, name)
		switch {
		case at < 0:
			p.errorf("%s: <%s> does not belong into <%s>", where, name, e.XMLName.Local)
		case at < last:
			p.errorf("%s: <%s> comes after <%s>", where, name, lastName)
		case at == last && !slices.Contains(repeated, name):
			p.errorf("%s: <%s> is there twice", where, name)
		}
		last, lastName = max(at, last), name
	}
}

// counted checks that a list is as long as it says.
func (p *parts) counted(where string, list element) {
	if said := list.attr("count"); said != "" && said != fmt.Sprint(len(list.Children)) {
		p.errorf("%s: <%s> says it has %s entries and has %d", where, list.XMLName.Local, said, len(list.Children))
	}
}
