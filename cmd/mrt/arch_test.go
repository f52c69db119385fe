package main

import (
	"go/ast"
	"go/doc"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/mrt-tools/mrt/"

// allowed lists, for each part, the parts that it may import.
var allowed = map[string]string{
	"pyrt":     "",
	"opshim":   "pyrt",
	"analyzer": "pyrt opshim",
	"verifier": "pyrt opshim analyzer",
	"cmd":      "pyrt opshim analyzer verifier",
}

// drivers lists the only importer of each database driver.
var drivers = map[string]string{
	"modernc.org/sqlite":             "verifier/internal/litedb",
	"github.com/jackc/pgx/v5":        "verifier/internal/pgdb",
	"github.com/go-sql-driver/mysql": "verifier/internal/mydb",
}

func TestImportDirection(t *testing.T) {
	cmd := exec.Command("go", "list", "-f", `{{.ImportPath}} {{join .Imports " "}}`, module+"...")
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	part := func(path string) string {
		p, _, _ := strings.Cut(strings.TrimPrefix(path, module), "/")
		return p
	}
	seen := 0
	for line := range strings.Lines(string(out)) {
		f := strings.Fields(line)
		seen++
		for _, imp := range f[1:] {
			checkImport(t, f[0], part(f[0]), imp, part(imp))
		}
	}
	if seen < 10 {
		t.Fatalf("go list knows only %d packages", seen)
	}
}

func checkImport(t *testing.T, pkg, from, imp, to string) {
	for driver, only := range drivers {
		own := strings.TrimPrefix(pkg, module)
		// The conformance program runs cases on a connection of its own.
		if (imp == driver || strings.HasPrefix(imp, driver+"/")) && own != only && own != "opshim/conform" {
			t.Errorf("%s imports %s; only %s may", pkg, driver, only)
		}
	}
	if !strings.HasPrefix(imp, module) || from == to {
		return
	}
	if !strings.Contains(" "+allowed[from]+" ", " "+to+" ") {
		t.Errorf("%s must not import %s", pkg, imp)
	}
	if from == "verifier" && to == "analyzer" && imp != module+"analyzer/finding" {
		t.Errorf("%s may use of analyzer only finding, not %s", pkg, imp)
	}
}

const (
	maxFileLines     = 500
	maxFunctionLines = 60
)

// TestSizes holds files and functions to their budgets. Tables of data are
// exempt by their name, and tests by their nature. testdata/oversize.txt lists
// what is over budget today: it may shrink, never grow.
func TestSizes(t *testing.T) {
	excused := readLines(t, "testdata/oversize.txt")
	over := map[string]bool{}
	walkGo(t, func(path string, file *ast.File, fset *token.FileSet) {
		if lines := fset.File(file.Pos()).LineCount(); lines > maxFileLines {
			over[path] = true
		}
		for _, d := range file.Decls {
			fn, ok := d.(*ast.FuncDecl)
			if !ok {
				continue
			}
			lines := fset.Position(fn.End()).Line - fset.Position(fn.Pos()).Line + 1
			if lines > maxFunctionLines {
				over[path+":"+fn.Name.Name] = true
			}
		}
	})
	for _, name := range sorted(over) {
		if !slices.Contains(excused, name) {
			t.Errorf("%s is over budget (%d lines a file, %d a function): split it by noun", name, maxFileLines, maxFunctionLines)
		}
	}
	for _, name := range excused {
		if !over[name] {
			t.Errorf("testdata/oversize.txt excuses %s, which is within budget now: take it off the list", name)
		}
	}
}

// TestPackageDocs demands a package comment of every package.
func TestPackageDocs(t *testing.T) {
	documented := map[string]bool{}
	walkGo(t, func(path string, file *ast.File, _ *token.FileSet) {
		dir := filepath.Dir(path)
		documented[dir] = documented[dir] || file.Doc != nil
	})
	for _, dir := range sorted(documented) {
		if !documented[dir] {
			t.Errorf("package %s has no package comment", dir)
		}
	}
}

// TestExportedAPI compares the exported names of each public package with
// testdata/api. MRT_UPDATE=1 rewrites the lists.
func TestExportedAPI(t *testing.T) {
	for _, pkg := range []string{"pyrt", "pyrt/syntax", "opshim", "opshim/schema", "opshim/expr", "opshim/op",
		"opshim/sqlgen", "opshim/sqlread", "opshim/script", "analyzer", "analyzer/finding", "verifier"} {
		t.Run(strings.ReplaceAll(pkg, "/", "_"), func(t *testing.T) {
			got := exported(t, pkg)
			golden := filepath.Join("..", "..", "testdata", "api", strings.ReplaceAll(pkg, "/", "_")+".txt")
			if os.Getenv("MRT_UPDATE") != "" {
				if err := os.MkdirAll(filepath.Dir(golden), 0o755); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("the exported API of %s is not testdata/api's; MRT_UPDATE=1 rewrites it\n%s", pkg, lineDiff(string(want), got))
			}
		})
	}
}

// exported lists the exported names of a package and of its types, and fails
// for each that has no doc comment.
func exported(t *testing.T, pkg string) string {
	t.Helper()
	fset := token.NewFileSet()
	dir := filepath.Join("..", "..", pkg)
	names, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil || len(names) == 0 {
		t.Fatalf("no Go files in %s (%v)", dir, err)
	}
	var files []*ast.File
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(fset, name, nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, f)
	}
	p, err := doc.NewFromFiles(fset, files, module+pkg)
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, v := range append(p.Consts, p.Vars...) {
		lines = append(lines, exportedNames("", v.Names)...)
	}
	for _, f := range p.Funcs {
		lines = append(lines, f.Name+"()")
	}
	for _, ty := range p.Types {
		lines = append(lines, "type "+ty.Name)
		for _, v := range append(ty.Consts, ty.Vars...) {
			lines = append(lines, exportedNames("", v.Names)...)
		}
		for _, f := range ty.Funcs {
			lines = append(lines, f.Name+"()")
		}
		for _, f := range ty.Methods {
			lines = append(lines, ty.Name+"."+f.Name+"()")
		}
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n") + "\n"
}

func exportedNames(prefix string, names []string) []string {
	var out []string
	for _, n := range names {
		if ast.IsExported(n) {
			out = append(out, prefix+n)
		}
	}
	return out
}

func lineDiff(want, got string) string {
	var b strings.Builder
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	for _, l := range w {
		if !slices.Contains(g, l) {
			b.WriteString("- " + l + "\n")
		}
	}
	for _, l := range g {
		if !slices.Contains(w, l) {
			b.WriteString("+ " + l + "\n")
		}
	}
	return b.String()
}

// walkGo parses every Go file of the module that is not a test or a table.
func walkGo(t *testing.T, visit func(path string, file *ast.File, fset *token.FileSet)) {
	t.Helper()
	root := filepath.Join("..", "..")
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (d.Name() == "testdata" || strings.HasPrefix(d.Name(), ".") && path != root) {
			return fs.SkipDir
		}
		if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") || strings.HasSuffix(path, "_table.go") {
			return nil
		}
		fset := token.NewFileSet()
		file, err := parser.ParseFile(fset, path, nil, parser.ParseComments)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, path)
		if err != nil {
			return err
		}
		visit(filepath.ToSlash(rel), file, fset)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func readLines(t *testing.T, path string) []string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Fields(string(text))
}

func sorted[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
