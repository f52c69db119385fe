package pysa

import (
	"slices"
	"sort"

	"github.com/mrt-tools/mrt/opshim/op"
	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/pyrt"
)

// metadata is the Go payload of MetaData.
type metadata struct {
	obj       *pyrt.Object
	schema    string
	naming    *schema.NamingConvention
	names     pyrt.Value // naming_convention as given
	tables    []*table
	sequences []*pyrt.Object
	info      *pyrt.Dict
	bind      pyrt.Value   // in 1.4; nil if none
	made      []pyrt.Frame // what was active when it was made
}

// complete has the tables declared that belong to m.
func (l *Library) complete(t *pyrt.Thread, m *metadata) {
	if l.opt.Complete != nil && len(m.made) > 0 {
		l.opt.Complete(t, m.made)
	}
}

func (m *metadata) find(n schema.Name) *table {
	for _, tb := range m.tables {
		if tb.def.Name.Name == n.Name && tb.def.Name.Schema == n.Schema {
			return tb
		}
	}
	return nil
}

func (m *metadata) add(tb *table) { m.tables = append(m.tables, tb) }

func (m *metadata) remove(tb *table) {
	for i, x := range m.tables {
		if x == tb {
			m.tables = append(m.tables[:i:i], m.tables[i+1:]...)
			return
		}
	}
}

// metadataOf returns the payload of a MetaData object.
func (l *Library) metadataOf(v pyrt.Value) (*metadata, bool) {
	o, ok := v.(*pyrt.Object)
	if !ok {
		return nil, false
	}
	if m, ok := o.Native.(*metadata); ok {
		return m, true
	}
	if md, err := pyrt.LookupAttr(l.thread, o, "metadata"); err == nil && md != nil && o.Class.Name == "registry" {
		return l.metadataOf(md)
	}
	return nil, false
}

// NamingOf converts a naming convention: a MetaData object's, or a dictionary as
// naming_convention= takes it. Nil is SQLAlchemy's default.
func (l *Library) NamingOf(v pyrt.Value) (*schema.NamingConvention, error) {
	if m, ok := l.metadataOf(v); ok {
		return m.naming, nil
	}
	if _, ok := pyrt.AsDict(v); !ok && v != pyrt.None {
		return nil, pyrt.Errorf(pyrt.TypeError, "a naming convention is a dictionary, got %s", v.Type().Name)
	}
	return l.NamingFrom(v)
}

// NamingFrom converts a naming_convention dictionary.
func (l *Library) NamingFrom(v pyrt.Value) (*schema.NamingConvention, error) {
	d, ok := pyrt.AsDict(optional(v))
	if !ok || d.Size() == 0 {
		return nil, nil
	}
	n := &schema.NamingConvention{}
	for _, e := range d.Items() {
		key, isText := pyrt.AsStr(e[0])
		if c, isClass := e[0].(*pyrt.Type); isClass {
			key = map[string]string{"Index": "ix", "UniqueConstraint": "uq", "CheckConstraint": "ck", "ForeignKeyConstraint": "fk",
				"PrimaryKeyConstraint": "pk", "Constraint": "*"}[c.Name]
			isText = true
		}
		if !isText {
			return nil, pyrt.Errorf(pyrt.TypeError, "naming convention keys are strings or constraint classes")
		}
		if text, ok := pyrt.AsStr(e[1]); ok {
			n.Rules = append(n.Rules, schema.NamingRule{Key: key, Text: text})
			continue
		}
		if e[1] == pyrt.None {
			continue
		}
		n.Tokens = append(n.Tokens, schema.NamingToken{Name: key, Call: l.namingToken(e[1])})
	}
	return n, nil
}

// namingToken wraps a custom token function (constraint, table) -> str.
func (l *Library) namingToken(f pyrt.Value) func(schema.Constraint, *schema.Index, *schema.Table) (string, error) {
	return func(k schema.Constraint, ix *schema.Index, tdef *schema.Table) (string, error) {
		var item, tb pyrt.Value = pyrt.None, pyrt.None
		if to := l.tableObject(tdef); to != nil {
			tb = to.obj
			if ix != nil {
				item = l.indexObject(to, ix)
			} else {
				item = l.constraintObject(to, k)
			}
		} else if tdef != nil {
			o, err := l.NewTable(tdef)
			if err != nil {
				return "", err
			}
			tb = o
			to := o.Native.(*table)
			if ix != nil {
				item = l.indexObject(to, ix)
			} else {
				item = l.constraintObject(to, k)
			}
		}
		v, err := pyrt.Call(l.thread, f, pyrt.Positional(item, tb))
		if err != nil {
			return "", err
		}
		return pyrt.ToStr(l.thread, v)
	}
}

func newMetadataObject(l *Library, t *pyrt.Thread, cls *pyrt.Type, _ pyrt.Args) (pyrt.Value, error) {
	o := &pyrt.Object{Class: cls}
	o.Native = &metadata{obj: o, made: t.Stack()}
	return o, nil
}

