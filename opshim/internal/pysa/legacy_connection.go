package pysa

import (
	"fmt"
	"regexp"
	"strings"
	"sync"

	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/op"
	"github.com/mrt-tools/mrt/pyrt"
)

// legacyConnectionMembers are the forms of Connection and Engine that 1.4 has besides.
func legacyConnectionMembers(l *Library) []pyrt.Member {
	then := func(method string) func(*Library, *pyrt.Thread, []pyrt.Value) (pyrt.Value, error) {
		return func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			r, err := l.legacyExecute(t, connOf(a[0]), a[1], l.items(a[2]), keywords(a[3]))
			if err != nil || method == "" {
				return r, err
			}
			return pyrt.CallMethod(t, r, method)
		}
	}
	return []pyrt.Member{
		l.method("execute(self, statement, *multiparams, **params)", then("")),
		l.method("scalar(self, object_, *multiparams, **params)", then("scalar")),
		l.method("scalars(self, object_, *multiparams, **params)", then("scalars")),
		l.method("begin(self)", legacyBegin),
		l.method("has_table(self, table_name, schema=None)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return l.askInspector(t, a[0], "has_table", a[1], a[2])
		}),
		l.method("table_names(self, schema=None, connection=None)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return l.askInspector(t, a[0], "get_table_names", a[1])
		}),
	}
}

// askInspector calls a method of the connection's inspector.
func (l *Library) askInspector(t *pyrt.Thread, conn pyrt.Value, method string, args ...pyrt.Value) (pyrt.Value, error) {
	insp, err := inspectFunc(l, t, []pyrt.Value{conn, pyrt.True})
	if err != nil {
		return nil, err
	}
	return pyrt.CallMethod(t, insp, method, args...)
}

// legacyBegin is connection.begin() of 1.4: in a transaction it marks a part of it,
// which commits nothing by itself.
func legacyBegin(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	c := connOf(a[0])
	if c.engineOf == nil && !c.idle {
		return pyrt.NewObject(l.class("engine.Transaction"), &transaction{conn: c, active: true, marker: true}), nil
	}
	return beginMethod(l, t, a)
}

// legacyExecute is execute(object, *multiparams, **params): the object may be a
// string, which goes to the driver as it is.
func (l *Library) legacyExecute(t *pyrt.Thread, c *connection, v pyrt.Value, multi []pyrt.Value, kw []pyrt.Keyword) (pyrt.Value, error) {
	sets := l.legacySets(multi, kw)
	s, isText := pyrt.AsStr(v)
	if !isText {
		switch len(sets) {
		case 0:
			return l.run(t, c, v, pyrt.None)
		case 1:
			return l.run(t, c, v, sets[0])
		}
		return l.run(t, c, v, pyrt.NewList(sets...))
	}
	return l.driverExecute(t, c, s, sets)
}

// legacySets are the parameter sets of an execution: keywords are one, a list of
// mappings or tuples is as many as it has, and scalars are one of their own.
func (l *Library) legacySets(multi []pyrt.Value, kw []pyrt.Keyword) []pyrt.Value {
	if len(kw) > 0 {
		d := pyrt.NewDict()
		for _, k := range kw {
			d.SetStr(k.Name, k.Value)
		}
		return []pyrt.Value{d}
	}
	if len(multi) == 1 {
		if list, ok := pyrt.AsList(multi[0]); ok {
			items := l.items(list)
			if len(items) > 0 && !l.isParameterSet(items[0]) {
				return []pyrt.Value{pyrt.NewTuple(items...)}
			}
			return items
		}
	}
	if len(multi) > 0 && !l.isParameterSet(multi[0]) {
		return []pyrt.Value{pyrt.NewTuple(multi...)}
	}
	return multi
}

func (l *Library) isParameterSet(v pyrt.Value) bool {
	if _, ok := l.mappingOf(v); ok {
		return true
	}
	if _, ok := pyrt.AsTuple(v); ok {
		return true
	}
	_, ok := pyrt.AsList(v)
	return ok
}

