package pyalembic

import (
	"github.com/mrt-tools/mrt/opshim/op"
	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/pyrt"
)

// A batch is a batch_alter_table block: it queues ops and hands them over as
// one when the block ends well.
type batch struct {
	ops  *operations // outside of the block
	op   *op.BatchAlterTable
	impl *pyrt.Object
	name pyrt.Value
	in   pyrt.Value // schema
}

// opBatchAlterTable is op.batch_alter_table.
func opBatchAlterTable(o *operations, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	var inner *operations
	return o.lib.contextManager(func(t *pyrt.Thread) (pyrt.Value, error) {
		b, err := o.newBatch(t, a)
		if err != nil {
			return nil, err
		}
		inner = &operations{lib: o.lib, context: o.context, batch: b}
		inner.object = pyrt.NewObject(o.lib.batchClass(), inner)
		return inner.object, nil
	}, func(t *pyrt.Thread, err error) error {
		if err != nil || inner == nil {
			return nil
		}
		return inner.batch.flush(t)
	}), nil
}

// The positions of batch_alter_table's parameters.
const (
	batchName = iota
	batchSchema
	batchRecreate
	batchReordering
	batchCopyFrom
	batchTableArgs
	batchTableKwargs
	batchReflectArgs
	batchReflectKwargs
	batchNaming
)

func (o *operations) newBatch(t *pyrt.Thread, a []pyrt.Value) (*batch, error) {
	c := &call{l: o.lib, t: t, ops: o, kw: pyrt.NewDict(), args: map[string]pyrt.Value{
		"table_name": a[batchName], "schema": a[batchSchema],
	}}
	name, err := c.table()
	if err != nil {
		return nil, err
	}
	x := &op.BatchAlterTable{Table: name}
	recreate, ok := pyrt.AsStr(a[batchRecreate])
	if !ok || !contains([]string{"auto", "always", "never"}, recreate) {
		return nil, pyrt.Errorf(pyrt.ValueError, "recreate may be one of 'auto', 'always', or 'never'.")
	}
	x.Recreate = recreate
	if a[batchCopyFrom] != pyrt.None {
		if x.CopyFrom, err = o.lib.sa.TableOf(a[batchCopyFrom]); err != nil {
			return nil, err
		}
	}
	if err := o.batchItems(t, x, a); err != nil {
		return nil, err
	}
	if err := c.batchOrder(x, a[batchReordering]); err != nil {
		return nil, err
	}
	if a[batchNaming] != pyrt.None {
		if x.Naming, err = o.lib.sa.NamingFrom(a[batchNaming]); err != nil {
			return nil, err
		}
	}
	return &batch{ops: o, op: x, name: a[batchName], in: a[batchSchema]}, nil
}

// batchItems reads table_args, table_kwargs, reflect_args and reflect_kwargs.
func (o *operations) batchItems(t *pyrt.Thread, x *op.BatchAlterTable, a []pyrt.Value) error {
	for _, list := range []struct {
		from  pyrt.Value
		where *[]schema.Item
	}{{a[batchTableArgs], &x.TableArgs}, {a[batchReflectArgs], &x.ReflectArgs}} {
		if list.from == pyrt.None {
			continue
		}
		items, err := pyrt.Collect(t, list.from)
		if err != nil {
			return err
		}
		for _, i := range items {
			it, err := o.lib.sa.ItemOf(i)
			if err != nil {
				return err
			}
			*list.where = append(*list.where, it)
		}
	}
	for _, d := range []struct {
		from  pyrt.Value
		where *schema.Options
	}{{a[batchTableKwargs], &x.TableKwargs}, {a[batchReflectKwargs], &x.ReflectKwargs}} {
		dict, ok := pyrt.AsDict(d.from)
		if !ok {
			continue
		}
		opts, err := o.lib.sa.OptionsOf(withoutListeners(dict))
		if err != nil {
			return err
		}
		*d.where = opts
	}
	return nil
}

// withoutListeners leaves out what only SQLAlchemy's own reflection would call.
func withoutListeners(d *pyrt.Dict) *pyrt.Dict {
	out := pyrt.NewDict()
	for _, e := range d.Items() {
		if k, ok := pyrt.AsStr(e[0]); ok && k != "listeners" && k != "resolve_fks" {
			out.SetStr(k, e[1])
		}
	}
	return out
}

// batchOrder reads partial_reordering: tuples of column names.
func (c *call) batchOrder(x *op.BatchAlterTable, v pyrt.Value) error {
	if v == pyrt.None {
		return nil
	}
	groups, err := pyrt.Collect(c.t, v)
	if err != nil {
		return err
	}
	for _, g := range groups {
		names, err := c.namesOf("partial_reordering", g)
		if err != nil {
			return err
		}
		x.PartialReordering = append(x.PartialReordering, names)
	}
	return nil
}

// fill gives a batch method's call the table that it does not name.
func (b *batch) fill(args map[string]pyrt.Value) {
	for _, n := range []string{"table_name", "source_table"} {
		if _, ok := args[n]; !ok {
			args[n] = b.name
		}
	}
	for _, n := range []string{"schema", "source_schema"} {
		if _, ok := args[n]; !ok {
			args[n] = b.in
		}
	}
}

// add queues an op. SQL is executed at once, as Alembic does.
func (b *batch) add(t *pyrt.Thread, x op.Op) error {
	switch x := x.(type) {
	case *op.Execute, *op.BulkInsert, *op.BatchAlterTable:
		return b.ops.emit(t, x)
	case *op.CreateTable:
		return pyrt.Errorf(pyrt.NotImplementedError, "Can't create table in batch mode")
	case *op.DropTable:
		return pyrt.Errorf(pyrt.NotImplementedError, "Can't drop table in batch mode")
	case *op.AddColumn:
		if (x.InsertBefore != "" || x.InsertAfter != "") && !b.recreates() {
			return b.ops.lib.commandError("Can't specify insert_before or insert_after when using ALTER; please specify recreate='always'")
		}
	}
	b.op.Ops = append(b.op.Ops, x)
	return nil
}

// recreates tells whether the block would copy the table, judged by what has
// been queued so far.
func (b *batch) recreates() bool {
	switch b.op.Recreate {
	case "always":
		return true
	case "never":
		return false
	}
	d := b.ops.context.Dialect
	return d != nil && d.Name == "sqlite" && needsCopy(b.op.Ops)
}

// needsCopy tells whether SQLite cannot do all of these by ALTER.
func needsCopy(ops []op.Op) bool {
	for _, x := range ops {
		switch x := x.(type) {
		case *op.CreateIndex, *op.DropIndex:
		case *op.AddColumn:
			if len(x.Column.ForeignKeys) > 0 || x.Column.Unique == schema.Yes {
				return true
			}
			switch d := x.Column.ServerDefault.(type) {
			case schema.ExprDefault:
				return true
			case *schema.Computed:
				if d.Persisted == schema.Yes {
					return true
				}
			}
		default:
			return true
		}
	}
	return false
}

// flush hands the block over.
func (b *batch) flush(t *pyrt.Thread) error { return b.ops.emit(t, b.op) }

// implObject is batch_op.impl: enough for custom operations that ask for the
// table.
func (b *batch) implObject() pyrt.Value {
	if b.impl == nil {
		b.impl = pyrt.NewObject(b.ops.lib.namespaceClass("BatchOperationsImpl"), nil)
		b.impl.Dict = pyrt.NewDict()
		b.impl.Dict.SetStr("table_name", b.name)
		b.impl.Dict.SetStr("schema", b.in)
	}
	return b.impl
}