// metadataInit is MetaData(schema=, naming_convention=, info=).
func metadataInit(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	m := a[0].(*pyrt.Object).Native.(*metadata)
	m.schema, _ = pyrt.AsStr(a[1])
	m.info, _ = a[4].(*pyrt.Dict)
	var err error
	m.names = a[3]
	m.naming, err = l.NamingFrom(a[3])
	return pyrt.None, err
}

// metadataMembers is the namespace of MetaData.
func metadataMembers(l *Library) []pyrt.Member {
	md := func(v pyrt.Value) *metadata { return v.(*pyrt.Object).Native.(*metadata) }
	return append([]pyrt.Member{
		l.method("__init__(self, schema=None, quote_schema=None, naming_convention=None, info=None)", metadataInit),
		l.getter("tables", func(l *Library, t *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
			l.complete(t, md(self))
			d := pyrt.NewDict()
			for _, tb := range md(self).tables {
				d.SetStr(tb.def.Name.String(), tb.obj)
			}
			return d, nil
		}),
		l.getter("sorted_tables", func(l *Library, t *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
			l.complete(t, md(self))
			var out []pyrt.Value
			for _, tb := range l.sortTables(byName(md(self).tables)) {
				out = append(out, tb.obj)
			}
			return pyrt.NewList(out...), nil
		}),
		pyrt.Accessor("schema", func(_ *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
			if s := md(self).schema; s != "" {
				return pyrt.Str(s), nil
			}
			return pyrt.None, nil
		}, func(_ *pyrt.Thread, self, v pyrt.Value) error { md(self).schema, _ = pyrt.AsStr(v); return nil }),
		pyrt.Accessor("naming_convention", func(_ *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
			if v := md(self).names; v != nil && v != pyrt.None {
				return v, nil
			}
			d := pyrt.NewDict()
			d.SetStr("ix", pyrt.Str("ix_%(column_0_label)s"))
			return d, nil
		}, func(t *pyrt.Thread, self, v pyrt.Value) error {
			n, err := l.NamingFrom(v)
			md(self).names, md(self).naming = v, n
			return err
		}),
	}, metadataMembersRest(l)...)
}

// metadataMembersRest is the second half of metadataMembers.
func metadataMembersRest(l *Library) []pyrt.Member {
	md := func(v pyrt.Value) *metadata { return v.(*pyrt.Object).Native.(*metadata) }
	return []pyrt.Member{
		l.getter("info", func(_ *Library, _ *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
			if md(self).info == nil {
				md(self).info = pyrt.NewDict()
			}
			return md(self).info, nil
		}),
		l.method("reflect(self, bind, schema=None, views=False, only=None, extend_existing=False, autoload_replace=True, resolve_fks=True, **kw)", reflectMetadata),
		l.method("create_all(self, bind, tables=None, checkfirst=True)", allTables(false)),
		l.method("drop_all(self, bind, tables=None, checkfirst=True)", allTables(true)),
		l.method("clear(self)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			md(a[0]).tables = nil
			return pyrt.None, nil
		}),
		l.method("remove(self, table)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			if tb := l.tableOf(a[1]); tb != nil {
				md(a[0]).remove(tb)
			}
			return pyrt.None, nil
		}),
		l.method("__contains__(self, key)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			l.complete(t, md(a[0]))
			s, _ := pyrt.AsStr(a[1])
			for _, tb := range md(a[0]).tables {
				if tb.def.Name.String() == s {
					return pyrt.True, nil
				}
			}
			return pyrt.False, nil
		}),
		l.method("__repr__(self)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return pyrt.Str("MetaData()"), nil
		}),
	}
}

// byName lists tables in the order of their names, as sorted_tables begins.
func byName(tables []*table) []*table {
	sorted := append([]*table(nil), tables...)
	sort.SliceStable(sorted, func(i, j int) bool { return sorted[i].def.Name.String() < sorted[j].def.Name.String() })
	return sorted
}

// sortTables orders tables so that referred ones come first, in rounds as
// SQLAlchemy does: each takes those whose references are all there, in the order
// given. Where tables refer to each other in a circle, their references do not
// count.
func (l *Library) sortTables(tables []*table) []*table {
	byDef := map[*schema.Table]*table{}
	for _, tb := range tables {
		l.settleTable(tb)
		byDef[tb.def] = tb
	}
	needs := map[*table][]*table{}
	for _, tb := range tables {
		for _, k := range tb.def.Constraints {
			if fk, ok := k.(*schema.ForeignKey); ok && fk.Ref != nil && fk.Ref != tb.def && byDef[fk.Ref] != nil {
				needs[tb] = append(needs[tb], byDef[fk.Ref])
			}
		}
	}
	out, left := rounds(tables, needs)
	if len(left) > 0 {
		for _, tb := range left {
			if circular(tb, needs) {
				delete(needs, tb)
			}
		}
		out, _ = rounds(tables, needs)
	}
	return out
}

func rounds(tables []*table, needs map[*table][]*table) (out, left []*table) {
	done := map[*table]bool{}
	left = tables
	for len(left) > 0 {
		var ready, rest []*table
		for _, tb := range left {
			free := true
			for _, n := range needs[tb] {
				free = free && done[n]
			}
			if free {
				ready = append(ready, tb)
			} else {
				rest = append(rest, tb)
			}
		}
		if len(ready) == 0 {
			return out, left
		}
		for _, tb := range ready {
			done[tb] = true
		}
		out, left = append(out, ready...), rest
	}
	return out, nil
}

