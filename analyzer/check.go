package analyzer

import (
	"context"
	"iter"
	"os"
	"path/filepath"
	"regexp"
	"slices"

	"github.com/mrt-tools/mrt/analyzer/catalog"
	"github.com/mrt-tools/mrt/analyzer/finding"
	"github.com/mrt-tools/mrt/analyzer/symex"
	"github.com/mrt-tools/mrt/opshim"
	"github.com/mrt-tools/mrt/opshim/script"
	"github.com/mrt-tools/mrt/opshim/sqlgen"
	"github.com/mrt-tools/mrt/opshim/sqlread"
	"sync"
)

// Options say how revisions are checked. The zero value takes the project's
// own dialect.
type Options struct {
	// Dialect is postgresql, mysql, mariadb or sqlite; empty is what the
	// project states, else sqlite.
	Dialect string
	// File gives the path of a file as reports show it; nil shows it as it is.
	File func(path string) string
	// ServerVersion is the database's version; nil is the newest.
	ServerVersion []int
	// Release lets go of the syntax tree of each revision that is done, except for
	// heads: a long history needs much less memory then.
	Release bool
	// Detail fills Result.Detail, for reports that show what a revision does.
	Detail bool
	// Start is what the history starts from; nil if that is not stated.
	Start *Start
}

// Check predicts the round trip of each revision, in the order given, which
// must be an upgrade order. Those that are in place from the start are named and
// left out. The error is what ends the whole check.
func Check(ctx context.Context, env *opshim.Environment, revs []*script.Revision, o Options) iter.Seq2[finding.Result, error] {
	return o.besides(revs, func(revs []*script.Revision) iter.Seq2[finding.Result, error] { return checkEach(ctx, env, revs, o) })
}

// checkEach checks revisions of which none is in place from the start.
func checkEach(ctx context.Context, env *opshim.Environment, revs []*script.Revision, o Options) iter.Seq2[finding.Result, error] {
	return func(yield func(finding.Result, error) bool) {
		c, err := newChecker(env, o)
		if err != nil {
			yield(finding.Result{}, err)
			return
		}
		rest, ok := c.together(ctx, revs, yield)
		if !ok {
			return
		}
		for _, rev := range rest {
			if err := ctx.Err(); err != nil {
				yield(finding.Result{}, err)
				return
			}
			if !yield(c.one(ctx, rev), nil) {
				return
			}
		}
	}
}

// checker goes through the revisions with one state.
type checker struct {
	env   *opshim.Environment
	opt   Options
	read  sqlread.Dialect
	x     *symex.Explorer
	world *catalog.World
	state *catalog.State
	// modules tells which modules were found in the application.
	modules map[string]bool
}

func newChecker(env *opshim.Environment, o Options) (*checker, error) {
	if o.Dialect == "" {
		o.Dialect = first(env.Dialect(), "sqlite")
	}
	read, ok := sqlread.DialectOf(o.Dialect)
	if !ok {
		return nil, unknownDialect(o.Dialect)
	}
	d, err := sqlgen.New(o.Dialect)
	if err != nil {
		return nil, err
	}
	configurations := env.Configurations
	if c := env.Configuration(); c != nil {
		configurations = append([]opshim.Configuration{*c}, configurations...)
	}
	for _, c := range configurations {
		if c.Dialect.Name == o.Dialect {
			own := *c.Dialect
			d = &own
			break
		}
	}
	if d.ServerVersion == nil {
		d.ServerVersion = o.ServerVersion
	}
	x, err := symex.New(env, d)
	if err != nil {
		return nil, err
	}
	x.Show = o.Detail
	c := &checker{env: env, opt: o, read: read, x: x, modules: map[string]bool{}}
	if o.Start != nil {
		c.state, c.world = o.Start.begin()
	} else {
		c.world = catalog.NewWorld()
		c.state = catalog.New(read, c.world)
	}
	c.state.ForeignKeys = read == sqlread.SQLite && c.enforcesKeys()
	return c, nil
}

var pragmaOn = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)PRAGMA\s+foreign_keys\s*(=|\()\s*["']?(ON|1|TRUE|YES)`)
})

// enforcesKeys reports whether env.py switches SQLite's foreign keys on.
//
// Why by its text: the statement stands in the part of env.py that needs a
// connection, which is not executed when the offline part tells all the rest.
func (c *checker) enforcesKeys() bool {
	path := c.env.Project.EnvPy()
	if path == "" {
		return false
	}
	text, err := os.ReadFile(path)
	return err == nil && pragmaOn().Match(text)
}

