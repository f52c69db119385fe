package pysa

import (
	"github.com/mrt-tools/mrt/opshim/op"
	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/pyrt"
)

// HookConstraints lets the @compiles functions of constraint classes render the
// constraints of a directive.
func (l *Library) HookConstraints(o op.Op) {
	if len(l.compiles) == 0 {
		return
	}
	hook := func(t *schema.Table, ks ...schema.Constraint) {
		for _, k := range ks {
			if c := constraintClass(k); l.compilesFor(l.class(c)) != nil {
				k.Base().Hook = &constraintHook{lib: l, table: t, class: c}
			}
		}
	}
	switch x := o.(type) {
	case *op.CreateTable:
		hook(x.Table, x.Table.Constraints...)
	case *op.CreatePrimaryKey:
		hook(nil, x.Constraint)
	case *op.CreateUniqueConstraint:
		hook(nil, x.Constraint)
	case *op.CreateForeignKey:
		hook(nil, x.Constraint)
	case *op.CreateCheckConstraint:
		hook(nil, x.Constraint)
	case *op.CreateExcludeConstraint:
		hook(nil, x.Constraint)
	}
}

// constraintClass is the symbol of a constraint's class.
func constraintClass(k schema.Constraint) string {
	switch k.(type) {
	case *schema.PrimaryKey:
		return "PrimaryKeyConstraint"
	case *schema.Unique:
		return "UniqueConstraint"
	case *schema.ForeignKey:
		return "ForeignKeyConstraint"
	case *schema.Exclude:
		return "postgresql.ExcludeConstraint"
	}
	return "CheckConstraint"
}

// constraintHook implements schema.ConstraintHook with @compiles functions.
type constraintHook struct {
	lib   *Library
	table *schema.Table
	class string
}

// CompileConstraint implements [schema.ConstraintHook]. What the function does
// to the constraint, such as taking away its name, holds for this text only.
func (h *constraintHook) CompileConstraint(dialect string, k schema.Constraint, plain func() (string, bool)) (text string, ok, done bool, err error) {
	l := h.lib
	f := l.compilesFunc(l.class(h.class), dialect)
	if f == nil {
		return "", false, false, nil
	}
	saved := *k.Base()
	defer func() { *k.Base() = saved }()
	st := &compilerState{dialect: dialect}
	shown := true
	st.constraint = func() string {
		var s string
		s, shown = plain()
		return s
	}
	v, err := pyrt.Call(l.thread, f, pyrt.Positional(h.object(k), pyrt.NewObject(l.class("SQLCompiler"), st)))
	if err != nil {
		return "", false, true, err
	}
	s, isText := pyrt.AsStr(v)
	return s, isText && shown, true, nil
}

// object is the Python object of the constraint.
func (h *constraintHook) object(k schema.Constraint) *pyrt.Object {
	if h.table != nil {
		if tb := h.lib.tableObject(h.table); tb != nil {
			return h.lib.constraintObject(tb, k)
		}
	}
	n := &constraint{data: k, settled: true}
	n.obj = pyrt.NewObject(h.lib.class(h.class), n)
	return n.obj
}
