package analyzer

import (
	"errors"
	"fmt"
	"iter"
	"regexp"
	"strings"

	"github.com/mrt-tools/mrt/analyzer/catalog"
	"github.com/mrt-tools/mrt/analyzer/finding"
	"github.com/mrt-tools/mrt/opshim/script"
	"github.com/mrt-tools/mrt/opshim/sqlread"
)

// mostStartRows is how much text of INSERT statements is read of the schema that
// a history starts from.
const mostStartRows = 64 << 10

// A StartStatement is one statement of the schema that a history starts from.
type StartStatement struct {
	SQL  string
	Line int // in its file
}

// A Start is the schema that a history starts from, and all that there is
// besides what the revisions make.
type Start struct {
	File     string          // as reports show it
	At       string          // the revision that it stands at
	Holds    map[string]bool // the revisions that are in it
	Coverage finding.Coverage
	// RowsLeft is true if there are too many rows to be read: its tables then hold
	// none but witnesses.
	RowsLeft bool
	state    *catalog.State
	world    *catalog.World
}

// ReadStart applies the statements to an empty database. The error names file and line.
func ReadStart(file, dialect string, statements []StartStatement) (*Start, error) {
	read, ok := sqlread.DialectOf(dialect)
	if !ok {
		return nil, unknownDialect(dialect)
	}
	s := &Start{File: file, world: catalog.NewWorld()}
	s.state = catalog.New(read, s.world)
	s.state.CloseWorld()
	if read.IsMySQL() {
		if err := s.apply(StartStatement{SQL: "SET foreign_key_checks = 0"}, read); err != nil {
			return nil, err
		}
	}
	s.Coverage.Statements = 0
	if err := s.applyAll(s.withoutManyRows(statements), read); err != nil {
		return nil, err
	}
	if read.IsMySQL() {
		if _, err := s.state.Load(sqlread.Parse("SET foreign_key_checks = 1", read)[0]); err != nil {
			return nil, err
		}
	}
	s.state.Loaded()
	s.state.Forget()
	s.world.Assumed() // what is in doubt is told by the coverage
	return s, nil
}

var insertWord = regexp.MustCompile(`(?i)^\s*(INSERT|REPLACE)\s`)

// withoutManyRows leaves the rows out where they are many. Why all of them: some
// would lack those that they refer to.
func (s *Start) withoutManyRows(statements []StartStatement) []StartStatement {
	size := 0
	var rest []StartStatement
	for _, st := range statements {
		if insertWord.MatchString(st.SQL) {
			size += len(st.SQL)
			continue
		}
		rest = append(rest, st)
	}
	if size <= mostStartRows {
		return statements
	}
	s.RowsLeft = true
	return rest
}

// applyAll applies the statements in order; those of MySQL that fail again after
// the others, since mysqldump writes tables before those that they refer to.
func (s *Start) applyAll(statements []StartStatement, read sqlread.Dialect) error {
	for {
		var failed []StartStatement
		var first error
		for _, st := range statements {
			err := s.apply(st, read)
			if err == nil {
				continue
			}
			if failed = append(failed, st); first == nil {
				first = err
			}
			if !read.IsMySQL() {
				return first
			}
		}
		if len(failed) == len(statements) {
			return first
		}
		statements = failed
	}
}

// conditional is a comment that MySQL executes.
var conditional = regexp.MustCompile(`(?s)/\*M?!\d*(.*?)\*/`)

// keysAside has no effect on what is in a table; a backslash begins what is for the client alone.
var keysAside = regexp.MustCompile(`(?i)ALTER\s+TABLE\s+\S+\s+(DIS|EN)ABLE\s+KEYS`)

// apply applies one statement.
func (s *Start) apply(st StartStatement, read sqlread.Dialect) error {
	sql := st.SQL
	if read.IsMySQL() && !insertWord.MatchString(sql) {
		sql = conditional.ReplaceAllString(sql, " $1 ")
	}
	if read.IsMySQL() && (keysAside.MatchString(sql) || strings.HasPrefix(strings.TrimSpace(sql), `\`)) {
		return nil
	}
	for _, p := range sqlread.Parse(sql, read) {
		unknown, err := s.state.Load(p)
		var f *catalog.Failure
		if errors.As(err, &f) {
			return fmt.Errorf("%s:%d: the schema that the history starts from cannot be loaded: %s: %s", s.File, st.Line, f.Class, f.Message)
		}
		if err != nil {
			return err
		}
		s.Coverage.Statements++
		if unknown != "" {
			s.Coverage.Opaque = append(s.Coverage.Opaque, fmt.Sprintf("sql: %s:%d: %s", s.File, st.Line, unknown))
		}
	}
	return nil
}

// begin gives the state that the first revision begins with. Where something of
// it is assumed, its world is the only one.
func (s *Start) begin() (*catalog.State, *catalog.World) {
	if !s.world.Closed() {
		return s.state.Clone(), s.world
	}
	w := catalog.NewWorld()
	return s.state.In(w), w
}

// holds reports whether a revision is in place from the start.
func (o *Options) holds(rev *script.Revision) bool { return o.Start != nil && o.Start.Holds[rev.ID] }

// standing is the result of a revision that is in place from the start.
func (o *Options) standing(rev *script.Revision) finding.Result {
	res := finding.Result{Revision: rev.ID, File: o.show(rev.File), Title: rev.Doc, Outcome: finding.Skipped, Verdict: finding.Unknown}
	res.Reason = fmt.Sprintf("stands in %s, from which the history starts at %s", o.Start.File, o.Start.At)
	return res
}

// show is the path of a file as reports show it.
func (o *Options) show(file string) string {
	if o.File == nil {
		return file
	}
	return o.File(file)
}

// besides puts the results of revisions that are in place from the start between
// those of the others, in the order of all.
func (o *Options) besides(all []*script.Revision, others func([]*script.Revision) iter.Seq2[finding.Result, error]) iter.Seq2[finding.Result, error] {
	return func(yield func(finding.Result, error) bool) {
		var rest []*script.Revision
		for _, rev := range all {
			if !o.holds(rev) {
				rest = append(rest, rev)
			}
		}
		at := 0
		standing := func() bool {
			for ; at < len(all) && o.holds(all[at]); at++ {
				if !yield(o.standing(all[at]), nil) {
					return false
				}
			}
			return true
		}
		for res, err := range others(rest) {
			if err == nil && !standing() || !yield(res, err) {
				return
			}
			at++
		}
		standing()
	}
}

// unknownDialect is the error for a dialect that is none.
func unknownDialect(name string) error {
	return fmt.Errorf("unknown dialect %q: postgresql, mysql, mariadb and sqlite are known", name)
}
