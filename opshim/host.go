package opshim

import (
	"context"
	"errors"
	"io"
	"strings"

	"github.com/mrt-tools/mrt/opshim/internal/pyalembic"
	"github.com/mrt-tools/mrt/opshim/op"
	"github.com/mrt-tools/mrt/opshim/script"
	"github.com/mrt-tools/mrt/opshim/sqlgen"
	"github.com/mrt-tools/mrt/pyrt"
	"github.com/mrt-tools/mrt/pyrt/syntax"
)

// A host is what the libraries of one runtime act on. What it does with a
// directive depends on what the runtime is used for at the moment.
type host struct {
	rt *runtime
	// backend is where steps go while a revision runs.
	backend Backend
	// source is the revision that runs.
	source *syntax.Source
	tree   *syntax.File
	last   lasting
	// before is the revision that ran last in --sql mode.
	before *script.Revision
	// dbErr is the last failure that the backend reported.
	dbErr *DBError

	// rows is the version table of a simulated database.
	rows []string
	// contexts are all that were made.
	contexts []*pyalembic.Context
	// early are the steps that env.py did before it configured anything.
	early []Step
	// configured are the contexts that env.py made, with what it did itself.
	configured []*configured

	// printer writes SQL in --sql mode; nil otherwise.
	printer *printer
	// steps says what run_migrations is to do; nil: nothing.
	steps func(t *pyrt.Thread, c *pyalembic.Context) ([]script.Step, error)
}

// A configured is one configure() call and what env.py did after it.
type configured struct {
	context *pyalembic.Context
	options *pyrt.Dict // as they were then
	before  []Step
	ran     bool // run_migrations was called
}

// Apply implements [pyalembic.Host].
func (h *host) Apply(t *pyrt.Thread, c *pyalembic.Context, o op.Op) error {
	h.rt.sa.HookConstraints(o)
	step := h.step(t, o)
	switch {
	case h.backend != nil:
		err := h.backend.Apply(t.Context, step)
		errors.As(err, &h.dbErr)
		return err
	case h.printer != nil:
		return h.printer.op(t, c, o)
	}
	if _, event := controlText(c, o); event {
		return nil
	}
	if n := len(h.configured); n > 0 && !h.configured[n-1].ran {
		h.configured[n-1].before = append(h.configured[n-1].before, step)
	} else if n == 0 {
		h.early = append(h.early, step)
	}
	return nil
}

// step says where an op was asked for.
func (h *host) step(t *pyrt.Thread, o op.Op) Step {
	at, stack := h.place(t)
	return Step{Op: o, At: at, Stack: stack}
}

// place finds the innermost call inside the revision file, and all calls.
func (h *host) place(t *pyrt.Thread) (at syntax.Span, stack []syntax.Span) {
	for _, f := range t.Stack() {
		if f.At.Source == nil {
			continue
		}
		stack = append(stack, f.At)
		if f.At.Source == h.source {
			at = f.At
		}
	}
	if at.Source == nil && len(stack) > 0 {
		at = stack[len(stack)-1]
	}
	return at, stack
}

// Print implements [pyalembic.Host].
func (h *host) Print(t *pyrt.Thread, c *pyalembic.Context, text string) error {
	if h.printer == nil {
		return nil
	}
	return h.printer.write(t, c, text)
}

// Configured implements [pyalembic.Host].
func (h *host) Configured(_ *pyrt.Thread, c *pyalembic.Context) error {
	h.contexts = append(h.contexts, c)
	h.configured = append(h.configured, &configured{context: c, options: c.Options.Copy(), before: h.early})
	h.rt.sa.SetDialect(c.Dialect)
	c.Dialect.SQLAlchemy = h.rt.opts.SQLAlchemy
	if c.Dialect.ServerVersion == nil {
		c.Dialect.ServerVersion = h.rt.opts.ServerVersion
	}
	return nil
}

// Steps implements [pyalembic.Host].
func (h *host) Steps(t *pyrt.Thread, c *pyalembic.Context) ([]script.Step, error) {
	for _, x := range h.configured {
		if x.context == c {
			x.ran = true
		}
	}
	if h.steps == nil {
		return nil, nil
	}
	return h.steps(t, c)
}

// Rows implements [pyalembic.Host].
func (h *host) Rows(*pyalembic.Context) []string { return h.rows }

