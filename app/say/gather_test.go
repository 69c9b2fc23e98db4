package say_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// gatherer finds the texts in the source.
type gatherer struct {
	texts  texts
	set    *token.FileSet
	files  []*ast.File
	consts map[string]ast.Expr // by package and name
	terms  map[string]int      // functions of campaign that are given a Term, and as which argument
}

func (g *gatherer) parse(t *testing.T, root string) {
	t.Helper()
	g.set = token.NewFileSet()
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && path != root && (strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata"):
			return filepath.SkipDir
		case d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go"):
			return nil
		}
		f, err := parser.ParseFile(g.set, path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		g.files = append(g.files, f)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// learn notes the constants of a file, and which functions take a Term.
func (g *gatherer) learn(f *ast.File) {
	for _, d := range f.Decls {
		switch d := d.(type) {
		case *ast.GenDecl:
			for _, s := range d.Specs {
				if v, ok := s.(*ast.ValueSpec); ok && d.Tok == token.CONST && len(v.Values) == len(v.Names) {
					for i, name := range v.Names {
						g.consts[f.Name.Name+"."+name.Name] = v.Values[i]
					}
				}
			}
		case *ast.FuncDecl:
			if f.Name.Name == "campaign" {
				g.learnTerm(d)
			}
		}
	}
}

func (g *gatherer) learnTerm(d *ast.FuncDecl) {
	at := 0
	for _, field := range d.Type.Params.List {
		for range max(1, len(field.Names)) {
			if id, ok := field.Type.(*ast.Ident); ok && id.Name == "Term" {
				g.terms[d.Name.Name] = at
			}
			at++
		}
	}
}

// gather notes all texts of a file.
func (g *gatherer) gather(f *ast.File) {
	pkg := f.Name.Name
	for _, d := range f.Decls {
		name := ""
		if fd, ok := d.(*ast.FuncDecl); ok {
			name = pkg + "." + fd.Name.Name
		}
		ast.Inspect(d, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CallExpr:
				g.call(pkg, name, n)
			case *ast.CompositeLit:
				g.literal(pkg, n)
			}
			return true
		})
	}
}

// call notes the text of a call that says one, or keeps one to be said.
func (g *gatherer) call(pkg, in string, c *ast.CallExpr) {
	called := nameOf(pkg, c.Fun)
	at := func(i int) ast.Expr {
		if i < len(c.Args) {
			return c.Args[i]
		}
		return nil
	}
	switch called {
	case "say.Text", "say.Key", "campaign.Term":
		g.note(g.texts.texts, pkg, in, at(0))
	case "say.Count":
		g.note(g.texts.counts, pkg, in, at(0))
	case "campaign.Explain":
		g.note(g.texts.texts, pkg, "phrase.Words", at(1))
	case "campaign.invalid":
		g.note(g.texts.texts, pkg, "phrase.Words", at(0))
	}
	if pkg != "campaign" {
		return
	}
	last := called[strings.LastIndex(called, ".")+1:]
	if i, ok := g.terms[last]; ok {
		g.note(g.texts.texts, pkg, "phrase.Words", at(i))
	}
	if last == "add" && len(c.Args) >= 2 { // Problems.add
		g.note(g.texts.texts, pkg, "phrase.Words", at(1))
	}
}

// literal notes the keys of a table, and words that are put together by hand.
func (g *gatherer) literal(pkg string, l *ast.CompositeLit) {
	if isWords := nameOf(pkg, l.Type) == "campaign.Words"; isWords && len(l.Elts) > 0 {
		e := l.Elts[0]
		if kv, ok := e.(*ast.KeyValueExpr); ok {
			e = kv.Value
		}
		g.note(g.texts.texts, pkg, "phrase.Words", e)
		return
	}
	isTable := false
	if l.Type != nil {
		ast.Inspect(l.Type, func(n ast.Node) bool {
			if s, ok := n.(*ast.SelectorExpr); ok && nameOf(pkg, s) == "say.Key" {
				isTable = true
			}
			return true
		})
	}
	if !isTable {
		return
	}
	for _, e := range l.Elts {
		if kv, ok := e.(*ast.KeyValueExpr); ok {
			e = kv.Value
		}
		ast.Inspect(e, func(n ast.Node) bool {
			if b, ok := n.(*ast.BasicLit); ok && b.Kind == token.STRING {
				g.note(g.texts.texts, pkg, "", b)
			}
			return true
		})
	}
}

// note keeps a text, or a fault where it is none that can be found.
func (g *gatherer) note(into map[string]string, pkg, in string, e ast.Expr) {
	if e == nil {
		return
	}
	text, ok := g.constant(pkg, e)
	where := g.set.Position(e.Pos())
	switch _, known := dynamic[in]; {
	case ok && text != "" && text != "%s":
		into[text] = fmt.Sprintf("%s:%d", short(where.Filename), where.Line)
	case !ok && !known:
		g.texts.faults = append(g.texts.faults,
			fmt.Sprintf("%s:%d: the text is worked out in %s, so that nobody can translate it: say it where it stands", where.Filename, where.Line, in))
	}
}

// constant returns the text of a constant expression.
func (g *gatherer) constant(pkg string, e ast.Expr) (string, bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		s, err := strconv.Unquote(e.Value)
		return s, err == nil && e.Kind == token.STRING
	case *ast.ParenExpr:
		return g.constant(pkg, e.X)
	case *ast.BinaryExpr:
		a, ok := g.constant(pkg, e.X)
		b, too := g.constant(pkg, e.Y)
		return a + b, ok && too && e.Op == token.ADD
	case *ast.Ident, *ast.SelectorExpr:
		name := nameOf(pkg, e)
		if value, ok := g.consts[name]; ok {
			return g.constant(name[:strings.Index(name, ".")], value)
		}
	}
	return "", false
}

// nameOf returns the name of something with its package; that of a method has
// its receiver in front.
func nameOf(pkg string, e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return pkg + "." + e.Name
	case *ast.SelectorExpr:
		if x, ok := e.X.(*ast.Ident); ok {
			return x.Name + "." + e.Sel.Name
		}
		return "." + e.Sel.Name
	}
	return ""
}
