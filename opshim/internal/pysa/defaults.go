package pysa

import (
	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/pyrt"
)

// defaultObject is the Go payload of DefaultClause, FetchedValue, Computed,
// Identity and ColumnDefault.
type defaultObject struct {
	arg    pyrt.Value
	server schema.Default
	client schema.ClientDefault
	update bool
}

// sequence is the Go payload of Sequence.
type sequence struct {
	data *schema.Sequence
	md   *metadata
}

// serverDefault converts what server_default= accepts; nil for None.
func (l *Library) serverDefault(v pyrt.Value) (schema.Default, error) {
	if v == nil || v == pyrt.None {
		return nil, nil
	}
	if u, ok := v.(interface{ Use() error }); ok {
		if err := u.Use(); err != nil {
			return nil, err // it stands for something that is not there
		}
	}
	if o, ok := v.(*pyrt.Object); ok {
		if d, ok := o.Native.(*defaultObject); ok && d.server != nil {
			return d.server, nil
		}
	}
	if s, ok := pyrt.AsStr(v); ok {
		return schema.StringDefault{Text: s}, nil
	}
	if x := l.elementOf(v); x != nil {
		return schema.ExprDefault{Expr: x}, nil
	}
	if in, ok := v.(*inertObject); ok {
		return nil, unsupported("%s", in.name)
	}
	return nil, l.errorf("ArgumentError", "Argument 'arg' is expected to be one of type '<class 'str'>' or "+
		"'<class 'sqlalchemy.sql.elements.ClauseElement'>' or '<class 'sqlalchemy.sql.elements.TextClause'>', got '%s'", classText(v))
}

// DefaultOf converts a server_default argument of a directive; nil is None.
func (l *Library) DefaultOf(v pyrt.Value) (schema.Default, error) { return l.serverDefault(v) }

func classText(v pyrt.Value) string {
	c := v.Type()
	if c.Module == "builtins" || c.Module == "" {
		return "<class '" + c.Name + "'>"
	}
	return "<class '" + c.Module + "." + c.Name + "'>"
}

// columnDefault sets one of the default attributes of a column.
func (l *Library) columnDefault(t *pyrt.Thread, c *column, name string, v pyrt.Value) error {
	switch name {
	case "server_default":
		d, err := l.serverDefault(v)
		if err != nil {
			return err
		}
		c.def.ServerDefault, c.serverDefault = d, l.defaultClause(v, d, false)
	case "server_onupdate":
		d, err := l.serverDefault(v)
		if err != nil {
			return err
		}
		c.def.ServerOnUpdate, c.serverOnUpdate = d, l.defaultClause(v, d, true)
	default:
		if o, ok := v.(*pyrt.Object); ok && name == "default" {
			if s, ok := o.Native.(*sequence); ok {
				c.def.Sequence, c.clientDefault = s.data, o
				return nil
			}
		}
		cd, obj, err := l.clientDefault(t, v, name == "onupdate")
		if err != nil {
			return err
		}
		if name == "onupdate" {
			c.def.OnUpdate, c.onUpdate = cd, obj
		} else {
			c.def.Default, c.clientDefault = cd, obj
		}
	}
	return nil
}

// defaultClause is the Python object that server_default shows.
func (l *Library) defaultClause(v pyrt.Value, d schema.Default, update bool) pyrt.Value {
	if d == nil {
		return nil
	}
	if o, ok := v.(*pyrt.Object); ok {
		if _, ok := o.Native.(*defaultObject); ok {
			return o
		}
	}
	return pyrt.NewObject(l.class("DefaultClause"), &defaultObject{arg: v, server: d, update: update})
}

// clientDefault converts default= and onupdate=.
func (l *Library) clientDefault(t *pyrt.Thread, v pyrt.Value, update bool) (schema.ClientDefault, pyrt.Value, error) {
	if v == nil || v == pyrt.None {
		return nil, nil, nil
	}
	if o, ok := v.(*pyrt.Object); ok {
		if d, ok := o.Native.(*defaultObject); ok {
			return d.client, o, nil
		}
	}
	var cd schema.ClientDefault
	if x := l.elementOf(v); x != nil {
		cd = schema.ClauseDefault{Expr: x}
	} else if _, isEnum := pyrt.Underlying(v).(pyrt.Str); !isEnum && isCallable(v) {
		cd = schema.CallableDefault{Call: func() (any, error) { return l.callDefault(v) }}
	} else {
		x, err := l.FromPython(v)
		if err != nil {
			return nil, nil, err
		}
		cd = schema.ScalarDefault{Value: x}
	}
	return cd, pyrt.NewObject(l.class("ColumnDefault"), &defaultObject{arg: v, client: cd, update: update}), nil
}

func isCallable(v pyrt.Value) bool {
	switch x := v.(type) {
	case *pyrt.Type:
		return true
	case pyrt.Callable:
		return true
	case *pyrt.Object:
		return x.Class.Lookup("__call__") != nil
	}
	return false
}

