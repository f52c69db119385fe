package pyalembic

import (
	"github.com/mrt-tools/mrt/opshim/op"
	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/pyrt"
)

// A call is one use of a directive: its arguments by the names of the
// function's parameters, whichever of its forms was used.
type call struct {
	l    *Library
	t    *pyrt.Thread
	ops  *operations
	args map[string]pyrt.Value
	kw   *pyrt.Dict // **kw; never nil

	// subject is the table whose events the directive triggers, before and
	// after it; nil for none.
	subject       pyrt.Value
	before, after string
}

// bind names the arguments of a built-in.
func bind(params []pyrt.Param, values []pyrt.Value) (map[string]pyrt.Value, *pyrt.Dict) {
	args := make(map[string]pyrt.Value, len(values))
	kw := pyrt.NewDict()
	for i, p := range params {
		switch {
		case p.Kind == pyrt.VarKeyword:
			if d, ok := values[i].(*pyrt.Dict); ok {
				kw = d
			}
		case p.Name != "self":
			args[p.Name] = values[i]
		}
	}
	return args, kw
}

// get returns an argument, None where the form has no such parameter. A **kw
// entry of that name counts.
func (c *call) get(name string) pyrt.Value {
	if v, ok := c.args[name]; ok && v != nil {
		return v
	}
	if v, ok := c.kw.GetStr(name); ok {
		return v
	}
	return pyrt.None
}

// given returns an argument and whether it is there and not None.
func (c *call) given(name string) (pyrt.Value, bool) {
	v := c.get(name)
	return v, v != pyrt.None
}

// rest is **kw without the names given, as keyword arguments.
func (c *call) rest(without ...string) []pyrt.Keyword {
	var out []pyrt.Keyword
	for _, e := range c.kw.Items() {
		name, ok := pyrt.AsStr(e[0])
		if !ok || contains(without, name) {
			continue
		}
		out = append(out, pyrt.Keyword{Name: name, Value: e[1]})
	}
	return out
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

// text is a string argument; None is "". Anything else is refused, because
// SQLAlchemy would fail on it later.
func (c *call) text(name string) (string, error) {
	v, ok := c.given(name)
	if !ok {
		return "", nil
	}
	s, ok := pyrt.AsStr(v)
	if ok {
		return s, nil
	}
	if t, err := c.l.sa.TableOf(v); err == nil {
		return t.Name.Name, nil // a Table where its name is meant
	}
	return "", pyrt.Errorf(pyrt.TypeError, "Expected string for %s, got %s", name, v.Type().Name)
}

// optional is a string argument where None differs from "".
func (c *call) optional(name string) (*string, error) {
	if _, ok := c.given(name); !ok {
		return nil, nil
	}
	s, err := c.text(name)
	return &s, err
}

// tri is a boolean argument that may be None.
func (c *call) tri(name string) (schema.Tri, error) { return c.triOf(c.get(name)) }

func (c *call) triOf(v pyrt.Value) (schema.Tri, error) {
	if v == pyrt.None {
		return schema.Unset, nil
	}
	b, err := pyrt.Truth(c.t, v)
	return schema.TriOf(b), err
}

// names is a list of strings.
func (c *call) names(name string) ([]string, error) {
	return c.namesOf(name, c.get(name))
}

func (c *call) namesOf(what string, v pyrt.Value) ([]string, error) {
	elems, err := pyrt.Collect(c.t, v)
	if err != nil {
		return nil, err
	}
	out := make([]string, len(elems))
	for i, e := range elems {
		s, ok := pyrt.AsStr(e)
		if !ok {
			return nil, pyrt.Errorf(pyrt.TypeError, "Expected strings in %s, got %s", what, e.Type().Name)
		}
		out[i] = s
	}
	return out, nil
}

// table is the table that a directive is about.
func (c *call) table() (schema.Name, error) { return c.tableName("table_name", "schema") }

func (c *call) tableName(name, schemaName string) (schema.Name, error) {
	n, err := c.text(name)
	if err != nil {
		return schema.Name{}, err
	}
	out := schema.Name{Name: n, Quote: quoteOf(c.t, c.get(name))}
	if out.Schema, err = c.text(schemaName); err != nil {
		return schema.Name{}, err
	}
	out.QuoteSchema = quoteOf(c.t, c.get(schemaName))
	return out, nil
}

// quoteOf is the quote flag of a quoted_name.
func quoteOf(t *pyrt.Thread, v pyrt.Value) schema.Tri {
	if _, plain := v.(pyrt.Str); plain {
		return schema.Unset
	}
	if _, ok := pyrt.AsStr(v); !ok {
		return schema.Unset
	}
	q, err := pyrt.LookupAttr(t, v, "quote")
	if err != nil || q == nil {
		return schema.Unset
	}
	switch q {
	case pyrt.True:
		return schema.Yes
	case pyrt.False:
		return schema.No
	}
	return schema.Unset
}

// done is a directive that returns None.
func done(o op.Op, err error) (op.Op, pyrt.Value, error) {
	if err != nil {
		return nil, nil, err
	}
	return o, pyrt.None, nil
}