// Moved implements [pyalembic.Host].
func (h *host) Moved(_ *pyalembic.Context, rows []string) { h.rows = rows }

// Module implements [pyalembic.Host].
func (h *host) Module(_ *pyrt.Thread, r *script.Revision) (*pyrt.Module, error) {
	if err := h.take(r); err != nil {
		return nil, err
	}
	h.source, h.tree = r.Tree.Source, r.Tree
	name := script.ModuleName(r.File)
	if m := h.last.again(r.Tree); m != nil {
		h.rt.thread.Modules[name] = m
		return m, nil
	}
	defer h.rt.inert.Loading()()
	m, err := h.rt.execute(r.Tree, name, r.File)
	h.last = lasting{}
	if err == nil && constant(r.Tree) {
		h.last = lasting{r.Tree, m, m.Names()}
	}
	return m, err
}

// Running implements [pyalembic.Host].
func (h *host) Running() (done func()) { return h.rt.inert.Run() }

// take has the tree of a revision ready. Where SQL is printed each revision runs
// once, as a rule: that of the one before is let go.
func (h *host) take(r *script.Revision) error {
	if h.printer != nil && h.before != nil && h.before != r {
		h.before.Tree = nil
		// Alembic does not enter revisions in sys.modules either.
		delete(h.rt.thread.Modules, script.ModuleName(h.before.File))
	}
	h.before = r
	if r.Tree != nil {
		return nil
	}
	tree, err := h.rt.parse(r.File)
	r.Tree = tree
	return err
}

// Warn implements [pyalembic.Host].
func (h *host) Warn(t *pyrt.Thread, text string) {
	if t.Stderr != nil {
		_, _ = io.WriteString(t.Stderr, "UserWarning: "+text+"\n") // a warning that cannot be printed is lost
	}
}

// A printer turns directives into the text of --sql mode.
type printer struct {
	ctx     context.Context
	out     io.Writer
	session map[*pyalembic.Context]*sqlgen.Session
}

// op prints the statements of a directive; those before a failure included.
func (p *printer) op(t *pyrt.Thread, c *pyalembic.Context, o op.Op) error {
	if text, ok := controlText(c, o); ok {
		if text == "" {
			return nil
		}
		return p.write(t, c, text)
	}
	s := p.session[c]
	if s == nil {
		s = &sqlgen.Session{}
		p.session[c] = s
	}
	stmts, err := c.Dialect.Compile(p.ctx, s, o, nil)
	for _, st := range stmts {
		if werr := p.statement(t, c, st); werr != nil {
			return werr
		}
	}
	return err
}

// controlText is what a transaction event prints. Whether DDL is transactional
// is the context's to say, since env.py can force it.
func controlText(c *pyalembic.Context, o op.Op) (text string, ok bool) {
	switch o.(type) {
	case *op.Begin:
		return "BEGIN;", true
	case *op.Commit:
		return "COMMIT;", true
	case *op.AutocommitBegin:
		if c.Transactional {
			return "COMMIT;", true
		}
		return "", true
	case *op.AutocommitEnd:
		if c.Transactional {
			return "BEGIN;", true
		}
		return "", true
	}
	return "", false
}

func (p *printer) statement(t *pyrt.Thread, c *pyalembic.Context, st sqlgen.Stmt) error {
	switch {
	case st.Warning != "" && t.Stderr != nil:
		if _, err := io.WriteString(t.Stderr, "UserWarning: "+st.Warning+"\n"); err != nil {
			return err
		}
	}
	switch {
	case st.Text == "" && st.Control == "":
		return nil
	case st.Comment:
		return p.write(t, c, st.Text)
	case st.Control != "":
		return p.write(t, c, st.Control+";")
	}
	return p.write(t, c, pieceOf(st.Text))
}

// pieceOf is a statement as --sql prints it: tabs are four blanks, and the ends
// are stripped.
func pieceOf(text string) string {
	return strings.TrimSpace(strings.ReplaceAll(text, "\t", "    ")) + ";"
}

// write sends one piece out.
func (p *printer) write(t *pyrt.Thread, c *pyalembic.Context, text string) error {
	text += "\n\n"
	if ok, err := c.Write(t, text); ok || err != nil {
		return err
	}
	_, err := io.WriteString(p.out, text)
	return err
}