// callDefault runs a default function, with an execution context if it wants one.
func (l *Library) callDefault(f pyrt.Value) (any, error) {
	v, err := pyrt.Call(l.thread, f, pyrt.Args{})
	if err != nil {
		if e, ok := err.(*pyrt.Exception); ok && e.IsA(pyrt.TypeError) {
			if v2, err2 := pyrt.Call(l.thread, f, pyrt.Positional(pyrt.None)); err2 == nil {
				return l.FromPython(v2)
			}
		}
		return nil, err
	}
	return l.FromPython(v)
}

// attachDefault attaches a default object given positionally.
func (l *Library) attachDefault(c *column, o *pyrt.Object, n *defaultObject) error {
	switch {
	case n.server != nil && n.update:
		c.def.ServerOnUpdate, c.serverOnUpdate = n.server, o
	case n.server != nil:
		c.def.ServerDefault, c.serverDefault = n.server, o
		if _, isComputed := n.server.(*schema.Computed); isComputed {
			c.serverOnUpdate = o
		}
	case n.update:
		c.def.OnUpdate, c.onUpdate = n.client, o
	default:
		c.def.Default, c.clientDefault = n.client, o
	}
	return nil
}

// sequenceOptions reads the options that Sequence and Identity share.
func (l *Library) sequenceOptions(get func(string) pyrt.Value) schema.SequenceOptions {
	var o schema.SequenceOptions
	for name, p := range map[string]**int64{"start": &o.Start, "increment": &o.Increment, "minvalue": &o.MinValue, "maxvalue": &o.MaxValue, "cache": &o.Cache} {
		if n, ok := pyrt.AsInt(optional(get(name))); ok {
			x := n
			*p = &x
		}
	}
	o.NoMinValueSet, o.NoMaxValueSet = tri(get("nominvalue")), tri(get("nomaxvalue"))
	o.NoMinValue, o.NoMaxValue = o.NoMinValueSet == schema.Yes, o.NoMaxValueSet == schema.Yes
	o.Cycle, o.Order = tri(get("cycle")), tri(get("order"))
	return o
}

const sequenceParams = "start=None, increment=None, minvalue=None, maxvalue=None, nominvalue=None, nomaxvalue=None, cycle=None"

var sequenceNames = []string{"start", "increment", "minvalue", "maxvalue", "nominvalue", "nomaxvalue", "cycle"}

// storeParams sets instance attributes so that scripts can read them.
func storeParams(o *pyrt.Object, names []string, values []pyrt.Value) {
	if o.Dict == nil {
		o.Dict = pyrt.NewDict()
	}
	for i, n := range names {
		o.Dict.SetStr(n, values[i])
	}
}

func dictGetter(o *pyrt.Object) func(string) pyrt.Value {
	return func(name string) pyrt.Value {
		v, _ := o.Dict.GetStr(name)
		return v
	}
}

func identityInit(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	o := a[0].(*pyrt.Object)
	names := append([]string{"always", "on_null"}, append(sequenceNames, "cache", "order")...)
	storeParams(o, names, a[1:])
	always, err := pyrt.Truth(t, a[1])
	if err != nil {
		return nil, err
	}
	o.Native = &defaultObject{arg: pyrt.None, server: &schema.Identity{Always: always, OnNull: tri(a[2]), Options: l.sequenceOptions(dictGetter(o))}}
	return pyrt.None, nil
}

func computedInit(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	o := a[0].(*pyrt.Object)
	x, err := l.textOrExpr(a[1])
	if err != nil {
		return nil, err
	}
	storeParams(o, []string{"sqltext", "persisted", "column"}, []pyrt.Value{l.wrap(x), a[2], pyrt.None})
	o.Native = &defaultObject{arg: a[1], server: &schema.Computed{SQL: x, Persisted: tri(a[2])}}
	return pyrt.None, nil
}

// sequenceInit is Sequence(name, start=..., schema=..., metadata=...).
func sequenceInit(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	o := a[0].(*pyrt.Object)
	names := append(append([]string{"name"}, sequenceNames...), "schema", "cache", "order", "data_type", "optional", "quote", "metadata", "quote_schema", "for_update")
	storeParams(o, names, a[1:])
	get := dictGetter(o)
	s := &schema.Sequence{Options: l.sequenceOptions(get)}
	s.Name.Name, _ = pyrt.AsStr(a[1])
	s.Name.Schema, _ = pyrt.AsStr(get("schema"))
	s.Name.Quote, s.Name.QuoteSchema = tri(get("quote")), tri(get("quote_schema"))
	s.Optional = tri(get("optional")) == schema.Yes
	if d := get("data_type"); d != pyrt.None {
		ty, err := l.TypeOf(d)
		if err != nil {
			return nil, err
		}
		s.DataType = &ty
	}
	n := &sequence{data: s}
	if md, ok := l.metadataOf(get("metadata")); ok {
		s.Metadata, n.md = true, md
		md.sequences = append(md.sequences, o)
		if s.Name.Schema == "" {
			s.Name.Schema = md.schema
		}
	}
	o.Native = n
	return pyrt.None, nil
}

