package pysa

import (
	"strings"

	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/pyrt"
)

// columnGet makes a property of columns.
func columnGet(l *Library, name string, f func(c *column) pyrt.Value) pyrt.Member {
	return pyrt.Getter(name, func(_ *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
		c, ok := self.(*pyrt.Object).Native.(*column)
		if !ok {
			return pyrt.None, nil
		}
		return f(c), nil
	})
}

func triValue(t schema.Tri) pyrt.Value {
	switch t {
	case schema.Yes:
		return pyrt.True
	case schema.No:
		return pyrt.False
	}
	return pyrt.None
}

func optional(v pyrt.Value) pyrt.Value {
	if v == nil {
		return pyrt.None
	}
	return v
}

func optText(s *string) pyrt.Value {
	if s == nil {
		return pyrt.None
	}
	return pyrt.Str(*s)
}

// columnMembers is the namespace of Column.
func columnMembers(l *Library) []pyrt.Member {
	return []pyrt.Member{
		pyrt.RawMethod("__init__", l.columnInit),
		pyrt.Constant("inherit_cache", pyrt.True),
		columnFlagAccessor("primary_key", func(c *column) pyrt.Value { return pyrt.Bool(c.def.PrimaryKey) },
			func(c *column, v pyrt.Value) { c.def.PrimaryKey = tri(v) == schema.Yes }),
		columnFlagAccessor("nullable", func(c *column) pyrt.Value { return pyrt.Bool(c.def.IsNullable()) },
			func(c *column, v pyrt.Value) { c.def.Nullable = tri(v) }),
		columnFlagAccessor("unique", func(c *column) pyrt.Value { return triValue(c.def.Unique) },
			func(c *column, v pyrt.Value) { c.def.Unique = tri(v) }),
		columnFlagAccessor("index", func(c *column) pyrt.Value { return triValue(c.def.Index) },
			func(c *column, v pyrt.Value) { c.def.Index = tri(v) }),
		columnFlagAccessor("comment", func(c *column) pyrt.Value { return optText(c.def.Comment) },
			func(c *column, v pyrt.Value) {
				c.def.Comment = nil
				if s, ok := pyrt.AsStr(v); ok {
					c.def.Comment = &s
				}
			}),
		l.defaultAccessor("server_default", func(c *column) *pyrt.Value { return &c.serverDefault }),
		l.defaultAccessor("default", func(c *column) *pyrt.Value { return &c.clientDefault }),
		l.defaultAccessor("onupdate", func(c *column) *pyrt.Value { return &c.onUpdate }),
		l.defaultAccessor("server_onupdate", func(c *column) *pyrt.Value { return &c.serverOnUpdate }),
		columnGet(l, "autoincrement", autoincrementOf),
		columnGet(l, "system", func(c *column) pyrt.Value { return pyrt.Bool(c.def.System) }),
		columnGet(l, "computed", func(c *column) pyrt.Value { return defaultOfClass(c.serverDefault, l.class("Computed")) }),
		columnGet(l, "identity", func(c *column) pyrt.Value { return defaultOfClass(c.serverDefault, l.class("Identity")) }),
		l.getter("foreign_keys", func(l *Library, t *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
			s := pyrt.NewSet
			var objs []pyrt.Value
			for _, fk := range self.(*pyrt.Object).Native.(*column).fks {
				objs = append(objs, fk.obj)
			}
			return s(t, objs...)
		}),
		l.getter("constraints", func(l *Library, t *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
			var objs []pyrt.Value
			for _, k := range self.(*pyrt.Object).Native.(*column).constraints {
				objs = append(objs, k)
			}
			return pyrt.NewSet(t, objs...)
		}),
		l.getter("info", func(_ *Library, _ *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
			c := self.(*pyrt.Object).Native.(*column)
			if c.info == nil {
				c.info = pyrt.NewDict()
			}
			return c.info, nil
		}),
		l.method("copy(self, **kw)", copyOfColumn),
		l.method("_copy(self, **kw)", copyOfColumn),
		l.method("references(self, column)", references),
		l.method("append_foreign_key(self, fk)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return pyrt.None, l.addColumnItem(t, a[0].(*pyrt.Object).Native.(*column), a[1])
		}),
		l.method("__repr__(self)", columnRepr),
	}
}