// one checks one revision and moves the state on.
func (c *checker) one(ctx context.Context, rev *script.Revision) finding.Result {
	res, j := c.look(ctx, rev)
	c.advance(j)
	c.release(rev)
	return res
}

// release lets go of the syntax tree of a revision that is done.
func (c *checker) release(rev *script.Revision) {
	if c.opt.Release && !rev.IsHead() {
		rev.Tree = nil
	}
}

// look checks one revision; the state stays before it.
func (c *checker) look(ctx context.Context, rev *script.Revision) (finding.Result, judgement) {
	return c.lookOn(ctx, rev, nil)
}

// lookOn does so with what came of an upgrade on empty tables, if there was one.
func (c *checker) lookOn(ctx context.Context, rev *script.Revision, ups []symex.Path) (finding.Result, judgement) {
	res := finding.Result{Revision: rev.ID, File: c.opt.show(rev.File), Title: rev.Doc, Verdict: finding.Unknown}
	run := func(dir opshim.Direction, on *catalog.State, same []symex.Choice) []symex.Path {
		if first := ups; first != nil && dir == opshim.Up {
			ups = nil // the first upgrade of a trip is that on empty tables
			return first
		}
		if same != nil {
			return []symex.Path{c.x.Repeat(ctx, rev, dir, on, same)}
		}
		return c.x.Explore(ctx, rev, dir, on)
	}
	j := judge(c.state, run)
	res.Verdict, res.Cause = j.verdict, j.cause
	if res.Verdict != finding.Unknown {
		res.Cause = ""
	}
	pass := &Pass{Revision: rev, Dialect: c.read, Trip: j, Before: c.state, Assumed: c.world.Assumed(), Roots: c.roots(), modules: c.modules, report: func(f finding.Finding) { res.Findings = append(res.Findings, f) }}
	for _, r := range Suite() {
		r.Run(pass)
	}
	res.Findings = finding.Suppress(rev.Tree, res.Findings, rev.ID, CodeUnusedSuppression)
	res.Findings = finding.Seal(res.Findings)
	res.Coverage = coverage(j)
	if c.opt.Detail {
		res.Detail = detail(c.state, j)
	}
	return res, j
}

// coverage counts what the two runs on empty tables executed.
func coverage(j judgement) finding.Coverage {
	var out finding.Coverage
	for _, paths := range [][]symex.Path{j.up, j.down} {
		most := symex.Path{}
		for _, p := range paths {
			if p.Calls >= most.Calls {
				most = p
			}
			for _, o := range p.Opaque {
				if !slices.Contains(out.Opaque, o) {
					out.Opaque = append(out.Opaque, o)
				}
			}
		}
		out.Calls += most.Calls
		out.Statements += most.Statements
	}
	slices.Sort(out.Opaque)
	return out
}

// advance moves on to the state after the upgrade, on tables that hold only
// what migrations put there.
func (c *checker) advance(j judgement) {
	if j.after == nil {
		return
	}
	c.state = following(c.state, j.up, j.after)
}

// following is the state that the next revision begins with.
func following(before *catalog.State, ups []symex.Path, after *catalog.State) *catalog.State {
	next := after.Clone()
	next.Log = nil
	if len(ups) > 0 && ups[0].Err != nil {
		next.Taint("run: an earlier upgrade was not executed to its end")
	}
	if len(ups) > 1 {
		next.Taint("paths: an earlier upgrade has several ways")
	}
	next.Settle()
	next.ForeignKeys = before.ForeignKeys
	next.Forget()
	return next
}

// stateAfter is the state after an upgrade on empty tables, given its paths.
func stateAfter(before *catalog.State, ups []symex.Path) *catalog.State {
	for _, up := range ups {
		if up.Err == nil || len(ups) == 1 {
			return up.State
		}
	}
	return before.Clone()
}

// roots are the folders in which Python looks for modules of the application.
func (c *checker) roots() []string {
	p := c.env.Project
	var out []string
	for _, dir := range p.SysPath {
		if !filepath.IsAbs(dir) {
			dir = filepath.Join(p.WorkDir, dir)
		}
		out = append(out, dir)
	}
	return out
}
