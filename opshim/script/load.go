package script

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"sort"
	"strings"
	"unicode"

	"github.com/mrt-tools/mrt/pyrt/syntax"
	"sync"
)

// A History is a project's revisions and their graph.
type History struct {
	*Graph
	Project *Project
	// Failures are the files that could not be read as revisions. Alembic
	// stops at the first; here the graph holds the others, if it can.
	Failures []Failure
}

// A Failure is a revision file that cannot be used.
type Failure struct {
	File string // absolute path
	Err  error  // a syntax.ErrorList, an *Error, or from running the file
	At   syntax.Span
}

// Error returns the file and the reason.
func (f Failure) Error() string { return f.File + ": " + f.Err.Error() }

// Unwrap returns the reason.
func (f Failure) Unwrap() error { return f.Err }

// LoadOptions say how revisions are read.
type LoadOptions struct {
	// Compute runs the body of a module whose ids are not literals. Without
	// it such a file is a Failure.
	Compute func(path string, tree *syntax.File) (Declared, error)
	// Keep tells whether the tree of a revision stays in memory; nil keeps all.
	Keep func(tree *syntax.File) bool
}

// maxRevisions and maxFileSize bound what is read.
const (
	maxRevisions = 100_000
	maxFileSize  = 16 << 20
	maxDirDepth  = 64
)

// ErrNotLiteral is the reason of a Failure where ids would have to be computed.
var ErrNotLiteral = errors.New("revision, down_revision, depends_on or branch_labels is not a literal")

// Load reads the revisions of a project in Alembic's order: the version
// folders as configured, in each the files by name. The error is about the
// graph (an *[Error]) or about reading folders; a History comes back with it
// where the files could be read, then without Graph.
func Load(p *Project, o LoadOptions) (*History, error) {
	h := &History{Project: p}
	paths, warnings, err := p.revisionFiles()
	if err != nil {
		return nil, err
	}
	var revs []*Revision
	for path, f := range parseAll(p, paths) {
		r, err := readRevision(path, f, o)
		if err != nil {
			h.Failures = append(h.Failures, *err)
			continue
		}
		revs = append(revs, r)
	}
	g, err := NewGraph(revs)
	if err != nil {
		if len(h.Failures) > 0 {
			return h, h.Failures[0] // the rest follows from it
		}
		return h, err
	}
	g.Warnings = append(warnings, g.Warnings...)
	h.Graph = g
	return h, nil
}

// readRevision reads one file.
func readRevision(path string, parsed parsedFile, o LoadOptions) (*Revision, *Failure) {
	tree, err := parsed.tree, parsed.err
	if err != nil {
		f := &Failure{File: path, Err: err}
		var list syntax.ErrorList
		if errors.As(err, &list) && len(list) > 0 {
			f.At = list[0].At
		}
		return nil, f
	}
	d, ok := declared(tree)
	if !ok {
		if o.Compute == nil {
			return nil, &Failure{File: path, Err: ErrNotLiteral, At: tree.Span()}
		}
		if d, err = o.Compute(path, tree); err != nil {
			return nil, uncomputed(path, tree, err)
		}
	}
	r, err := newRevision(path, d)
	if err != nil {
		return nil, &Failure{File: path, Err: err, At: undeclared(tree, err)}
	}
	r.Computed = !ok
	if o.Keep == nil || o.Keep(tree) {
		r.Tree = tree
	}
	return r, nil
}

// An Uncomputed is why the ids of a revision could not be computed.
type Uncomputed struct {
	Name string      // of the declaration; "" if the module itself fails
	At   syntax.Span // the line to show, if it is not that of the declaration
	Err  error
}

// Error is the reason.
func (u *Uncomputed) Error() string { return u.Err.Error() }

// Unwrap returns the reason.
func (u *Uncomputed) Unwrap() error { return u.Err }

// uncomputed is the failure of a module whose ids could not be computed.
func uncomputed(path string, tree *syntax.File, err error) *Failure {
	f := &Failure{File: path, Err: err, At: tree.Span()}
	var u *Uncomputed
	if !errors.As(err, &u) {
		return f
	}
	f.Err = u.Err
	if at := u.At; at.IsValid() {
		f.At = at
	} else if at := assignmentOf(tree, u.Name); at.IsValid() {
		f.At = at
	}
	return f
}

// ValueOf is the expression that a module's top level assigns to a name last,
// nil if there is none.
func ValueOf(tree *syntax.File, name string) syntax.Expr {
	var value syntax.Expr
	for _, s := range tree.Body {
		for _, target := range targetsOf(s) {
			n, ok := target.(*syntax.Name)
			if !ok || n.ID != name {
				continue
			}
			switch s := s.(type) {
			case *syntax.Assign:
				value = s.Value
			case *syntax.AnnAssign:
				value = s.Value
			}
		}
	}
	return value
}

// undeclared is the line to show for a module that does not declare what it
// must, and adds to the message what was probably meant.
func undeclared(tree *syntax.File, err error) syntax.Span {
	var e *Error
	name := "revision"
	if errors.As(err, &e) && e.Class == AttributeError {
		name = "down_revision"
	}
	if at, word := misspelt(tree, name); word != "" && e != nil {
		e.Message += ". Did you mean: " + quote(word) + "?"
		return at
	}
	if at := assignmentOf(tree, "down_revision"); at.IsValid() {
		return at
	}
	if at := assignmentOf(tree, "revision"); at.IsValid() {
		return at
	}
	return tree.Span()
}