// columnClauseMembers is what Column and sa.column() share.
func columnClauseMembers(l *Library) []pyrt.Member {
	named := func(name string, get func(*column) pyrt.Value) pyrt.Member {
		return pyrt.Accessor(name, func(_ *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
			o := self.(*pyrt.Object)
			if c, ok := o.Native.(*column); ok {
				return get(c), nil
			}
			return l.derivedColumnName(o), nil
		}, func(_ *pyrt.Thread, self, v pyrt.Value) error {
			c, ok := self.(*pyrt.Object).Native.(*column)
			if !ok {
				return pyrt.Errorf(pyrt.AttributeError, "can't set attribute '%s'", name)
			}
			if name == "name" {
				return l.setColumnName(c, v)
			}
			c.def.Key, _ = pyrt.AsStr(v)
			c.node.Key = c.def.Key
			return nil
		})
	}
	return []pyrt.Member{
		named("name", func(c *column) pyrt.Value {
			if c.def.Name == "" {
				return pyrt.None
			}
			return pyrt.Str(c.def.Name)
		}),
		named("key", func(c *column) pyrt.Value {
			if c.def.KeyName() == "" {
				return pyrt.None
			}
			return pyrt.Str(c.def.KeyName())
		}),
		pyrt.Accessor("type", func(_ *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) { return l.typeOfElement(self.(*pyrt.Object)) },
			func(_ *pyrt.Thread, self, v pyrt.Value) error {
				if c, ok := self.(*pyrt.Object).Native.(*column); ok {
					return l.setColumnType(c, v)
				}
				return pyrt.Errorf(pyrt.AttributeError, "can't set attribute 'type'")
			}),
		l.getter("table", func(l *Library, t *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
			return l.tableOfColumn(self.(*pyrt.Object)), nil
		}),
		l.method("__str__(self)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			if c := l.columnOf(a[0]); c != nil && c.table != nil {
				return pyrt.Str(c.table.def.Name.Name + "." + c.def.Name), nil
			} else if c != nil {
				return pyrt.Str(c.def.Name), nil
			}
			return l.stringOf(a[0])
		}),
	}
}

func columnFlagAccessor(name string, get func(*column) pyrt.Value, set func(*column, pyrt.Value)) pyrt.Member {
	return pyrt.Accessor(name, func(_ *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
		return get(self.(*pyrt.Object).Native.(*column)), nil
	}, func(_ *pyrt.Thread, self, v pyrt.Value) error {
		set(self.(*pyrt.Object).Native.(*column), v)
		return nil
	})
}

// defaultAccessor is server_default, default, onupdate and server_onupdate.
func (l *Library) defaultAccessor(name string, slot func(*column) *pyrt.Value) pyrt.Member {
	return pyrt.Accessor(name, func(_ *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
		return optional(*slot(self.(*pyrt.Object).Native.(*column))), nil
	}, func(t *pyrt.Thread, self, v pyrt.Value) error {
		return l.columnDefault(t, self.(*pyrt.Object).Native.(*column), name, optional(v))
	})
}

func autoincrementOf(c *column) pyrt.Value {
	switch c.def.Autoincrement {
	case "true":
		return pyrt.True
	case "false":
		return pyrt.False
	case "":
		return pyrt.Str("auto")
	}
	return pyrt.Str(c.def.Autoincrement)
}

func defaultOfClass(v pyrt.Value, c *pyrt.Type) pyrt.Value {
	if v != nil && pyrt.IsInstance(v, c) {
		return v
	}
	return pyrt.None
}

func copyOfColumn(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	c := l.columnOf(a[0])
	if c == nil {
		return a[0], nil
	}
	return l.copyColumn(c).obj, nil
}

func references(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	c, other := l.columnOf(a[0]), l.columnOf(a[1])
	for _, fk := range c.fks {
		if target := l.foreignColumn(fk); target != nil && target == other {
			return pyrt.True, nil
		}
	}
	return pyrt.False, nil
}

// columnRepr is repr(Column).
func columnRepr(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	c := l.columnOf(a[0])
	if c == nil {
		return pyrt.Str("<Column>"), nil
	}
	var parts []string
	if c.def.Key != "" && c.def.Key != c.def.Name {
		parts = append(parts, "key="+quotePy(c.def.Key))
	}
	if c.def.PrimaryKey {
		parts = append(parts, "primary_key=True")
	}
	if !c.def.IsNullable() {
		parts = append(parts, "nullable=False")
	}
	for _, d := range []struct {
		name string
		v    pyrt.Value
	}{{"onupdate", c.onUpdate}, {"default", c.clientDefault}, {"server_default", c.serverDefault}} {
		if d.v != nil && d.v != pyrt.None {
			r, err := pyrt.Repr(t, d.v)
			if err != nil {
				return nil, err
			}
			parts = append(parts, d.name+"="+r)
		}
	}
	head := []string{"None"}
	if c.def.Name != "" {
		head[0] = quotePy(c.def.Name)
	}
	typ, err := l.typeOfElement(c.obj)
	if err != nil {
		return nil, err
	}
	ty, err := pyrt.Repr(t, typ)
	if err != nil {
		return nil, err
	}
	head = append(head, ty)
	for _, fk := range c.fks {
		head = append(head, "ForeignKey("+quotePy(fk.spec)+")")
	}
	if c.table != nil {
		head = append(head, "table=<"+c.table.def.Name.Name+">")
	} else {
		head = append(head, "table=None")
	}
	return pyrt.Str("Column(" + strings.Join(append(head, parts...), ", ") + ")"), nil
}

func quotePy(s string) string {
	if strings.Contains(s, "'") && !strings.Contains(s, `"`) {
		return `"` + s + `"`
	}
	return "'" + strings.ReplaceAll(strings.ReplaceAll(s, `\`, `\\`), "'", `\'`) + "'"
}