// driverExecute runs text of the driver's own parameter style: %s and %(name)s, and
// ? and :name on SQLite (PEP 249, paramstyle).
func (l *Library) driverExecute(t *pyrt.Thread, c *connection, sql string, sets []pyrt.Value) (pyrt.Value, error) {
	if len(sets) == 0 {
		return driverSQL(l, t, []pyrt.Value{pyrt.NewObject(l.class("engine.Connection"), c), pyrt.Str(sql), pyrt.None})
	}
	text := driverText(sql, c.exec.Dialect().Name == "sqlite")
	var named []pyrt.Value
	for _, set := range sets {
		if m, ok := l.mappingOf(set); ok {
			named = append(named, m)
			continue
		}
		d := pyrt.NewDict()
		for i, v := range l.items(set) {
			d.SetStr(fmt.Sprintf("%s%d", positional, i+1), v)
		}
		named = append(named, d)
	}
	v := l.wrap(&expr.Text{SQL: text})
	if len(named) == 1 {
		return l.run(t, c, v, named[0])
	}
	return l.run(t, c, v, pyrt.NewList(named...))
}

// positional begins the names that parameters by position get.
const positional = "param_"

// driverParameter finds the parameters of a driver's text.
var driverParameter = sync.OnceValues(func() (percent, question *regexp.Regexp) {
	return regexp.MustCompile(`%%|%s|%\((\w+)\)s`), regexp.MustCompile(`'(?:[^']|'')*'|"(?:[^"]|"")*"|\?`)
})

// driverText writes a driver's text as one of text(), whose parameters are :name.
func driverText(sql string, question bool) string {
	n := 0
	next := func() string { n++; return fmt.Sprintf(":%s%d", positional, n) }
	percents, questions := driverParameter()
	if question {
		return questions.ReplaceAllStringFunc(sql, func(m string) string {
			if m == "?" {
				return next()
			}
			return m
		})
	}
	// What looks like a parameter of text() is none of this driver's.
	sql = bindName().ReplaceAllString(sql, `$1\:$2`)
	return percents.ReplaceAllStringFunc(sql, func(m string) string {
		switch m {
		case "%%":
			return "%"
		case "%s":
			return next()
		}
		return ":" + strings.TrimSuffix(strings.TrimPrefix(m, "%("), ")s")
	})
}

// endMarker ends a part of a transaction: only a rollback does something.
func (l *Library) endMarker(t *pyrt.Thread, tx *transaction, commit bool) error {
	if commit {
		return nil
	}
	tx.conn.idle = true
	return l.apply(t, tx.conn, &op.Rollback{})
}

// legacyItem is row["name"] and row[column], which 1.4 has beside positions.
func (r *row) legacyItem(t *pyrt.Thread, key pyrt.Value) (pyrt.Value, bool, error) {
	if !r.shape.lib.legacy() {
		return nil, false, nil
	}
	if _, ok := pyrt.AsStr(key); !ok && r.shape.lib.columnOf(key) == nil {
		return nil, false, nil
	}
	v, err := (&rowMapping{r}).GetItem(t, key)
	return v, true, err
}

// legacyAttr are the methods of a mapping that rows have in 1.4.
func (r *row) legacyAttr(t *pyrt.Thread, name string) (pyrt.Value, bool, error) {
	if !r.shape.lib.legacy() {
		return nil, false, nil
	}
	switch name {
	case "keys", "values", "items":
		v, err := (&rowMapping{r}).Attr(t, name)
		return v, true, err
	case "has_key":
		return pyrt.NewBuiltin("has_key(key)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			ok, err := (&rowMapping{r}).Contains(t, a[0])
			return pyrt.Bool(ok), err
		}), true, nil
	}
	return nil, false, nil
}
