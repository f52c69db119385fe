package opshim

import (
	"context"
	"fmt"
	"strings"

	"github.com/mrt-tools/mrt/opshim/internal/pyalembic"
	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/opshim/script"
	"github.com/mrt-tools/mrt/opshim/sqlgen"
	"github.com/mrt-tools/mrt/pyrt"
)

// An Environment is a project that is ready to run revisions: its history, and
// what its env.py asked for. It owns one interpreter and is not safe for
// concurrent use; [Environment.Fork] makes another.
type Environment struct {
	Project *script.Project
	History *script.History
	// Configurations are what env.py configured, in order; empty if it could
	// not be executed.
	Configurations []Configuration
	// Problem is why env.py could not be executed to its end; nil if it was.
	Problem error
	// Assumed tells that env.py hides its dialect, so that one was guessed; see
	// [LikelyDialect].
	Assumed bool
	// Notes are what the user should know: packages that are not there, modules
	// that cannot be imported.
	Notes []string
	// Database is the name of the database that the environment is for, if
	// env.py runs migrations on several; see [Environment.Databases].
	Database string

	opts   Options
	rt     *runtime
	chosen int // which of the configurations is used
}

// Open reads a project's revisions and executes its env.py without running any
// migration. The error is about the history; a failing env.py is a Problem.
func Open(ctx context.Context, p *script.Project, o Options) (*Environment, error) {
	h, err := Load(ctx, p, o)
	if err != nil {
		return &Environment{Project: p, History: h, opts: o}, err
	}
	acts := make(chan []*script.Revision, 1)
	go func() { acts <- acting(h) }()
	return openHistory(ctx, p, h, o, func() []*script.Revision { return <-acts })
}

// openHistory executes env.py, and the revisions that act while they are imported.
func openHistory(ctx context.Context, p *script.Project, h *script.History, o Options, acting func() []*script.Revision) (*Environment, error) {
	e := &Environment{Project: p, History: h, opts: o}
	// The offline branch of env.py needs no database; some have only the other.
	for _, offline := range []bool{!o.Online, o.Online} {
		rt, err := newRuntime(ctx, p, h, o, pyalembic.Settings{Offline: offline, Destination: script.One("heads")})
		if err != nil {
			return nil, err
		}
		e.rt = rt
		err = rt.failure(rt.runEnv())
		if e.Problem == nil || err == nil {
			e.Problem = err
		}
		if err == nil && len(rt.host.configured) > 0 {
			break
		}
	}
	acts := acting()
	e.rt.effects = len(acts) > 0
	e.rt.register(acts)
	for _, c := range e.rt.host.configured {
		e.Configurations = append(e.Configurations, Configuration{
			Dialect: c.context.Dialect, Transactional: c.context.Transactional, PerMigration: c.context.PerMigration,
			VersionTable: c.context.VersionTable, VersionSchema: c.context.VersionSchema,
			NamingHidden: c.context.NamingHidden, Before: c.before,
		})
	}
	if all := e.distinct(); len(all) > 0 {
		e.chosen = all[0]
		if n := e.rt.host.runs(); n > len(all) {
			e.rt.note(fmt.Sprintf("env.py runs the same migrations on several of its %d databases; one stands for those", n))
		}
	}
	e.Notes, e.Assumed = e.rt.notes, e.rt.assumed
	e.Notes = append(e.Notes, e.rt.absentees()...)
	return e, nil
}

// Dialect is the name of the dialect that the project states: the options, then
// env.py, then the URL in the configuration; "" if nothing says.
func (e *Environment) Dialect() string {
	if e.opts.Dialect != "" {
		return e.opts.Dialect
	}
	if c := e.Configuration(); c != nil {
		return c.Dialect.Name
	}
	return ConfiguredDialect(e.Project)
}

// ConfiguredDialect is the dialect of sqlalchemy.url in the configuration, ""
// if there is none that is known.
func ConfiguredDialect(p *script.Project) string {
	url, ok, err := p.Config.Ini.Get(p.Config.Section, "sqlalchemy.url")
	if err != nil || !ok {
		return ""
	}
	scheme, _, ok := strings.Cut(url, "://")
	if !ok {
		return ""
	}
	name, _, _ := strings.Cut(scheme, "+")
	if name == "postgres" {
		name = "postgresql"
	}
	if _, err := sqlgen.New(name); err != nil {
		return ""
	}
	return name
}

// Naming is the naming convention of target_metadata, nil if there is none.
func (e *Environment) Naming() *schema.NamingConvention {
	if c := e.Configuration(); e.Database != "" || c != nil && c.Dialect.Naming != nil {
		return c.Dialect.Naming
	}
	for _, c := range e.Configurations {
		if c.Dialect.Naming != nil {
			return c.Dialect.Naming
		}
	}
	return nil
}

// Run executes upgrade() or downgrade() of one revision and hands its steps to
// b. The module is executed afresh each time, as a process of its own would.
// The error is a *[RunError].
func Run(ctx context.Context, e *Environment, rev *script.Revision, dir Direction, b Backend) error {
	rt := e.rt
	h := rt.host
	rt.thread.Context = ctx
	rt.thread.Refill()
	h.backend, h.dbErr, h.source = b, nil, rev.Tree.Source
	defer func() { h.backend = nil }()
	d := *b.Dialect()
	if d.Naming == nil {
		d.Naming = e.Naming()
	}
	rt.sa.SetDialect(&d)
	if s, ok := b.(StandIn); ok {
		rt.inert.Stand = s.StandFor
		defer func() { rt.inert.Stand = nil }()
	}
	var on *configured
	if e.chosen < len(h.configured) {
		on = h.configured[e.chosen]
	}
	err := rt.runRevision(rev, dir, &d, b, on)
	return rt.failure(err)
}

// Spent is how many steps of Python the last Run took.
func (e *Environment) Spent() int64 { return e.rt.thread.Spent() }

// runRevision runs it as on one of the databases of env.py, which is nil if
// there is none.
func (rt *runtime) runRevision(rev *script.Revision, dir Direction, d *sqlgen.Dialect, b Backend, on *configured) error {
	if on != nil && len(rt.host.configured) > 1 {
		rt.alembic.Choose(on.context, on.options)
	}
	c := rt.alembic.RunContext(d, rt.connection(b), false)
	rt.host.contexts = []*pyalembic.Context{c}
	m, err := rt.host.Module(rt.thread, rev)
	if err != nil {
		return err
	}
	// Alembic does not enter revisions in sys.modules; ours would keep all of them alive.
	defer delete(rt.thread.Modules, script.ModuleName(rev.File))
	fn, err := pyrt.GetAttr(rt.thread, m, dir.String())
	if err != nil {
		return err
	}
	defer c.Operations()()
	defer rt.inert.Run()()
	args := pyrt.Args{}
	if on != nil {
		args.Kw = on.context.RunArgs
	}
	v, err := pyrt.Call(rt.thread, fn, args)
	if text := pyalembic.NeverAwaited(v); err == nil && text != "" {
		return pyrt.Errorf(pyrt.RuntimeWarning, "%s", text)
	}
	return err
}