func parseFile(p *Project, path string) (*syntax.File, error) {
	text, err := readFile(path)
	if err != nil {
		return nil, err
	}
	src, err := syntax.NewSource(p.Show(path), text)
	if err != nil {
		return nil, err
	}
	return syntax.Parse(src)
}

// readFile reads a file that is not too large.
func readFile(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if info.Size() > maxFileSize {
		return nil, fmt.Errorf("file is larger than %d bytes", maxFileSize)
	}
	text := make([]byte, info.Size()+1) // the last byte shows that it does not grow meanwhile
	n, err := io.ReadFull(f, text)
	if err == io.ErrUnexpectedEOF || err == io.EOF {
		return text[:n:n], nil
	}
	if err != nil {
		return nil, err
	}
	return os.ReadFile(path)
}

// legacyID finds the id in file names of Alembic 0.1.
var (
	legacyID = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^([a-f0-9]+)\.py$`) })
)

// ModuleName is the name that Alembic gives a script's module: the file name
// with _ for everything that is no letter, digit or _.
func ModuleName(path string) string {
	return strings.Map(func(r rune) rune {
		if r == '_' || unicode.IsLetter(r) || unicode.IsNumber(r) {
			return r
		}
		return '_'
	}, filepath.Base(path))
}

func newRevision(path string, d Declared) (*Revision, error) {
	name := filepath.Base(path)
	if d.Revision == nil {
		m := legacyID().FindStringSubmatch(name)
		if m == nil {
			return nil, &Error{Class: CommandError, Message: "Could not determine revision id from filename " + name +
				". Be sure the 'revision' variable is declared inside the script (please see 'Upgrading from Alembic 0.1 to 0.2' in the documentation)."}
		}
		d.Revision = &m[1]
	}
	if d.Down == nil {
		return nil, &Error{Class: AttributeError, Message: "module " + quote(ModuleName(path)) + " has no attribute 'down_revision'"}
	}
	if len(d.DependsOn) == 1 && d.DependsOn[0] == "" {
		d.DependsOn = nil // Alembic takes depends_on = "" for none
	}
	doc := cleanDoc(d.Doc)
	return &Revision{
		ID: *d.Revision, Down: *d.Down, DependsOn: d.DependsOn, Labels: d.Labels,
		Doc: firstParagraph(doc), LongDoc: doc, File: path,
	}, nil
}

// revisionFiles lists the scripts in load order.
func (p *Project) revisionFiles() (paths, warnings []string, err error) {
	seen, folders := map[string]bool{}, realFolders{}
	for _, dir := range p.VersionDirs {
		if !exists(dir) {
			continue
		}
		found, err := p.listDir(dir, 0)
		if err != nil {
			return nil, nil, err
		}
		for _, f := range found {
			real, err := folders.real(f)
			if err != nil {
				return nil, nil, err
			}
			if seen[real] {
				warnings = append(warnings, "File "+p.Show(real)+" loaded twice! ignoring. Please ensure version_locations is unique.")
				continue
			}
			seen[real] = true
			if isRevisionFile(filepath.Base(real)) {
				paths = append(paths, real)
			}
		}
		if len(paths) > maxRevisions {
			return nil, nil, fmt.Errorf("more than %d revision files", maxRevisions)
		}
	}
	return paths, warnings, nil
}

// A scriptFile is a file in a version folder.
type scriptFile struct {
	path string
	link bool // it may be a link
}

// realFolders has the paths of folders without links.
type realFolders map[string]string

// real is the path of a file without links.
func (r realFolders) real(f scriptFile) (string, error) {
	if f.link {
		return filepath.EvalSymlinks(f.path)
	}
	dir, name := filepath.Dir(f.path), filepath.Base(f.path)
	known, ok := r[dir]
	if !ok {
		var err error
		if known, err = filepath.EvalSymlinks(dir); err != nil {
			return "", err
		}
		r[dir] = known
	}
	return filepath.Join(known, name), nil
}

func isRevisionFile(name string) bool {
	return strings.HasSuffix(name, ".py") && !strings.HasPrefix(name, ".#") && !strings.HasPrefix(name, "__init__")
}

// listDir lists the files of a folder by name, then, if asked to, those of its
// folders.
func (p *Project) listDir(dir string, depth int) ([]scriptFile, error) {
	if depth > maxDirDepth {
		return nil, fmt.Errorf("folders are nested deeper than %d at %s", maxDirDepth, p.Show(dir))
	}
	if strings.HasSuffix(filepath.Base(dir), "__pycache__") {
		return nil, nil
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	sort.Slice(entries, func(i, j int) bool { return entries[i].Name() < entries[j].Name() })
	var files []scriptFile
	var dirs []string
	for _, e := range entries {
		path := filepath.Join(dir, e.Name())
		if e.IsDir() || !e.Type().IsRegular() && isDir(path) {
			// A link to a folder is not followed, as os.walk does not.
			if e.IsDir() {
				dirs = append(dirs, path)
			}
			continue
		}
		files = append(files, scriptFile{path, !e.Type().IsRegular()})
	}
	if !p.Recursive {
		return files, nil
	}
	for _, d := range dirs {
		sub, err := p.listDir(d, depth+1)
		if err != nil {
			return nil, err
		}
		files = append(files, sub...)
	}
	return files, nil
}
