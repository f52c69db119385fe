package pyalembic

import (
	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/op"
	"github.com/mrt-tools/mrt/pyrt"
)

func buildBulkInsert(c *call) (op.Op, pyrt.Value, error) {
	table, err := c.l.sa.TableOf(c.get("table"))
	if err != nil {
		return nil, nil, err
	}
	rows, ok := pyrt.AsList(c.get("rows"))
	if !ok {
		return nil, nil, pyrt.Errorf(pyrt.TypeError, "List expected")
	}
	o := &op.BulkInsert{Table: table}
	if o.MultiInsert, err = pyrt.Truth(c.t, c.get("multiinsert")); err != nil {
		return nil, nil, err
	}
	for _, r := range rows.Elems {
		d, ok := pyrt.AsDict(r)
		if !ok {
			return nil, nil, pyrt.Errorf(pyrt.TypeError, "List of dictionaries expected")
		}
		row, err := c.row(d)
		if err != nil {
			return nil, nil, err
		}
		o.Rows = append(o.Rows, row)
	}
	return done(o, nil)
}

func (c *call) row(d *pyrt.Dict) ([]op.Cell, error) {
	row := make([]op.Cell, 0, d.Size())
	for _, e := range d.Items() {
		key, ok := pyrt.AsStr(e[0])
		if !ok {
			// A Column works as a key too.
			k, err := pyrt.LookupAttr(c.t, e[0], "key")
			if err != nil {
				return nil, err
			}
			if k != nil {
				key, ok = pyrt.AsStr(k)
			}
			if !ok {
				return nil, pyrt.Errorf(pyrt.TypeError, "keywords must be strings")
			}
		}
		cell := op.Cell{Column: key}
		if err := c.cellValue(&cell, e[1]); err != nil {
			return nil, err
		}
		row = append(row, cell)
	}
	return row, nil
}

// cellValue reads one value: an SQL expression or a plain value.
func (c *call) cellValue(cell *op.Cell, v pyrt.Value) (err error) {
	if o, object := v.(*pyrt.Object); object {
		x, err := c.l.sa.ExprOf(v)
		if b, plain := x.(*expr.Bind); plain && err == nil && o.Native == nil && b.HasValue {
			cell.Value = b.Value // a datetime, a Decimal, …
			return nil
		}
		if err == nil {
			cell.Expr = x
			return nil
		}
	}
	x, err := c.l.sa.FromPython(v)
	if e, ok := x.(expr.Expr); ok {
		cell.Expr = e
	} else {
		cell.Value = x
	}
	return err
}

func buildExecute(c *call) (op.Op, pyrt.Value, error) {
	stmt, err := c.statement(c.get("sqltext"))
	if err != nil {
		return nil, nil, err
	}
	o := &op.Execute{Stmt: stmt}
	if d, ok := pyrt.AsDict(c.get("execution_options")); ok {
		o.Options, err = c.l.sa.OptionsOf(d)
	}
	return done(o, err)
}

// statement reads what op.execute takes: a text is text().
func (c *call) statement(v pyrt.Value) (expr.Stmt, error) {
	if _, ok := pyrt.AsStr(v); ok {
		var err error
		if v, err = c.l.saCall(c.t, "text", pyrt.Positional(v)); err != nil {
			return nil, err
		}
	}
	return c.l.sa.StmtOf(v)
}