func sequenceClass() classDef {
	return classDef{name: "Sequence", module: "sqlalchemy.sql.schema", bases: []string{"SchemaItem"}, members: func(l *Library) []pyrt.Member {
		run := func(drop bool) func(*Library, *pyrt.Thread, []pyrt.Value) (pyrt.Value, error) {
			return func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
				s := a[0].(*pyrt.Object).Native.(*sequence)
				var st expr.Stmt = &expr.CreateSequence{Sequence: s.data}
				if drop {
					st = &expr.DropSequence{Sequence: s.data}
				}
				return pyrt.None, l.runDDL(t, a[1], st)
			}
		}
		return []pyrt.Member{
			l.method("__init__(self, name, "+sequenceParams+", schema=None, cache=None, order=None, data_type=None, optional=False, quote=None, metadata=None, quote_schema=None, for_update=False)", sequenceInit),
			l.method("create(self, bind, checkfirst=True)", run(false)),
			l.method("drop(self, bind, checkfirst=True)", run(true)),
			l.method("next_value(self)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
				return l.wrap(l.elementOf(a[0])), nil
			}),
		}
	}}
}

// defaultClasses are the classes of defaults.
func defaultClasses() map[string]classDef {
	const mod = "sqlalchemy.sql.schema"
	arg := func(l *Library) pyrt.Member {
		return l.getter("arg", func(_ *Library, _ *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
			if d, ok := self.(*pyrt.Object).Native.(*defaultObject); ok {
				return optional(d.arg), nil
			}
			return pyrt.None, nil
		})
	}
	return map[string]classDef{
		"FetchedValue": {name: "FetchedValue", module: mod, bases: []string{"SchemaItem"}, members: func(l *Library) []pyrt.Member {
			return []pyrt.Member{pyrt.Constant("is_server_default", pyrt.True), arg(l),
				l.method("__init__(self, for_update=False)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
					a[0].(*pyrt.Object).Native = &defaultObject{server: schema.FetchedValue{}, update: tri(a[1]) == schema.Yes}
					return pyrt.None, nil
				})}
		}},
		"DefaultClause": {name: "DefaultClause", module: mod, bases: []string{"FetchedValue"}, members: func(l *Library) []pyrt.Member {
			return []pyrt.Member{l.method("__init__(self, arg, for_update=False, _reflected=False)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
				d, err := l.serverDefault(a[1])
				a[0].(*pyrt.Object).Native = &defaultObject{arg: a[1], server: d, update: tri(a[2]) == schema.Yes}
				return pyrt.None, err
			}), l.method("__repr__(self)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
				r, err := pyrt.Repr(t, a[0].(*pyrt.Object).Native.(*defaultObject).arg)
				return pyrt.Str("DefaultClause(" + r + ", for_update=False)"), err
			})}
		}},
		"Identity": {name: "Identity", module: mod, bases: []string{"FetchedValue"}, members: func(l *Library) []pyrt.Member {
			return []pyrt.Member{l.method("__init__(self, always=False, on_null=None, "+sequenceParams+", cache=None, order=None)", identityInit)}
		}},
		"Computed": {name: "Computed", module: mod, bases: []string{"FetchedValue"}, members: func(l *Library) []pyrt.Member {
			return []pyrt.Member{l.method("__init__(self, sqltext, persisted=None)", computedInit)}
		}},
		"ColumnDefault": {name: "ColumnDefault", module: mod, bases: []string{"SchemaItem"}, members: func(l *Library) []pyrt.Member {
			is := func(name string, f func(schema.ClientDefault) bool) pyrt.Member {
				return l.getter(name, func(_ *Library, _ *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
					return pyrt.Bool(f(self.(*pyrt.Object).Native.(*defaultObject).client)), nil
				})
			}
			return []pyrt.Member{arg(l), pyrt.Constant("is_server_default", pyrt.False), pyrt.Constant("is_sequence", pyrt.False),
				is("is_scalar", func(d schema.ClientDefault) bool { _, ok := d.(schema.ScalarDefault); return ok }),
				is("is_callable", func(d schema.ClientDefault) bool { _, ok := d.(schema.CallableDefault); return ok }),
				is("is_clause_element", func(d schema.ClientDefault) bool { _, ok := d.(schema.ClauseDefault); return ok }),
				l.method("__init__(self, arg, for_update=False)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
					cd, _, err := l.clientDefault(t, a[1], tri(a[2]) == schema.Yes)
					a[0].(*pyrt.Object).Native = &defaultObject{arg: a[1], client: cd, update: tri(a[2]) == schema.Yes}
					return pyrt.None, err
				}),
				l.method("__repr__(self)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
					r, err := pyrt.Repr(t, a[0].(*pyrt.Object).Native.(*defaultObject).arg)
					return pyrt.Str("ScalarElementColumnDefault(" + r + ")"), err
				})}
		}},
		"Sequence": sequenceClass(),
	}
}