// circular tells whether a table needs itself.
func circular(tb *table, needs map[*table][]*table) bool {
	seen := map[*table]bool{}
	todo := append([]*table(nil), needs[tb]...)
	for len(todo) > 0 {
		n := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if n == tb {
			return true
		}
		if !seen[n] {
			seen[n] = true
			todo = append(todo, needs[n]...)
		}
	}
	return false
}

// allTables is create_all and drop_all.
func allTables(drop bool) func(*Library, *pyrt.Thread, []pyrt.Value) (pyrt.Value, error) {
	return func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		m := a[0].(*pyrt.Object).Native.(*metadata)
		if a[2] == pyrt.None {
			l.complete(t, m)
		}
		tables := m.tables
		if a[2] != pyrt.None {
			tables = nil
			items, err := pyrt.Collect(t, a[2])
			if err != nil {
				return nil, err
			}
			for _, it := range items {
				if tb := l.tableOf(it); tb != nil {
					tables = append(tables, tb)
				}
			}
		}
		check, err := pyrt.Truth(t, a[3])
		if err != nil {
			return nil, err
		}
		return pyrt.None, l.createTables(t, a[1], m, l.sortTables(tables), check, drop)
	}
}

// createTables hands CREATE or DROP of tables to the connection.
func (l *Library) createTables(t *pyrt.Thread, bind pyrt.Value, m *metadata, tables []*table, check, drop bool) error {
	conn, err := l.connectionOf(bind)
	if err != nil {
		return err
	}
	if l.watched(m, tables, drop) {
		return l.createWatched(t, bind, m, tables, check, drop)
	}
	defs := l.definitions(tables)
	if drop {
		for i, j := 0, len(defs)-1; i < j; i, j = i+1, j-1 {
			defs[i], defs[j] = defs[j], defs[i]
		}
		return l.databaseError(conn.exec.Apply(t, &op.DropAll{Tables: defs, CheckFirst: check}))
	}
	return l.databaseError(conn.exec.Apply(t, &op.CreateAll{Sequences: m.ownSequences(), Tables: defs, CheckFirst: check}))
}

// ownSequences are the sequences that were made for m, but for those of its
// columns; m is nil for table.create().
func (m *metadata) ownSequences() []*schema.Sequence {
	if m == nil {
		return nil
	}
	var out []*schema.Sequence
	for _, o := range m.sequences {
		s := o.Native.(*sequence).data
		ofColumn := slices.ContainsFunc(m.tables, func(tb *table) bool {
			return slices.ContainsFunc(tb.def.Columns, func(c *schema.Column) bool { return c.Sequence == s })
		})
		if !ofColumn {
			out = append(out, s)
		}
	}
	return out
}

// reflectMetadata is MetaData.reflect.
func reflectMetadata(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	m := a[0].(*pyrt.Object).Native.(*metadata)
	conn, err := l.inspectable(a[1])
	if err != nil {
		return nil, err
	}
	sch, _ := pyrt.AsStr(a[2])
	if sch == "" {
		sch = m.schema
	}
	names, err := conn.exec.Names(t, "tables", sch)
	if err != nil {
		return nil, l.databaseError(err)
	}
	if on, err := pyrt.Truth(t, a[3]); err != nil {
		return nil, err
	} else if on {
		views, err := conn.exec.Names(t, "views", sch)
		if err != nil {
			return nil, l.databaseError(err)
		}
		names = append(names, views...)
	}
	keep := func(string) (bool, error) { return true, nil }
	if a[4] != pyrt.None {
		keep = l.reflectFilter(t, a[4], m)
	}
	for _, n := range names {
		ok, err := keep(n)
		if err != nil {
			return nil, err
		}
		name := schema.Name{Name: n, Schema: sch}
		if !ok || m.find(name) != nil && tri(a[5]) != schema.Yes {
			continue
		}
		kw := []pyrt.Keyword{{Name: "autoload_with", Value: a[1]}, {Name: "extend_existing", Value: pyrt.True}}
		if sch != "" {
			kw = append(kw, pyrt.Keyword{Name: "schema", Value: pyrt.Str(sch)})
		}
		if _, err := tableNew(l, t, l.class("Table"), pyrt.Args{Pos: []pyrt.Value{pyrt.Str(n), m.obj}, Kw: kw}); err != nil {
			return nil, err
		}
	}
	return pyrt.None, nil
}

// reflectFilter is only=: a list of names or a function (name, metadata).
func (l *Library) reflectFilter(t *pyrt.Thread, only pyrt.Value, m *metadata) func(string) (bool, error) {
	return func(n string) (bool, error) {
		if isCallable(only) {
			v, err := pyrt.Call(t, only, pyrt.Positional(pyrt.Str(n), m.obj))
			if err != nil {
				return false, err
			}
			return pyrt.Truth(t, v)
		}
		return pyrt.Contains(t, only, pyrt.Str(n))
	}
}
