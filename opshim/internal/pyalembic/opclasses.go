package pyalembic

import (
	"sort"
	"strings"

	"github.com/mrt-tools/mrt/pyrt"
)

// fillOps makes alembic.operations.ops: the classes of operations, whose
// objects op.invoke takes.
func fillOps(l *Library, m *pyrt.Module) error {
	for _, d := range l.directives {
		m.Set(d.class, l.opClass(d))
	}
	m.Set("MigrateOperation", l.migrateOperation())
	m.Set("AddConstraintOp", l.opBase("AddConstraintOp"))
	m.Set("AlterTableOp", l.opBase("AlterTableOp"))
	for name, c := range l.containers() {
		m.Set(name, c)
	}
	return nil
}

// migrateOperation is the base of all operation classes, users' own included.
func (l *Library) migrateOperation() *pyrt.Type {
	return l.class("MigrateOperation", func() pyrt.ClassSpec {
		notImplemented := func(*pyrt.Thread, []pyrt.Value) (pyrt.Value, error) {
			return nil, pyrt.NewException(pyrt.NotImplementedError)
		}
		return pyrt.ClassSpec{Module: "alembic.operations.ops", Members: func() []pyrt.Member {
			return []pyrt.Member{
				pyrt.Method("reverse(self)", notImplemented),
				pyrt.Method("to_diff_tuple(self)", notImplemented),
				pyrt.Getter("info", func(t *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
					o, ok := self.(*pyrt.Object)
					if !ok {
						return pyrt.NewDict(), nil
					}
					if o.Dict == nil {
						o.Dict = pyrt.NewDict()
					}
					if v, ok := o.Dict.GetStr("info"); ok {
						return v, nil
					}
					d := pyrt.NewDict()
					o.Dict.SetStr("info", d)
					return d, nil
				}),
			}
		}}
	})
}

func (l *Library) opBase(name string) *pyrt.Type {
	return l.class(name, func() pyrt.ClassSpec {
		return pyrt.ClassSpec{Module: "alembic.operations.ops", Bases: []*pyrt.Type{l.migrateOperation()}}
	})
}

// baseOf is the class that an operation class derives from.
func (l *Library) baseOf(d *directive) *pyrt.Type {
	switch d.name {
	case "create_primary_key", "create_unique_constraint", "create_foreign_key", "create_check_constraint", "create_exclude_constraint":
		return l.opBase("AddConstraintOp")
	case "rename_table", "add_column", "drop_column", "alter_column", "create_table_comment", "drop_table_comment":
		return l.opBase("AlterTableOp")
	}
	return l.migrateOperation()
}

// opClass is the class of a directive's operation objects.
func (l *Library) opClass(d *directive) *pyrt.Type {
	return l.class(d.class, func() pyrt.ClassSpec {
		return pyrt.ClassSpec{Module: "alembic.operations.ops", Bases: []*pyrt.Type{l.baseOf(d)}, Members: func() []pyrt.Member {
			m := []pyrt.Member{l.opInit(d), l.opFactory(d)}
			if d.name == "create_table" || d.name == "drop_table" {
				m = append(m, l.opFromTable(d))
			}
			return m
		}}
	})
}

// directiveOf finds the directive that a class is the operation class of.
func (l *Library) directiveOf(c *pyrt.Type) *directive {
	for _, d := range l.directives {
		if l.classes[d.class] == c {
			return d
		}
	}
	return nil
}

// opInit is __init__ of an operation class: parameters become attributes.
func (l *Library) opInit(d *directive) pyrt.Member {
	var self *pyrt.Builtin
	m := pyrt.Method("__init__(self, "+d.init+")", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		rename := map[string]string{}
		if d.name == "drop_constraint" {
			rename["type_"] = "constraint_type"
		}
		if d.name == "rename_table" {
			rename["old_table_name"] = "table_name"
		}
		for i, p := range self.Signature().Params[1:] {
			name := strings.TrimLeft(p.Name, "*")
			if r, ok := rename[name]; ok {
				name = r
			}
			if err := pyrt.SetAttr(t, a[0], name, a[i+1]); err != nil {
				return nil, err
			}
		}
		return pyrt.None, nil
	})
	self, _ = m.Value.(*pyrt.Builtin)
	return m
}

// opFactory is the class method of the directive's name, which operation
// classes of scripts call through super().
func (l *Library) opFactory(d *directive) pyrt.Member {
	return pyrt.Member{Name: d.name, Value: &pyrt.ClassMethod{Func: pyrt.NewRawBuiltin(d.name, func(t *pyrt.Thread, args pyrt.Args) (pyrt.Value, error) {
		if len(args.Pos) < 2 {
			return nil, pyrt.Errorf(pyrt.TypeError, "%s() missing 1 required positional argument: 'operations'", d.name)
		}
		fn, err := pyrt.GetAttr(t, args.Pos[1], d.name)
		if err != nil {
			return nil, err
		}
		return pyrt.Call(t, fn, pyrt.Args{Pos: args.Pos[2:], Kw: args.Kw})
	})}}
}

