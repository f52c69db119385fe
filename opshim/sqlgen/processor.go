package sqlgen

import (
	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/schema"
)

// processor is the compiler as Python's @compiles functions see it.
type processor struct {
	c *compiler
	k kw
}

// Process implements expr.Processor.
func (p *processor) Process(e expr.Expr) (string, error) {
	s := p.c.expr(e, p.k)
	return s, p.c.err
}

// ProcessFrom implements expr.Processor.
func (p *processor) ProcessFrom(f expr.From) (string, error) {
	k := p.k
	k.asFrom = true
	s := p.c.from(f, k)
	return s, p.c.err
}

// ProcessStmt implements expr.Processor.
func (p *processor) ProcessStmt(s expr.Stmt) (string, error) {
	text := p.c.stmt(s, p.k)
	return text, p.c.err
}

// ProcessType implements expr.Processor.
func (p *processor) ProcessType(t schema.Type) (string, error) { return p.c.d.CompileType(t) }

// Quote implements expr.Processor.
func (p *processor) Quote(name string) string { return p.c.d.Quote(name) }

// FormatTable implements expr.Processor.
func (p *processor) FormatTable(t *schema.Table) string { return p.c.d.TableName(t.Name) }

// Dialect implements expr.Processor.
func (p *processor) Dialect() string { return p.c.d.pyName() }
