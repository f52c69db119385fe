package pysa

import (
	"github.com/mrt-tools/mrt/pyrt"
)

// foreignKeyInit is ForeignKey(column, ...).
func foreignKeyInit(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	o := a[0].(*pyrt.Object)
	f := &foreignKey{obj: o}
	o.Native = f
	if s, ok := pyrt.AsStr(a[1]); ok {
		f.spec = s
	} else if f.target = l.columnOf(a[1]); f.target == nil {
		if in, ok := a[1].(*inertObject); ok {
			return nil, unsupported("%s", in.name)
		}
		r, err := pyrt.Repr(t, a[1])
		if err != nil {
			return nil, err
		}
		return nil, l.errorf("ArgumentError", "String column name or Column object for DDL foreign key constraint expected, got %s.", r)
	}
	var err error
	var rest []pyrt.Keyword
	if f.data, rest, err = l.foreignKeyData(a[2], a[3]); err == nil && len(rest) > 0 {
		err = l.dialectKeyword(rest[0].Name)
	}
	l.syncForeignKey(f)
	return pyrt.None, err
}

// syncForeignKey brings the data of a ForeignKey up to date.
func (l *Library) syncForeignKey(f *foreignKey) {
	if f.inTable {
		return
	}
	if f.target != nil {
		f.data.RefColumns = []string{f.target.def.Name}
		if f.target.table != nil {
			f.data.RefTable, f.data.Ref = f.target.table.def.Name, f.target.table.def
			f.spec = f.data.RefTable.String() + "." + f.target.def.KeyName()
		}
		return
	}
	name, col := splitTarget(f.spec)
	f.data.RefTable, f.data.RefColumns = name, []string{col}
	if f.parent == nil || f.parent.table == nil {
		return
	}
	tb := f.parent.table
	l.metadataSchema(tb, f.data)
	if target := l.findTarget(tb, f.data.RefTable); target != nil {
		f.data.Ref = target.def
		if col == "" {
			f.data.RefColumns = []string{f.parent.def.Name}
		} else if c := target.column(col); c != nil && !f.data.LinkToName {
			f.data.RefColumns = []string{c.def.Name}
		}
	}
}

// foreignColumn is the referred column object, if it can be found.
func (l *Library) foreignColumn(f *foreignKey) *column {
	if f.target != nil {
		return f.target
	}
	l.syncForeignKey(f)
	if f.refIndex >= len(f.data.RefColumns) {
		return nil
	}
	var target *table
	if f.data.Ref != nil {
		target = l.tableObject(f.data.Ref)
	} else if f.parent != nil {
		target = l.findTarget(f.parent.table, f.data.RefTable)
	}
	if target == nil {
		return nil
	}
	return target.column(f.data.RefColumns[f.refIndex])
}