// opFromTable is CreateTableOp.from_table and DropTableOp.from_table.
func (l *Library) opFromTable(d *directive) pyrt.Member {
	return pyrt.ClassFunc("from_table(cls, table, *, _namespace_metadata=None)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		data, err := l.sa.TableOf(a[1])
		if err != nil {
			return nil, err
		}
		args := pyrt.Args{Pos: []pyrt.Value{pyrt.Str(data.Name.Name)}, Kw: []pyrt.Keyword{{Name: "schema", Value: textOrNone(data.Name.Schema)}}}
		if d.name == "create_table" {
			args.Pos = append(args.Pos, pyrt.NewList())
		}
		obj, err := pyrt.Call(t, a[0], args)
		if err != nil || d.name != "create_table" {
			return obj, err
		}
		return obj, pyrt.SetAttr(t, obj, "_table", a[1])
	})
}

// opObject makes the operation object of a call, for an implementation that a
// script put in place of ours.
func (l *Library) opObject(t *pyrt.Thread, d *directive, args map[string]pyrt.Value, kw *pyrt.Dict) (pyrt.Value, error) {
	obj := pyrt.NewObject(l.opClass(d), nil)
	obj.Dict = pyrt.NewDict()
	names := make([]string, 0, len(args))
	for n := range args {
		names = append(names, n)
	}
	sort.Strings(names)
	for _, n := range names {
		obj.Dict.SetStr(attributeOf(d, n), args[n])
	}
	obj.Dict.SetStr("kw", kw)
	return obj, nil
}

// attributeOf is the attribute that holds a parameter.
func attributeOf(d *directive, param string) string {
	for attr, p := range d.attrs {
		if p == param {
			return attr
		}
	}
	return param
}

// opArgs reads an operation object back.
func (l *Library) opArgs(t *pyrt.Thread, d *directive, obj pyrt.Value) (map[string]pyrt.Value, *pyrt.Dict, error) {
	args := map[string]pyrt.Value{}
	kw := pyrt.NewDict()
	params := d.params + ", " + d.init + ", source_schema=, referent_schema=, _table="
	for _, p := range strings.Split(params, ",") {
		name, _, _ := strings.Cut(strings.TrimSpace(p), "=")
		name = strings.TrimLeft(name, "*")
		if name == "" || name == "kw" || name == "dialect_kw" {
			continue
		}
		v, err := pyrt.LookupAttr(t, obj, attributeOf(d, name))
		if err != nil {
			return nil, nil, err
		}
		if v != nil {
			args[name] = v
		}
	}
	v, err := pyrt.LookupAttr(t, obj, "kw")
	if err != nil {
		return nil, nil, err
	}
	if v != nil {
		if x, ok := pyrt.AsDict(v); ok {
			for _, e := range x.Items() {
				if s, ok := pyrt.AsStr(e[0]); ok {
					kw.SetStr(s, e[1])
				}
			}
		}
	}
	return args, kw, nil
}

// containers are the classes that hold operations; scripts only subclass or
// test for them.
func (l *Library) containers() map[string]*pyrt.Type {
	out := map[string]*pyrt.Type{}
	container := l.class("OpContainer", func() pyrt.ClassSpec {
		return pyrt.ClassSpec{Module: "alembic.operations.ops", Bases: []*pyrt.Type{l.migrateOperation()}, Members: func() []pyrt.Member {
			return []pyrt.Member{
				pyrt.Method("__init__(self, ops=())", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
					list, err := pyrt.Collect(t, a[1])
					if err != nil {
						return nil, err
					}
					return pyrt.None, pyrt.SetAttr(t, a[0], "ops", pyrt.NewList(list...))
				}),
				pyrt.Method("is_empty(self)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
					ops, err := pyrt.GetAttr(t, a[0], "ops")
					if err != nil {
						return nil, err
					}
					some, err := pyrt.Truth(t, ops)
					return pyrt.Bool(!some), err
				}),
			}
		}}
	})
	out["OpContainer"] = container
	for _, n := range []string{"ModifyTableOps", "UpgradeOps", "DowngradeOps"} {
		out[n] = l.class(n, func() pyrt.ClassSpec {
			return pyrt.ClassSpec{Module: "alembic.operations.ops", Bases: []*pyrt.Type{container}}
		})
	}
	out["MigrationScript"] = l.opBase("MigrationScript")
	return out
}
